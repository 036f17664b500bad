import assert from 'node:assert/strict';
import { type NameParts, splitName } from '../../server/src/terminology/nameParts';
import { type CorpusTitle, type HugoGlossary, hasCorpora, hugoTitles, jsonTitles } from '../support/corpusTitles';

/** Write parts on one line: `name = abbreviation, other, other [disambiguator]`. */
function written({ name, abbreviation, others, disambiguator }: NameParts): string {
  const short = abbreviation === undefined ? '' : ` = ${abbreviation}`;
  const rest = others.map((other) => `, ${other}`).join('');
  return `${name}${short}${rest}${disambiguator === undefined ? '' : ` [${disambiguator}]`}`;
}

describe('splitName', () => {
  const rows: readonly (readonly [what: string, title: string, parts: string, id?: string])[] = [
    ['a plain name', 'Rolling update', 'Rolling update'],
    ['a bracket that only closes', 'a.X)at0', 'a.X)at0'],
    // One abbreviates the other.
    ['initials', 'Container runtime interface (CRI)', 'Container runtime interface = CRI'],
    ['initials in front', 'RBAC (Role-Based Access Control)', 'Role-Based Access Control = RBAC'],
    ['small letters', 'Mutual Transport Layer Security (mTLS)', 'Mutual Transport Layer Security = mTLS'],
    ['small words', 'Infrastructure as a Service (IaaS)', 'Infrastructure as a Service = IaaS'],
    ['initials of humps', 'CustomResourceDefinition (CRD)', 'CustomResourceDefinition = CRD'],
    ['a plural', 'Zero-Knowledge Proofs (ZKPs)', 'Zero-Knowledge Proofs = ZKPs'],
    ['commas', 'FUD (Fear, Uncertainty, and Doubt)', 'Fear, Uncertainty, and Doubt = FUD'],
    ['letters within words', 'WebAssembly (WASM)', 'WebAssembly = WASM'],
    ['a counted word', 'Internationalization (i18n)', 'Internationalization = i18n'],
    ['counted letters', 'W3C (World Wide Web Consortium)', 'World Wide Web Consortium = W3C'],
    ['a digit for its sound', 'Peer to peer (P2P)', 'Peer to peer = P2P'],
    ['an X for a cross', 'Cross-site scripting (XSS)', 'Cross-site scripting = XSS'],
    ['an X for ex-', 'Extensible Markup Language (XML)', 'Extensible Markup Language = XML'],
    ['beginnings of words', 'cgroup (control group)', 'cgroup, control group'],
    ['beginnings behind', 'Public Key (Pubkey)', 'Public Key, Pubkey'],
    ['a clipped word', 'Perpetuals (Perps)', 'Perpetuals, Perps'],
    ['initials of a translation', 'SVM (Máquina Virtual Solana)', 'Máquina Virtual Solana = SVM'],
    ['some of them', 'SIG (grupo de interesse especial)', 'grupo de interesse especial = SIG'],
    ['beginnings of a translation', 'DeFi (Finanzas Descentralizadas)', 'Finanzas Descentralizadas = DeFi'],
    // Another script.
    ['no space', '파드(Pod)', '파드, Pod'],
    ['full width', '控制器（Controller）', '控制器, Controller'],
    ['a list', '容器存储接口（Container Storage Interface；CSI）', '容器存储接口 = CSI, Container Storage Interface'],
    [
      'a list in Latin signs',
      '컨테이너 런타임 인터페이스(Container runtime interface, CRI)',
      '컨테이너 런타임 인터페이스 = CRI, Container runtime interface',
    ],
    [
      'a bar',
      'CLA (컨트리뷰터 계약|Contributor License Agreement)',
      '컨트리뷰터 계약 = CLA, Contributor License Agreement',
    ],
    ['brackets in brackets', 'ক্রমাগত স্থাপনা (Continuous Deployment (CD))', 'ক্রমাগত স্থাপনা = CD, Continuous Deployment'],
    ['two pairs', 'ক্রমাগত বিতরণ (Continuous Delivery) (CD)', 'ক্রমাগত বিতরণ = CD, Continuous Delivery'],
    ['an abbreviation alone', '有向无环图（DAG）', '有向无环图 = DAG'],
    ['one behind it', 'RBAC(역할 기반 접근 제어)', '역할 기반 접근 제어 = RBAC'],
    [
      'mixed scripts',
      'Pod 水平自动扩缩器（Horizontal Pod Autoscaler）',
      'Pod 水平自动扩缩器, Horizontal Pod Autoscaler',
    ],
    ['two scripts of one language', '属性（アトリビュート）', '属性, アトリビュート'],
    ['a name with humps', '크론잡(CronJob)', '크론잡, CronJob'],
    ['within', '가비지(Garbage) 수집', '가비지 수집, Garbage 수집'],
    ['in front', '(ইভেন্ট) Event', 'Event, ইভেন্ট'],
    ['an abbreviation within', 'DAS (Digital Asset Standard) API', 'DAS API, Digital Asset Standard API'],
    // What the translations share tells what is in brackets.
    ['the id', 'Tenencia Múltiple (multitenancy)', 'Tenencia Múltiple, multitenancy', 'multitenancy'],
    [
      'the id in the plural',
      'Ứng dụng nguyên khối (Monolithic App)',
      'Ứng dụng nguyên khối, Monolithic App',
      'monolithic-apps',
    ],
    ['initials of the id', 'Entrega Continua (CD)', 'Entrega Continua = CD', 'continuous-delivery'],
    ['an id in short', 'Interface réseau de conteneurs (CNI)', 'Interface réseau de conteneurs = CNI', 'cni'],
    [
      'a dash',
      'Phân phối liên tục (Continuous Delivery - CD)',
      'Phân phối liên tục = CD, Continuous Delivery',
      'continuous-delivery',
    ],
    ['a word of the id', 'Collection (NFT)', 'Collection [NFT]', 'nft-collection'],
    // Disambiguators.
    ['a field', 'Property (CSS)', 'Property [CSS]'],
    ['a kind', 'Mercury (planet)', 'Mercury [planet]'],
    ['who does it', 'following (users)', 'following [users]'],
    ['a field in full', 'Node (networking)', 'Node [networking]'],
    ['another abbreviation', 'Program ID Verification (CPI)', 'Program ID Verification [CPI]'],
    ['an explanation', 'CMP (Labs)', 'CMP [Labs]'],
    ['examples', 'Metaplex SDKs (Umi, JS SDK)', 'Metaplex SDKs [Umi, JS SDK]'],
    ['a translation and a disambiguator', '개발자(Developer) (의미 명확화)', '개발자, Developer [의미 명확화]'],
    // Brackets that belong to the name.
    ['a plural', 'pod(s)', 'pod(s)'],
    ['a call', 'invoke()', 'invoke()'],
    ['a part', 'OPC(ORC)', 'OPC(ORC)'],
    ['an attribute', '#[derive(Accounts)] (Anchor)', '#[derive(Accounts)] [Anchor]'],
    ['brackets alone', '()', '()'],
    ['open brackets', 'a (((', 'a ((('],
    // Slashes and commas.
    ['alternatives', 'executable / binary', 'executable, binary'],
    ['three of them', 'init / build / test', 'init, build, test'],
    ['a shared beginning', 'Integer Overflow / Underflow', 'Integer Overflow, Integer Underflow'],
    ['a shared end', 'Group / Member Pointer', 'Group Pointer, Member Pointer'],
    ['a slash without spaces', 'tauon/myon/electron', 'tauon/myon/electron'],
    ['a comma', 'Foo, Bar', 'Foo, Bar'],
    ['a name of the prototype', 'constructor', 'constructor'],
  ];
  for (const [what, title, parts, id] of rows) {
    it(`${what}: ${title}`, () => assert.equal(written(splitName(title, id)), parts));
  }

  it('takes a sentence as it is, in no time', () => {
    const sentence = 'a (b '.repeat(20_000);
    assert.deepEqual(splitName(sentence), { name: sentence.trim(), others: [] });
    assert.deepEqual(splitName('('.repeat(199)), { name: '('.repeat(199), others: [] });
  });
});

describe('the titles of real glossaries', () => {
  before(function () {
    if (hasCorpora) return;
    console.log('      skipped: ../shared/corpora/glossaries is not there');
    this.skip();
  });

  /**
   * How many titles there are, how many with an abbreviation, with other names, with a disambiguator. Each class was read
   * title by title: a change of the rule that moves some of them has to be judged again.
   */
  const judged: readonly (readonly [glossary: HugoGlossary, language: string, counts: string])[] = [
    ['kubernetes-hugo', 'de', '5 0 0 0'],
    ['kubernetes-hugo', 'en', '140 11 1 3'],
    ['kubernetes-hugo', 'es', '48 3 0 1'],
    ['kubernetes-hugo', 'fr', '67 5 1 2'],
    ['kubernetes-hugo', 'hi', '43 7 28 0'],
    ['kubernetes-hugo', 'it', '27 1 0 0'],
    ['kubernetes-hugo', 'ja', '50 3 1 0'],
    ['kubernetes-hugo', 'ko', '116 9 91 1'],
    ['kubernetes-hugo', 'pt-br', '93 7 1 2'],
    ['kubernetes-hugo', 'ru', '33 1 4 0'],
    ['kubernetes-hugo', 'vi', '27 1 5 0'],
    ['kubernetes-hugo', 'zh-cn', '139 10 86 0'],
    ['cncf-hugo', 'bn', '83 8 80 1'],
    ['cncf-hugo', 'de', '19 0 0 0'],
    ['cncf-hugo', 'en', '89 14 0 0'],
    ['cncf-hugo', 'es', '81 14 3 0'],
    ['cncf-hugo', 'fr', '71 8 18 2'],
    ['cncf-hugo', 'hi', '56 4 51 0'],
    ['cncf-hugo', 'it', '73 12 0 0'],
    ['cncf-hugo', 'ja', '74 12 2 0'],
    ['cncf-hugo', 'ko', '21 1 19 0'],
    ['cncf-hugo', 'pt-br', '59 4 0 0'],
    ['cncf-hugo', 'ru', '45 8 2 0'],
    ['cncf-hugo', 'tr', '55 9 4 0'],
    ['cncf-hugo', 'ur', '11 1 9 0'],
    ['cncf-hugo', 'vi', '33 10 11 0'],
    ['cncf-hugo', 'zh-cn', '73 14 2 0'],
    ['cncf-hugo', 'zh-tw', '41 5 0 0'],
  ];
  for (const [glossary, language, counts] of judged) {
    it(`come apart as judged: ${glossary} in ${language}`, () =>
      assert.equal(countsOf(hugoTitles(glossary, language)), counts));
  }

  it('come apart as judged: json-solana', () => assert.equal(countsOf(jsonTitles()), '1059 100 28 98'));
});

function countsOf(titles: readonly CorpusTitle[]): string {
  const parts = titles.map(({ id, title }) => splitName(title, id));
  const count = (isCounted: (part: NameParts) => boolean) => parts.filter(isCounted).length;
  return [
    parts.length,
    count(({ abbreviation }) => abbreviation !== undefined),
    count(({ others }) => others.length > 0),
    count(({ disambiguator }) => disambiguator !== undefined),
  ].join(' ');
}

import assert from 'node:assert/strict';
import type { PartOfSpeech, Term } from '../../../server/src/terminology/concept';
import { formsOf, listedForms, regularPlurals } from '../../../server/src/terminology/inflection';

/** Make a term that is looked for as it is, unless more is said. */
function termOf(text: string, more: Partial<Term> = {}): Term {
  return { text, status: 'preferred', kind: 'full', caseRule: 'auto', ...more };
}

describe('the forms of an English noun', () => {
  /** All that is found beside the term. */
  const nouns: readonly (readonly [term: string, forms: string])[] = [
    ['pod', 'pods'],
    ['mesh', 'meshes'],
    ['proxy', 'proxies'],
    ['gateway', 'gateways'],
    ['repo', 'repos repoes'],
    ['veto', 'vetos vetoes'],
    ['child process', 'child processes'],
    ['alias', 'aliases'],
    ['status', 'statuses'],
    ['lens', 'lenses'],
    ['quiz', 'quizzes quizes'],
    ['analysis', 'analyses analysises'],
    ['photosynthesis', 'photosyntheses photosynthesises'],
    ['criterion', 'criteria criterions'],
    ['index', 'indices indexes'],
    ['superindex', 'superindices superindexes'],
    ['vertex', 'vertices vertexes'],
    ['matrix', 'matrices matrixes'],
    ['appendix', 'appendices appendixes'],
    ['schema', 'schemata schemas'],
    ['Datum', 'Data Datums'],
    ['medium', 'media mediums'],
    ['mouse', 'mice mouses'],
    ['grandchild', 'grandchildren grandchilds'],
    ['leaf node', 'leaf nodes'],
    ['proof of concept', 'proofs of concept; proof of concepts'],
    ['point-of-presence', 'points-of-presence; point-of-presences'],
    ['API', 'APIs'],
    ['OS', 'OSes'],
    ['REST API', 'REST APIs'],
    ['K8s', 'K8ses'],
    ['HTTP/2', ''],
    ['2.0', ''],
    ['C++', ''],
    ['MAN', 'MANs'],
  ];
  for (const [term, forms] of nouns) {
    it(`${term}: ${forms}`, () => {
      const all = [...listedForms(term), ...regularPlurals(term)];
      assert.deepEqual(all, forms.split(forms.includes(';') || term.includes(' ') ? '; ' : ' ').filter(Boolean));
    });
  }
});

describe('a term given in the plural', () => {
  const plurals: readonly (readonly [term: string, singulars: string])[] = [
    ['containers', 'container'],
    ['cookies', 'cooky cookie'],
    ['caches', 'cach cache'],
    ['criteria', 'criterion'],
    ['Vertices', 'Vertex'],
    ['APIs', 'API'],
    ['release notes', 'release note'],
    ['Resource Quotas', 'Resource Quota'],
    ['add-ons', 'add-on'],
    // Words in -s that are no plural, and names.
    ['status', ''],
    ['news', ''],
    ['series', ''],
    ['analytics', ''],
    ['Kubernetes', ''],
    ['Windows', ''],
    ['Jenkins', ''],
    ['AWS', ''],
    ['DNS', ''],
    ['access', ''],
    ['Prometheus', ''],
    // Plurals that mean more than their singular.
    ['media', ''],
    ['data', ''],
  ];
  for (const [term, singulars] of plurals) {
    it(`${term}: ${singulars === '' ? 'none' : singulars}`, () => {
      assert.deepEqual(listedForms(term), singulars.split(term.includes(' ') ? '; ' : ' ').filter(Boolean));
    });
  }
});

describe('the forms of an English verb', () => {
  const verbs: readonly (readonly [verb: string, forms: string])[] = [
    ['evict', 'evicts evicted evicting'],
    ['deploy', 'deploys deployed deploying'],
    ['retry', 'retries retried retrying'],
    ['cache', 'caches cached caching'],
    ['queue', 'queues queued queuing queueing'],
    ['tie', 'ties tied tying'],
    ['sync', 'syncs synced syncing'],
    ['fix', 'fixes fixed fixing'],
    ['map', 'maps mapped mapping'],
    ['ship', 'ships shipped shipping'],
    ['quiz', 'quizzes quizzed quizzing'],
    ['equip', 'equips equipped equiped equipping equiping'],
    ['commit', 'commits committed commited committing commiting'],
    ['label', 'labels labeled labelled labeling labelling'],
    ['panic', 'panics panicked paniced panicking panicing'],
    ['run', 'runs ran running'],
    ['write', 'writes wrote written writing'],
    ['build', 'builds built building'],
    ['bind', 'binds bound binding'],
    ['split', 'splits splitting'],
    ['set', 'sets setting'],
    ['send', 'sends sent sending'],
    ['break', 'breaks broke broken breaking'],
    ['drive', 'drives drove driven driving'],
    ['throw', 'throws threw thrown throwing'],
    ['give', 'gives gave given giving'],
    ['see', 'sees saw seen seeing'],
    ['go', 'gos goes went gone going'],
    ['override', 'overrides overrode overridden overrided overriding'],
    ['Rebase', 'Rebases Rebased Rebasing'],
    ['SSH', 'SSHs SSHed SSHing'],
    ['roll back', 'rolls back; rolled back; rolling back'],
    ['scale out', 'scales out; scaled out; scaling out'],
    ['fan-out', 'fans-out fanned-out fanning-out'],
    ['+1', ''],
  ];
  for (const [verb, forms] of verbs) {
    it(`${verb}: ${forms}`, () => {
      const { listed, bends } = formsOf(termOf(verb, { pos: 'verb' }), 'en');
      assert.deepEqual(listed, forms.split(verb.includes(' ') ? '; ' : ' ').filter(Boolean));
      assert.equal(bends, false);
    });
  }
});

describe('what a term bends as', () => {
  const rows: readonly (readonly [
    term: string,
    language: string,
    pos: PartOfSpeech | undefined,
    listed: readonly string[],
    bends: boolean,
  ])[] = [
    ['index', 'en', undefined, ['indices'], true],
    ['index', 'en-GB', 'noun', ['indices'], true],
    ['immutable', 'en', 'adjective', [], false],
    ['Index', 'en', 'proper', [], false],
    // Terms in Latin letters are borrowed where another script is written.
    ['Pod', 'ja', undefined, [], true],
    ['静态 Pod', 'zh-CN', undefined, [], true],
    ['Pod 优先级', 'zh-CN', undefined, [], false],
    ['Index', 'ru', undefined, ['Indices'], true],
    ['контейнер', 'ru', undefined, [], false],
    ['под', 'sr', undefined, [], false],
    // Where there are no stems, loan words are what is met most.
    ['pod', 'sr-Latn', undefined, [], true],
    ['pod', 'vi', undefined, [], true],
    // Elsewhere the stems of the language tell, and only abbreviations take -s.
    ['Knoten', 'de', undefined, [], false],
    ['index', 'fr', undefined, [], false],
    ['API', 'de', undefined, [], true],
    ['interfaz API', 'es', undefined, [], true],
  ];
  for (const [term, language, pos, listed, bends] of rows) {
    it(`${term}, ${language}, ${pos ?? 'nothing said'}: ${bends ? 'bends' : 'does not bend'}`, () => {
      const forms = formsOf(termOf(term, pos === undefined ? {} : { pos }), language);
      assert.deepEqual(forms, { listed, bends });
    });
  }

  it('as its author says, and no other way', () => {
    const term = termOf('index', { pos: 'verb', forms: ['indexing'] });
    assert.deepEqual(formsOf(term, 'en'), { listed: ['indexing'], bends: false });
    assert.deepEqual(formsOf(termOf('pod', { forms: [] }), 'en'), { listed: [], bends: false });
  });

  it('in microseconds, for a million terms', function () {
    this.timeout(20_000);
    const words = 'pod service mesh controller index policy api gateway proxy binding release notes'.split(' ');
    const texts = Array.from(
      { length: 1_000_000 },
      (_, n) => `${words[n % 12]} ${n.toString(36)} ${words[(n * 7) % 11]}`,
    );
    const terms: readonly Term[] = JSON.parse(JSON.stringify(texts.map((text) => termOf(text))));
    const start = performance.now();
    let bending = 0;
    for (const term of terms) if (formsOf(term, 'en').bends) bending++;
    // A third of a second on a machine at rest: this is to notice a search that has become slow, not a busy machine.
    assert.ok(performance.now() - start < 5000, `${performance.now() - start} ms`);
    assert.equal(bending, terms.length);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mentionsIn } from '../../server/src/analysis/abbreviations';
import { mark, unmark } from '../support/marked';

type Row = readonly [behaviour: string, marked: string];

/** Texts with what they mention. */
const groups: Readonly<Record<string, readonly Row[]>> = {
  'what an abbreviation looks like': [
    ['capitals', 'The ⟦CSI⟧ driver and the ⟦OTLP⟧ receiver.'],
    ['at both ends of the text', '⟦CSI⟧'],
    ['capitals with digits behind them', '⟦EC2⟧ and ⟦OAM11⟧'],
    ['a digit between two letters of a kind', '⟦P2P⟧ and ⟦B2B⟧, but Z1D'],
    ['a small letter in front', 'over ⟦mTLS⟧ with ⟦eBPF⟧'],
    ['a small letter in the middle', 'a ⟦QoS⟧ class, an ⟦IoT⟧ hub'],
    ['software as a service', '⟦SaaS⟧, ⟦PaaS⟧ and ⟦IaaS⟧'],
    ['one capital is none', 'A pod, S3, V2 and I.'],
    ['names in camel case are none', 'GitHub, MySQL, PodIP, OpenAPI, CoreDNS'],
    ['what is longer is a word', 'KUBECONFIG, STATEFULSET and DEPLOYMENTS'],
    ['numbers of things are none', 'KB4489899, SHA256 and A1B2C3'],
    ['other scripts around it are no part of it', '使用⟦CSI⟧驱动, но не CSIв'],
    ['letters of Latin with marks are', 'CSIé'],
  ],
  'its endings': [
    ['the plural', 'two ⟦PVCs⟧ and three ⟦OSes⟧'],
    ['a possessive', "the ⟦CRD's⟧ name, the ⟦CRD’s⟧ name"],
    ['a plural in brackets', 'the ⟦CRD(s)⟧ you own'],
    ['of mixed letters', 'all ⟦PoCs⟧'],
    ['no contraction', "DON'T and IT'LL"],
  ],
  'its neighbours': [
    ['a slash', '⟦OVN⟧/⟦OVS⟧'],
    ['a hyphen before a word', '⟦CRI⟧-compatible, non-⟦HA⟧, ⟦AES⟧-⟦GCM⟧'],
    ['a hyphen before a name', 'OSV-Scanner'],
    ['a hyphen before a number', 'CVE-2023-1234, ISO-8601, GPL-2.0'],
    ['chains of hyphens', 'X-CSI-ID'],
    ['the end of a sentence', 'Use the ⟦CSI⟧. Or the ⟦CRI⟧: it is new; the ⟦CNI⟧, too!'],
    ['constants', 'MAX_SIZE, HTTP_PROXY and $HOME, %TEMP%, {CSI}'],
    ['assignments and calls', 'CSI=1, SUM(x), ARGV[0]'],
    ['paths and files', '/CSI/CRI, ./CSI, README.md, CSI.yaml, http://CSI/x'],
    ['placeholders and flags', '<CSI>, --CSI, @CSI, #CSI'],
    ['in quotation marks as a value', 'set it to "CSI"'],
    ['inline code in a comment', 'the `CSI` and `CSI-x`'],
    ['with a semicolon in it', 'TL;DR'],
    ['numbers of standards', 'RFC 2119 and PEP 484'],
    ['trade names', 'CICS® and IMS™'],
    ['a version behind it', '⟦OAM⟧ 2'],
  ],
  'what is in capitals to be heard': [
    ['words of every day', 'You MUST NOT do it; NEVER; it is TRUE'],
    ['words of long sentences', 'PLEASE READ THE MANUAL'],
    ['neighbours of such words', 'DO NOT TOUCH CSI EVER'],
    ['many in a row', 'OVN OVS CNI CRI'],
    ['two abbreviations in a row', 'the ⟦OVN⟧ ⟦CNI⟧ plugin'],
    ['a single letter in a row', 'THIS IS A TEST'],
    ['a note', 'NOTE: the ⟦CSI⟧ driver'],
    ['Roman numerals', 'part II, III, IV and XIV'],
    ['units', 'GB, MiB, kHz, MHz, kWh, dB and mA'],
    ['signals', 'SIGTERM and SIGKILL'],
  ],
};

/** Texts with what they expand and how: the whole of it, and the long form inside. */
const expansions: readonly Row[] = [
  ['behind the long form', 'the ⟦⟦Container Runtime Interface⟧ (CRI)⟧ is'],
  ['at the start of the text', '⟦⟦Container Runtime Interface⟧ (CRI)⟧'],
  ['in the plural', 'all ⟦⟦persistent volume claims⟧ (PVCs)⟧'],
  ['with small words', 'by ⟦⟦quality of service⟧ (QoS)⟧'],
  ['with a hyphen', 'a ⟦⟦role-based access control⟧ (RBAC)⟧ rule'],
  ['a name in camel case', 'a ⟦⟦PersistentVolumeClaim⟧ (PVC)⟧'],
  ['letters within words', 'the ⟦⟦extensible markup language⟧ (XML)⟧'],
  ['without a space', 'a ⟦⟦data encryption key⟧(DEK)⟧'],
  ['in front of the long form', 'the ⟦CRI (⟦Container Runtime Interface⟧)⟧ is'],
  ['with a remark behind it', 'the ⟦CRI (⟦Container Runtime Interface⟧, since 1.5)⟧'],
  ['with a remark behind the abbreviation', 'the ⟦⟦Container Runtime Interface⟧ (CRI, since 1.5)⟧'],
  ['with another word before the abbreviation', 'the ⟦⟦Container Runtime Interface⟧ (or CRI)⟧'],
  ['not over the end of a sentence', 'Take the Container. Runtime Interface (CRI)'],
  ['not over other brackets', 'the Container (Runtime) Interface (CRI)'],
  ['not of more words than letters', 'not the loops in the Kubernetes Controller Manager (NCM)'],
  ['not from a small word on', 'shared in the namespaces (IPC)'],
  ['not of other words', 'the plugin that runs it (CRI)'],
  ['not of a remark', 'the CRI (see below)'],
  ['in another language', 'die ⟦⟦Dienstgütevereinbarung⟧ (DGV)⟧'],
];

describe('abbreviations in a text', () => {
  for (const [group, rows] of Object.entries(groups)) {
    describe(group, () => {
      for (const [behaviour, marked] of rows) {
        it(behaviour, () => {
          const { text } = unmark(marked);
          const spans = mentionsIn(text).map(({ span }) => span);
          assert.equal(mark(text, spans), marked);
        });
      }
    });
  }

  it('are told in the singular and without a possessive', () => {
    const text = "PVCs, OSes, CRD's, CRD(s), PoCs, DNS, P2P";
    const told = mentionsIn(text).map(({ abbreviation }) => abbreviation);
    assert.deepEqual(told, ['PVC', 'OS', 'CRD', 'CRD', 'PoC', 'DNS', 'P2P']);
  });

  describe('are expanded', () => {
    for (const [behaviour, marked] of expansions) {
      it(behaviour, () => {
        const { text, spans } = unmark(marked);
        const found = mentionsIn(text).flatMap(({ expansion }) => expansion ?? []);
        assert.deepEqual(
          found.flatMap(({ span, whole }) => [span, whole]),
          spans,
        );
        for (const { text: longForm, span } of found) assert.equal(longForm, text.slice(span.start, span.end));
      });
    }
  });

  it('have spans in order inside of any text', () => {
    const piece = fc.constantFrom(
      'CSI',
      'PVCs',
      ' ',
      '(',
      ')',
      'container storage interface',
      '.',
      '-',
      '/',
      'é',
      '使',
      "'s",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const { span, expansion } of mentionsIn(text)) {
          assert.ok(span.start >= end && span.end > span.start && span.end <= text.length);
          end = span.end;
          if (expansion === undefined) continue;
          const { whole, span: form } = expansion;
          assert.ok(whole.start <= form.start && form.end <= whole.end && whole.end <= text.length);
          assert.ok(whole.start <= span.start && span.end <= whole.end);
        }
      }),
    );
  });

  for (const hostile of ['CSI(', 'A-', 'A', 'CSI ', 'a b c (ABC) ', '(CSI', 'CSI (x ', 'Aa', 'CSI/', 'CSI.', '…CSI']) {
    it(`are found soon in a long text of ${JSON.stringify(hostile)}`, () => {
      const time = (count: number) => {
        const text = hostile.repeat(count);
        const start = performance.now();
        mentionsIn(text);
        return performance.now() - start;
      };
      time(2_000);
      assert.ok(time(40_000) < 3_000);
    });
  }
});

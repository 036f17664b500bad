import assert from 'node:assert/strict';
import { edited } from '../../../server/src/analysis/fixing';
import { findingsIn, markFindings, policyWith, terminologyOf } from '../../support/checking';
import { unmark } from '../../support/marked';

const terminology = terminologyOf(`
concepts:
  - term: container runtime interface
    abbreviations: [CRI]
    definition: How a kubelet talks to what runs containers.
  - term: service level objective
    definition: What is aimed at.
  - term: K3s
    definition: A small cluster.
  - term: FLP impossibility
    definition: What no consensus gets around.
`);
const policy = policyWith(['undefined-abbreviation']);

type Row = readonly [behaviour: string, marked: string];

const groups: Readonly<Record<string, readonly Row[]>> = {
  'is told': [
    ['where it stands first', 'The ⟦OTLP⟧ receiver. The OTLP exporter.'],
    ['for each abbreviation', 'The ⟦OTLP⟧ receiver and the ⟦DCGM⟧ exporter.'],
    ['whatever its endings', 'Two ⟦PVCs⟧, and one PVC.'],
    ['in headings and list items', '# ⟦IPVS⟧ mode\n\n- on ⟦GCE⟧ and more'],
    ['in a table', '| kind | has |\n| --- | --- |\n| ⟦IPVS⟧ | - |'],
    ['where an explanation is of another', 'Data encryption keys (DEK) in a ⟦KMS⟧.'],
  ],
  'needs no explanation': [
    ['where everybody knows it', 'Send JSON over HTTP to an API in the USA. Use SHA1.'],
    ['where the glossary has it', 'The CRI and two CRIs.'],
    ['where the glossary has it in a longer term', 'The FLP\nimpossibility is a result. FLP is old.'],
    ['in code and in names', 'Set `OTLP` and OTLP_PORT.\n\n```sh\necho OTLP\n```'],
    ['in capitals to be heard', 'You MUST NOT. NEVER DO THAT. The PLANET is on: it is a planet of rock.'],
    ['as a name in other capitals elsewhere', 'Ask for a zSCAN demo of zScan.'],
    ['as a product in lower case elsewhere', 'The vLLM server runs `vllm serve`.'],
    ['in a list for a spelling checker', '<!-- cspell:ignore OTLP DCGM -->\n\nNothing else.'],
  ],
  'is explained': [
    ['behind its long form', 'The OpenTelemetry Protocol (OTLP). OTLP is old.'],
    ['later in the document', 'OTLP is old.\n\nThe OpenTelemetry Protocol (OTLP) is old.'],
    ['in brackets behind it', 'The OTLP (OpenTelemetry Protocol) is old.'],
    ['in brackets behind it in other words', 'The OTLP (what exporters speak) is old.'],
    ['in brackets behind words of other letters', 'A virtual network adapter (VPP) is connected.'],
    ['by a verb', 'OTLP stands for the protocol of telemetry.'],
    ['by what a sentence says it is', 'Read on. An OTLP is a protocol of its own.'],
    ['as the head of a list item', '- **OTLP**: how exporters talk\n'],
    ['as a heading of its own', '### OTLP\n\nHow exporters talk.\n\nAll OTLP is the same.'],
    ['behind a dash that its first letter follows', 'The modes are ROX - ReadOnlyMany.'],
    ['written with capitals or without in its abbreviation', 'The QOS and the QoS: a Quality Of Service.'],
    ['in capitals elsewhere', 'A Horizontal Pod Autoscaler scales. The HPA is old.'],
    ['in a name in camel case elsewhere', 'A `HorizontalPodAutoscaler` scales. The HPA is old.'],
    ['in three ordinary words elsewhere', 'A key derivation function is used. The KDF is old.'],
    ['in more words elsewhere', 'It is a fully qualified domain name. The FQDN is long.'],
    ['with a joining word', 'The node runs out of memory. An OOM kills it.'],
    ['in the text of a link', 'See [the OTLP exporter](x.md). OTLP is old.'],
    ['in a link that is defined elsewhere', 'See [OTLP][o] and [DCGM].\n\n[o]: x.md\n[DCGM]: y.md'],
    ['in a link whose label has other capitals', 'See [the OTLP\nexporter].\n\n[The otlp exporter]: x.md'],
    ['by a link to a page of its name', 'OTLP is [the protocol](/docs/specs/otlp/) of it.'],
    ['by a bare address of its name', 'For more about SLSA, visit https://slsa.dev.'],
    ['by an element', 'An <abbr title="x">OTLP</abbr> is old.'],
    ['by a definition of its own', '*[OTLP]: what exporters speak\n\nIt is [OTLP].'],
  ],
  'is not explained': [
    ['by a remark in brackets', 'The ⟦OTLP⟧ (see below) and the ⟦DCGM⟧ (2).'],
    ['by words that only have its letters', 'Secret to select in the ⟦STS⟧ of it.'],
    ['by words of a sentence', 'There is one or more of it: an ⟦OOM⟧.'],
    ['over a sentence end', 'A key. Derivation function of a ⟦KDF⟧.'],
    ['by an image or code of its name', 'The ⟦OTLP⟧ of `/otlp/`.'],
  ],
};

describe('undefined-abbreviation', () => {
  for (const [group, rows] of Object.entries(groups)) {
    describe(group, () => {
      for (const [behaviour, marked] of rows) {
        it(behaviour, () => {
          const { text } = unmark(marked);
          assert.equal(markFindings(text, findingsIn(text, terminology, policy)), marked);
        });
      }
    });
  }

  it('says what is wrong', () => {
    const [finding] = findingsIn('The OTLP receiver.', terminology, policy);
    assert.equal(finding?.message, 'Nothing explains "OTLP", neither this document nor a glossary');
    assert.deepEqual(finding.fixes, []);
  });

  it('accepts what the policy accepts', () => {
    const accepting = policyWith(['undefined-abbreviation'], { acceptedAbbreviations: new Set(['OTLP']) });
    const text = 'The OTLP receiver, more OTLPs, a DCGM.';
    assert.equal(
      markFindings(text, findingsIn(text, terminology, accepting)),
      'The OTLP receiver, more OTLPs, a ⟦DCGM⟧.',
    );
  });

  it('offers the term with these initials of a glossary that the document uses', () => {
    const fixesIn = (text: string) => findingsIn(text, terminology, policy).flatMap(({ fixes }) => fixes);
    const text = 'Our SLO is met in K3s. Both SLOs are.';
    assert.deepEqual(
      fixesIn(text).map(({ title, isSafe }) => [title, isSafe]),
      [['Replace with "service level objective (SLO)"', false]],
    );
    const plural = 'All SLOs are met in K3s, and an SLO is a thing.';
    assert.equal(
      edited(
        plural,
        fixesIn(plural).flatMap(({ edits }) => edits),
      ),
      'All service level objectives (SLOs) are met in K3s, and an SLO is a thing.',
    );
    assert.deepEqual(fixesIn("The SLO's aim is met in K3s."), [], 'a possessive');
    assert.deepEqual(fixesIn('Our SLO is met.'), [], 'the glossary is not used');
  });

  it('mends the article, too', () => {
    const text = 'K3s has an SLO.';
    const fixes = findingsIn(text, terminology, policy).flatMap((finding) => finding.fixes);
    assert.equal(
      edited(
        text,
        fixes.flatMap(({ edits }) => edits),
      ),
      'K3s has a service level objective (SLO).',
    );
  });

  it('reads comments and values of YAML', () => {
    const text = '# The OTLP receiver.\nOTLP: OTLP\nnote: over OTLP and the DCGM exporter\n';
    assert.equal(
      markFindings(text, findingsIn(text, terminology, policy, 'a.yaml')),
      '# The ⟦OTLP⟧ receiver.\nOTLP: OTLP\nnote: over OTLP and the ⟦DCGM⟧ exporter\n',
    );
  });

  it('does its work in a long document of unknown abbreviations', () => {
    const letters = 'BCDFGHJKLM';
    const words = Array.from({ length: 1000 }, (_, number) =>
      Array.from(String(number).padStart(4, '0'), (digit) => letters[Number(digit)]).join(''),
    );
    const text = words.map((word) => `The ${word} of it is a thing that nobody knows at all.\n`).join('\n');
    const start = performance.now();
    assert.equal(findingsIn(text, terminology, policy).length, 1000);
    assert.ok(performance.now() - start < 5_000);
  });

  it('looks for the labels of links once, however many brackets there are', () => {
    const text = 'Brackets [OTLP] are no links.\n'.repeat(20_000);
    const start = performance.now();
    assert.equal(findingsIn(text, terminology, policy).length, 1);
    assert.ok(performance.now() - start < 5_000);
  });
});

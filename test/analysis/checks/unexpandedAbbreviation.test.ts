import assert from 'node:assert/strict';
import { findingsIn, fixed, markFindings, policyWith, terminologyOf } from '../../support/checking';
import { unmark } from '../../support/marked';

const terminology = terminologyOf(`
concepts:
  - term: Kubernetes
    abbreviations: [K8s]
    definition: It runs containers.
  - term: persistent volume claim
    abbreviations: [PVC]
    also: [volume claim]
    definition: A request for storage.
  - term: hypertext transfer protocol
    abbreviations: [HTTP]
    definition: How the web talks.
  - term: container storage interface
    abbreviations: [CSI]
    definition: How storage is attached.
  - term: customer satisfaction index
    abbreviations: [CSI]
    definition: How happy people are.
  - term: matrix of risk
    abbreviations: [MRK]
    definition: What may go wrong.
  - term: XDR
    abbreviations: [XR]
    definition: Its preferred term is short itself.
`);
const policy = policyWith(['unexpanded-abbreviation']);

/** The text with what is found, and what the safe fixes make of it. */
type Row = readonly [behaviour: string, marked: string, mended?: string];

const rows: readonly Row[] = [
  ['before its long form', 'It runs on ⟦K8s⟧. Kubernetes is big.', 'It runs on Kubernetes (K8s). Kubernetes is big.'],
  ['once', 'It runs on ⟦K8s⟧, and K8s is big.', 'It runs on Kubernetes (K8s), and K8s is big.'],
  ['in the plural', 'Two ⟦PVCs⟧ are bound.', 'Two persistent volume claims (PVCs) are bound.'],
  ['an irregular plural', 'Two ⟦MRKs⟧ are drawn.', 'Two matrices of risk (MRKs) are drawn.'],
  ['with a possessive', "The ⟦PVC⟧'s size.", "The persistent volume claim (PVC)'s size."],
  ['at the start of a sentence', '⟦PVCs⟧ are bound.', 'Persistent volume claims (PVCs) are bound.'],
  ['with the article of its long form', 'It has an ⟦MRK⟧.', 'It has a matrix of risk (MRK).'],
  ['in emphasis', 'It has a **⟦PVC⟧** now.', 'It has a **persistent volume claim (PVC)** now.'],
  ['not behind its long form', 'A persistent volume claim asks. The PVC is bound.'],
  ['not behind another long form of the concept', 'A volume claim asks. The PVC is bound.'],
  ['not where it is introduced', 'A persistent volume claim (PVC) asks. The PVC is bound.'],
  ['not where it is explained', 'A PVC (persistent volume claim) asks. The PVC is bound.'],
  ['not in a heading', '# Use a PVC\n\nIt is not here.'],
  [
    'in the text behind a heading',
    '# Use a PVC\n\nA ⟦PVC⟧ asks.',
    '# Use a PVC\n\nA persistent volume claim (PVC) asks.',
  ],
  ['not behind a heading that has the long form', '# Persistent volume claims\n\nA PVC asks.'],
  ['not behind a title that has the long form', '---\ntitle: The persistent volume claim\n---\n\nA PVC asks.'],
  ['not in front matter', '---\ntitle: The PVC\n---\n\nNothing.'],
  ['not in a comment, which is not on the page', '<!-- the PVC -->\n\nNothing.'],
  ['not in code', 'Run `kubectl get PVC` now.'],
  ['not in a link, which leads on', 'See [the PVC](x.md). A PVC asks.'],
  ['not where everybody knows it', 'Over HTTP it goes.'],
  ['not of two concepts', 'The CSI is new.'],
  ['not where the preferred term is short itself', 'The XR is new.'],
  ['not in a longer name', 'It runs on K8s-X.'],
  ['in a compound, for a person to mend', 'A ⟦K8s⟧-based thing.', 'A ⟦K8s⟧-based thing.'],
];

describe('unexpanded-abbreviation', () => {
  for (const [behaviour, marked, mended = marked] of rows) {
    it(behaviour, () => {
      const { text } = unmark(marked);
      const findings = findingsIn(text, terminology, policy);
      assert.equal(markFindings(text, findings), marked);
      const result = fixed(text, findings);
      assert.equal(result, unmark(mended).text);
      if (result !== text) assert.deepEqual(findingsIn(result, terminology, policy), [], 'a second run is clean');
    });
  }

  it('says what to write, and where that stands', () => {
    const [finding] = findingsIn('Two PVCs are bound.', terminology, policy);
    assert.equal(finding?.message, '"PVCs" is used before its long form, "persistent volume claim"');
    assert.deepEqual(
      finding.fixes.map(({ title }) => title),
      ['Replace with "persistent volume claims (PVCs)"'],
    );
    assert.deepEqual(
      finding.related.map(({ message }) => message),
      ['"persistent volume claim" in Acme'],
    );
  });

  it('accepts what the policy accepts', () => {
    const accepting = policyWith(['unexpanded-abbreviation'], { acceptedAbbreviations: new Set(['PVC']) });
    assert.deepEqual(findingsIn('Two PVCs are bound.', terminology, accepting), []);
  });

  it('reads comments and values of YAML', () => {
    const text = 'PVC: PVC # over K8s\nnote: the PVC is bound\n';
    assert.equal(
      fixed(text, findingsIn(text, terminology, policy, 'a.yaml')),
      'PVC: PVC # over Kubernetes (K8s)\nnote: the persistent volume claim (PVC) is bound\n',
    );
  });
});

import assert from 'node:assert/strict';
import { findingsIn, fixed, markFindings, policyWith, terminologyOf } from '../../support/checking';
import { unmark } from '../../support/marked';

const terminology = terminologyOf(`concepts:
  - { term: worker, also: [agent, runner], abbreviations: [WRK], avoid: [slave], definition: x }
  - { term: pod, definition: x }
`);

const rows: readonly (readonly [behaviour: string, marked: string, mended?: string])[] = [
  ['the preferred term alone', 'A worker and two workers.'],
  ['another term alone', 'An agent and two agents.'],
  ['both', 'A worker and two ⟦agents⟧.', 'A worker and two workers.'],
  ['two others', 'An ⟦agent⟧ and a ⟦runner⟧.', 'A worker and a worker.'],
  ['an abbreviation is no second term', 'A worker (WRK).'],
  ['a term to avoid has a check of its own', 'A worker and a slave.'],
  ['terms of several concepts', 'A worker of a pod.'],
  ['words in code', 'A worker, `agent`.'],
];

describe('inconsistent-terms', () => {
  for (const [behaviour, marked, mended = marked] of rows) {
    it(behaviour, () => {
      const { text } = unmark(marked);
      const findings = findingsIn(text, terminology, policyWith(['inconsistent-terms']));
      assert.equal(markFindings(text, findings), marked);
      assert.equal(fixed(text, findings), unmark(mended).text);
    });
  }

  it('says which other term is there', () => {
    const [finding] = findingsIn('A worker, an agent.', terminology, policyWith(['inconsistent-terms']));
    assert.equal(finding?.message, '"agent" is called "worker" elsewhere in this document: use "worker" throughout');
  });
});

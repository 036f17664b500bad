import assert from 'node:assert/strict';
import { unusedConcept } from '../../../server/src/analysis/glossaryChecks/unusedConcept';
import { expectFound } from '../../support/glossaryChecking';

const glossary = '- { term: pod, definition: d }\n- { term: ⟦"whale"⟧, also: orca, definition: d }';
const unmarked = glossary.replace(/[⟦⟧]/g, '');

describe('unused-concept', () => {
  it('finds the concepts that no document uses, at their terms', () => {
    const [draft] = expectFound(unusedConcept, glossary, { isUsed: ({ id }) => id === 'pod' });
    assert.equal(draft?.message, 'No checked document uses `whale` or another term of this concept');
  });

  it('is quiet where all are used', () => void expectFound(unusedConcept, unmarked, { isUsed: () => true }));

  it('is quiet where no documents were checked', () => void expectFound(unusedConcept, unmarked));

  it('is quiet about a text that does not parse', () => {
    expectFound(unusedConcept, '- { term: pod, definition: [', { isUsed: () => false });
  });
});

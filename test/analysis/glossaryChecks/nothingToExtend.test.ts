import assert from 'node:assert/strict';
import { findInGlossary } from '../../../server/src/analysis/glossaryChecks/findings';
import { nothingToExtend } from '../../../server/src/analysis/glossaryChecks/nothingToExtend';
import type { Concept } from '../../../server/src/terminology/concept';
import { createGlossary } from '../../../server/src/terminology/glossary';
import { createTerminology } from '../../../server/src/terminology/terminology';
import { policyWith } from '../../support/checking';
import { checkedGlossary } from '../../support/glossaryChecking';
import { mark } from '../../support/marked';

/** Read a glossary whose concepts all extend others. */
function extending(text: string, further: string) {
  const file = checkedGlossary(text, { further });
  const [own, ...others] = file.terminology.given;
  assert(own);
  const concepts = own.concepts.map((concept): Concept => ({ ...concept, extends: true }));
  const glossary = createGlossary({ ...own, concepts });
  return { ...file, glossary, terminology: createTerminology([glossary, ...others]) };
}

describe('nothing to extend', () => {
  const text = 'concepts:\n  - { term: pod, definition: A. }\n  - { term: node, definition: B. }\n';
  const further = 'concepts: [{ term: pod, definition: C. }]';

  it('is told at the term of a concept whose id no farther glossary has', () => {
    const drafts = [...nothingToExtend(extending(text, further))];
    const spans = drafts.map(({ span }) => span);
    assert.equal(mark(text, spans), text.replace('node', '⟦node⟧'));
    assert.match(drafts[0]?.message ?? '', /no glossary further away has the id `node`/i);
  });

  it('is no fault where checks are off', () => {
    const file = { ...extending(text, further), policy: policyWith([]) };
    const [finding] = findInGlossary(file);
    assert.deepEqual([finding?.check, finding?.severity], ['nothing-to-extend', 'information']);
  });

  it('is not told of a glossary that is switched off', () => {
    const file = extending(text, further);
    assert.deepEqual([...nothingToExtend({ ...file, terminology: createTerminology([]) })], []);
  });
});

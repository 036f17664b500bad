import assert from 'node:assert/strict';
import { undefinedInDefinition } from '../../../server/src/analysis/glossaryChecks/undefinedInDefinition';
import { policyWith } from '../../support/checking';
import { expectFound } from '../../support/glossaryChecking';

describe('undefined-in-definition', () => {
  const rows: readonly (readonly [name: string, marked: string, further?: string])[] = [
    ['finds an abbreviation', '- { term: pod, definition: Runs on an ⟦XQJ⟧ machine. }'],
    ['finds each once', '- { term: pod, definition: An ⟦XQJ⟧ that is no XQJ but a ⟦QVM⟧. }'],
    ['finds one in markup', '- { term: pod, definition: Runs on a **⟦XQJ⟧** machine. }'],
    ['finds one in a block', '- term: pod\n  definition: >-\n    Runs on a\n    ⟦XQJ⟧ machine.'],
    ['takes those of the glossary', '- { term: pod, definition: An XQJ. }\n- { term: XQJ, definition: A machine. }'],
    [
      'takes those of another glossary',
      '- { term: pod, definition: An XQJ. }',
      '- { term: a, also: XQJ, definition: d }',
    ],
    ['takes parts of terms', '- { term: pod, definition: An XQJ pod. }\n- { term: XQJ pod, definition: A machine. }'],
    ['takes what the definition explains', '- { term: pod, definition: An extra quick job (XQJ) that is an XQJ. }'],
    ['takes what it explains further on', '- { term: pod, definition: "An XQJ, or rather an extra quick job (XQJ)." }'],
    ['leaves code alone', '- { term: pod, definition: "What `XQJ` starts." }'],
    ['leaves what everybody knows alone', '- { term: pod, definition: What has a URL of its own. }'],
    ['leaves parts of the own term alone', '- { term: XQJ impossibility, definition: "Why no XQJ is possible." }'],
    ['leaves initials of the own term alone', '- { term: extra quick job, definition: "An XQJ is a job." }'],
    ['leaves what a link explains alone', '- { term: pod, definition: "What runs an [XQJ](https://a.example/xqj)." }'],
    ['leaves the own term alone', '- { term: XQJ, definition: "An XQJ is a job." }'],
    ['is quiet about a text that does not parse', '- { term: pod, definition: [XQJ'],
  ];
  for (const [name, marked, further] of rows) {
    it(name, () => void expectFound(undefinedInDefinition, marked, further === undefined ? {} : { further }));
  }

  it('takes what needs no explanation', () => {
    const policy = policyWith([], { acceptedAbbreviations: new Set(['XQJ']) });
    expectFound(undefinedInDefinition, '- { term: pod, definition: An XQJ on a ⟦QVM⟧. }', { policy });
  });

  it('says whose definition it is', () => {
    const [draft] = expectFound(undefinedInDefinition, '- { term: pod, definition: An ⟦XQJ⟧. }');
    assert.equal(draft?.message, 'The definition of `pod` uses `XQJ`, which no glossary explains that applies');
  });
});

import assert from 'node:assert/strict';
import { unknownRelated } from '../../../server/src/analysis/glossaryChecks/unknownRelated';
import { expectFound } from '../../support/glossaryChecking';

describe('unknown-related', () => {
  const rows: readonly (readonly [name: string, marked: string, further?: string])[] = [
    [
      'finds what nobody knows',
      '- { term: pod, definition: d, related: [⟦whale⟧, pod, "⟦whales⟧"] }'.replace('"⟦whales⟧"', '⟦"whales"⟧'),
    ],
    ['takes ids and terms of the file', '- { term: pod, id: p, also: unit, definition: d, related: [p, Unit] }'],
    [
      'takes those of another file',
      '- { term: pod, definition: d, related: whale }',
      '- { term: whale, definition: d }',
    ],
    ['tells nothing of a concept that is left out', '- { term: pod, related: whale }'],
  ];
  for (const [name, marked, further] of rows) {
    it(name, () => void expectFound(unknownRelated, marked, further === undefined ? {} : { further }));
  }

  it('quotes the name', () => {
    const [draft] = expectFound(unknownRelated, '- { term: pod, definition: d, related: ⟦whale⟧ }');
    assert.equal(draft?.message, 'No concept has the id or term `whale`, here or in another glossary that applies');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findOccurrences, Occurrences } from '../../server/src/analysis/occurrences';
import { languages } from '../../server/src/languages';
import { parseDocument, updateDocument } from '../../server/src/languages/document';
import { SourceReader } from '../../server/src/text/source';
import { conceptOf, vocabularyOf } from '../support/concepts';
import { anyEdit, anyText, applyEdit } from '../support/edits';

const reader = new SourceReader();
const vocabulary = vocabularyOf([conceptOf('pod'), conceptOf('node')]);

/** What is asked between two edits: each leaves another part of the document unread. */
const questions = {
  nothing: () => {},
  count: (occurrences: Occurrences) => occurrences.count,
  middle: (occurrences: Occurrences) => occurrences.at(occurrences.document.text.length >> 1),
  all: (occurrences: Occurrences) => [...occurrences],
} as const;

describe('occurrences after edits', () => {
  for (const language of languages) {
    it(`are those of the edited text: ${language.id}`, () => {
      const anyQuestion = fc.constantFrom(...Object.values(questions));
      const anySteps = fc.array(fc.tuple(anyQuestion, anyEdit), { minLength: 1, maxLength: 8 });
      fc.assert(
        fc.property(anyText, anySteps, (first, steps) => {
          let occurrences = new Occurrences(parseDocument(first, language, reader), vocabulary, reader);
          for (const [ask, edit] of steps) {
            ask(occurrences);
            const { text, change } = applyEdit(occurrences.document.text, edit);
            const parsed = updateDocument(occurrences.document, text, change, reader);
            occurrences = new Occurrences(parsed, vocabulary, reader, { previous: occurrences });
          }
          const expected = findOccurrences(occurrences.document.text, language, vocabulary, reader);
          assert.equal(occurrences.count, expected.length);
          assert.deepEqual(
            [...occurrences].map(({ span, region }) => ({ span, region })),
            expected.map(({ span, region }) => ({ span, region })),
          );
        }),
        { numRuns: 200 },
      );
    });
  }
});

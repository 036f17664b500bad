import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languages } from '../../server/src/languages';
import { type ParsedDocument, parseDocument, sectionAt, updateDocument } from '../../server/src/languages/document';
import { SourceReader } from '../../server/src/text/source';
import { anyEdit, anyText, applyEdit } from '../support/edits';

const reader = new SourceReader();

describe('a parsed document', () => {
  for (const language of languages) {
    it(`is after edits what it is from scratch: ${language.id}`, () => {
      fc.assert(
        fc.property(anyText, fc.array(anyEdit, { minLength: 1, maxLength: 8 }), (first, edits) => {
          let parsed = parseDocument(first, language, reader);
          for (const edit of edits) {
            const { text, change } = applyEdit(parsed.text, edit);
            parsed = updateDocument(parsed, text, change, reader);
            assert.deepEqual(contents(parsed), contents(parseDocument(text, language, reader)));
          }
        }),
        { numRuns: 200 },
      );
    });

    it(`keeps the sections that an edit left alone: ${language.id}`, () => {
      const first = parseDocument('- a pod\n'.repeat(4000), language, reader);
      const change = { start: 16_004, oldEnd: 16_004, newEnd: 16_005 };
      const text = `${first.text.slice(0, change.start)}x${first.text.slice(change.start)}`;
      const fresh = updateDocument(first, text, change, reader).sections.filter(
        (section) => !first.sections.includes(section),
      );
      assert.ok(fresh.length <= 2, `${fresh.length} of ${first.sections.length}`);
    });

    it(`knows which section holds an offset: ${language.id}`, () => {
      fc.assert(
        fc.property(anyText, fc.nat(), (text, place) => {
          const parsed = parseDocument(text, language, reader);
          const offset = place % text.length;
          const section = sectionAt(parsed, offset);
          const start = parsed.starts[section] ?? Number.NaN;
          assert.ok(start <= offset && offset < start + (parsed.sections[section]?.length ?? 0));
        }),
      );
    });
  }

  it('has no sections where it has no text', () => {
    for (const language of languages) {
      const parsed = parseDocument('', language, reader);
      assert.deepEqual(parsed.sections, []);
      assert.equal(sectionAt(parsed, 0), -1);
    }
  });
});

/** All that a document tells, so that two can be compared. */
function contents({ text, sections, starts, defined }: ParsedDocument): object {
  const source = reader.read(text);
  return {
    starts,
    defined,
    sections: sections.map((section, place) => ({
      length: section.length,
      reach: section.reach,
      state: section.state,
      defines: section.defines,
      regions: section.regions(source, starts[place] ?? 0, defined),
    })),
  };
}

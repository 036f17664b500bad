import assert from 'node:assert/strict';
import { newConceptEdit } from '../../server/src/formats/native/newConcept';

function added(text: string, abbreviation?: string): string | undefined {
  const edit = newConceptEdit(text, { term: 'Long Form', ...(abbreviation === undefined ? {} : { abbreviation }) });
  return edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

describe('a new concept', () => {
  const rows: readonly (readonly [name: string, text: string, expected: string | undefined])[] = [
    [
      'comes last',
      'concepts:\n  - term: a\n    definition: b\n',
      'concepts:\n  - term: a\n    definition: b\n  - term: Long Form\n    abbreviations: [LF]\n    definition:\n',
    ],
    [
      'comes behind the comment of the last one',
      'concepts:\n- term: a\n  definition: b # why\n# the end\n',
      'concepts:\n- term: a\n  definition: b # why\n- term: Long Form\n  abbreviations: [LF]\n  definition:\n# the end\n',
    ],
    [
      'comes behind an empty line where there are some',
      '- term: a\n  definition: b\n\n- term: c\n  definition: d\n',
      '- term: a\n  definition: b\n\n- term: c\n  definition: d\n\n- term: Long Form\n  abbreviations: [LF]\n  definition:\n',
    ],
    [
      'comes before what follows the concepts',
      'concepts:\n  - term: a\n    definition: b\nname: x\n',
      'concepts:\n  - term: a\n    definition: b\n  - term: Long Form\n    abbreviations: [LF]\n    definition:\nname: x\n',
    ],
    [
      'keeps the line ends',
      '- term: a\r\n  definition: b\r\n',
      '- term: a\r\n  definition: b\r\n- term: Long Form\r\n  abbreviations: [LF]\r\n  definition:\r\n',
    ],
    [
      'comes behind a text of several lines',
      '- term: a\n  definition: b\n  description: |\n    one\n\n    two\n',
      '- term: a\n  definition: b\n  description: |\n    one\n\n    two\n- term: Long Form\n  abbreviations: [LF]\n  definition:\n',
    ],
    ['needs no last line end', '- term: a', '- term: a\n- term: Long Form\n  abbreviations: [LF]\n  definition:'],
    ['is none in brackets', 'concepts: [{ term: a, definition: b }]', undefined],
    ['is none in JSON', '[\n  {"term": "a"}\n]', undefined],
    ['is none without concepts', 'concepts:\n', undefined],
    ['is none where nothing parses', 'concepts: [', undefined],
    ['is none amid a merge conflict', '- term: a\n<<<<<<< x\n- term: b\n=======\n>>>>>>> y\n', undefined],
    ['is none in an empty file', '', undefined],
    ['is none in a text', 'words', undefined],
  ];
  for (const [name, text, expected] of rows) it(name, () => assert.equal(added(text, 'LF'), expected));

  it('is quoted where YAML would read something else', () => {
    const edit = newConceptEdit('- term: a\n', { term: 'C#: "x"' });
    assert.equal(edit?.text, '\n- term: "C#: \\"x\\""\n  definition:');
  });
});

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
    [
      'comes in brackets where the others do',
      'concepts: [{ term: a, definition: b }]',
      'concepts: [{ term: a, definition: b }, { term: Long Form, abbreviations: [LF], definition: "" }]',
    ],
    [
      'comes in JSON, on one line as the others',
      '[\n  {"term": "a"}\n]',
      '[\n  {"term": "a"},\n  { "term": "Long Form", "abbreviations": ["LF"], "definition": "" }\n]',
    ],
    [
      'comes in JSON, on several lines as the others',
      '[\n\t{\n\t\t"term": "a",\n\t\t"definition": "b"\n\t}\n]\n',
      '[\n\t{\n\t\t"term": "a",\n\t\t"definition": "b"\n\t},\n\t{\n\t\t"term": "Long Form",\n\t\t"abbreviations": [\n\t\t\t"LF"\n\t\t],\n\t\t"definition": ""\n\t}\n]\n',
    ],
    [
      'is the first one in JSON',
      '{\n  "concepts": []\n}\n',
      '{\n  "concepts": [\n    {\n      "term": "Long Form",\n      "abbreviations": [\n        "LF"\n      ],\n      "definition": ""\n    }\n  ]\n}\n',
    ],
    [
      'is the first one',
      'concepts: # ours\n',
      'concepts: # ours\n  - term: Long Form\n    abbreviations: [LF]\n    definition:\n',
    ],
    [
      'is the first one behind empty brackets',
      'name: x\nconcepts: []\n',
      'name: x\nconcepts:\n  - term: Long Form\n    abbreviations: [LF]\n    definition:\n',
    ],
    [
      'is the first one in brackets with a comment behind them',
      'concepts: [] # none\n',
      'concepts: [{ term: Long Form, abbreviations: [LF], definition: "" }] # none\n',
    ],
    ['begins an empty file', '', 'concepts:\n  - term: Long Form\n    abbreviations: [LF]\n    definition:\n'],
    [
      'begins the concepts of a file without them',
      '# ours\nname: x',
      '# ours\nname: x\nconcepts:\n  - term: Long Form\n    abbreviations: [LF]\n    definition:\n',
    ],
    ['is none where aliases are', '- &a { term: a, definition: b }\n- *a\n', undefined],
    ['is none where the concepts are no list', 'concepts: a\n', undefined],
    ['is none where nothing parses', 'concepts: [', undefined],
    ['is none amid a merge conflict', '- term: a\n<<<<<<< x\n- term: b\n=======\n>>>>>>> y\n', undefined],
    ['is none in a text', 'words', undefined],
  ];
  for (const [name, text, expected] of rows) it(name, () => assert.equal(added(text, 'LF'), expected));

  it('is quoted where YAML would read something else', () => {
    const edit = newConceptEdit('- term: a\n', { term: 'C#: "x"' });
    assert.equal(edit?.text, `\n- term: 'C#: "x"'\n  definition:`);
  });
});

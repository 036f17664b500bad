import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ignoreInFile, ignoreOnLine } from '../../../server/src/analysis/suppressions';
import { parseDocument, regionsOf } from '../../../server/src/languages/document';
import type { Language } from '../../../server/src/languages/language';
import { markdown } from '../../../server/src/languages/markdown';
import { yaml } from '../../../server/src/languages/yaml';
import { SourceReader } from '../../../server/src/text/source';
import { anyText } from '../../support/edits';
import { unmark } from '../../support/marked';
import { applyEdits } from './suppressed';

type Ignore = typeof ignoreOnLine;

/** What a text becomes when `slang` is switched off at its cursor; undefined where it cannot be. */
function ignored(marked: string, language: Language, ignore: Ignore): string | undefined {
  const { text, cursor = 0 } = unmark(marked);
  const reader = new SourceReader();
  const document = parseDocument(text, language, reader);
  const edits = ignore({ document, reader, check: 'slang', offset: cursor });
  return edits && applyEdits(text, edits);
}

type Row = readonly [name: string, before: string, after: string | undefined];

const NEXT = '<!-- glossary-lens-disable-next-line slang -->';
const LINE = '<!-- glossary-lens-disable-line slang -->';

const inMarkdown: readonly Row[] = [
  ['above a paragraph', 'One.\n\nA $0word here.\n', `One.\n\n${NEXT}\nA word here.\n`],
  ['above the first line', 'A $0word here.\nMore.\n', `${NEXT}\nA word here.\nMore.\n`],
  ['above a heading', '\n## A $0word\n', `\n${NEXT}\n## A word\n`],
  ['as on Windows', 'One.\r\n\r\nA $0word here.\r\n', `One.\r\n\r\n${NEXT}\r\nA word here.\r\n`],
  ['behind a byte order mark', '\ufeffA $0word here.\n', `\ufeff${NEXT}\nA word here.\n`],
  ['at the end of a line of a paragraph', 'One\na $0word here\nmore.\n', `One\na word here ${LINE}\nmore.\n`],
  ['in a term over two lines', 'One\nrolling a $0word\nupdate.\n', `One\nrolling a word ${LINE}\nupdate.\n`],
  ['in front of a line break', 'One\na $0word here  \nmore.\n', `One\na word here ${LINE}  \nmore.\n`],
  ['in front of a backslash', 'One\na $0word here\\\nmore.\n', `One\na word here ${LINE} \\\nmore.\n`],
  ['at the end of an item', '- one\n- a $0word here\n', `- one\n- a word here ${LINE}\n`],
  ['at the end of a first item', '\n1. a $0word here\n2. b\n', `\n1. a word here ${LINE}\n2. b\n`],
  [
    'above a paragraph of an item',
    '- one\n\n  a $0word here\n\n- two\n',
    `- one\n\n  ${NEXT}\n  a word here\n\n- two\n`,
  ],
  ['at the end of a quoted line', '> a $0word here\n> more\n', `> a word here ${LINE}\n> more\n`],
  [
    'in the last cell of a row',
    '| a | b |\n| --- | --- |\n| a $0word | b |\n',
    `| a | b |\n| --- | --- |\n| a word | b ${LINE} |\n`,
  ],
  [
    'in the last cell of a heading',
    '| a $0word | b |\n|---|---|\n| c | d |\n',
    `| a word | b ${LINE} |\n|---|---|\n| c | d |\n`,
  ],
  ['above a table', 'a $0word | b\n--- | ---\nc | d\n', `${NEXT}\na word | b\n--- | ---\nc | d\n`],
  ['at the end of a row without an edge', 'a | b\n--- | ---\na $0word | d\n', `a | b\n--- | ---\na word | d ${LINE}\n`],
  ['in front of the signs that end a heading', 'One.\n# A $0word #\n', `One.\n# A word ${LINE} #\n`],
  ['in front of the attributes of a heading', 'One.\n## A $0word {#anchor}\n', `One.\n## A word ${LINE} {#anchor}\n`],
  [
    'in front matter',
    '---\ntitle: A $0word here\n---\n\nText.\n',
    '---\ntitle: A word here  # glossary-lens-disable-line slang\n---\n\nText.\n',
  ],
  ['in HTML', '<p>\nA $0word here.\n</p>\n', `<p>\nA word here. ${LINE}\n</p>\n`],
  [
    'with a comment above it',
    `<!-- glossary-lens-disable-next-line typo -- so -->\nA $0word here.\n`,
    '<!-- glossary-lens-disable-next-line typo, slang -- so -->\nA word here.\n',
  ],
  [
    'with a comment at its end',
    'One\na $0word <!-- glossary-lens-disable-line typo -->\n',
    'One\na word <!-- glossary-lens-disable-line typo, slang -->\n',
  ],
  [
    'with a comment for another line',
    '<!-- glossary-lens-disable-next-line typo -->\nOne\na $0word\n',
    `<!-- glossary-lens-disable-next-line typo -->\nOne\na word ${LINE}\n`,
  ],
];

const inYaml: readonly Row[] = [
  ['at the end of a line', 'a: a $0word here\nb: c\n', 'a: a word here  # glossary-lens-disable-line slang\nb: c\n'],
  ['behind a quoted text', 'a: "a $0word here"\n', 'a: "a word here"  # glossary-lens-disable-line slang\n'],
  ['behind an item', '- a $0word here\n- c\n', '- a word here  # glossary-lens-disable-line slang\n- c\n'],
  [
    'above a comment',
    'a: b\n# A $0word here.\nc: d\n',
    'a: b\n# glossary-lens-disable-next-line slang\n# A word here.\nc: d\n',
  ],
  [
    'around a block of text',
    'a:\n  b: |\n    Some text.\n\n    A $0word here.\n  c: d\n',
    'a:\n  # glossary-lens-disable slang\n  b: |\n    Some text.\n\n    A word here.\n  # glossary-lens-enable slang\n  c: d\n',
  ],
  [
    'around a block at the end',
    'a: >-\n  A $0word here\n',
    '# glossary-lens-disable slang\na: >-\n  A word here\n# glossary-lens-enable slang\n',
  ],
  [
    'around a block that the text ends with',
    'a: >-\n  A $0word here',
    '# glossary-lens-disable slang\na: >-\n  A word here\n# glossary-lens-enable slang',
  ],
  [
    'around an indented line of a block',
    'a: |\n  One:\n    a $0word here\nb: c\n',
    '# glossary-lens-disable slang\na: |\n  One:\n    a word here\n# glossary-lens-enable slang\nb: c\n',
  ],
  [
    'with a comment at its end',
    'a: a $0word # glossary-lens-disable-line typo\n',
    'a: a word # glossary-lens-disable-line typo, slang\n',
  ],
  [
    'with a comment above it',
    '# glossary-lens-disable-next-line typo -- so\na: a $0word\n',
    '# glossary-lens-disable-next-line typo, slang -- so\na: a word\n',
  ],
  [
    'with a comment that says something else',
    'a: a $0word # It is so.\n',
    '# glossary-lens-disable-next-line slang\na: a word # It is so.\n',
  ],
  [
    'as on Windows',
    '# Some.\r\na: |\r\n  a $0word here\r\n',
    '# Some.\r\n# glossary-lens-disable slang\r\na: |\r\n  a word here\r\n# glossary-lens-enable slang\r\n',
  ],
];

const FILE = '<!-- glossary-lens-disable-file slang -->';

const files: readonly (readonly [...Row, Language])[] = [
  ['at the top', '# Title\n\nText.\n', `${FILE}\n# Title\n\nText.\n`, markdown],
  ['behind front matter', '---\ntitle: A\n---\n\n# Title\n', `---\ntitle: A\n---\n${FILE}\n\n# Title\n`, markdown],
  [
    'behind front matter of TOML',
    '+++\ntitle = "A"\n+++\nText.\n',
    `+++\ntitle = "A"\n+++\n${FILE}\nText.\n`,
    markdown,
  ],
  ['behind front matter that the text ends with', '---\ntitle: A\n---', `---\ntitle: A\n---\n${FILE}\n`, markdown],
  ['behind a byte order mark', '\ufeff# Title\r\n', `\ufeff${FILE}\r\n# Title\r\n`, markdown],
  [
    'with a comment that is there',
    '# Title\n\n<!-- glossary-lens-disable-file typo -->\n',
    '# Title\n\n<!-- glossary-lens-disable-file typo, slang -->\n',
    markdown,
  ],
  ['above a line that is no front matter', '---\n\nText.\n', `${FILE}\n---\n\nText.\n`, markdown],
  ['in YAML', '# Some.\na: b c\n', '# glossary-lens-disable-file slang\n# Some.\na: b c\n', yaml],
  [
    'in several documents of YAML',
    '---\na: b c\n---\na: b c\n',
    '# glossary-lens-disable-file slang\n---\na: b c\n---\na: b c\n',
    yaml,
  ],
  [
    'behind a shebang',
    '#!/usr/bin/env ansible-playbook\na: b c\n',
    '#!/usr/bin/env ansible-playbook\n# glossary-lens-disable-file slang\na: b c\n',
    yaml,
  ],
  ['in nothing', '', '# glossary-lens-disable-file slang\n', yaml],
];

describe('a comment that switches a check off on a line stands', () => {
  for (const [language, rows] of [
    [markdown, inMarkdown],
    [yaml, inYaml],
  ] as const) {
    for (const [name, before, after] of rows) {
      it(`${name}, in ${language.id}`, () => assert.equal(ignored(before, language, ignoreOnLine), after));
    }
  }
});

describe('a comment that switches a check off in a file stands', () => {
  for (const [name, before, after, language] of files) {
    it(name, () => assert.equal(ignored(before, language, ignoreInFile), after));
  }
});

describe('no comment', () => {
  it('switches off what is said of comments', () => {
    const reader = new SourceReader();
    const document = parseDocument('A word.\n', markdown, reader);
    const request = { document, reader, check: 'unused-suppression', offset: 0 };
    assert.equal(ignoreOnLine(request), undefined);
    assert.equal(ignoreInFile(request), undefined);
  });

  const cases = fc.record({
    text: anyText,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    isForFile: fc.boolean(),
  });
  for (const language of [markdown, yaml]) {
    it(`changes what the document says, in ${language.id}`, () => {
      fc.assert(
        fc.property(cases, ({ text, share, isForFile }) => {
          const reader = new SourceReader();
          const document = parseDocument(text, language, reader);
          const offset = Math.floor(share * text.length);
          const edits = (isForFile ? ignoreInFile : ignoreOnLine)({ document, reader, check: 'slang', offset });
          if (edits === undefined) return;
          assert.deepEqual(textsIn(applyEdits(text, edits), language), textsIn(text, language));
        }),
        { numRuns: 100 },
      );
    });
  }
});

function textsIn(text: string, language: Language): readonly string[] {
  return regionsOf(text, language, new SourceReader())
    .filter(({ kind }) => kind !== 'comment')
    .map(
      ({ kind, spans }) =>
        `${kind}: ${spans
          .map(({ start, end }) => text.slice(start, end) || ' ')
          .join('')
          .replace(/\s+/g, ' ')
          .trim()}`,
    );
}

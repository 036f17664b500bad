import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isBounded, SOURCE_LIMIT } from '../../../server/src/terminology/card/bounds';
import { escapeMarkdown, visible } from '../../../server/src/terminology/card/escape';
import { isPlain, readField } from '../../../server/src/terminology/card/fieldReader';
import { firstParagraph, markdown } from '../../../server/src/terminology/card/markdown';
import { plainText } from '../../../server/src/terminology/card/plainText';
import { safeMarkdown } from './fixtures';
import { payloads } from './payloads';
import { type Reader, readers } from './readers';

const rows: readonly (readonly [name: string, source: string, expected: string])[] = [
  [
    'keeps plain text',
    'A list of what may pass; everything else is kept out.',
    'A list of what may pass; everything else is kept out.',
  ],
  ['joins the lines of a paragraph', 'one\ntwo\n\nthree', 'one two\n\nthree'],
  ['keeps emphasis', 'a *b* **c** ~~d~~ ***e***', 'a *b* **c** ~~d~~ ***e***'],
  ['writes underscores as asterisks', '_a_ and __b__', '*a* and **b**'],
  ['keeps inline code', 'run `kubectl get pods` and `` a`b ``', 'run `kubectl get pods` and ``a`b``'],
  [
    'keeps links to the web',
    '[a](https://a.example/b_c?d=1&e=2) [m](mailto:a@b.example)',
    '[a](https://a.example/b_c?d=1&e=2) [m](mailto:a@b.example)',
  ],
  ['links bare addresses', 'see https://a.example/b.', 'see <https://a.example/b>.'],
  ['resolves references', '[a][r]\n\n[r]: https://a.example', '[a](https://a.example)'],
  ['shows other links as their text', '[a](command:x) [b](file:///x) [c](//h) [d](x.md)', 'a b c d'],
  ['shows a reference to another scheme as its text', '[a][r]\n\n[r]: command:x', 'a'],
  ['shows an image as a link', '![a chart](https://a.example/i.png)', '[a chart](https://a.example/i.png)'],
  ['shows an unsafe image as its text', '![a chart](http://a.example/i.png)', 'a chart'],
  ['names an image without text by its address', '![](https://t.example/?leak)', '<https://t.example/?leak>'],
  ['shows a linked image as one link', '[![a](https://a.example/i)](https://b.example/)', '[a](https://b.example/)'],
  ['shows HTML as text', 'a <b>c</b> &amp; d', 'a \\<b>c\\</b> & d'],
  ['drops comments', 'a <!-- b --> c', 'a c'],
  ['demotes headings', '# A *b*\n\nc', '**A *b***\n\nc'],
  ['keeps lists', '- a\n- b\n  1. c\n  2. d', '- a\n- b\n  1. c\n  2. d'],
  ['keeps loose lists', '1. a\n\n   b\n\n2. c', '1. a\n\n   b\n\n2. c'],
  ['keeps quotations', '> a\n> b\n>\n> c', '> a b\n>\n> c'],
  ['keeps tables', '| a | b |\n|:-:|--:|\n| 1 \\| 2 | **c** |', '| a | b |\n| :-: | --: |\n| 1 \\| 2 | **c** |'],
  ['keeps fenced code', '```yaml\na: "`b`"\n```', '```yaml\na: "`b`"\n```'],
  ['outgrows fences inside of code', '````\n```\n````', '````\n```\n````'],
  ['drops rules, which would look like the card’s own', 'a\n\n---\n\nb', 'a\n\nb'],
  ['keeps line breaks', 'a  \nb\\\nc', 'a  \nb  \nc'],
  ['leaves names with underscores alone', 'max_surge and MAX_SURGE_', 'max_surge and MAX_SURGE\\_'],
  ['keeps theme icons and formulas text', '$(book) $x$', '\\$(book) \\$x\\$'],
  ['shows characters that turn text around', 'a\u202Eb\u200Bc\u{E0041}', 'a\\\\u202Eb\\\\u200Bc\\\\u{E0041}'],
  ['leaves emoji whole', '👩‍💻 ❤️', '👩‍💻 ❤️'],
  ['leaves Persian joiners alone', 'می‌خواهم', 'می‌خواهم'],
  [
    'does not open a heading, list or quotation from an escape',
    '\\# a\n\n\\- b\n\n1\\. c\n\n\\> d',
    '\\# a\n\n\\- b\n\n1\\. c\n\n\\> d',
  ],
  ['shows footnotes as text', 'a[^1]\n\n[^1]: b c', 'a\\[^1\\]\n\n\\[^1\\]: b c'],
];

describe('safeMarkdown', () => {
  for (const [name, source, expected] of rows) {
    it(name, () => assert.equal(safeMarkdown(source), expected));
  }

  it('changes nothing when it is read again', () => {
    for (const [, , expected] of rows) {
      assert.equal(safeMarkdown(expected), expected);
    }
  });

  it('shows a tangle as it was written', () => {
    const tangle = `${'>'.repeat(100)} a [b](https://a.example)`;
    assert.equal(isBounded(tangle), false);
    assert.equal(safeMarkdown(tangle), `\\${tangle.slice(0, 102)} \\[b\\](<https://a.example>)`);
  });

  it('reads 64 KB and says that there is more', () => {
    const shown = safeMarkdown(`${'word '.repeat(SOURCE_LIMIT / 5)}and more`);
    assert.ok(shown.length <= SOURCE_LIMIT + 3 && shown.endsWith('\n\n…'));
  });

  it('cuts between blocks', () => {
    assert.equal(safeMarkdown('aa\n\nbb\n\ncc', 10), 'aa\n\nbb\n\ncc');
    assert.equal(safeMarkdown('aa\n\nbb\n\ncc', 9), 'aa\n\nbb\n\n…');
    assert.equal(safeMarkdown('aa\n\n```\nbb\n```', 12), 'aa\n\n…');
  });

  it('cuts a long first block as text, with no mark left open', () => {
    assert.equal(safeMarkdown('**one two three four**', 14), 'one two …');
    assert.equal(safeMarkdown('```\none two three four\n```', 14), 'one two …');
  });
});

describe('firstParagraph', () => {
  const cases: readonly (readonly [name: string, source: string, expected: string])[] = [
    ['takes the first of several', 'a\nb\n\nc', 'a b'],
    ['passes a heading', '# a\n\nb\n\nc', 'b'],
    ['takes the first block where there is no paragraph', '- a\n- b', '- a\n- b'],
    ['is empty for nothing', ' \n ', ''],
  ];
  for (const [name, source, expected] of cases) {
    it(name, () => assert.equal(firstParagraph(source), expected));
  }
});

describe('plainText', () => {
  const cases: readonly (readonly [name: string, source: string, expected: string])[] = [
    ['drops marks', '# A\n\n*a* **b** `c` ~~d~~ $5 R&amp;D', 'A\n\na b c d $5 R&D'],
    [
      'puts addresses behind their texts',
      '[a](https://a.example) https://b.example',
      'a (https://a.example) https://b.example',
    ],
    ['indents code', '```js\na\n\n  b\n```', '    a\n\n      b'],
    ['keeps lists and quotations', '- a\n  - b\n\n> c', '- a\n  - b\n\n> c'],
    ['lets no escape sequence through to a terminal', 'a\u001B]0;x\u0007b', 'a\\u001B]0;x\\u0007b'],
  ];
  for (const [name, source, expected] of cases) {
    it(name, () => assert.equal(plainText(source), expected));
  }
});

describe('escapeMarkdown', () => {
  const cases: readonly (readonly [source: string, expected: string])[] = [
    ['C++', 'C++'],
    ['C#', 'C#'],
    ['.NET', '.NET'],
    ['CI/CD', 'CI/CD'],
    ['Node.js', 'Node.js'],
    ['R&D', 'R\\&D'],
    ['a | b', 'a \\| b'],
    ['1. a', '1\\. a'],
    ['two\nlines', 'two lines'],
    ['](command:x)', '\\](command:x)'],
    ['#', '\\#'],
  ];
  for (const [source, expected] of cases) {
    it(`writes ${JSON.stringify(source)}`, () => assert.equal(escapeMarkdown(source), expected));
  }
});

/** Bits that mean something to some reader, to be strewn over one another. */
const bits = fc.constantFrom(
  ...[
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    '*',
    '**',
    '_',
    '~~',
    '`',
    '```',
    '\\',
    '&',
    ';',
    '#',
    '-',
    '+',
    '=',
    '|',
    '$',
  ],
  ...[
    '\n',
    '\n\n',
    '  \n',
    ' ',
    '    ',
    '\t',
    '> ',
    '- ',
    '1. ',
    '# ',
    '|-|',
    '---',
    '~~~',
    '\r\n',
    '"',
    "'",
    ':',
    '//',
    '@',
  ],
  ...[
    'a',
    'b c',
    'word',
    'é',
    '😀',
    '“',
    '\u202E',
    '\u200D',
    '\u00A0',
    '\0',
    '\uD800',
    '&#99;',
    '&lt;',
    '&#10;',
    '&nbsp;',
  ],
  ...[
    'command:',
    'https://',
    'http://h',
    'mailto:',
    'www.',
    'ftp://',
    'a@b.c',
    '](',
    '[x]: ',
    '[x]',
    '![',
    '<a ',
    '<!--',
    '-->',
  ],
  ...[
    '[x](https://h)',
    '![x](https://h)',
    '[x](command:y)',
    '<https://h>',
    '<b>',
    '</b>',
    '*a*',
    '**b**',
    '`c`',
    '[^1]',
  ],
);
const tangle = fc.array(bits, { maxLength: 30 }).map((parts) => parts.join(''));

describe('a Markdown reader', () => {
  let present: readonly Reader[] = [];
  before(async () => {
    const found = await readers();
    present = found.present;
    if (found.missing.length > 0) {
      console.log(`      not installed, so not asked: ${found.missing.join(', ')}`);
    }
  });

  it('finds nothing beyond the allow-list in any payload', function () {
    this.timeout(60_000);
    assert.ok(payloads.length > 200);
    for (const payload of payloads) {
      assertSafe(safeMarkdown(payload, 2000), payload, present);
      assertSafe(escapeMarkdown(payload.slice(0, 200)), payload, present);
    }
  });

  it('finds nothing beyond the allow-list in any tangle', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(tangle, (source) => {
        assertSafe(safeMarkdown(source), source, present);
        assertSafe(`a ${escapeMarkdown(source)}[b](https://h)`, source, present);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the way past the parser', () => {
  const plainBits = fc.constantFrom(
    ...[
      'a',
      'word',
      'é',
      '“x”',
      '日本',
      '. ',
      ', ',
      '; ',
      ': ',
      '? ',
      '! ',
      ' ',
      '\n',
      '\n\n',
      '\n\n\n',
      '-',
      ' - ',
      '1',
      '1. ',
      '1)',
    ],
    ...[
      '#',
      '# ',
      '=',
      '==',
      '+',
      '---',
      ':-',
      '(',
      ')',
      '/',
      '//',
      'https://a.example',
      'a@b.c',
      '$',
      '^',
      '{',
      '}',
      '%',
      "'",
      '"',
      '\u00A0',
      '—',
      '\u3000',
    ],
  );
  it('gives what the parser gives', () => {
    fc.assert(
      fc.property(fc.array(plainBits, { maxLength: 12 }), (parts) => {
        const source = parts.join('');
        fc.pre(isPlain(source));
        const blocks = readField(`${source}\n\n*end*`, markdown).map((block) => block.text);
        assert.deepEqual(
          readField(source, markdown).map((block) => block.text),
          blocks.slice(0, -1),
        );
      }),
      { numRuns: 2000 },
    );
  });
  it('is taken by ordinary prose', () => {
    assert.ok(
      isPlain('An open-source system that deploys, scales and repairs applications: it “heals” them.\n\nMore (1/2)!'),
    );
  });
});

describe('isBounded', () => {
  const cases: readonly (readonly [name: string, source: string, expected: boolean])[] = [
    ['an ordinary field', '# a\n\n- b\n  - c\n\n> d\n\n| a | b |\n|---|---|\n| *c* | [d](e) |', true],
    ['a long underline', `a\n${'-'.repeat(200)}`, true],
    ['32 quotations', `${'>'.repeat(32)}a`, true],
    ['33 quotations', `${'>'.repeat(33)}a`, false],
    ['33 lists on a line', `${'- '.repeat(33)}a`, false],
    [
      'lists deeper by the line',
      Array.from({ length: 80 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n'),
      false,
    ],
    ['nested brackets', `${'['.repeat(101)}a${']'.repeat(101)}`, false],
    ['emphasis in emphasis', '*a _b '.repeat(201), false],
    ['many links in many paragraphs', '[a](b)\n\n'.repeat(500), true],
  ];
  for (const [name, source, expected] of cases) {
    it(`${expected ? 'lets' : 'stops'} ${name}`, () => assert.equal(isBounded(source), expected));
  }
});

describe('visible', () => {
  it('leaves no control, reordering or zero-width character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(visible(text), /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Bidi_Control}\u200B]/u);
      }),
    );
  });
});

/** Fail where a reader finds an image, HTML or a link to anything but the web or a mailbox. */
function assertSafe(markdownText: string, source: string, present: readonly Reader[]): void {
  for (const reader of present) {
    const { links, images, html } = reader.read(markdownText);
    const wrong = [...links.filter((link) => !/^(?:https?:\/\/|mailto:[^/])/.test(link)), ...images, ...html];
    assert.deepEqual(wrong, [], `${reader.name} reads ${JSON.stringify(markdownText)} from ${JSON.stringify(source)}`);
  }
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suppressionsIn } from '../../../server/src/analysis/suppressions';
import { parseDocument, regionsOf } from '../../../server/src/languages/document';
import { markdown } from '../../../server/src/languages/markdown';
import { yaml } from '../../../server/src/languages/yaml';
import { SourceReader } from '../../../server/src/text/source';
import { anyText } from '../../support/edits';
import { mark, unmark } from '../../support/marked';
import { applyEdits, leftIn } from './suppressed';

type Row = readonly [name: string, marked: string];

/** Marks are around what is left of findings, and around what is said of suppressions. */
const inMarkdown: readonly Row[] = [
  ['nothing without a comment', 'It is ⟦SLANG⟧ and ⟦TYPO⟧.\n'],
  ['a line', 'SLANG TYPO <!-- glossary-lens-disable-line -->\n⟦SLANG⟧\n'],
  ['one check of a line', 'SLANG ⟦TYPO⟧ <!-- glossary-lens-disable-line slang -->\n'],
  ['two checks of a line', 'SLANG TYPO <!-- glossary-lens-disable-line slang, typo -->\n'],
  ['checks with spaces between them', 'SLANG TYPO <!--glossary-lens-disable-line slang typo-->\n'],
  ['checks for a reason', 'SLANG ⟦TYPO⟧ <!-- glossary-lens-disable-line slang -- typo. It is what they say. -->\n'],
  ['all checks for a reason', 'SLANG TYPO <!-- glossary-lens-disable-line -- We say so. -->\n'],
  ['the next line', '<!-- glossary-lens-disable-next-line slang -->\nSLANG ⟦TYPO⟧\n⟦SLANG⟧\n'],
  [
    'the line behind a comment of several lines',
    '<!-- glossary-lens-disable-next-line\n  slang\n  -- as we say\n-->\nSLANG\n⟦SLANG⟧\n',
  ],
  ['the next line from the end of a line', '⟦SLANG⟧ <!-- glossary-lens-disable-next-line -->\nSLANG\n'],
  ['the next line, were it the last', '<!-- glossary-lens-disable-next-line -->\nSLANG'],
  [
    'lines that end as on Windows',
    'SLANG <!-- glossary-lens-disable-line -->\r\n⟦SLANG⟧\r\n<!-- glossary-lens-disable-next-line -->\r\nSLANG\r\n⟦SLANG⟧',
  ],
  ['lines that end as on old Macs', 'SLANG <!-- glossary-lens-disable-line -->\r⟦SLANG⟧\r'],
  [
    'a block',
    '⟦SLANG⟧\n\n<!-- glossary-lens-disable -->\n\nSLANG\n\nTYPO\n\n<!-- glossary-lens-enable -->\n\n⟦SLANG⟧\n',
  ],
  ['a block up to the end', '<!-- glossary-lens-disable slang -->\n\nSLANG ⟦TYPO⟧\n\nSLANG\n'],
  ['a part of a line', '⟦SLANG⟧ <!-- glossary-lens-disable --> SLANG <!-- glossary-lens-enable --> ⟦SLANG⟧\n'],
  [
    'a block of several checks, one after the other',
    '<!-- glossary-lens-disable slang, typo -->\n\nSLANG TYPO\n\n<!-- glossary-lens-enable typo -->\n\nSLANG ⟦TYPO⟧\n',
  ],
  [
    'a block of all checks but one',
    '<!-- glossary-lens-disable -->\n\nSLANG\n\n<!-- glossary-lens-enable typo -->\n\nSLANG ⟦TYPO⟧\n\n<!-- glossary-lens-disable -->\n\nTYPO\n',
  ],
  [
    'blocks that overlap',
    '<!-- glossary-lens-disable slang -->\n\nSLANG\n\n<!-- glossary-lens-disable typo -->\n\nSLANG TYPO\n\n<!-- glossary-lens-enable slang -->\n\n⟦SLANG⟧ TYPO\n\n<!-- glossary-lens-enable -->\n\n⟦TYPO⟧\n',
  ],
  ['a file, from anywhere', 'SLANG\n\n<!-- glossary-lens-disable-file slang -->\n\nSLANG ⟦TYPO⟧\n'],
  ['a whole file', 'SLANG TYPO\n\n<!-- glossary-lens-disable-file -->\n'],
  ['front matter', '---\ntitle: A SLANG title # glossary-lens-disable-line slang\n---\n\n⟦SLANG⟧\n'],
  ['the text of the comment itself', '<!-- glossary-lens-disable-line typo -- It is SLANG. -->TYPO\n'],
  ['a cell', '| a | b |\n| --- | --- |\n| SLANG | x <!-- glossary-lens-disable-line --> |\n| ⟦SLANG⟧ | x |\n'],
  ['an item', '- SLANG <!-- glossary-lens-disable-line -->\n- ⟦SLANG⟧\n'],
  ['a heading', '# SLANG <!-- glossary-lens-disable-line -->\n'],
  ['a quotation', '> SLANG <!-- glossary-lens-disable-line -->\n> ⟦SLANG⟧\n'],
  [
    'nothing from code',
    '`<!-- glossary-lens-disable-file -->` ⟦SLANG⟧\n\n```md\n<!-- glossary-lens-disable-file -->\n```\n\n    <!-- glossary-lens-disable-file -->\n',
  ],
  ['nothing from YAML in code', '```yaml\n# glossary-lens-disable-file\n```\n\n⟦SLANG⟧\n'],
  ['nothing from text', 'Write glossary-lens-disable-file there. ⟦SLANG⟧\n\n# glossary-lens-disable-file\n'],
  ['nothing from within a comment', '<!-- See glossary-lens-disable-file for it. -->\n\n⟦SLANG⟧\n'],
  ['nothing from what begins otherwise', '<!-- Glossary-lens-disable-file -->\n\n⟦SLANG⟧\n'],
  [
    'nothing from what stands in the comment of a directive',
    '<!-- glossary-lens-disable-line typo\n# glossary-lens-disable-file\n-->\n\n⟦SLANG⟧\n',
  ],
  ['what a comment without an end says', '<!-- glossary-lens-disable-file\n\nSLANG\n'],
];

const inYaml: readonly Row[] = [
  ['a line', 'a: a SLANG # glossary-lens-disable-line slang\nb: a ⟦SLANG⟧\n'],
  ['the next line', '# glossary-lens-disable-next-line\na: a SLANG TYPO\nb: a ⟦SLANG⟧\n'],
  ['a block', 'a: a ⟦SLANG⟧\n# glossary-lens-disable\nb: |\n  a SLANG\n# glossary-lens-enable\nc: a ⟦SLANG⟧\n'],
  ['a file', 'a: a SLANG\n# glossary-lens-disable-file slang -- generated\nb: a ⟦TYPO⟧\n'],
  ['one comment of several below each other', '# Some text.\n# glossary-lens-disable-next-line\na: a SLANG\n'],
  ['a comment of several signs', '## glossary-lens-disable-file\na: a SLANG\n'],
  ['lines that end as on Windows', 'a: a SLANG # glossary-lens-disable-line\r\nb: a ⟦SLANG⟧\r\n'],
  ['nothing from a block of text', 'a: |\n  # glossary-lens-disable-file\n  ⟦SLANG⟧\n'],
  ['nothing from text', 'a: "# glossary-lens-disable-file"\nb: a ⟦SLANG⟧\n'],
];

const unused: readonly Row[] = [
  ['a line', 'Fine. <!-- ⟦glossary-lens-disable-line⟧ -->\n'],
  ['a name', 'SLANG <!-- glossary-lens-disable-line slang, ⟦typo⟧ -->\n'],
  ['a name that is none', 'SLANG <!-- glossary-lens-disable-line slang ⟦slnag⟧ ⟦whatever⟧ -->\n'],
  ['a next line', '<!-- ⟦glossary-lens-disable-next-line⟧ -->\n\n⟦SLANG⟧\n'],
  ['a block', '⟦SLANG⟧\n\n<!-- ⟦glossary-lens-disable⟧ -->\n\nFine.\n'],
  [
    'the end of a block that nothing begins',
    '<!-- ⟦glossary-lens-enable⟧ -->\n\n<!-- glossary-lens-enable ⟦typo⟧ -->\n',
  ],
  ['the outer of two', '<!-- ⟦glossary-lens-disable-file⟧ -->\nSLANG <!-- glossary-lens-disable-line slang -->\n'],
  [
    'the second of two',
    'SLANG <!-- glossary-lens-disable-line slang --> <!-- glossary-lens-disable-line ⟦slang⟧ -->\n',
  ],
  ['a directive that is none', '<!-- ⟦glossary-lens-disable-lin⟧ -->\n⟦SLANG⟧\n'],
  ['nothing of a check that is off', '<!-- glossary-lens-disable-file quiet -->\nFine.\n'],
];

function show(text: string, left: ReturnType<typeof leftIn>): string {
  return mark(
    text,
    left.map(({ span }) => span),
  );
}

describe('comments switch off', () => {
  for (const [language, rows] of [
    [markdown, inMarkdown],
    [yaml, inYaml],
  ] as const) {
    for (const [name, marked] of rows) {
      it(`${name}, in ${language.id}`, () => {
        const { text } = unmark(marked);
        const left = leftIn(text, language).filter(({ check }) => check !== 'unused-suppression');
        assert.equal(show(text, left), marked);
      });
    }
  }
});

describe('a comment that switches nothing off is told:', () => {
  for (const [name, marked] of unused) {
    it(name, () => {
      const { text } = unmark(marked);
      assert.equal(show(text, leftIn(text, markdown)), marked);
    });
  }

  const messages: readonly (readonly [text: string, ...messages: string[]])[] = [
    ['<!-- glossary-lens-disable-line -->', 'No check finds anything on this line'],
    ['<!-- glossary-lens-disable-next-line slang -->', '`slang` finds nothing on the next line'],
    ['<!-- glossary-lens-disable -->', 'No check finds anything from here on'],
    ['<!-- glossary-lens-disable-file typo -->', '`typo` finds nothing in this file'],
    ['<!-- glossary-lens-enable -->', 'No check is switched off here'],
    ['<!-- glossary-lens-enable typo -->', '`typo` is not switched off here'],
    [
      '<!-- glossary-lens-disable-file slnag zzz -->',
      'There is no check `slnag`: did you mean `slang`?',
      'There is no check `zzz`',
    ],
    [
      '<!-- glossary-lens-disabled -->',
      '`glossary-lens-disabled` is no directive: did you mean `glossary-lens-disable`?',
    ],
  ];
  for (const [text, ...expected] of messages) {
    it(`says so: ${text}`, () => {
      assert.deepEqual(
        leftIn(text, markdown).map(({ message }) => message),
        expected,
      );
    });
  }

  it('not where that check is off', () => {
    const text = '<!-- glossary-lens-disable-file -->\n';
    assert.equal(leftIn(text, markdown).length, 1);
    assert.equal(leftIn(text, markdown)[0]?.severity, 'warning');
  });
});

describe('the fix of a suppression without effect', () => {
  const rows: readonly (readonly [name: string, before: string, after: string, isSafe?: boolean])[] = [
    ['removes its line', 'One.\n\n<!-- glossary-lens-disable-file -->\n\nTwo.\n', 'One.\n\n\nTwo.\n'],
    ['removes its line at the start', '<!-- glossary-lens-disable-file -->\nOne.\n', 'One.\n'],
    ['removes its line at the end', 'One.\n\n<!-- glossary-lens-disable-file -->', 'One.\n\n'],
    ['removes all lines of it', '<!-- glossary-lens-disable-file\nslang\n-->\nOne.\n', 'One.\n'],
    ['keeps two paragraphs apart', 'One.\n<!-- glossary-lens-disable-file -->\nTwo.\n', 'One.\n\nTwo.\n'],
    ['removes the white space before it', 'One. <!-- glossary-lens-disable-line -->\nTwo.\n', 'One.\nTwo.\n'],
    ['keeps a line break', 'One. <!-- glossary-lens-disable-line -->  \nTwo.\n', 'One.  \nTwo.\n'],
    ['joins what is around it', 'One <!-- glossary-lens-disable-line --> two.\n', 'One two.\n'],
    ['keeps the end of a cell', '| a <!-- glossary-lens-disable-line --> |\n| --- |\n', '| a |\n| --- |\n'],
    [
      'is not safe where text becomes a paragraph',
      '<!-- glossary-lens-disable-line --> **One.**\n',
      '**One.**\n',
      false,
    ],
    [
      'removes a name',
      'SLANG <!-- glossary-lens-disable-line slang, typo -->\n',
      'SLANG <!-- glossary-lens-disable-line slang -->\n',
    ],
    [
      'removes the first name',
      'SLANG <!-- glossary-lens-disable-line typo, slang -- so -->\n',
      'SLANG <!-- glossary-lens-disable-line slang -- so -->\n',
    ],
    ['removes the comment with its last name', 'One. <!-- glossary-lens-disable-line typo -- so -->\n', 'One.\n'],
    [
      'writes the name that was meant',
      'SLANG <!-- glossary-lens-disable-line slnag -->\n',
      'SLANG <!-- glossary-lens-disable-line slang -->\n',
      false,
    ],
    [
      'writes the directive that was meant',
      'SLANG <!-- glossary-lens-disable-lines -->\n',
      'SLANG <!-- glossary-lens-disable-line -->\n',
      false,
    ],
  ];
  for (const [name, before, after, isSafe = true] of rows) {
    it(name, () => {
      const [fix] = leftIn(before, markdown)
        .filter(({ check }) => check === 'unused-suppression')
        .flatMap(({ fixes }) => fixes.slice(0, 1));
      assert.equal(applyEdits(before, fix?.edits ?? []), after);
      assert.equal(fix?.isSafe, isSafe);
    });
  }

  it('removes several names at once', () => {
    const text = 'SLANG <!-- glossary-lens-disable-line typo, zzz1, slang, zzz2, zzz3 -->\n';
    const edits = leftIn(text, markdown).flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    assert.equal(applyEdits(text, edits), 'SLANG <!-- glossary-lens-disable-line slang -->\n');
  });

  it('never leaves a comment that switches off more', () => {
    const text = 'SLANG <!-- glossary-lens-disable-line typo, zzz1 -->\n';
    for (const { fixes } of leftIn(text, markdown).filter(({ check }) => check === 'unused-suppression')) {
      assert.equal(applyEdits(text, fixes[0]?.edits ?? []), 'SLANG\n');
    }
  });

  it('removes a comment of YAML', () => {
    const rows: readonly (readonly [string, string])[] = [
      ['a: b c # glossary-lens-disable-line\n', 'a: b c\n'],
      ['a: b c\n  # glossary-lens-disable-file typo\nd: e\n', 'a: b c\nd: e\n'],
    ];
    for (const [before, after] of rows) {
      const [found] = leftIn(before, yaml);
      assert.equal(applyEdits(before, found?.fixes[0]?.edits ?? []), after);
    }
  });
});

describe('suppressions of any text', () => {
  const directive = fc.constantFrom(
    '<!-- glossary-lens-disable -->',
    '<!-- glossary-lens-enable slang -->',
    ' # glossary-lens-disable-line typo, slang',
    '<!-- glossary-lens-disable-next-line zzz',
    'glossary-lens-',
    'SLANG TYPO',
    '-->',
    '|',
  );
  const text = fc
    .array(fc.oneof(directive, anyText, fc.constantFrom(' ', '\n', '\r')), { maxLength: 12 })
    .map((parts) => parts.join(''));
  for (const language of [markdown, yaml]) {
    it(`are found in place, and keep the order, in ${language.id}`, () => {
      fc.assert(
        fc.property(text, (written) => {
          const reader = new SourceReader();
          let end = 0;
          for (const { comment, word, names } of suppressionsIn(parseDocument(written, language, reader), reader)) {
            assert.ok(end <= comment.start && comment.start < word.start && word.end <= comment.end);
            assert.ok(written.startsWith('glossary-lens-', word.start));
            for (const { name, span } of names) assert.equal(written.slice(span.start, span.end), name);
            end = comment.end;
          }
          const left = leftIn(written, language);
          for (const [index, { span, fixes }] of left.entries()) {
            assert.ok((left[index - 1]?.span.start ?? 0) <= span.start);
            for (const { edits } of fixes) applyEdits(written, edits);
          }
        }),
        { numRuns: 300 },
      );
    });
  }
});

describe('suppressions of a document', () => {
  const directives = [
    '<!-- glossary-lens-disable-line -->',
    '# glossary-lens-disable',
    '<!-- glossary-lens-enable\n-->',
  ];
  const text = fc
    .array(fc.oneof(anyText, fc.constantFrom(...directives)), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join('\n'));
  for (const language of [markdown, yaml]) {
    it(`are all that begin a comment, wherever its sections begin, in ${language.id}`, () => {
      fc.assert(
        fc.property(text, (written) => {
          const reader = new SourceReader();
          const found = suppressionsIn(parseDocument(written, language, reader), reader).map(({ word }) => word.start);
          const read = written.replaceAll('glossary-lens-', 'Glossary len. ');
          const comments = regionsOf(read, language, reader).filter(({ kind }) => kind === 'comment');
          const starts = comments.flatMap(({ spans }) => spans.map(({ start }) => start));
          const expected = starts.filter((start) => written.startsWith('glossary-lens-', start));
          assert.deepEqual(found, expected);
        }),
        { numRuns: 300 },
      );
    });
  }
});

describe('suppressions take linear time:', () => {
  const COUNT = 20_000;
  const rows: readonly (readonly [name: string, text: string, language: typeof markdown])[] = [
    ['lines', 'SLANG <!-- glossary-lens-disable-line slang -->\n'.repeat(COUNT), markdown],
    ['comments on one line', '<!-- glossary-lens-disable-line --> SLANG '.repeat(COUNT), markdown],
    ['blocks that nothing ends', '<!-- glossary-lens-disable slang -->\n\nSLANG\n\n'.repeat(COUNT), markdown],
    [
      'blocks of other names',
      Array.from({ length: COUNT }, (_, index) => `<!-- glossary-lens-disable x${index} -->\n`).join(''),
      markdown,
    ],
    [
      'names of one comment',
      `<!-- glossary-lens-disable-file ${Array.from({ length: COUNT }, (_, index) => `x${index}`).join(' ')} -->\n`,
      markdown,
    ],
    ['comments of YAML', 'a: a SLANG # glossary-lens-disable-line\n'.repeat(COUNT), yaml],
    ['one run of comments of YAML', '# glossary-lens-disable-next-line\n'.repeat(COUNT), yaml],
    ['prefixes', 'glossary-lens-'.repeat(COUNT), markdown],
    ['openers', '<!-- glossary-lens-disable\n'.repeat(COUNT), markdown],
    ['white space', `<!-- ${' '.repeat(10 * COUNT)}glossary-lens-disable${' '.repeat(10 * COUNT)}-->`, markdown],
  ];
  for (const [name, text, language] of rows) {
    it(name, function () {
      this.timeout(30_000);
      const start = performance.now();
      leftIn(text, language);
      assert.ok(performance.now() - start < 10_000, `${Math.round(performance.now() - start)} ms`);
    });
  }
});

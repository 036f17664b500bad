import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ReadGlossary } from '../../server/src/formats/format';
import { readConceptPage } from '../../server/src/formats/frontMatter/page';
import { glossaryLimits } from '../../server/src/formats/limits';
import { readPage } from '../../server/src/formats/markdown/page';
import { writePage } from '../../server/src/formats/markdown/writer';

/** What takes time that grows with the square of a text shows long before this length. */
const LENGTH = 100_000;

/** Milliseconds for each, on a slow machine with other things to do: a tenth of them is rarely needed. */
const PATIENCE = 5000;

const HEAD = '---\ntitle: Pod\nshort_description: A group.\n---\n';

const REPEATED = [
  ...['> ', '> a\n', '- ', '- a\n', '1. ', '  ', '\t', '\n', '\r', '\0', 'a  ', '```\n', '~~~', '---\n', 'a\n---\n'],
  ...['[', ']', '[][][]', '[a](', '[a](<b', '[a](b "c', '](', '[a][', '[a]: b\n', '[[', '[[a|', '![', '![a](b)'],
  ...['<', '<a id="x"></a>\n', '<!--', '<!-- A\n-->', '<!---->', '`<!--', '`', '` ', '*', '_a_', '&', '&amp;', '\\'],
  ...['{{<', '{{< a="b" ', '{{', '{{a("', '{%', '{#a ', '## a {#a}\n\n', '$$$a', '$$$a$$$ b\n: c\n'],
  ...['**a**: ', '**a**: b\n\n', '- **a** (b): c\n', '*[AB]: Alpha Beta\n', 'a\n: b\n\n', 'a\n', ': b\n', '\n: b\n'],
  ...['# a\n', '## a\n\nb\n\n', '## a\n<!-- aliases: b -->\n\nc\n\n', 'Also: a\n', '| a | b |\n', '|-|-|\n', '\uFFFF'],
  ...['Also: a, ', '_Avoid_: (', 'import a from "b"\n', ':::\n', '{: .a}\n', 'a: b\n'],
];

const BEGINNINGS = [
  '',
  '## b\n\n',
  '| Term | Definition |\n|---|---|\n',
  '## b\n\nc\n\nAlso: ',
  '**b**: ',
  'b\n: ',
  '## ',
];

const READERS = [
  ['page', (text: string) => readPage({ uri: 'test:/words.md', text, defaultName: 'Test' }, glossaryLimits)],
  [
    'page with front matter',
    (text: string) => readConceptPage({ uri: 'test:/pod.md', text: HEAD + text, defaultName: 'Test' }, glossaryLimits),
  ],
] as const;

describe('Markdown that nobody would write', function () {
  this.timeout(60_000);

  for (const [name, read] of READERS) {
    for (const piece of REPEATED) {
      it(`is read in time: a ${name} of ${JSON.stringify(piece)}`, () => {
        const repeated = piece.repeat(LENGTH / piece.length / BEGINNINGS.length);
        for (const beginning of BEGINNINGS) {
          const start = performance.now();
          const length = beginning.length + repeated.length + HEAD.length;
          assertPlaces(read(beginning + repeated), length);
          assert.ok(performance.now() - start < PATIENCE, beginning);
        }
      });
    }
  }

  const LARGE: readonly (readonly [name: string, text: string, size: number])[] = [
    [
      'a table of 20,000 rows',
      `| Term | Definition |\n|-|-|\n${numbered(20_000, (number) => `| t${number} | d |\n`)}`,
      20_000,
    ],
    ['a row of 10,000 cells', `| Term | Definition |\n|-|-|\n| a | b |${' c |'.repeat(10_000)}\n`, 1],
    ['a table of 10,000 columns', `|${' Term |'.repeat(10_000)}\n|${'-|'.repeat(10_000)}\n| a |\n`, 0],
    [
      '20,000 headings that lead on',
      numbered(20_000, (number) => `### t${number}\n\n[x](#t${number + 1})\n\n`),
      20_000,
    ],
    ['a fence that nothing closes', `## Pod\n\nb\n\n## Node\n\nd\n\n\`\`\`\n${'### e\n\nf\n'.repeat(10_000)}`, 2],
  ];
  for (const [name, text, size] of LARGE) {
    it(`is read in time: ${name}`, () => {
      const start = performance.now();
      const read = readPage({ uri: 'test:/words.md', text, defaultName: 'Test' }, glossaryLimits);
      assert.ok(performance.now() - start < 4 * PATIENCE);
      assert.equal(read.glossary?.size, size);
    });
  }

  it('gives concepts with places in the text, and can be written', () => {
    const text = fc.array(
      fc.constantFrom(...REPEATED, ...BEGINNINGS, 'word', 'API', '\r\n', '(b)', ' ', '-->', '}}', ' >}}'),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(text, (pieces) => {
        for (const [, read] of READERS) {
          const result = read(pieces.join(''));
          assertPlaces(result, pieces.join('').length + HEAD.length);
          if (result.glossary !== undefined) writePage(result.glossary);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function numbered(count: number, line: (number: number) => string): string {
  return Array.from({ length: count }, (_, number) => line(number)).join('');
}

function assertPlaces({ glossary, places, problems, relatedNames }: ReadGlossary, length: number): void {
  const spans = [
    ...problems.map(({ span }) => span),
    ...relatedNames.map(({ span }) => span),
    ...(glossary?.concepts ?? []).map(({ origin }) => origin.span),
    ...Array.from({ length: (places?.length ?? 0) / 2 }, (_, index) => ({
      start: places?.[2 * index] ?? -1,
      end: places?.[2 * index + 1] ?? -1,
    })),
  ];
  for (const { start, end } of spans)
    assert.ok(0 <= start && start <= end && end <= length, `${start}, ${end} of ${length}`);
}

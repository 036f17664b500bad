import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { Edit } from '../../../server/src/analysis/finding';
import { edit, editsOf, Origins, textOf, wholeText } from '../../../server/src/cli/check/pieces';
import { unifiedDiff } from '../../../server/src/cli/check/unifiedDiff';

const header = '--- a/a.md\n+++ b/a.md\n';

describe('the unified diff', () => {
  const rows: readonly (readonly [string, string, readonly [number, number, string][], string])[] = [
    ['of nothing is empty', 'one\ntwo\n', [], ''],
    ['of an edit that writes what was there is empty', 'one\ntwo\n', [[0, 3, 'one']], ''],
    ['replaces a line', 'one\ntwo\n', [[4, 7, 'three']], `${header}@@ -1,2 +1,2 @@\n one\n-two\n+three\n`],
    [
      'shows three lines around a change',
      '1\n2\n3\n4\n5\n6\n7\n8\n9\n',
      [[8, 9, 'five']],
      `${header}@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n`,
    ],
    [
      'says where a line end is missing',
      'one',
      [[3, 3, '!']],
      `${header}@@ -1 +1 @@\n-one\n\\ No newline at end of file\n+one!\n\\ No newline at end of file\n`,
    ],
    ['puts a line in', 'one\ntwo\n', [[4, 4, 'new\n']], `${header}@@ -1,2 +1,3 @@\n one\n+new\n two\n`],
    ['takes a line out', 'one\ntwo\n', [[0, 4, '']], `${header}@@ -1,2 +1 @@\n-one\n two\n`],
    ['joins lines', 'one\ntwo\n', [[3, 4, ' ']], `${header}@@ -1,2 +1 @@\n-one\n-two\n+one two\n`],
    ['fills an empty text', '', [[0, 0, 'one\n']], `${header}@@ -0,0 +1 @@\n+one\n`],
    ['empties a text', 'one\n', [[0, 4, '']], `${header}@@ -1 +0,0 @@\n-one\n`],
    ['keeps carriage returns', 'one\r\n', [[0, 3, 'two']], `${header}@@ -1 +1 @@\n-one\r\n+two\r\n`],
    [
      'makes one change of two edits on a line',
      'one two\n',
      [
        [0, 3, '1'],
        [4, 7, '2'],
      ],
      `${header}@@ -1 +1 @@\n-one two\n+1 2\n`,
    ],
  ];
  for (const [name, text, edits, expected] of rows) {
    it(name, () => assert.equal(unifiedDiff('a.md', text, edits.map(asEdit)), expected));
  }

  it('quotes a name that would end early', () => {
    assert.match(unifiedDiff('a"\n.md', 'x\n', [asEdit([0, 1, 'y'])]), /^--- "a\/a\\"\\012\.md"\n/);
  });

  it('is what git applies', function () {
    this.timeout(20_000);
    const folder = mkdtempSync(path.join(tmpdir(), 'glossary-lens-diff-'));
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
    try {
      git('init', '--quiet');
      fc.assert(
        fc.property(editedTexts(), ({ text, edits }) => {
          const changed = textOf(edit(wholeText(text), edits));
          const diff = unifiedDiff('a.md', text, edits);
          assert.equal(diff === '', changed === text);
          if (diff === '') return;
          writeFileSync(path.join(folder, 'a.md'), text);
          writeFileSync(path.join(folder, 'diff'), diff);
          git('apply', '--whitespace=nowarn', '--unidiff-zero', 'diff');
          assert.equal(readFileSync(path.join(folder, 'a.md'), 'utf8'), changed);
        }),
        {
          numRuns: 60,
          examples: [
            [
              {
                text: 'é\n',
                edits: [
                  { span: { start: 1, end: 2 }, text: '' },
                  { span: { start: 2, end: 2 }, text: '\n' },
                ],
              },
            ],
          ],
        },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a text of pieces', () => {
  it('reads as the text with all edits made, one round after the other', () => {
    fc.assert(
      fc.property(rounds(), ({ text, edits }) => {
        let pieces = wholeText(text);
        let plain = text;
        for (const round of edits) {
          const fitting = round.filter(({ span }) => span.end <= plain.length);
          pieces = edit(pieces, fitting);
          plain = applied(plain, fitting);
          assert.equal(textOf(pieces), plain);
        }
        assert.equal(applied(text, editsOf(pieces)), plain);
      }),
    );
  });

  it('knows where its parts come from', () => {
    const pieces = edit(wholeText('one two three'), [asEdit([4, 7, '2']), asEdit([8, 8, 'and '])]);
    assert.equal(textOf(pieces), 'one 2 and three');
    const origins = new Origins(pieces);
    const spans = [
      [0, 3],
      [4, 5],
      [10, 15],
      [0, 15],
    ] as const;
    assert.deepEqual(
      spans.map(([start, end]) => origins.spanOf({ start, end })),
      [
        { start: 0, end: 3 },
        { start: 4, end: 4 },
        { start: 8, end: 13 },
        { start: 0, end: 13 },
      ],
    );
  });
});

function asEdit([start, end, text]: readonly [number, number, string]): Edit {
  return { span: { start, end }, text };
}

function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toReversed()
    .reduce((left, { span, text: put }) => left.slice(0, span.start) + put + left.slice(span.end), text);
}

function texts(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom('a', 'b', 'c d', '\n', '\n', '\r\n', 'é', '\\ ', '-', '+', '@@'), { maxLength: 40 })
    .map((parts) => parts.join(''));
}

function editLists(length: number): fc.Arbitrary<readonly Edit[]> {
  return fc
    .array(fc.tuple(fc.nat(length), fc.nat(4), fc.constantFrom('', 'x', '\n', 'y\nz', 'w\n')), { maxLength: 6 })
    .map((list) => {
      const edits: Edit[] = [];
      for (const [start, size, text] of list.sort(([one], [other]) => one - other)) {
        const end = Math.min(length, start + size);
        if (start >= (edits.at(-1)?.span.end ?? -1) && start > (edits.at(-1)?.span.start ?? -1))
          edits.push({ span: { start, end }, text });
      }
      return edits;
    });
}

function editedTexts(): fc.Arbitrary<{ readonly text: string; readonly edits: readonly Edit[] }> {
  return texts().chain((text) => editLists(text.length).map((edits) => ({ text, edits })));
}

function rounds(): fc.Arbitrary<{ readonly text: string; readonly edits: readonly (readonly Edit[])[] }> {
  return texts().chain((text) => fc.array(editLists(text.length), { maxLength: 4 }).map((edits) => ({ text, edits })));
}

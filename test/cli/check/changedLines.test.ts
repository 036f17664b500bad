import { strict as assert } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { changedLines, linesInPatch } from '../../../server/src/cli/check/changedLines';
import { LinesOfText, touchesLines } from '../../../server/src/cli/check/lineRanges';
import { UsageError } from '../../../server/src/cli/check/usageError';
import { unmark } from '../../support/marked';
import { testFolder } from './folder';

describe('the lines that changed', () => {
  const folder = testFolder();
  const all = [[1, Number.POSITIVE_INFINITY]];

  beforeEach(() => {
    folder.git('init', '--quiet', '--initial-branch=main');
    folder.write('a.md', '1\n2\n3\n4\n5\n');
    folder.write('docs/b.md', 'one\r\ntwo\r\nthree\r\n');
    folder.write('c.txt', 'x\n');
    folder.git('add', '.');
    folder.git('commit', '--quiet', '-m', 'first');
  });

  async function changed(name: string, base = 'HEAD', from = '.'): Promise<unknown> {
    return (await changedLines(folder.file(from), base)).linesOf(folder.file(name));
  }

  it('are none at first', async () => assert.equal(await changed('a.md'), undefined));

  it('are those of the work tree', async () => {
    folder.write('a.md', '1\n2 changed\n3\n4\n5\n6 new\n7 new\n');
    assert.deepEqual(await changed('a.md'), [
      [2, 2],
      [6, 7],
    ]);
  });

  it('are those of the index', async () => {
    folder.write('a.md', '0\n1\n2\n3\n4\n5\n');
    folder.git('add', '.');
    assert.deepEqual(await changed('a.md'), [[1, 1]]);
  });

  it('are those of commits since the revision', async () => {
    folder.write('a.md', '1\n2\nthree\n4\n5\n');
    folder.git('commit', '--quiet', '-am', 'second');
    assert.equal(await changed('a.md'), undefined);
    assert.deepEqual(await changed('a.md', 'HEAD~1'), [[3, 3]]);
  });

  for (const [name, value] of [
    ['GIT_DIFF_OPTS', '--unified=9'],
    ['GIT_LITERAL_PATHSPECS', '1'],
    ['GIT_GLOB_PATHSPECS', '1'],
  ] as const) {
    it(`are the same where somebody set ${name}`, async () => {
      folder.write('docs/b.md', 'one\r\n2\r\nthree\r\n');
      process.env[name] = value;
      try {
        assert.deepEqual(await changed('docs/b.md'), [[2, 2]]);
      } finally {
        delete process.env[name];
      }
    });
  }

  it('are none where a line only went', async () => {
    folder.write('a.md', '1\n2\n4\n5\n');
    assert.deepEqual(await changed('a.md'), []);
  });

  it('are all of a file that git does not know', async () => {
    folder.write('docs/new.md', 'x\n');
    assert.deepEqual(await changed('docs/new.md'), all);
  });

  it('are all of a file that was added', async () => {
    folder.write('new.md', 'x\ny\n');
    folder.git('add', '.');
    assert.deepEqual(await changed('new.md'), [[1, 2]]);
  });

  it('are those that changed in a file that was moved', async () => {
    folder.git('mv', 'a.md', 'docs/moved.md');
    folder.write('docs/moved.md', '1\n2\n3\n4\n6\n');
    folder.git('add', '.');
    assert.deepEqual(await changed('docs/moved.md'), [[5, 5]]);
  });

  it('are seen from a folder of the repository', async () => {
    folder.write('a.md', 'x\n2\n3\n4\n5\n');
    folder.write('docs/new.md', 'x\n');
    assert.deepEqual(await changed('a.md', 'HEAD', 'docs'), [[1, 1]]);
    assert.deepEqual(await changed('docs/new.md', 'HEAD', 'docs'), all);
  });

  it('count carriage returns as part of a line', async () => {
    folder.write('docs/b.md', 'one\r\nzwei\r\nthree\r\n');
    assert.deepEqual(await changed('docs/b.md'), [[2, 2]]);
  });

  it('are those of this branch, not of the other one', async () => {
    folder.git('checkout', '--quiet', '-b', 'topic');
    folder.write('a.md', '1\n2\n3\n4\nfive\n');
    folder.git('commit', '--quiet', '-am', 'ours');
    folder.git('checkout', '--quiet', 'main');
    folder.write('a.md', 'one\n2\n3\n4\n5\n');
    folder.git('commit', '--quiet', '-am', 'theirs');
    folder.git('checkout', '--quiet', 'topic');
    assert.deepEqual(await changed('a.md', 'main'), [[5, 5]]);
  });

  it('are all in a repository without commits', async () => {
    mkdirSync(folder.file('sub'));
    folder.git('init', '--quiet', 'sub');
    folder.write('sub/a.md', 'x\n');
    assert.deepEqual(await changed('sub/a.md', 'HEAD', 'sub'), all);
  });

  for (const name of ['sp ace.md', 'tab\t.md', 'quo"te.md', 'back\\slash.md', 'new\nline.md', 'ünï.md', '日本.md']) {
    it(`are found in ${JSON.stringify(name)}`, async () => {
      folder.write(name, '1\n2\n');
      folder.git('add', '.');
      folder.git('commit', '--quiet', '-m', 'name');
      folder.write(name, '1\nx\n');
      assert.deepEqual(await changed(name), [[2, 2]]);
    });
  }

  it('do not hang on how somebody likes to see changes', async () => {
    for (const [key, value] of [
      ['diff.noprefix', 'true'],
      ['diff.mnemonicPrefix', 'true'],
      ['color.ui', 'always'],
      ['diff.external', '/bin/false'],
      ['diff.context', '9'],
      ['core.quotePath', 'false'],
      ['diff.relative', 'true'],
    ] as const) {
      folder.git('config', key, value);
    }
    folder.write('a.md', '1\n2\nthree\n4\n5\n');
    assert.deepEqual(await changed('a.md', 'HEAD', 'docs'), [[3, 3]]);
  });

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['an option for a revision', '--output=x', /is no revision/],
    ['nothing for a revision', '', /is no revision/],
    ['a revision that is not there', 'nowhere', /git knows no revision 'nowhere'/],
    ['a file for a revision', 'HEAD:a.md', /git knows no revision/],
  ];
  for (const [name, base, message] of refused) {
    it(`refuse ${name}`, async () => {
      await assert.rejects(changedLines(folder.path, base), (error) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, message);
        return true;
      });
    });
  }
});

describe('the lines that changed, outside of a repository', () => {
  const folder = testFolder();

  it('are not known', async () => {
    await assert.rejects(changedLines(folder.path, 'HEAD'), /this folder lies in no repository/);
  });
});

describe('a patch', () => {
  it('is read by its numbers, whatever its lines look like', () => {
    const patch = [
      'diff --git a/a.md b/a.md',
      '--- a/a.md',
      '+++ b/a.md',
      '@@ -1,2 +1,3 @@ heading',
      '--- a/x.md',
      '-y',
      '+++ b/evil.md',
      '+@@ -1 +100 @@',
      '+z',
      '\\ No newline at end of file',
      '@@ -9 +10 @@',
      '-a',
      '+b',
      '',
    ].join('\n');
    assert.deepEqual(
      [...linesInPatch(patch)],
      [
        [
          'a.md',
          [
            [1, 3],
            [10, 10],
          ],
        ],
      ],
    );
  });
});

describe('ranges of lines', () => {
  const ranges = [
    [2, 3],
    [7, 7],
  ] as const;
  const rows: readonly (readonly [number, number, boolean])[] = [
    [1, 1, false],
    [1, 2, true],
    [3, 3, true],
    [4, 6, false],
    [4, 9, true],
    [8, 9, false],
  ];
  for (const [first, last, expected] of rows) {
    it(`${expected ? 'hold' : 'do not hold'} ${first} to ${last}`, () => {
      assert.equal(touchesLines(ranges, first, last), expected);
    });
  }

  it('are touched by the characters of a span, not by its end', () => {
    const { text, spans } = unmark('a\n⟦b⟧\n⟦c\n⟧d\n⟦e⟧\n⟦\nf\ng⟧');
    const lines = new LinesOfText(text, ranges);
    assert.deepEqual(
      spans.map((span) => lines.touch(span)),
      [true, true, false, true],
    );
  });
});

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { Walker } from '../../../server/src/cli/check/walker';
import type { UnreadableFile } from '../../../server/src/cli/checkRun';
import { testFolder } from './folder';

describe('the walker', () => {
  const folder = testFolder();

  function walk(start = '.'): readonly string[] {
    const found = new Walker((name) => name.endsWith('.md')).filesBelow(path.join(folder.path, start), fail);
    return found.map((file) => path.relative(folder.path, file)).sort();
  }

  const rows: readonly (readonly [string, Readonly<Record<string, string>>, string, readonly string[]])[] = [
    ['finds files at every depth', { 'a.md': '', 'b/c/d.md': '', 'b/e.txt': '' }, '.', ['a.md', 'b/c/d.md']],
    ['enters folders whose names begin with a dot', { '.github/a.md': '' }, '.', ['.github/a.md']],
    [
      'never enters node_modules and .git',
      { 'node_modules/a.md': '', 'b/node_modules/c.md': '', '.git/d.md': '' },
      '.',
      [],
    ],
    ['leaves out what git ignores', { '.gitignore': '*.md\n!b.md\n', 'a.md': '', 'b.md': '' }, '.', ['b.md']],
    [
      'lets the nearest rules count',
      { '.gitignore': '*.md\n', 'docs/.gitignore': '!*.md\n', 'a.md': '', 'docs/b.md': '' },
      '.',
      ['docs/b.md'],
    ],
    [
      'leaves out what lies in an ignored folder, whatever it says itself',
      { '.gitignore': 'out/\n', 'out/.gitignore': '!*\n', 'out/a.md': '' },
      '.',
      [],
    ],
    [
      'knows the rules of the repository in a folder of it',
      { '.git/HEAD': '', '.gitignore': 'b.md\n', 'docs/a.md': '', 'docs/b.md': '' },
      'docs',
      ['docs/a.md'],
    ],
    [
      'looks at no rules above the repository',
      { '.gitignore': '*.md\n', 'sub/.git/HEAD': '', 'sub/a.md': '' },
      'sub',
      ['sub/a.md'],
    ],
    [
      'knows the rules that are not in the work tree',
      { '.git/info/exclude': 'b.md\n', 'a.md': '', 'b.md': '' },
      '.',
      ['a.md'],
    ],
    [
      'lets .gitignore go before them',
      { '.git/info/exclude': 'a.md\n', '.gitignore': '!a.md\n', 'a.md': '' },
      '.',
      ['a.md'],
    ],
    [
      'enters a folder that nearer rules take back, and asks the others about each file by itself',
      { '.git/info/exclude': 'z\nb.md\n', '.gitignore': '!z/\n', 'z/a.md': '', 'z/b.md': '' },
      '.',
      ['z/a.md'],
    ],
    [
      'does so whatever the folder is called',
      { '.git/info/exclude': 'q*\n', '.gitignore': '!*/\n', 'q [1]#!/a.md': '', 'q [1]#!/q.md': '' },
      '.',
      ['q [1]#!/a.md'],
    ],
    [
      'finds them from another work tree of the repository',
      {
        '.git': 'gitdir: main/worktrees/one\n',
        'main/worktrees/one/commondir': '../..\n',
        'main/info/exclude': 'b.md\n',
        'a.md': '',
        'b.md': '',
      },
      '.',
      ['a.md'],
    ],
    [
      'walks an ignored folder that is asked for',
      { '.git/HEAD': '', '.gitignore': 'out/\n', 'out/a.md': '' },
      'out',
      ['out/a.md'],
    ],
    [
      'tells case apart in rules where the system does',
      { '.gitignore': 'A.md\n', 'a.md': '' },
      '.',
      process.platform === 'linux' ? ['a.md'] : [],
    ],
  ];
  for (const [name, files, start, expected] of rows) {
    it(name, () => {
      for (const [file, text] of Object.entries(files)) folder.write(file, text);
      assert.deepEqual(walk(start), expected);
    });
  }

  it('does not follow links, and so goes in no circle', () => {
    folder.write('docs/a.md', '');
    symlinkSync('..', folder.file('docs/up'));
    symlinkSync('a.md', folder.file('docs/b.md'));
    assert.deepEqual(walk(), ['docs/a.md']);
  });

  it('walks each folder once', () => {
    folder.write('docs/a.md', '');
    const walker = new Walker(() => true);
    assert.equal(walker.filesBelow(folder.file('docs'), fail).length, 1);
    assert.equal(walker.filesBelow(folder.path, fail).length, 0);
  });

  it('finds a file with two names twice', () => {
    linkSync(folder.write('a.md', ''), folder.file('b.md'));
    assert.deepEqual(walk(), ['a.md', 'b.md']);
  });

  it('tells of a folder that is too deep', () => {
    const deep = `${'d/'.repeat(130)}a.md`;
    folder.write(deep, '');
    const told: UnreadableFile[] = [];
    const found = new Walker(() => true).filesBelow(folder.path, (unreadable) => told.push(unreadable));
    assert.deepEqual(found, []);
    assert.match(told[0]?.reason ?? '', /more than 128 folders deep/);
  });

  it('tells of a folder that may not be read', function () {
    if (process.getuid?.() === 0) this.skip();
    mkdirSync(folder.file('closed'));
    chmodSync(folder.file('closed'), 0);
    const told: UnreadableFile[] = [];
    new Walker(() => true).filesBelow(folder.path, (unreadable) => told.push(unreadable));
    assert.deepEqual(told, [{ path: folder.file('closed'), reason: 'it may not be read: permission denied' }]);
  });

  it('ignores what git ignores', function () {
    this.timeout(30_000);
    const names = ['a.md', 'b.md', 'x/a.md', 'x/b.md', 'x/y/a.md', 'x/y/c.md', 'z/a.md'];
    const rule = fc.constantFrom(
      '*.md',
      'a.md',
      '/a.md',
      '!a.md',
      'x/',
      '/x/y',
      '!x/y/',
      '**/y',
      'x/**',
      '!b.md',
      '# a',
      '',
      'x/*.md',
      'z',
      '!z/',
      'y/',
      'c.*',
    );
    const rules = fc.array(rule, { maxLength: 4 }).map((lines) => `${lines.join('\n')}\n`);
    folder.git('init', '--quiet');
    for (const name of names) folder.write(name, '');
    fc.assert(
      fc.property(rules, rules, rules, (top, inX, exclude) => {
        folder.write('.gitignore', top);
        folder.write('x/.gitignore', inX);
        folder.write('.git/info/exclude', exclude);
        const listed = execFileSync('git', ['ls-files', '--others', '--exclude-standard', '*.md'], {
          cwd: folder.path,
          encoding: 'utf8',
          env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
        });
        assert.deepEqual(
          walk(),
          listed
            .split('\n')
            .filter((line) => line !== '')
            .sort(),
        );
      }),
      {
        numRuns: 60,
        examples: [
          ['\n', '\n', '\n'],
          ['!z/\n', '\n', 'z\n'],
        ],
      },
    );
  });
});

function fail({ path: name, reason }: UnreadableFile): void {
  assert.fail(`${name}: ${reason}`);
}

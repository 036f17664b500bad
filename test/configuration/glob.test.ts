import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { type Glob, readGlob } from '../../server/src/configuration/glob';

function globOf(pattern: string): Glob {
  const glob = readGlob(pattern);
  if (typeof glob === 'string') throw new Error(glob);
  return glob;
}

describe('a glob', () => {
  const rows: readonly (readonly [pattern: string, matching: readonly string[], others: readonly string[]])[] = [
    ['*.yaml', ['a.yaml', 'docs/a.yaml', '.yaml', 'a/.b.yaml'], ['a.yml', 'a.yaml/b', 'a.yaml.md']],
    ['README.md', ['README.md', 'a/b/README.md'], ['readme.md', 'README.md.txt']],
    ['/README.md', ['README.md'], ['a/README.md']],
    ['./docs/*.md', ['docs/a.md'], ['docs/a/b.md', 'x/docs/a.md']],
    [
      'docs/users/**',
      ['docs/users/a.md', 'docs/users/a/b.md', 'docs/users/.a/b'],
      ['docs/users', 'docs/a.md', 'x/docs/users/a.md'],
    ],
    ['docs/', ['docs/a.md', 'a/docs/b/c.md'], ['mydocs/a.md']],
    ['a/docs/', ['a/docs/b', 'a/docs/b/c'], ['b/a/docs/c']],
    ['**/test/**', ['test/a', 'a/test/b', 'a/b/test/c/d'], ['a/testing/b']],
    ['docs/**/a.md', ['docs/a.md', 'docs/b/a.md', 'docs/b/c/a.md'], ['docs/ba.md', 'docs/a.md/b']],
    ['docs/**/x/**/a', ['docs/x/a', 'docs/1/x/2/3/a', 'docs/x/x/x/a'], ['docs/a', 'docs/x/b']],
    ['a?c', ['abc', 'x/abc'], ['ac', 'a/c', 'abbc']],
    ['docs/[slug]/(a)+.md', ['docs/[slug]/(a)+.md'], ['docs/s/a.md']],
    ['{{ name }}/*', ['{{ name }}/a'], ['name/a']],
    ['a**b', ['ab', 'axxb', 'x/axb'], ['a/b']],
    ['*', ['a', 'a/b', '.a'], []],
    ['**', ['a', 'a/b/c'], []],
    ['/', ['a', 'a/b/c'], []],
    ['日本/*.md', ['日本/語.md'], ['日/a.md']],
  ];
  for (const [pattern, matching, others] of rows) {
    it(`${pattern} matches what git would`, () => {
      const { matches } = globOf(pattern);
      for (const path of matching) assert.ok(matches(path), path);
      for (const path of others) assert.ok(!matches(path), path);
    });
  }

  const part = fc.constantFrom('a', 'b', 'ab', '*', '?', '.');
  const segment = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
  const pattern = fc.array(fc.oneof(segment, fc.constant('**')), { minLength: 2, maxLength: 4 });
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 5 });

  it('matches as picomatch does', () => {
    // picomatch never matches the names `.` and `..`, which no path has, and wants a character behind the dot of `*.*`.
    const isName = (text: string) => !/^\.{1,2}$/.test(text);
    const isFileName = (text: string) => !text.endsWith('.');
    fc.assert(
      fc.property(
        // What a trailing `**` matches differs from tool to tool: rows above say what it is here.
        pattern
          .filter((segments) => segments.at(-1) !== '**')
          .filter((segments) => segments.every((text) => isName(text) && !/\*{3}|.\*\*|\*\*./.test(text))),
        fc.array(name.filter(isFileName), { minLength: 1, maxLength: 5 }),
        (segments, names) => {
          const expected = picomatch(segments.join('/'), { dot: true, noextglob: true, windows: false });
          assert.equal(globOf(segments.join('/')).matches(names.join('/')), expected(names.join('/')));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  const worst: readonly (readonly [name: string, pattern: string, path: string])[] = [
    ['stars in a segment', `${'*a'.repeat(99)}b`, 'a'.repeat(10_000)],
    ['stars in many segments', `/${'*a*a*a/'.repeat(24)}b`, `${'aaaaaaaaaaaaaaaaaaaaaaaaaa/'.repeat(400)}c`],
    ['folders of any number', `${'**/a/'.repeat(39)}b`, 'a/'.repeat(5_000)],
    ['both', `${'**/*a*a/'.repeat(24)}b`, 'aaaaaaaa/'.repeat(1_200)],
  ];
  for (const [kind, written, path] of worst) {
    it(`of ${kind} goes back a little alone`, () => {
      assert.ok(written.length <= 200);
      const { matches } = globOf(written);
      const start = performance.now();
      assert.equal(matches(path), false);
      assert.ok(performance.now() - start < 500);
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchesLoosely } from '../../server/src/sources/looseGlob';

const rows: readonly (readonly [glob: string, path: string, matches: boolean])[] = [
  ['CargoDemo', '/src/CargoDemo/a.cs', true],
  ['CargoDemo', '/src/MyCargoDemoTests/a.cs', true],
  ['/Payments/', '/Payments/a.md', true],
  ['/Payments/', '/PaymentsOld/a.md', false],
  ['**/Cargo/**', '/src/Cargo/deep/a.cs', true],
  ['src/*/a.md', '/src/one/a.md', true],
  ['src/*/a.md', '/src/one/two/a.md', false],
  ['src/**/a.md', '/src/one/two/a.md', true],
  ['a?c', '/abc', true],
  ['a?c', '/a/c', false],
  ['*.md', '/docs/a.md', true],
  ['*.md', '/docs/a.txt', false],
  ['', '/docs/a.md', true],
];

describe('a glob for a part of a path', () => {
  for (const [glob, path, matches] of rows) {
    it(`${JSON.stringify(glob)} ${matches ? 'matches' : 'does not match'} ${path}`, () =>
      assert.equal(matchesLoosely(glob, path), matches));
  }

  it('without wildcards is a part of it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/') });
    fc.assert(fc.property(text, text, (part, path) => matchesLoosely(part, path) === path.includes(part)));
  });

  it('matches as the regular expression does that it stands for', () => {
    const glob = fc.array(fc.constantFrom('a', '/', '*', '**', '?'), { maxLength: 6 });
    const path = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 8 });
    fc.assert(
      fc.property(glob, path, (tokens, text) => {
        // Two tokens `*` in a row read as one `**`.
        const written = tokens.join('');
        const expression = [...written.matchAll(/\*\*|\*|\?|./g)].map(([token]) =>
          token === '**' ? '.*' : token === '*' ? '[^/]*' : token === '?' ? '[^/]' : token,
        );
        return matchesLoosely(written, text) === new RegExp(expression.join('')).test(text);
      }),
    );
  });
});

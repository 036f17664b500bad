import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readShard, shardOf } from '../../../server/src/cli/check/shard';

describe('shards', () => {
  const paths = fc.uniqueArray(fc.string({ maxLength: 12 }), { maxLength: 60 });

  it('make up the whole, are disjoint, and differ by one in size', () => {
    fc.assert(
      fc.property(paths, fc.integer({ min: 1, max: 20 }), (names, count) => {
        const files = names.map((path) => ({ path }));
        const parts = Array.from({ length: count }, (_, index) => shardOf(files, { index: index + 1, count }));
        assert.deepEqual(parts.flatMap((part) => part.map(({ path }) => path)).sort(), [...names].sort());
        const sizes = parts.map((part) => part.length);
        assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
      }),
    );
  });

  it('do not hang on the order in which files are found', () => {
    fc.assert(
      fc.property(paths, (names) => {
        const files = names.map((path) => ({ path }));
        const one = shardOf(files, { index: 2, count: 3 }).map(({ path }) => path);
        const other = shardOf(files.toReversed(), { index: 2, count: 3 }).map(({ path }) => path);
        assert.deepEqual(other.toReversed(), one);
      }),
    );
  });

  it('spread the files of a folder', () => {
    const files = Array.from({ length: 300 }, (_, index) => ({ path: `${index < 150 ? 'a' : 'b'}/${index}.md` }));
    const inA = shardOf(files, { index: 1, count: 3 }).filter(({ path }) => path.startsWith('a/')).length;
    assert.ok(inA > 30 && inA < 70, `${inA} of 100 files of a shard are from one of two folders`);
  });

  for (const [text, expected] of [
    ['1/1', { index: 1, count: 1 }],
    ['3/16', { index: 3, count: 16 }],
    ['0/4', undefined],
    ['5/4', undefined],
    ['1/0', undefined],
    ['1', undefined],
    ['1/2/3', undefined],
    ['-1/2', undefined],
    ['1/99999', undefined],
    ['1 / 2', undefined],
  ] as const) {
    it(`${expected === undefined ? 'are not' : 'are'} ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readShard(text), expected);
    });
  }
});

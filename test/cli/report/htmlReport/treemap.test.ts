import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Area, areasOf } from '../../../../server/src/cli/report/htmlReport/treemap';

const ERROR = 1e-6;
const values = fc
  .array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 40 })
  .map((list) => list.toSorted((one, other) => other - one));
const aspect = fc.double({ min: 0.2, max: 5, noNaN: true });

describe('the areas of a treemap', () => {
  it('are as large as their values', () => {
    fc.assert(
      fc.property(values, aspect, (list, shape) => {
        const total = list.reduce((sum, value) => sum + value, 0);
        for (const [index, { width, height }] of areasOf(list, shape).entries()) {
          const share = (list[index] ?? 0) / total;
          assert.ok(Math.abs((width * height) / 10_000 - share) < ERROR);
        }
      }),
    );
  });

  it('lie inside of the square and apart from each other', () => {
    fc.assert(
      fc.property(values, aspect, (list, shape) => {
        const areas = areasOf(list, shape);
        for (const [index, area] of areas.entries()) {
          assert.ok(area.x >= -ERROR && area.x + area.width <= 100 + ERROR);
          assert.ok(area.y >= -ERROR && area.y + area.height <= 100 + ERROR);
          for (const other of areas.slice(index + 1)) assert.ok(!overlaps(area, other));
        }
      }),
    );
  });

  it('of alike values are squares, where they fit', () => {
    for (const { width, height } of areasOf([1, 1, 1, 1], 1)) assert.deepEqual([width, height], [50, 50]);
  });

  it('are none of nothing', () => {
    assert.deepEqual(areasOf([], 1), []);
    for (const { width, height } of areasOf([0, 0], 1)) assert.equal(width * height, 0);
  });
});

function overlaps(one: Area, other: Area): boolean {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > ERROR && height > ERROR;
}

import assert from 'node:assert/strict';
import { stemmerOf } from '../../server/src/terminology/inflection/stemmers';
import { mergeMatches } from '../../server/src/terminology/matches';
import { StemReading, stemTerm } from '../../server/src/terminology/stemReading';
import { Numbers } from '../../server/src/terminology/termSearch';
import { SourceReader } from '../../server/src/text/source';

/** Places as `start, end, form`, each of one form in the index at place 0. */
function matchesOf(...places: readonly (readonly [start: number, end: number, form: number])[]): Numbers {
  const matches = new Numbers();
  for (const [start, end, form] of places) for (const value of [start, end, 1, 0, form]) matches.push(value);
  return matches;
}

describe('mergeMatches', () => {
  const rows: readonly (readonly [behaviour: string, one: Numbers, other: Numbers, merged: readonly number[]])[] = [
    ['the leftmost wins', matchesOf([2, 5, 1]), matchesOf([0, 3, 2]), [0, 3, 1, 0, 2]],
    ['of two that begin together, the longest', matchesOf([0, 3, 1]), matchesOf([0, 8, 2]), [0, 8, 1, 0, 2]],
    ['one stretch has the forms of both', matchesOf([0, 3, 1]), matchesOf([0, 3, 2]), [0, 3, 2, 0, 1, 0, 2]],
    ['what does not overlap stays', matchesOf([0, 3, 1]), matchesOf([3, 5, 2]), [0, 3, 1, 0, 1, 3, 5, 1, 0, 2]],
    ['nothing of nothing', matchesOf(), matchesOf(), []],
  ];
  for (const [behaviour, one, other, expected] of rows) {
    it(behaviour, () => {
      const merged = new Numbers();
      mergeMatches(one, other, merged);
      assert.deepEqual([...merged.cells.subarray(0, merged.length)], expected);
    });
  }
});

describe('a reading of stems', () => {
  const stem = stemmerOf('ru') ?? ((word: string) => word);

  it('has the stem of each word and what is between', () => {
    assert.equal(stemTerm('Облачные вычисления', stem), stemTerm('облачных вычислений', stem));
    assert.equal(stemTerm('Pod-поды', stem), `pod-${stem('поды')}`);
  });

  it('leads back to whole words', () => {
    const { units, length } = new SourceReader().read('в контейнерах.');
    const reading = new StemReading(stem);
    reading.read(units, 0, length);
    const read = String.fromCharCode(...reading.units.subarray(0, reading.length));
    const at = read.indexOf(stem('контейнер'));
    const matches = matchesOf([at, at + stem('контейнер').length, 7]);
    reading.toSource(matches, 3);
    assert.deepEqual([...matches.cells.subarray(0, 5)], [2, 13, 1, 3, 7]);
  });
});

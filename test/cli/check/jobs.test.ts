import assert from 'node:assert/strict';
import { jobsFor, MOST_JOBS } from '../../../server/src/cli/check/jobs';

describe('the number of threads', () => {
  const megabyte = 1_000_000;
  const rows: readonly (readonly [bytes: number, cores: number, wanted: number | undefined, jobs: number])[] = [
    [0, 8, undefined, 1],
    [3 * megabyte, 8, undefined, 1],
    [14 * megabyte, 2, undefined, 1],
    [14 * megabyte, 8, undefined, 3],
    [100 * megabyte, 2, undefined, 2],
    [100 * megabyte, 8, undefined, 4],
    [1_000 * megabyte, 8, undefined, 8],
    [0, 1, 3, 3],
    [100 * megabyte, 8, 1, 1],
    [0, 8, 0, 1],
    [0, 8, 1_000_000, MOST_JOBS],
  ];
  for (const [bytes, cores, wanted, jobs] of rows) {
    it(`is ${jobs} for ${bytes / megabyte} MB on ${cores} cores${wanted === undefined ? '' : `, with ${wanted} wanted`}`, () =>
      assert.equal(jobsFor(bytes, wanted, cores), jobs));
  }
});

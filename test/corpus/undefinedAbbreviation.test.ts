import assert from 'node:assert/strict';
import { drawn, findAll, keyOf, type Place, PRECISION_BAR, readVerdicts } from './undefinedAbbreviation';

describe('undefined-abbreviation on real documents', function () {
  this.timeout(120_000);
  let all: readonly Place[] = [];

  before(function () {
    const found = findAll();
    if (found === undefined) {
      console.log('      skipped: ../shared/corpora/documents is not there');
      this.skip();
    }
    all = found;
  });

  it('still finds every place that was judged right', () => {
    const found = new Set(all.map(keyOf));
    const lost = readVerdicts().filter((verdict) => verdict.verdict === 'right' && !found.has(keyOf(verdict)));
    assert.deepEqual(lost.map(keyOf), []);
  });

  it('has a verdict on every finding that is drawn', () => {
    const judged = new Set(readVerdicts().map(keyOf));
    const unjudged = drawn(all).filter((place) => !judged.has(keyOf(place)));
    assert.deepEqual(unjudged.map(keyOf), []);
  });

  it(`is right in at least ${PRECISION_BAR} of those that are drawn`, () => {
    const verdicts = new Map(readVerdicts().map((verdict) => [keyOf(verdict), verdict]));
    const judged = drawn(all).flatMap((place) => verdicts.get(keyOf(place)) ?? []);
    const wrong = judged.filter(({ verdict }) => verdict === 'wrong');
    assert.ok(judged.length >= 200, `${judged.length} are judged`);
    assert.ok(
      1 - wrong.length / judged.length >= PRECISION_BAR,
      wrong.map((verdict) => `${keyOf(verdict)}: ${verdict.reason}`).join('\n'),
    );
  });
});

describe('verdicts on undefined abbreviations', () => {
  it('are given once each, with a reason', () => {
    const verdicts = readVerdicts();
    assert.equal(new Set(verdicts.map(keyOf)).size, verdicts.length);
    assert.deepEqual(
      verdicts.filter(({ verdict, reason }) => !['right', 'wrong'].includes(verdict) || reason === ''),
      [],
    );
  });
});

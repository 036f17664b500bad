import assert from 'node:assert/strict';
import { type Drawn, drawSample, PRECISION_BARS, readVerdicts } from './precision';

describe('precision of the shipped glossary on real documents', function () {
  this.timeout(120_000);
  let sample: readonly Drawn[] = [];

  before(function () {
    const drawn = drawSample();
    if (drawn === undefined) {
      console.log('      skipped: ../shared/corpora/documents is not there');
      this.skip();
    }
    sample = drawn;
  });

  it('has a verdict on every occurrence that is drawn', () => {
    const unjudged = sample.filter(({ verdict }) => verdict === undefined);
    assert.deepEqual(
      unjudged.map(({ path, context, concept }) => `${path}: ${context} = ${concept}`),
      [],
    );
  });

  for (const [language, bar] of PRECISION_BARS) {
    it(`is at least ${bar} in ${language}`, () => {
      const judged = sample.filter((drawn) => drawn.language === language && drawn.verdict !== undefined);
      const wrong = judged.filter(({ verdict }) => verdict?.verdict === 'wrong');
      assert.ok(judged.length > 0);
      assert.ok(
        1 - wrong.length / judged.length >= bar,
        wrong.map(({ path, context, verdict }) => `${path}: ${context}: ${verdict?.reason}`).join('\n'),
      );
    });
  }
});

describe('verdicts on occurrences', () => {
  it('are given once each, with a reason where the occurrence is wrong', () => {
    const verdicts = readVerdicts();
    const places = verdicts.map(({ path, context, concept }) => `${path}: ${context} = ${concept}`);
    assert.equal(new Set(places).size, places.length);
    const unexplained = verdicts.filter(({ verdict, reason }) => (verdict === 'wrong') !== (reason !== undefined));
    assert.deepEqual(unexplained, []);
  });
});

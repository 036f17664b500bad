import assert from 'node:assert/strict';
import { type Death, FIRST_DELAY, LONGEST_DELAY, Recovery } from '../../client/src/recovery';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('recovery', () => {
  it('waits twice as long after each death in a row, up to a limit', () => {
    const recovery = new Recovery();
    const delays = Array.from({ length: 9 }, (_, index) =>
      recovery.died(death({ time: index * MINUTE, lifetime: MINUTE })),
    );
    const expected = [0.5, 1, 2, 4, 8, 16, 30, 30, 30];
    assert.deepEqual(
      delays,
      expected.map((seconds) => ({ kind: 'restart', delay: seconds * SECOND })),
    );
    assert.equal(expected.at(-1), LONGEST_DELAY / SECOND);
  });

  it('begins anew after a server that lived long', () => {
    const recovery = new Recovery();
    recovery.died(death({ time: 0, lifetime: MINUTE }));
    recovery.died(death({ time: MINUTE, lifetime: MINUTE }));
    assert.deepEqual(recovery.died(death({ time: 5 * MINUTE, lifetime: 4 * MINUTE })), restart(FIRST_DELAY));
  });

  it('gives up at the fifth quick death within three minutes', () => {
    const recovery = new Recovery();
    const steps = [0, 10, 20, 30, 40].map((second) => recovery.died(death({ time: second * SECOND })).kind);
    assert.deepEqual(steps, ['restart', 'restart', 'restart', 'restart', 'giveUp']);
  });

  it('goes on where quick deaths are far apart', () => {
    const recovery = new Recovery();
    const steps = [0, 1, 2, 3, 4, 5, 6].map((minute) => recovery.died(death({ time: minute * MINUTE })).kind);
    assert.equal(steps.includes('giveUp'), false);
  });

  const quarantines: readonly { name: string; deaths: readonly Partial<Death>[]; expected: readonly string[] }[] = [
    { name: 'trusts a document at its first death', deaths: [{ inWork: ['a'] }], expected: [] },
    {
      name: 'leaves a document alone after two deaths',
      deaths: [{ inWork: ['a'] }, { inWork: ['a'] }],
      expected: ['a'],
    },
    { name: 'counts a document once for a death', deaths: [{ inWork: ['a', 'a'] }], expected: [] },
    { name: 'leaves a document alone after one hang', deaths: [{ inWork: ['a'], isHang: true }], expected: ['a'] },
    {
      name: 'leaves alone only what was in work both times',
      deaths: [{ inWork: ['a', 'b'] }, { inWork: ['b', 'c'] }],
      expected: ['b'],
    },
    {
      name: 'remembers a document over deaths of others',
      deaths: [{ inWork: ['a'] }, { inWork: ['b'] }, { inWork: ['a'] }],
      expected: ['a'],
    },
  ];
  for (const { name, deaths, expected } of quarantines) {
    it(name, () => {
      const recovery = new Recovery();
      for (const each of deaths) recovery.died(death(each));
      assert.deepEqual(recovery.quarantine, expected);
    });
  }

  it('forgets everything when it is cleared', () => {
    const recovery = new Recovery();
    for (let count = 0; count < 4; count++) recovery.died(death({ inWork: ['a'] }));
    recovery.clear();
    assert.deepEqual(recovery.quarantine, []);
    assert.deepEqual(recovery.died(death({ inWork: ['a'] })), restart(FIRST_DELAY));
    assert.deepEqual(recovery.quarantine, []);
  });
});

function death(what: Partial<Death>): Death {
  return { time: 0, lifetime: SECOND, isHang: false, inWork: [], ...what };
}

function restart(delay: number) {
  return { kind: 'restart', delay };
}

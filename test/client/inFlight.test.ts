import assert from 'node:assert/strict';
import { InFlight, PATIENCE } from '../../client/src/inFlight';
import { ManualClock } from './manualClock';

describe('what a server has in work', () => {
  it('names the documents of unanswered requests, the oldest first', () => {
    const { inFlight } = watch();
    const answer = inFlight.send({ uri: 'a', isAskedFor: true });
    inFlight.send({ uri: 'b', isAskedFor: true });
    inFlight.send({ uri: undefined, isAskedFor: true });
    assert.deepEqual(inFlight.documents, ['a', 'b']);
    answer();
    assert.deepEqual(inFlight.documents, ['b']);
  });

  it('names documents that were opened or changed, until something later is answered', () => {
    const { inFlight } = watch();
    const early = inFlight.send({ uri: undefined, isAskedFor: true });
    inFlight.touch('a');
    const late = inFlight.send({ uri: undefined, isAskedFor: true });
    inFlight.touch('b');
    early();
    assert.deepEqual(inFlight.documents, ['a', 'b']);
    late();
    assert.deepEqual(inFlight.documents, ['b']);
  });

  it('remembers the last three documents that were touched', () => {
    const { inFlight } = watch();
    for (const uri of ['a', 'b', 'c', 'a', 'd']) inFlight.touch(uri);
    assert.deepEqual(inFlight.documents, ['c', 'a', 'd']);
  });

  it('tells whether a person waits', () => {
    const { inFlight } = watch();
    inFlight.send({ uri: 'a', isAskedFor: false });
    assert.equal(inFlight.isAwaited, false);
    const answer = inFlight.send({ uri: 'a', isAskedFor: true });
    assert.equal(inFlight.isAwaited, true);
    answer();
    assert.equal(inFlight.isAwaited, false);
  });
});

describe('the pulse of a server', () => {
  it('is not felt while nothing is asked, and no timer runs', () => {
    const { clock, inFlight, pings } = watch();
    inFlight.touch('a');
    const answer = inFlight.send({ uri: 'a', isAskedFor: true });
    assert.equal(clock.timers, 1);
    answer();
    assert.equal(clock.timers, 0);
    assert.deepEqual(pings, []);
  });

  it('is felt after five seconds without an answer', () => {
    const { clock, inFlight, pings } = watch();
    inFlight.send({ uri: 'a', isAskedFor: true });
    clock.advance(PATIENCE - 1);
    assert.equal(pings.length, 0);
    clock.advance(1);
    assert.equal(pings.length, 1);
  });

  it('counts the time from the oldest request that is unanswered', () => {
    const { clock, inFlight, pings } = watch();
    const answer = inFlight.send({ uri: 'a', isAskedFor: true });
    clock.advance(PATIENCE - 1);
    inFlight.send({ uri: 'b', isAskedFor: true });
    answer();
    clock.advance(PATIENCE - 1);
    assert.equal(pings.length, 0);
    clock.advance(1);
    assert.equal(pings.length, 1);
  });

  it('reports a server that is silent for five more seconds, with the first document it was asked about', () => {
    const { clock, inFlight, silences } = watch();
    inFlight.send({ uri: undefined, isAskedFor: true });
    inFlight.send({ uri: 'a', isAskedFor: true });
    inFlight.send({ uri: 'b', isAskedFor: true });
    clock.advance(2 * PATIENCE - 1);
    assert.deepEqual(silences, []);
    clock.advance(1);
    assert.deepEqual(silences, [['a']]);
  });

  it('blames the document that was touched last where no request names one', () => {
    const { clock, inFlight, silences } = watch();
    inFlight.touch('a');
    inFlight.send({ uri: undefined, isAskedFor: true });
    clock.advance(2 * PATIENCE);
    assert.deepEqual(silences, [['a']]);
  });

  it('leaves a slow server alone that answers, and feels again', async () => {
    const { clock, inFlight, pings, silences } = watch();
    inFlight.send({ uri: 'a', isAskedFor: true });
    for (let round = 1; round <= 3; round++) {
      clock.advance(PATIENCE);
      assert.equal(pings.length, round);
      pings.at(-1)?.();
      await Promise.resolve();
      await Promise.resolve();
    }
    clock.advance(PATIENCE - 1);
    assert.deepEqual(silences, []);
    assert.equal(clock.timers, 1);
  });

  it('is calm when the answer comes during the last wait', () => {
    const { clock, inFlight, silences } = watch();
    const answer = inFlight.send({ uri: 'a', isAskedFor: true });
    clock.advance(PATIENCE + 1);
    answer();
    assert.equal(clock.timers, 0);
    clock.advance(10 * PATIENCE);
    assert.deepEqual(silences, []);
  });

  it('is felt no more after the end', () => {
    const { clock, inFlight, pings } = watch();
    inFlight.send({ uri: 'a', isAskedFor: true });
    inFlight.end();
    inFlight.send({ uri: 'b', isAskedFor: true });
    assert.equal(clock.timers, 0);
    clock.advance(10 * PATIENCE);
    assert.equal(pings.length, 0);
  });
});

function watch() {
  const clock = new ManualClock();
  /** Each answers one ping. */
  const pings: (() => void)[] = [];
  const silences: (readonly string[])[] = [];
  const inFlight = new InFlight(clock, {
    ping: () => new Promise<void>((resolve) => pings.push(resolve)),
    onSilence: (inWork) => silences.push(inWork),
  });
  return { clock, inFlight, pings, silences };
}

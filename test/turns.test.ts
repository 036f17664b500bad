import assert from 'node:assert/strict';
import { Turns } from '../server/src/turns';

describe('turns', () => {
  /** What happens, in order: pieces that each take some milliseconds, and rests between them. */
  async function order(pieces: readonly { readonly name: string; readonly takes: number; readonly fails?: true }[]) {
    const happened: string[] = [];
    let now = 0;
    const turns = new Turns({
      now: () => now,
      after: () => () => {},
      rest: async () => {
        happened.push('rest');
      },
    });
    const work = pieces.map(({ name, takes, fails }) =>
      turns
        .take(() => {
          now += takes;
          happened.push(name);
          if (fails) throw new Error(`${name} fails`);
        })
        .catch((error: Error) => happened.push(error.message)),
    );
    await Promise.all(work);
    return happened;
  }

  const rows = [
    {
      name: 'give others theirs before the first piece',
      pieces: [{ name: 'a', takes: 1 }],
      happens: ['rest', 'a'],
    },
    {
      name: 'take short pieces together',
      pieces: ['a', 'b', 'c'].map((name) => ({ name, takes: 1 })),
      happens: ['rest', 'a', 'b', 'c'],
    },
    {
      name: 'give others theirs after a long piece',
      pieces: ['a', 'b'].map((name) => ({ name, takes: 20 })),
      happens: ['rest', 'a', 'rest', 'b'],
    },
    {
      name: 'go on after a piece that fails',
      pieces: [
        { name: 'a', takes: 20, fails: true as const },
        { name: 'b', takes: 1 },
      ],
      happens: ['rest', 'a', 'a fails', 'rest', 'b'],
    },
  ];
  for (const { name, pieces, happens } of rows) {
    it(name, async () => assert.deepEqual((await order(pieces)).toSorted(), happens.toSorted()));
  }

  it('keep the order of the pieces', async () => {
    const happened = await order(['a', 'b', 'c'].map((name) => ({ name, takes: 3 })));
    assert.deepEqual(happened, ['rest', 'a', 'b', 'rest', 'c']);
  });

  it('work with a clock that knows no rest', async () => {
    const turns = new Turns({ now: () => 0, after: () => () => {} });
    assert.equal(await turns.take(() => 'done'), 'done');
  });
});

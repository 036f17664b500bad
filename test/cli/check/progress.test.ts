import { strict as assert } from 'node:assert';
import { progressOn } from '../../../server/src/cli/check/progress';

describe('the progress of a run', () => {
  function shown(isTTY: boolean, looks: readonly (readonly [milliseconds: number, done: number])[]): string {
    let now = 0;
    let text = '';
    const stream = { isTTY, write: (part: string) => (text += part) };
    const progress = progressOn(stream, 4, false, () => now);
    for (const [milliseconds, done] of looks) {
      now = milliseconds;
      progress.show(done);
    }
    progress.clear();
    return text;
  }

  const half = `\r${'█'.repeat(12)}${'░'.repeat(12)} 2 of 4 files\u001B[K`;
  const rows: readonly (readonly [string, boolean, readonly (readonly [number, number])[], string])[] = [
    ['shows on a terminal, and is taken away', true, [[500, 2]], `${half}\r\u001B[K`],
    ['does not show elsewhere', false, [[500, 2]], ''],
    ['does not show where all is done at once', true, [[100, 4]], ''],
    [
      'shows now and then',
      true,
      [
        [500, 2],
        [550, 3],
      ],
      `${half}\r\u001B[K`,
    ],
  ];
  for (const [name, isTTY, looks, expected] of rows) {
    it(name, () => assert.equal(shown(isTTY, looks), expected));
  }
});

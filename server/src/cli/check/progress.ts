import { styleText } from 'node:util';

/** What is shown while files are checked. */
export interface Progress {
  /** Tell how many files are done. */
  show(done: number): void;
  /** Take away what is shown. */
  clear(): void;
}

/** Milliseconds before anything is shown: what is done at once needs no bar. */
const DELAY = 300;
/** Milliseconds between two looks. */
const INTERVAL = 100;
/** Columns of the bar. */
const WIDTH = 24;

/** Show how many of `total` files are done, on a terminal alone: elsewhere each step would be a line of its own. */
export function progressOn(
  stream: { readonly isTTY?: boolean; write(text: string): unknown },
  total: number,
  isStyled: boolean,
  now: () => number = Date.now,
): Progress {
  if (stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  let last = now() + DELAY - INTERVAL;
  let isShown = false;
  return {
    show(done) {
      if (now() - last < INTERVAL) return;
      last = now();
      isShown = true;
      stream.write(`\r${barOf(done, total, isStyled)}${CLEAR_REST}`);
    },
    clear() {
      if (isShown) stream.write(`\r${CLEAR_REST}`);
      isShown = false;
    },
  };
}

const CLEAR_REST = '\u001B[K';

function barOf(done: number, total: number, isStyled: boolean): string {
  const filled = total === 0 ? WIDTH : Math.min(WIDTH, Math.floor((WIDTH * done) / total));
  const bar = '█'.repeat(filled);
  return `${isStyled ? styleText('blue', bar) : bar}${'░'.repeat(WIDTH - filled)} ${done} of ${total} files`;
}

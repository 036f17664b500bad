import type { Clock } from './host';

/** Work goes on for so long at a time, in milliseconds: a quarter of what a frame of a screen takes. */
const LONGEST_TURN = 4;

/**
 * Long work in pieces, one after the other. Between them others have their turn: who asks for something else meanwhile waits
 * for a piece and not for all of them.
 */
export class Turns {
  readonly #clock: Clock;
  #last: Promise<unknown> = Promise.resolve();
  /** When others had their turn. */
  #since = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Do a piece of work, behind those that were given before it. */
  take<T>(work: () => T): Promise<T> {
    const begin = () => this.#do(work);
    const done = this.#last.then(begin, begin);
    this.#last = done;
    return done;
  }

  async #do<T>(work: () => T): Promise<T> {
    if (this.#clock.now() - this.#since > LONGEST_TURN) {
      await this.#clock.rest?.();
      this.#since = this.#clock.now();
    }
    return work();
  }
}

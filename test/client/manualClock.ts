import type { Clock } from '../../client/src/clock';

/** A clock that goes only when a test says so. */
export class ManualClock implements Clock {
  #now = 0;
  readonly #timers = new Set<{ readonly time: number; readonly action: () => void }>();

  /** How many timers run. */
  get timers(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, action: () => void): () => void {
    const timer = { time: this.#now + milliseconds, action };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  /** Let time pass and run what falls due, in order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = [...this.#timers].filter(({ time }) => time <= end).sort((one, other) => one.time - other.time);
      if (next === undefined) break;
      this.#timers.delete(next);
      this.#now = next.time;
      next.action();
    }
    this.#now = end;
  }
}

/** Time, from the environment: tests put their own in. */
export interface Clock {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Run `action` once, `milliseconds` from now; the answer calls that off. */
  after(milliseconds: number, action: () => void): () => void;
}

/** What every environment has to tell the time with: Node's and a worker's `globalThis` alike. */
export interface Timers<Timer> {
  readonly performance: { now(): number };
  setTimeout(action: () => void, milliseconds: number): Timer;
  clearTimeout(timer: Timer): void;
}

/** Make the clock of an environment from its global object. */
export function clockOf<Timer>(timers: Timers<Timer>): Clock {
  return {
    now: () => timers.performance.now(),
    after(milliseconds, action) {
      const timer = timers.setTimeout(action, milliseconds);
      return () => timers.clearTimeout(timer);
    },
  };
}

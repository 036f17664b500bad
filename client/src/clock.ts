/** Time, from the environment: tests put their own in. */
export interface Clock {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Run `action` once, `milliseconds` from now; the answer calls that off. */
  after(milliseconds: number, action: () => void): () => void;
}

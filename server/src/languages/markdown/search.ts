/**
 * The next place of one needle, remembered: many unclosed openers that look for the same closer cost one pass over the
 * text together, not one each.
 */
export class Search {
  readonly #text: string;
  readonly #needle: string;
  #from = 0;
  #found = -1;

  constructor(text: string, needle: string) {
    this.#text = text;
    this.#needle = needle;
  }

  /** Give the offset of the first needle at or behind `from`, `Infinity` where there is none. */
  next(from: number): number {
    if (from < this.#from || from > this.#found) {
      const found = this.#text.indexOf(this.#needle, from);
      this.#found = found < 0 ? Number.POSITIVE_INFINITY : found;
      this.#from = from;
    }
    return this.#found;
  }
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Counts the lines of a text up to offsets that grow, so that all questions together cost one pass. */
export class LineCounter {
  readonly #text: string;
  #line = 1;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Tell the line of an offset, counted from 1; an offset before the last one asked about counts as that one. */
  lineAt(offset: number): number {
    const text = this.#text;
    const end = Math.min(offset, text.length);
    for (; this.#at < end; this.#at++) {
      const unit = text.charCodeAt(this.#at);
      // Of a line end of two characters the second one counts.
      const isLineEnd = unit === LINE_FEED || (unit === CARRIAGE_RETURN && text.charCodeAt(this.#at + 1) !== LINE_FEED);
      if (isLineEnd) this.#line++;
    }
    return this.#line;
  }
}

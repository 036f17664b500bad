import { COLON, DASH, isBlank, isLetter, LF } from './characters';

/** Lines of text blocks: line `i` reads from `starts[i]` to `ends[i]`, without indentation, container markers and trailing blanks. */
export interface Lines {
  readonly starts: number[];
  readonly ends: number[];
}

/**
 * Walk the lines of one block character by character. A line end reads as one LF, and what stands between two lines
 * (a line end, indentation, quote markers) is passed over; behind the last character stands -1.
 */
export class LeafCursor {
  /** The offset of the character that `code` is about. */
  at = 0;
  /** The line that `at` is in. */
  line = 0;
  readonly #text: string;
  readonly #lines: Lines;
  #endLine = 0;
  #end = 0;

  constructor(text: string, lines: Lines) {
    this.#text = text;
    this.#lines = lines;
  }

  /** Stand at offset `at` of `line` in the block that ends before line `endLine`. */
  move(at: number, line: number, endLine: number): this {
    this.at = at;
    this.line = line;
    this.#endLine = endLine;
    this.#end = this.#lines.ends[line] ?? 0;
    return this;
  }

  /** Give the character here: a UTF-16 code, LF at a line's end, -1 at the block's. */
  code(): number {
    if (this.at < this.#end) return this.#text.charCodeAt(this.at);
    return this.line + 1 < this.#endLine ? LF : -1;
  }

  /** Step behind the character here. */
  step(): void {
    if (this.at < this.#end) {
      this.at++;
    } else if (this.line + 1 < this.#endLine) {
      this.line++;
      this.at = this.#lines.starts[this.line] ?? 0;
      this.#end = this.#lines.ends[this.line] ?? 0;
    }
  }

  /** Step over the letters, digits, `-`, `.`, `/` and `:` in the line, which are most of any URL; give how many. */
  skipPath(): number {
    const start = this.at;
    let at = start;
    for (; at < this.#end; at++) {
      const code = this.#text.charCodeAt(at);
      if (!isLetter(code) && !(code >= DASH && code <= COLON)) break;
    }
    this.at = at;
    return at - start;
  }

  /** Step over blanks and line ends; tell whether there was one. */
  skipSpace(): boolean {
    let skipped = false;
    for (let code = this.code(); isBlank(code) || code === LF; code = this.code()) {
      this.step();
      skipped = true;
    }
    return skipped;
  }
}

import {
  APOSTROPHE,
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  DOT,
  EQUALS,
  GREATER,
  HASH,
  LESS,
  OPEN_BRACE,
  PIPE,
  PLUS,
  QUOTE,
  SPACE,
  TAB,
} from '../../text/ascii';
import {
  ADDRESS,
  BLANK,
  CLASSES,
  classOf,
  DOTTED,
  END,
  ESCAPE,
  FLOW,
  holdsAt,
  isBlank,
  isLineEnd,
  isSeparator,
  LINE_END,
  lineAfter,
  lineEndFrom,
  SPECIAL,
  STOP,
  skipBlanks,
} from './characters';
import { Templates } from './templates';

/** What a version control system writes around the sides of a conflict, at the start of a line. */
const CONFLICT_MARKS = ['<<<<<<<', '=======', '>>>>>>>', '|||||||'];
const CONFLICT_MARK_LENGTH = 7;

/** Units behind the furthest offset on record that may have been looked at: marks of a few characters. */
const PEEK = 16;

/** Measures what stands at an offset of the text and how far it reaches, and changes nothing. */
export class Lookahead {
  readonly text: string;
  readonly units: Uint16Array;
  readonly end: number;
  readonly templates: Templates;

  /** Where the plain scalar stopped that was measured last: at its colon, at the comment behind it, at a flow mark, at the line end. */
  stop = 0;
  /** The classes of its characters, and how many blanks stand between them. Not told of those in template expressions. */
  seen = 0;
  blanks = 0;

  /** From here on, what is long is cut between two lines: the section is long enough. */
  limit = Number.POSITIVE_INFINITY;

  #reach = 0;

  // The line whose indentation was measured last.
  #line = -1;
  #first = 0;
  #spaces = 0;

  constructor(text: string, units: Uint16Array, end: number) {
    this.text = text;
    this.units = units;
    this.end = end;
    this.templates = new Templates(units, end);
  }

  /** The furthest offset that may have been looked at. */
  get reach(): number {
    return Math.max(this.#reach, this.templates.reach) + PEEK;
  }

  /** Forget how far was looked. */
  resetReach(): void {
    this.#line = -1;
    this.#reach = 0;
    this.templates.resetReach();
  }

  /** Remember that the text was looked at up to `at`. */
  see(at: number): void {
    if (at > this.#reach) this.#reach = at;
  }

  /** The end of the plain scalar at `start` on its line, blanks behind it left off. Sets `stop`, `seen` and `blanks`. */
  plainEnd(start: number, mayBeKey: boolean, isFlow: boolean): number {
    const { units, end } = this;
    const table = CLASSES;
    const stops = isFlow ? STOP | FLOW | DOTTED : STOP | DOTTED;
    let at = start;
    let seen = 0;
    let blanks = 0;
    while (at < end) {
      const unit = units[at] ?? END;
      let bits = table[unit] ?? 0;
      if ((bits & stops) !== 0) {
        if ((bits & LINE_END) !== 0) break;
        // A full stop at the end of a word makes nothing suspect.
        if (unit === DOT && isSeparator(this.at(at + 1))) bits = 0;
        if (unit === OPEN_BRACE) {
          const close = this.templates.endOf(at, true);
          if (close >= 0) {
            seen |= bits;
            at = close;
            continue;
          }
        }
        if (unit === HASH && at > start && isBlank(units[at - 1] ?? END)) break;
        if (unit === COLON && mayBeKey) {
          const next = this.at(at + 1);
          if (isSeparator(next) || (isFlow && (classOf(next) & FLOW) !== 0)) break;
        }
        if (isFlow && (bits & FLOW) !== 0) break;
      }
      seen |= bits;
      blanks += bits & BLANK;
      at++;
    }
    this.stop = at;
    this.see(at);
    while (at > start && isBlank(units[at - 1] ?? END)) {
      at--;
      blanks--;
    }
    this.seen = seen;
    this.blanks = blanks;
    return at;
  }

  /** The end of a line of text, which holds no structure. Sets `seen` and `blanks`. */
  textEnd(start: number): number {
    const { units, end } = this;
    const table = CLASSES;
    let at = start;
    let seen = 0;
    let blanks = 0;
    while (at < end) {
      const bits = table[units[at] ?? END] ?? 0;
      if ((bits & (LINE_END | ADDRESS | DOTTED)) !== 0) {
        if ((bits & LINE_END) !== 0) break;
        // A full stop or a colon at the end of a word makes nothing suspect.
        if (!isSeparator(this.at(at + 1))) seen |= bits;
      } else {
        seen |= bits;
        blanks += bits & BLANK;
      }
      at++;
    }
    this.see(at);
    this.seen = seen;
    this.blanks = blanks;
    return at;
  }

  /** The end of a line, counting the lines that a template expression holds as one. Sets `seen` and `blanks`. */
  logicalLineEnd(start: number): number {
    let at = start;
    let seen = 0;
    let blanks = 0;
    const { units, end } = this;
    const table = CLASSES;
    while (at < end) {
      const unit = units[at] ?? END;
      let bits = table[unit] ?? 0;
      if ((bits & (STOP | DOTTED)) !== 0) {
        if ((bits & LINE_END) !== 0) break;
        if (unit === OPEN_BRACE) {
          const close = this.templates.endOf(at, true);
          if (close >= 0) {
            seen |= bits;
            at = close;
            continue;
          }
        } else if (unit !== HASH && isSeparator(this.at(at + 1))) {
          bits = 0;
        }
      }
      seen |= bits;
      blanks += bits & BLANK;
      at++;
    }
    this.see(at);
    this.seen = seen;
    this.blanks = blanks;
    return at;
  }

  /**
   * The offset of the quote that closes the one at `start`, or -1 if the text ends, or a line that looks like the next
   * key comes, before it. Sets `seen`, and `blanks` where that holds no line end.
   */
  closingQuote(start: number, quote: number, indent: number): number {
    const { units, end } = this;
    const table = CLASSES;
    let at = start + 1;
    this.seen = 0;
    this.blanks = 0;
    while (at < end) {
      const unit = units[at] ?? END;
      const bits = table[unit] ?? 0;
      if ((bits & (LINE_END | ESCAPE | SPECIAL)) === 0) {
        this.seen |= bits;
        this.blanks += bits & BLANK;
        at++;
        continue;
      }
      if (unit === quote) {
        if (quote === QUOTE || this.at(at + 1) !== APOSTROPHE) {
          this.see(at + 1);
          return at;
        }
        this.seen |= bits;
        at += 2;
      } else if (unit === BACKSLASH && quote === QUOTE) {
        this.seen |= bits;
        at += isLineEnd(this.at(at + 1)) ? 1 : 2;
      } else if (unit === OPEN_BRACE) {
        const close = this.templates.endOf(at, false);
        this.seen |= bits;
        at = close >= 0 ? close : at + 1;
      } else if (isLineEnd(unit)) {
        const next = this.lineAfter(at);
        const first = this.firstOn(next);
        if (this.isOutside(next, first, indent)) return -1;
        this.seen |= LINE_END;
        at = first;
      } else {
        this.seen |= bits;
        at++;
      }
    }
    this.see(this.end);
    return -1;
  }

  /** The header of a block scalar at `start`: where it ends, and its indentation indicator or 0. */
  blockHeader(start: number): { readonly end: number; readonly indentation: number } | undefined {
    let at = start + 1;
    let indentation = 0;
    while (at < start + 3 && at < this.end) {
      const unit = this.at(at);
      if (unit >= 49 && unit <= 57) {
        indentation = unit - 48;
      } else if (unit !== DASH && unit !== PLUS) {
        break;
      }
      at++;
    }
    const isParted = isBlank(this.at(at));
    const end = this.#behindTemplates(this.skipBlanks(at));
    const unit = this.at(end);
    return isLineEnd(unit) || unit === END || (unit === HASH && isParted) ? { end, indentation } : undefined;
  }

  /** The end of an anchor, alias or tag. */
  wordEnd(start: number): number {
    let at = start;
    while (!isSeparator(this.at(at))) at++;
    return at;
  }

  flowWordEnd(start: number): number {
    let at = start + 1;
    while (!isSeparator(this.at(at)) && (classOf(this.at(at)) & FLOW) === 0) at++;
    return at;
  }

  /**
   * The start of the line behind one that is no part of the document's structure: it holds template expressions and
   * nothing else, or it is a mark of a merge conflict. -1 for any other line.
   */
  behindTransparent(lineStart: number, first: number): number {
    const unit = this.at(first);
    if (unit === OPEN_BRACE) {
      const at = this.#behindTemplates(first);
      return at > first && isSeparator(this.at(at)) ? this.lineAfter(at) : -1;
    }
    if (first === lineStart && (unit === LESS || unit === EQUALS || unit === GREATER || unit === PIPE)) {
      const isMark = CONFLICT_MARKS.some((mark) => holdsAt(this.text, mark, first, this.end));
      if (isMark && isSeparator(this.at(first + CONFLICT_MARK_LENGTH))) {
        return this.lineAfter(this.lineEndFrom(first));
      }
    }
    return -1;
  }

  /** The offset behind the template expressions at `start` and the blanks behind each. */
  #behindTemplates(start: number): number {
    let at = start;
    while (this.at(at) === OPEN_BRACE) {
      const close = this.templates.endOf(at, true);
      if (close < 0) break;
      at = this.skipBlanks(close);
    }
    return at;
  }

  /** Tell whether `---` or `...` stands at `start` as a word. */
  isDocumentMark(start: number): boolean {
    const unit = this.at(start);
    return (
      (unit === DASH || unit === DOT) &&
      this.at(start + 1) === unit &&
      this.at(start + 2) === unit &&
      isSeparator(this.at(start + 3))
    );
  }

  isKeyMark(at: number): boolean {
    return this.at(at) === COLON && isSeparator(this.at(at + 1));
  }

  lineAfter(lineEnd: number): number {
    return lineAfter(this.units, lineEnd, this.end);
  }

  lineEndFrom(at: number): number {
    const lineEnd = lineEndFrom(this.units, at, this.end);
    this.see(lineEnd);
    return lineEnd;
  }

  skipBlanks(at: number): number {
    return skipBlanks(this.units, at, this.end);
  }

  /** The first character of the line at `line`, or its end. Lines are asked for several times in a row. */
  firstOn(line: number): number {
    if (line !== this.#line) this.#measureIndentation(line);
    return this.#first;
  }

  /** Indentation is made of spaces: what stands behind a tab is indented no deeper than the tab. */
  spacesOn(line: number): number {
    if (line !== this.#line) this.#measureIndentation(line);
    return this.#spaces;
  }

  #measureIndentation(line: number): void {
    const { units, end } = this;
    let at = line;
    while (at < end && units[at] === SPACE) at++;
    this.#line = line;
    this.#spaces = at - line;
    this.#first = units[at] === TAB ? skipBlanks(units, at, end) : at;
    this.see(this.#first);
  }

  /** The UTF-16 unit at `at`, or `END` behind the end of what is read. */
  at(at: number): number {
    return at < this.end ? (this.units[at] ?? END) : END;
  }

  /** Tell whether a line inside a flow collection or a quoted scalar shows that it was never closed. */
  isOutside(lineStart: number, first: number, indent: number): boolean {
    const column = first - lineStart;
    const unit = this.at(first);
    if (isSeparator(unit)) return false;
    if (column === 0 && this.isDocumentMark(first)) return true;
    if (column > indent || unit === CLOSE_BRACKET || unit === CLOSE_BRACE || unit === COMMA) return false;
    if (unit === DASH && isSeparator(this.at(first + 1))) return true;
    this.plainEnd(first, true, false);
    return this.at(this.stop) === COLON;
  }

  /** The start of the first line from `lineStart` on that is neither blank nor transparent. */
  nextWrittenLine(lineStart: number): number {
    let line = lineStart;
    while (line < this.end) {
      const first = this.firstOn(line);
      const next = isSeparator(this.at(first)) ? this.lineAfter(first) : this.behindTransparent(line, first);
      if (next < 0) break;
      line = next;
    }
    this.see(line);
    return line;
  }

  /** Tell whether the line end at `lineEnd` is escaped: an odd number of backslashes stands before it. */
  isEscaped(start: number, lineEnd: number): boolean {
    let at = lineEnd;
    while (at > start && this.units[at - 1] === BACKSLASH) at--;
    return (lineEnd - at) % 2 === 1;
  }
}

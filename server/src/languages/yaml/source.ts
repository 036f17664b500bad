import {
  classOf,
  END,
  FLOW,
  holdsAt,
  isBlank,
  isLineEnd,
  isSeparator,
  lineAfter,
  lineEndFrom,
  STOP,
  skipBlanks,
} from './characters';
import { Templates } from './templates';

/** What a version control system writes around the sides of a conflict, at the start of a line. */
const CONFLICT_MARKS = ['<<<<<<<', '=======', '>>>>>>>', '|||||||'];

const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const PLUS = 43;
const COMMA = 44;
const DASH = 45;
const DOT = 46;
const COLON = 58;
const BACKSLASH = 92;
const CLOSING_BRACKET = 93;
const BRACE = 123;
const CLOSING_BRACE = 125;

/** The text that is scanned: measures what stands at an offset and how far it reaches, and changes nothing. */
export class Source {
  readonly text: string;
  readonly end: number;
  readonly templates: Templates;

  /** Where the plain scalar stopped that was measured last: at its colon, at the comment behind it, at a flow mark, at the line end. */
  stop = 0;

  constructor(text: string, end: number) {
    this.text = text;
    this.end = end;
    this.templates = new Templates(text, end);
  }

  /** The end of the plain scalar at `start` on its line, blanks behind it left off. Sets `stop`. */
  plainEnd(start: number, mayBeKey: boolean, isFlow: boolean): number {
    const text = this.text;
    const stops = isFlow ? STOP | FLOW : STOP;
    let at = start;
    let end = start;
    while (at < this.end) {
      const unit = text.charCodeAt(at);
      const bits = classOf(unit);
      if ((bits & stops) === 0) {
        at++;
        if (!isBlank(unit)) {
          end = at;
        }
        continue;
      }
      if (isLineEnd(unit)) {
        break;
      }
      if (unit === BRACE) {
        const close = this.templates.endOf(at, true);
        if (close >= 0) {
          at = close;
          end = at;
          continue;
        }
      }
      if (unit === HASH && at > start && isBlank(text.charCodeAt(at - 1))) {
        break;
      }
      if (unit === COLON && mayBeKey) {
        const next = this.at(at + 1);
        if (isSeparator(next) || (isFlow && (classOf(next) & FLOW) !== 0)) {
          break;
        }
      }
      if (isFlow && (bits & FLOW) !== 0) {
        break;
      }
      at++;
      end = at;
    }
    this.stop = at;
    return end;
  }

  /** The end of a line, counting the lines that a template expression holds as one. */
  logicalLineEnd(start: number): number {
    let at = start;
    while (at < this.end) {
      const unit = this.text.charCodeAt(at);
      if (isLineEnd(unit)) {
        break;
      }
      const close = unit === BRACE ? this.templates.endOf(at, true) : -1;
      at = close >= 0 ? close : at + 1;
    }
    return at;
  }

  /**
   * The offset of the quote that closes the one at `start`, or -1 if the text ends, or a line that looks like the next
   * key comes, before it.
   */
  closingQuote(start: number, quote: number, indent: number): number {
    const text = this.text;
    let at = start + 1;
    while (at < this.end) {
      const unit = text.charCodeAt(at);
      if (unit === quote) {
        if (quote === QUOTE || text.charCodeAt(at + 1) !== APOSTROPHE || at + 1 >= this.end) {
          return at;
        }
        at += 2;
      } else if (unit === BACKSLASH && quote === QUOTE) {
        at += isLineEnd(this.at(at + 1)) ? 1 : 2;
      } else if (unit === BRACE) {
        const close = this.templates.endOf(at, false);
        at = close >= 0 ? close : at + 1;
      } else if (isLineEnd(unit)) {
        const next = this.lineAfter(at);
        const first = skipBlanks(text, next, this.end);
        if (this.isOutside(next, first, indent)) {
          return -1;
        }
        at = first;
      } else {
        at++;
      }
    }
    return -1;
  }

  /** The header of a block scalar at `start`: where it ends, and its indentation indicator or 0. */
  blockHeader(start: number): { readonly end: number; readonly indentation: number } | undefined {
    let at = start + 1;
    let indentation = 0;
    while (at < start + 3 && at < this.end) {
      const unit = this.text.charCodeAt(at);
      if (unit >= 49 && unit <= 57) {
        indentation = unit - 48;
      } else if (unit !== DASH && unit !== PLUS) {
        break;
      }
      at++;
    }
    const isParted = isBlank(this.at(at));
    let end = skipBlanks(this.text, at, this.end);
    let template = this.at(end) === BRACE ? this.templates.endOf(end, true) : -1;
    while (template >= 0) {
      end = skipBlanks(this.text, template, this.end);
      template = this.at(end) === BRACE ? this.templates.endOf(end, true) : -1;
    }
    const unit = this.at(end);
    return isLineEnd(unit) || unit === END || (unit === HASH && isParted) ? { end, indentation } : undefined;
  }

  /** The end of an anchor, alias or tag. */
  wordEnd(start: number): number {
    let at = start;
    while (!isSeparator(this.at(at))) {
      at++;
    }
    return at;
  }

  flowWordEnd(start: number): number {
    let at = start + 1;
    while (!isSeparator(this.at(at)) && (classOf(this.at(at)) & FLOW) === 0) {
      at++;
    }
    return at;
  }

  /**
   * The start of the line behind one that is no part of the document's structure: it holds template expressions and
   * nothing else, or it is a mark of a merge conflict. -1 for any other line.
   */
  behindTransparent(lineStart: number, first: number): number {
    const text = this.text;
    if (this.at(first) === BRACE) {
      let at = first;
      let close = this.templates.endOf(at, true);
      while (close >= 0) {
        at = skipBlanks(text, close, this.end);
        close = this.at(at) === BRACE ? this.templates.endOf(at, true) : -1;
      }
      return at > first && isSeparator(this.at(at)) ? this.lineAfter(at) : -1;
    }
    if (first === lineStart && CONFLICT_MARKS.some((mark) => holdsAt(text, mark, first, this.end))) {
      return isSeparator(this.at(first + 7)) ? this.lineAfter(lineEndFrom(text, first, this.end)) : -1;
    }
    return -1;
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
    return lineEnd < this.end ? lineAfter(this.text, lineEnd, this.end) : this.end;
  }

  /** The UTF-16 unit at `at`, or `END` behind the end of what is read. */
  at(at: number): number {
    return at < this.end ? this.text.charCodeAt(at) : END;
  }

  /** Tell whether a line inside a flow collection or a quoted scalar shows that it was never closed. */
  isOutside(lineStart: number, first: number, indent: number): boolean {
    const column = first - lineStart;
    const unit = this.at(first);
    if (isSeparator(unit)) {
      return false;
    }
    if (column === 0 && this.isDocumentMark(first)) {
      return true;
    }
    if (column > indent || unit === CLOSING_BRACKET || unit === CLOSING_BRACE || unit === COMMA) {
      return false;
    }
    if (unit === DASH && isSeparator(this.at(first + 1))) {
      return true;
    }
    this.plainEnd(first, true, false);
    return this.at(this.stop) === COLON;
  }

  /** Indentation is made of spaces: what stands behind a tab is indented no deeper than the tab. */
  spacesBefore(lineStart: number, first: number): number {
    let at = lineStart;
    while (at < first && this.text.charCodeAt(at) === 32) {
      at++;
    }
    return at - lineStart;
  }

  /** The start of the first line from `lineStart` on that is neither blank nor transparent. */
  nextWrittenLine(lineStart: number): number {
    let line = lineStart;
    while (line < this.end) {
      const first = skipBlanks(this.text, line, this.end);
      const next = isSeparator(this.at(first)) ? this.lineAfter(first) : this.behindTransparent(line, first);
      if (next < 0) {
        break;
      }
      line = next;
    }
    return line;
  }

  /** Tell whether the line end at `lineEnd` is escaped: an odd number of backslashes stands before it. */
  isEscaped(start: number, lineEnd: number): boolean {
    let at = lineEnd;
    while (at > start && this.text.charCodeAt(at - 1) === BACKSLASH) {
      at--;
    }
    return (lineEnd - at) % 2 === 1;
  }
}

import {
  APOSTROPHE,
  ASTERISK,
  BACKSLASH,
  BACKTICK,
  CLOSE_BRACE,
  CLOSE_PARENTHESIS,
  DASH,
  DOLLAR,
  DOT,
  HASH,
  OPEN_BRACE,
  OPEN_PARENTHESIS,
  PERCENT,
  QUOTE,
  SLASH,
  UNDERSCORE,
} from '../../text/ascii';
import {
  BLANK,
  CLASSES,
  classOf,
  DIGIT,
  END,
  isBlank,
  isLineEnd,
  isSeparator,
  LETTER,
  lineEndFrom,
} from './characters';

/** Lines over which one template expression may reach, so that an unclosed `{{` never swallows half a document. */
const MAX_TEMPLATE_LINES = 32;

/** Answers that are kept: so many template expressions a line has, and a power of two. */
const REMEMBERED = 32;

/**
 * Finds where template expressions end in one text: Go and Jinja `{{ … }}`, Jinja `{% … %}` and `{# … #}`, GitHub
 * `${{ … }}`, shell and Azure `${…}`, `$(…)` and `$NAME`.
 *
 * Linear over a whole scan: an unclosed expression is given up at the next opening mark of its kind, and what was
 * looked for in vain is remembered.
 */
export class Templates {
  readonly #units: Uint16Array;
  readonly #end: number;
  #reach = 0;
  /** By start, the last questions and their answers. */
  readonly #questions: number[] = new Array(REMEMBERED).fill(-1);
  readonly #answers: number[] = new Array(REMEMBERED).fill(-1);
  /** No `}` or `)` stands between the offset that was asked for and this one. */
  #noBraceBefore = 0;
  #noParenthesisBefore = 0;
  /** The first end of a Go comment (`*` and `/`) and the first line end at or behind an offset that was asked for. */
  #commentFrom = 0;
  #commentEnd = -1;
  #lineFrom = 0;
  #lineEnd = -1;

  constructor(units: Uint16Array, end: number) {
    this.#units = units;
    this.#end = end;
  }

  /** The furthest offset that was looked at since `resetReach`. */
  get reach(): number {
    return this.#reach;
  }

  /** Forget how far was looked. */
  resetReach(): void {
    this.#reach = 0;
    this.#questions.fill(-1);
  }

  /**
   * Give the offset behind the template expression that opens at `start`, or -1 if none does or none closes.
   * Only a `multiline` one may reach over line ends.
   */
  endOf(start: number, multiline: boolean): number {
    const unit = this.#at(start);
    const next = this.#at(start + 1);
    if (unit === OPEN_BRACE ? next !== OPEN_BRACE && next !== PERCENT && next !== HASH : unit !== DOLLAR) return -1;
    // A line is measured, then read: what was found once is asked for again.
    const question = 2 * start + Number(multiline);
    const slot = start & (REMEMBERED - 1);
    if (this.#questions[slot] === question) return this.#answers[slot] ?? -1;
    const end = this.#find(start, multiline);
    this.#see(end);
    this.#questions[slot] = question;
    this.#answers[slot] = end;
    return end;
  }

  /** Tell whether the template expression at `start` is a comment in Go. */
  isComment(start: number): boolean {
    return this.#at(start) === OPEN_BRACE && this.#commentStart(start) >= 0;
  }

  #find(start: number, multiline: boolean): number {
    const next = this.#at(start + 1);
    if (this.#at(start) === OPEN_BRACE) {
      return next === OPEN_BRACE ? this.#actionEnd(start, multiline) : this.#blockEnd(start, next, multiline);
    }
    if (next === OPEN_BRACE) {
      return this.#at(start + 2) === OPEN_BRACE
        ? this.#actionEnd(start + 1, multiline)
        : this.#expansionEnd(start + 2, CLOSE_BRACE);
    }
    return next === OPEN_PARENTHESIS ? this.#expansionEnd(start + 2, CLOSE_PARENTHESIS) : this.#variableEnd(start + 1);
  }

  /** `{{ … }}`, with what it prints where all it does is to print braces for another template engine. */
  #actionEnd(start: number, multiline: boolean): number {
    const end = this.#singleActionEnd(start, multiline);
    return end >= 0 && this.#prints(start, end, OPEN_BRACE) ? this.#escapedEnd(end) : end;
  }

  #singleActionEnd(start: number, multiline: boolean): number {
    const comment = this.#commentStart(start);
    if (comment >= 0) {
      return this.#goCommentEnd(comment, multiline);
    }
    let lines = 0;
    const table = CLASSES;
    const units = this.#units;
    const end = this.#end;
    let at = start + 2;
    for (; at < end; at++) {
      const unit = units[at] ?? END;
      if (((table[unit] ?? 0) & (LETTER | DIGIT | BLANK)) !== 0) continue;
      if (unit === CLOSE_BRACE && this.#at(at + 1) === CLOSE_BRACE) {
        return at + 2;
      }
      if (unit === OPEN_BRACE && this.#at(at + 1) === OPEN_BRACE) {
        break;
      }
      if (unit === QUOTE || unit === BACKTICK || unit === APOSTROPHE) {
        at = this.#stringEnd(at) - 1;
      } else if (isLineEnd(unit) && (!multiline || ++lines > MAX_TEMPLATE_LINES)) {
        break;
      }
    }
    this.#see(at);
    return -1;
  }

  /** `{% … %}` or `{# … #}`. */
  #blockEnd(start: number, mark: number, multiline: boolean): number {
    let lines = 0;
    let at = start + 2;
    for (; at < this.#end; at++) {
      const unit = this.#at(at);
      const next = this.#at(at + 1);
      if (unit === mark && next === CLOSE_BRACE) {
        return at + 2;
      }
      if ((unit === OPEN_BRACE && next === mark) || (isLineEnd(unit) && (!multiline || ++lines > MAX_TEMPLATE_LINES))) {
        break;
      }
    }
    this.#see(at);
    return -1;
  }

  /** `{{/*`, `{{- /*`: the offset behind the opening of a Go comment, or -1. */
  #commentStart(start: number): number {
    let at = start + 2;
    if (this.#at(at) === DASH) {
      at++;
      while (at < this.#end && isSeparator(this.#at(at))) {
        at++;
      }
    }
    this.#see(at);
    return this.#at(at) === SLASH && this.#at(at + 1) === ASTERISK ? at + 2 : -1;
  }

  /** A Go comment may be as long as a licence, and may quote braces. */
  #goCommentEnd(start: number, multiline: boolean): number {
    if (start < this.#commentFrom || this.#commentEnd < start) {
      let at = start;
      while (at < this.#end && !(this.#at(at) === ASTERISK && this.#at(at + 1) === SLASH)) {
        at++;
      }
      this.#commentFrom = start;
      this.#commentEnd = at;
    }
    // Also where it was remembered: a scan that starts here would look as far.
    this.#see(this.#commentEnd);
    let at = this.#commentEnd + 2;
    if (isBlank(this.#at(at))) {
      at++;
    }
    if (this.#at(at) === DASH) {
      at++;
    }
    const isClosed = this.#at(at) === CLOSE_BRACE && this.#at(at + 1) === CLOSE_BRACE;
    return isClosed && (multiline || at < this.#lineEndFrom(start)) ? at + 2 : -1;
  }

  #lineEndFrom(start: number): number {
    if (start < this.#lineFrom || this.#lineEnd < start) {
      this.#lineFrom = start;
      this.#lineEnd = lineEndFrom(this.#units, start, this.#end);
    }
    return this.#lineEnd;
  }

  /** A string inside an action: the offset behind its closing quote, or behind the opening one if its line has no other. */
  #stringEnd(start: number): number {
    const table = CLASSES;
    const units = this.#units;
    const end = this.#end;
    const quote = this.#at(start);
    if (this.#at(start - 1) === BACKSLASH) {
      return start + 1;
    }
    for (let at = start + 1; at < end; at++) {
      const unit = units[at] ?? END;
      if (((table[unit] ?? 0) & (LETTER | DIGIT | BLANK)) !== 0) continue;
      if (unit === quote) {
        return at + 1;
      }
      if (isLineEnd(unit)) {
        this.#see(at);
        return start + 1;
      }
      if (unit === BACKSLASH && quote !== BACKTICK) {
        at++;
      }
    }
    this.#see(this.#end);
    return start + 1;
  }

  /** Tell whether the action is a string of two braces and nothing else: `{{ "{{" }}`. */
  #prints(start: number, end: number, brace: number): boolean {
    if (end - start > 12) {
      return false;
    }
    let braces = 0;
    for (let at = start + 2; at < end - 2; at++) {
      const unit = this.#at(at);
      if (unit === brace) {
        braces++;
      } else if (!isBlank(unit) && unit !== QUOTE && unit !== BACKTICK && unit !== APOSTROPHE && unit !== DASH) {
        return false;
      }
    }
    return braces === 2;
  }

  /** The end of the action that prints `}}`, on the same line and before another prints `{{`; else `start`. */
  #escapedEnd(start: number): number {
    let at = start;
    for (; at < this.#end && !isLineEnd(this.#at(at)); at++) {
      if (this.#at(at) === OPEN_BRACE && this.#at(at + 1) === OPEN_BRACE) {
        const end = this.#singleActionEnd(at, false);
        if (end < 0 || this.#prints(at, end, OPEN_BRACE)) {
          return start;
        }
        if (this.#prints(at, end, CLOSE_BRACE)) {
          return end;
        }
        at = end - 1;
      }
    }
    this.#see(at);
    return start;
  }

  /** `${…}` and `$(…)` end at the first closing mark of their line; `${` and `$(` inside are not counted. */
  #expansionEnd(start: number, closing: number): number {
    if (start < (closing === CLOSE_BRACE ? this.#noBraceBefore : this.#noParenthesisBefore)) {
      return -1;
    }
    let at = start;
    while (at < this.#end && !isLineEnd(this.#at(at))) {
      if (this.#at(at) === closing) {
        return at + 1;
      }
      at++;
    }
    if (closing === CLOSE_BRACE) {
      this.#noBraceBefore = at;
    } else {
      this.#noParenthesisBefore = at;
    }
    this.#see(at);
    return -1;
  }

  /** `$NAME` and `$name.field`. */
  #variableEnd(start: number): number {
    const first = this.#at(start);
    if (start >= this.#end || ((classOf(first) & LETTER) === 0 && first !== UNDERSCORE)) {
      return -1;
    }
    let at = start;
    while (at < this.#end) {
      const unit = this.#at(at);
      const isDot = unit === DOT && (classOf(this.#at(at + 1)) & LETTER) !== 0;
      if ((classOf(unit) & (LETTER | DIGIT)) === 0 && unit !== UNDERSCORE && !isDot) {
        break;
      }
      at++;
    }
    return at;
  }

  /** The UTF-16 unit at `at`, or `END` behind the end of what is read. */
  #at(at: number): number {
    return at < this.#end ? (this.#units[at] ?? END) : END;
  }

  #see(at: number): void {
    if (at > this.#reach) this.#reach = at;
  }
}

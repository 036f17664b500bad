import { classOf, DIGIT, holdsAt, isBlank, isLineEnd, LETTER, lineEndFrom } from './characters';

/** Lines over which one template expression may reach, so that an unclosed `{{` never swallows half a document. */
const MAX_TEMPLATE_LINES = 32;

const QUOTE = 34;
const HASH = 35;
const DOLLAR = 36;
const PERCENT = 37;
const APOSTROPHE = 39;
const PARENTHESIS = 40;
const CLOSING_PARENTHESIS = 41;
const STAR = 42;
const DASH = 45;
const DOT = 46;
const SLASH = 47;
const BACKSLASH = 92;
const UNDERSCORE = 95;
const BACKTICK = 96;
const BRACE = 123;
const CLOSING_BRACE = 125;

/**
 * Finds where template expressions end in one text: Go and Jinja `{{ … }}`, Jinja `{% … %}` and `{# … #}`, GitHub
 * `${{ … }}`, shell and Azure `${…}`, `$(…)` and `$NAME`.
 *
 * Linear over a whole scan: an unclosed expression is given up at the next opening mark of its kind, and what was
 * looked for in vain is remembered.
 */
export class Templates {
  readonly #text: string;
  readonly #end: number;
  /** No `}` or `)` stands between the offset that was asked for and this one. */
  #noBraceBefore = 0;
  #noParenthesisBefore = 0;
  /** The first end of a Go comment (`*` and `/`) and the first line end at or behind an offset that was asked for. */
  #commentFrom = 0;
  #commentEnd = -1;
  #lineFrom = 0;
  #lineEnd = -1;

  constructor(text: string, end: number) {
    this.#text = text;
    this.#end = end;
  }

  /**
   * Give the offset behind the template expression that opens at `start`, or -1 if none does or none closes.
   * Only a `multiline` one may reach over line ends.
   */
  endOf(start: number, multiline: boolean): number {
    const next = this.#text.charCodeAt(start + 1);
    if (this.#text.charCodeAt(start) === BRACE) {
      return next === BRACE
        ? this.#actionEnd(start, multiline)
        : next === PERCENT || next === HASH
          ? this.#blockEnd(start, next, multiline)
          : -1;
    }
    if (this.#text.charCodeAt(start) !== DOLLAR) {
      return -1;
    }
    if (next === BRACE) {
      return this.#text.charCodeAt(start + 2) === BRACE
        ? this.#actionEnd(start + 1, multiline)
        : this.#expansionEnd(start + 2, CLOSING_BRACE);
    }
    return next === PARENTHESIS ? this.#expansionEnd(start + 2, CLOSING_PARENTHESIS) : this.#variableEnd(start + 1);
  }

  /** `{{ … }}`, with what it prints where all it does is to print braces for another template engine. */
  #actionEnd(start: number, multiline: boolean): number {
    const end = this.#singleActionEnd(start, multiline);
    return end >= 0 && this.#prints(start, end, BRACE) ? this.#escapedEnd(end) : end;
  }

  #singleActionEnd(start: number, multiline: boolean): number {
    const text = this.#text;
    const comment = this.#commentStart(start);
    if (comment >= 0) {
      return this.#goCommentEnd(comment, multiline);
    }
    let lines = 0;
    for (let at = start + 2; at < this.#end; at++) {
      const unit = text.charCodeAt(at);
      if (unit === CLOSING_BRACE && text.charCodeAt(at + 1) === CLOSING_BRACE && at + 2 <= this.#end) {
        return at + 2;
      }
      if (unit === BRACE && text.charCodeAt(at + 1) === BRACE) {
        return -1;
      }
      if (unit === QUOTE || unit === BACKTICK || unit === APOSTROPHE) {
        at = this.#stringEnd(at) - 1;
      } else if (isLineEnd(unit) && (!multiline || ++lines > MAX_TEMPLATE_LINES)) {
        return -1;
      }
    }
    return -1;
  }

  /** `{% … %}` or `{# … #}`. */
  #blockEnd(start: number, mark: number, multiline: boolean): number {
    let lines = 0;
    for (let at = start + 2; at < this.#end; at++) {
      const unit = this.#text.charCodeAt(at);
      const next = this.#text.charCodeAt(at + 1);
      if (unit === mark && next === CLOSING_BRACE && at + 2 <= this.#end) {
        return at + 2;
      }
      if ((unit === BRACE && next === mark) || (isLineEnd(unit) && (!multiline || ++lines > MAX_TEMPLATE_LINES))) {
        return -1;
      }
    }
    return -1;
  }

  /** `{{/*`, `{{- /*`: the offset behind the opening of a Go comment, or -1. */
  #commentStart(start: number): number {
    let at = start + 2;
    if (this.#text.charCodeAt(at) === DASH) {
      at++;
      while (at < this.#end && (isBlank(this.#text.charCodeAt(at)) || isLineEnd(this.#text.charCodeAt(at)))) {
        at++;
      }
    }
    return this.#text.charCodeAt(at) === SLASH && this.#text.charCodeAt(at + 1) === STAR ? at + 2 : -1;
  }

  /** A Go comment may be as long as a licence, and may quote braces. */
  #goCommentEnd(start: number, multiline: boolean): number {
    const text = this.#text;
    if (start < this.#commentFrom || this.#commentEnd < start) {
      let at = start;
      while (at < this.#end && !(text.charCodeAt(at) === STAR && text.charCodeAt(at + 1) === SLASH)) {
        at++;
      }
      this.#commentFrom = start;
      this.#commentEnd = at;
    }
    let at = this.#commentEnd + 2;
    if (isBlank(text.charCodeAt(at))) {
      at++;
    }
    if (text.charCodeAt(at) === DASH) {
      at++;
    }
    return holdsAt(text, '}}', at, this.#end) && (multiline || at < this.#lineEndFrom(start)) ? at + 2 : -1;
  }

  #lineEndFrom(start: number): number {
    if (start < this.#lineFrom || this.#lineEnd < start) {
      this.#lineFrom = start;
      this.#lineEnd = lineEndFrom(this.#text, start, this.#end);
    }
    return this.#lineEnd;
  }

  /** A string inside an action: the offset behind its closing quote, or behind the opening one if its line has no other. */
  #stringEnd(start: number): number {
    const quote = this.#text.charCodeAt(start);
    if (this.#text.charCodeAt(start - 1) === BACKSLASH) {
      return start + 1;
    }
    for (let at = start + 1; at < this.#end; at++) {
      const unit = this.#text.charCodeAt(at);
      if (unit === quote) {
        return at + 1;
      }
      if (isLineEnd(unit)) {
        break;
      }
      if (unit === BACKSLASH && quote !== BACKTICK) {
        at++;
      }
    }
    return start + 1;
  }

  /** Tell whether the action is a string of two braces and nothing else: `{{ "{{" }}`. */
  #prints(start: number, end: number, brace: number): boolean {
    if (end - start > 12) {
      return false;
    }
    let braces = 0;
    for (let at = start + 2; at < end - 2; at++) {
      const unit = this.#text.charCodeAt(at);
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
    for (let at = start; at < this.#end && !isLineEnd(this.#text.charCodeAt(at)); at++) {
      if (this.#text.charCodeAt(at) === BRACE && this.#text.charCodeAt(at + 1) === BRACE) {
        const end = this.#singleActionEnd(at, false);
        if (end < 0 || this.#prints(at, end, BRACE)) {
          return start;
        }
        if (this.#prints(at, end, CLOSING_BRACE)) {
          return end;
        }
        at = end - 1;
      }
    }
    return start;
  }

  /** `${…}` and `$(…)` end at the first closing mark of their line; `${` and `$(` inside are not counted. */
  #expansionEnd(start: number, closing: number): number {
    if (start < (closing === CLOSING_BRACE ? this.#noBraceBefore : this.#noParenthesisBefore)) {
      return -1;
    }
    let at = start;
    while (at < this.#end && !isLineEnd(this.#text.charCodeAt(at))) {
      if (this.#text.charCodeAt(at) === closing) {
        return at + 1;
      }
      at++;
    }
    if (closing === CLOSING_BRACE) {
      this.#noBraceBefore = at;
    } else {
      this.#noParenthesisBefore = at;
    }
    return -1;
  }

  /** `$NAME` and `$name.field`. */
  #variableEnd(start: number): number {
    const first = this.#text.charCodeAt(start);
    if (start >= this.#end || ((classOf(first) & LETTER) === 0 && first !== UNDERSCORE)) {
      return -1;
    }
    let at = start;
    while (at < this.#end) {
      const unit = this.#text.charCodeAt(at);
      const isDot = unit === DOT && (classOf(this.#text.charCodeAt(at + 1)) & LETTER) !== 0;
      if ((classOf(unit) & (LETTER | DIGIT)) === 0 && unit !== UNDERSCORE && !isDot) {
        break;
      }
      at++;
    }
    return at;
  }
}

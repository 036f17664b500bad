import type { Span } from '../../text/span';
import type { Region } from '../regions';
import {
  classOf,
  FLOW,
  hasLetter,
  holdsAt,
  isBlank,
  isLineEnd,
  isSeparator,
  LETTER,
  lineAfter,
  lineEndFrom,
  skipBlanks,
} from './characters';
import { beginsItem, Judge, type Role, roleOf } from './code';
import { type Quoting, Reader } from './reader';
import { Source } from './source';

/** Flow collections nested deeper than this are data of a machine and not read. */
const MAX_FLOW_DEPTH = 100;

/** Comments for tools: the beginnings of those that are not read. */
const MODELINES = ['yaml-language-server:', 'yamllint ', '-*-', 'vim:', 'vi:', 'ex:', 'code: language='];

const BYTE_ORDER_MARK = 0xfeff;
const EXCLAMATION = 33;
const QUOTE = 34;
const HASH = 35;
const PERCENT = 37;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const STAR = 42;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const GREATER = 62;
const QUESTION = 63;
const BRACKET = 91;
const BACKSLASH = 92;
const CLOSING_BRACKET = 93;
const BRACE = 123;
const BAR = 124;
const CLOSING_BRACE = 125;

/** Find the regions of the YAML between the offsets of `span`. */
export function scan(text: string, span: Span): Region[] {
  const scanner = new Scanner(text, span.end);
  let at = text.charCodeAt(span.start) === BYTE_ORDER_MARK ? span.start + 1 : span.start;
  while (at < span.end) {
    at = scanner.readFrom(at);
  }
  return scanner.regions;
}

/**
 * Reads YAML, or what its author will make YAML of, from line to line. A node that covers several lines (a scalar, a
 * flow collection, a run of comments) is read in one step, so between two steps there is no state but the six fields
 * below: a later scan may start at any line where a step began, given those.
 */
class Scanner {
  /** Whether a key or a mark at `#indent` waits for its node on a later line. */
  #isOpen = true;
  /** The indentation of the collection that the waiting node belongs to; -1 is the document. */
  #indent = -1;
  /** The last key, if the values to come are its own, and whether they stand on later lines, at `#keyColumn` or behind. */
  #keyStart = 0;
  #keyEnd = 0;
  #keyColumn = 0;
  #isKeyOpen = false;

  readonly #text: string;
  readonly #end: number;
  readonly #reader: Reader;
  readonly #source: Source;

  constructor(text: string, end: number) {
    this.#text = text;
    this.#end = end;
    this.#source = new Source(text, end);
    this.#reader = new Reader(text, this.#source.templates);
  }

  get regions(): Region[] {
    return this.#reader.regions;
  }

  /** Read what begins on the line that starts at `lineStart`; give the start of the first line that is left. */
  readFrom(lineStart: number): number {
    const text = this.#text;
    const start = skipBlanks(text, lineStart, this.#end);
    const first = this.#source.at(start);
    if (isSeparator(first)) {
      return this.#source.lineAfter(start);
    }
    if (first === HASH) {
      return this.#readComments(start, lineStart, this.#end);
    }
    const transparent = this.#source.behindTransparent(lineStart, start);
    if (transparent >= 0) {
      return transparent;
    }
    if (start === lineStart) {
      if (first === PERCENT) {
        return this.#source.lineAfter(lineEndFrom(text, start, this.#end));
      }
      if (this.#source.isDocumentMark(start)) {
        this.#isOpen = true;
        this.#indent = -1;
        this.#closeKey();
        return this.#readNode(skipBlanks(text, start + 3, this.#end), lineStart, -1);
      }
    }
    const column = start - lineStart;
    if (!this.#isKeyOpen || column < this.#keyColumn) {
      this.#closeKey();
    }
    return this.#readNode(start, lineStart, this.#isOpen && column > this.#indent ? this.#indent : column - 1);
  }

  /** Read a line from its first mark, key or scalar at `start` on, with what belongs to it on the lines below. */
  #readNode(start: number, lineStart: number, parentIndent: number): number {
    const text = this.#text;
    let at = start;
    let nodeStart = start;
    let indent = parentIndent;
    let mayBeKey = true;
    let scalarKind: 'key' | 'value' = 'value';
    this.#isOpen = false;
    for (;;) {
      const unit = this.#source.at(at);
      if (unit === HASH || isSeparator(unit)) {
        this.#isOpen = true;
        this.#indent = indent;
        this.#isKeyOpen ||= !mayBeKey;
        return this.#finishLine(at, lineStart);
      }
      if (mayBeKey && (unit === DASH || unit === QUESTION || unit === COLON) && isSeparator(this.#source.at(at + 1))) {
        scalarKind = unit === QUESTION ? 'key' : 'value';
        indent = at - lineStart;
        at = skipBlanks(text, at + 1, this.#end);
        nodeStart = at;
        continue;
      }
      if (unit === AMPERSAND || unit === EXCLAMATION || (unit === STAR && !isSeparator(this.#source.at(at + 1)))) {
        at = skipBlanks(text, this.#source.wordEnd(at), this.#end);
        if (unit === STAR && mayBeKey && this.#source.isKeyMark(at)) {
          indent = this.#openKey(at, at, nodeStart - lineStart);
          mayBeKey = false;
          at = skipBlanks(text, at + 1, this.#end);
        }
        continue;
      }
      if (unit === BAR || unit === GREATER) {
        const header = this.#source.blockHeader(at);
        if (header !== undefined) {
          return this.#readBlock(header.end, lineStart, indent, header.indentation);
        }
      }
      if ((unit === BRACKET || unit === BRACE) && this.#source.templates.endOf(at, true) < 0) {
        const end = this.#readFlow(at, lineStart, indent);
        if (end < 0) {
          return -end - 1;
        }
        at = skipBlanks(text, end, this.#end);
        if (mayBeKey && this.#source.isKeyMark(at)) {
          indent = this.#openKey(at, at, nodeStart - lineStart);
          mayBeKey = false;
          at = skipBlanks(text, at + 1, this.#end);
          continue;
        }
        return this.#readRest(at, lineStart);
      }
      let close = -1;
      const isQuote = unit === QUOTE || unit === APOSTROPHE;
      if (isQuote) {
        close = this.#source.closingQuote(at, unit, indent);
      }
      if (close >= 0) {
        const behind = skipBlanks(text, close + 1, this.#end);
        const quoting = unit === QUOTE ? 'double' : 'single';
        if (mayBeKey && this.#source.isKeyMark(behind)) {
          this.#readQuoted(at + 1, close, quoting, 'key');
          indent = this.#openKey(at + 1, close, nodeStart - lineStart);
          mayBeKey = false;
          scalarKind = 'value';
          at = skipBlanks(text, behind + 1, this.#end);
          continue;
        }
        this.#readQuoted(at + 1, close, quoting, scalarKind);
        return this.#readRest(behind, lineStart);
      }
      const end = this.#source.plainEnd(at, mayBeKey, false);
      if (mayBeKey && this.#source.at(this.#source.stop) === COLON) {
        this.#readPiece(at, end, 'key');
        indent = this.#openKey(at, end, nodeStart - lineStart);
        mayBeKey = false;
        scalarKind = 'value';
        at = skipBlanks(text, this.#source.stop + 1, this.#end);
        continue;
      }
      // A quote that nothing closes is text, and text of its own line only.
      return this.#readPlain(at, end, lineStart, indent, !isQuote, scalarKind);
    }
  }

  /** Read a plain scalar, up to `end` on its first line and on through the lines that continue it. */
  #readPlain(
    start: number,
    end: number,
    lineStart: number,
    indent: number,
    mayContinue: boolean,
    kind: 'key' | 'value',
  ): number {
    this.#reader.begin(kind);
    this.#reader.read(start, end, 'none', true);
    let stop = this.#source.stop;
    if (this.#source.at(stop) === HASH || !mayContinue) {
      this.#endScalar(start, end, kind);
      return this.#finishLine(stop, lineStart);
    }
    for (;;) {
      const behind = this.#source.lineAfter(stop);
      const next = this.#source.nextWrittenLine(behind);
      const first = skipBlanks(this.#text, next, this.#end);
      if (first >= this.#end || !this.#continues(next, first, indent)) {
        this.#endScalar(start, end, kind);
        return next;
      }
      const lineEnd = this.#source.plainEnd(first, true, false);
      if (this.#source.at(this.#source.stop) === COLON) {
        this.#endScalar(start, end, kind);
        return next;
      }
      if (next === behind) {
        this.#reader.skip(behind, first);
      } else {
        this.#reader.split();
      }
      this.#reader.read(first, lineEnd, 'none', true);
      stop = this.#source.stop;
      if (this.#source.at(stop) === HASH) {
        this.#endScalar(start, end, kind);
        return this.#finishLine(stop, next);
      }
    }
  }

  /** Tell whether the line may belong to a plain scalar that began above it. */
  #continues(lineStart: number, first: number, indent: number): boolean {
    const column = first - lineStart;
    return column > indent && this.#source.at(first) !== HASH && !(column === 0 && this.#source.isDocumentMark(first));
  }

  /** Read the text of a quoted scalar, between its quotes, line by line. */
  #readQuoted(start: number, end: number, quoting: Quoting, kind: 'key' | 'value'): void {
    const text = this.#text;
    const reader = this.#reader;
    reader.begin(kind);
    let at = start;
    for (;;) {
      const lineEnd = lineEndFrom(text, at, end);
      reader.read(at, lineEnd, quoting, false);
      if (lineEnd >= end) {
        break;
      }
      let next = lineAfter(text, lineEnd, end);
      const isEscaped = quoting === 'double' && this.#source.isEscaped(at, lineEnd);
      let first = skipBlanks(text, next, end);
      if (first < end && isLineEnd(text.charCodeAt(first))) {
        reader.split();
        while (first < end && isLineEnd(text.charCodeAt(first))) {
          next = lineAfter(text, first, end);
          first = skipBlanks(text, next, end);
        }
      } else {
        reader.skip(isEscaped ? lineEnd - 1 : next, first);
      }
      at = first;
    }
    this.#endScalar(start, end, kind);
  }

  /**
   * Read a flow collection from its bracket on; give the offset behind its end, or `-(line + 1)` where a line that looks
   * like a key of the block around it shows that it was never closed.
   */
  #readFlow(start: number, firstLine: number, indent: number): number {
    const text = this.#text;
    let at = start;
    let depth = 0;
    let lineStart = firstLine;
    while (at < this.#end) {
      const unit = text.charCodeAt(at);
      if (isBlank(unit)) {
        at++;
      } else if (isLineEnd(unit) || (unit === HASH && isSeparator(text.charCodeAt(at - 1)))) {
        lineStart = unit === HASH ? this.#readComments(at, lineStart, this.#end) : this.#source.lineAfter(at);
        lineStart = this.#source.nextWrittenLine(lineStart);
        at = skipBlanks(text, lineStart, this.#end);
        if (this.#source.isOutside(lineStart, at, indent)) {
          return -lineStart - 1;
        }
      } else if ((unit === BRACKET || unit === BRACE) && this.#source.templates.endOf(at, true) < 0) {
        depth++;
        at++;
      } else if (unit === CLOSING_BRACKET || unit === CLOSING_BRACE) {
        depth--;
        at++;
        if (depth === 0) {
          return at;
        }
      } else if (unit === COMMA || unit === COLON || (unit === QUESTION && isSeparator(this.#source.at(at + 1)))) {
        at++;
      } else if (unit === AMPERSAND || unit === EXCLAMATION || unit === STAR) {
        at = this.#source.flowWordEnd(at);
      } else if (unit === QUOTE || unit === APOSTROPHE) {
        at = this.#readFlowQuoted(at, unit, indent, depth);
      } else {
        at = this.#readFlowPlain(at, depth);
      }
    }
    return this.#end;
  }

  #readFlowQuoted(start: number, quote: number, indent: number, depth: number): number {
    const close = this.#source.closingQuote(start, quote, indent);
    if (close < 0) {
      return start + 1;
    }
    if (depth <= MAX_FLOW_DEPTH) {
      const behind = skipBlanks(this.#text, close + 1, this.#end);
      const isKey = this.#source.at(behind) === COLON;
      this.#readQuoted(start + 1, close, quote === QUOTE ? 'double' : 'single', isKey ? 'key' : 'value');
      if (isKey) {
        this.#openKey(start + 1, close, 0);
      }
    }
    return close + 1;
  }

  #readFlowPlain(start: number, depth: number): number {
    const reader = this.#reader;
    let end = this.#source.plainEnd(start, true, true);
    const kind = this.#source.at(this.#source.stop) === COLON ? 'key' : 'value';
    if (depth > MAX_FLOW_DEPTH || this.#source.stop === start) {
      return Math.max(this.#source.stop, start + 1);
    }
    reader.begin(kind);
    reader.read(start, end, 'none', true);
    while (isLineEnd(this.#source.at(this.#source.stop))) {
      const next = this.#source.lineAfter(this.#source.stop);
      const first = skipBlanks(this.#text, next, this.#end);
      const unit = this.#source.at(first);
      if (isSeparator(unit) || unit === HASH || unit === COLON || unit === QUOTE || (classOf(unit) & FLOW) !== 0) {
        break;
      }
      if (this.#source.isDocumentMark(first)) {
        break;
      }
      const stop = this.#source.stop;
      end = this.#source.plainEnd(first, true, true);
      if (this.#source.at(this.#source.stop) === COLON) {
        this.#source.stop = stop;
        break;
      }
      reader.skip(next, first);
      reader.read(first, end, 'none', true);
    }
    this.#endScalar(start, end, kind);
    if (kind === 'key') {
      this.#openKey(start, end, 0);
    }
    return this.#source.stop;
  }

  /** Read a block scalar whose header ends at `headerEnd`; lines belong to it that are indented deeper than `indent`. */
  #readBlock(headerEnd: number, lineStart: number, indent: number, indentation: number): number {
    const role = roleOf(this.#text, this.#keyStart, this.#keyEnd, true);
    let start: number;
    if (this.#source.at(headerEnd) === HASH) {
      const commentEnd = lineEndFrom(this.#text, headerEnd, this.#end);
      this.#readComments(headerEnd, lineStart, commentEnd);
      start = this.#source.lineAfter(commentEnd);
    } else {
      start = this.#source.lineAfter(headerEnd);
    }
    const judge = new Judge(role);
    const end = this.#blockEnd(start, indent, indentation > 0 ? Math.max(indent, 0) + indentation : -1, judge);
    const verdict = judge.verdict();
    if (verdict === 'text') {
      this.#readParagraphs(start, end);
    } else if (verdict === 'script') {
      this.#readScriptComments(start, end);
    }
    return end;
  }

  /** The start of the first line behind a block scalar; the judge hears the lines on the way. */
  #blockEnd(start: number, indent: number, indentation: number, judge: Judge): number {
    const text = this.#text;
    let contentColumn = indentation;
    let line = start;
    while (line < this.#end) {
      const first = skipBlanks(text, line, this.#end);
      if (isSeparator(this.#source.at(first))) {
        line = this.#source.lineAfter(first);
        continue;
      }
      let column = first - line;
      if (column === 0 && this.#source.isDocumentMark(first)) {
        break;
      }
      const transparent = this.#source.behindTransparent(line, first);
      if (transparent >= 0) {
        line = transparent;
        continue;
      }
      column = this.#source.spacesBefore(line, first);
      if (column <= indent || (column < contentColumn && text.charCodeAt(first) === HASH)) {
        break;
      }
      if (contentColumn < 0) {
        contentColumn = column;
      }
      const lineEnd = this.#source.logicalLineEnd(first);
      judge.hear(text, first, lineEnd);
      line = this.#source.lineAfter(lineEnd);
    }
    return line;
  }

  /** Read the lines of a block as prose: paragraphs and list items part regions, other line ends do not. */
  #readParagraphs(start: number, end: number): void {
    const text = this.#text;
    const reader = this.#reader;
    reader.begin('value');
    let line = start;
    let isInside = false;
    let isKeyBlock = false;
    while (line < end) {
      const first = skipBlanks(text, line, end);
      const lineEnd = this.#source.logicalLineEnd(first);
      const next = this.#source.lineAfter(lineEnd);
      if (holdsAt(text, '-----BEGIN ', first, end)) {
        isKeyBlock = true;
      }
      if (isKeyBlock || !hasLetter(text, first, lineEnd) || this.#source.behindTransparent(line, first) >= 0) {
        reader.split();
        isInside = false;
        isKeyBlock &&= !holdsAt(text, '-----END ', first, end);
      } else {
        if (isInside && !beginsItem(text, first, lineEnd)) {
          reader.skip(line, first);
        } else {
          reader.split();
        }
        reader.read(first, lineEnd, 'none', true);
        isInside = true;
      }
      line = next;
    }
    reader.end();
  }

  /** Read the comments of a script: from a `#` at the start of a word that no quote of its line holds. */
  #readScriptComments(start: number, end: number): void {
    const text = this.#text;
    let line = start;
    while (line < end) {
      const lineEnd = lineEndFrom(text, line, end);
      let quote = 0;
      let at = line;
      while (at < lineEnd) {
        const unit = text.charCodeAt(at);
        if (quote === 0 && unit === HASH && (at === line || isBlank(text.charCodeAt(at - 1)))) {
          break;
        }
        if (unit === quote) {
          quote = 0;
        } else if (quote === 0 && (unit === QUOTE || unit === APOSTROPHE)) {
          quote = unit;
        } else if (unit === BACKSLASH) {
          at++;
        }
        at++;
      }
      line = at < lineEnd ? this.#readComments(at, line, end) : lineAfter(text, lineEnd, end);
    }
  }

  /**
   * Read the comment at `start`, and with it the comments that stand alone on the next lines at the same column: they
   * are one text. Give the start of the line behind.
   */
  #readComments(start: number, firstLine: number, end: number): number {
    const text = this.#text;
    const reader = this.#reader;
    const column = start - firstLine;
    reader.begin('comment');
    let line = firstLine;
    let at = start;
    let isInside = false;
    for (;;) {
      const lineEnd = lineEndFrom(text, at, end);
      let first = at + 1;
      while (first < lineEnd && text.charCodeAt(first) === HASH) {
        first++;
      }
      first = skipBlanks(text, first, lineEnd);
      if (this.#isModeline(at, first, lineEnd) || !hasLetter(text, first, lineEnd)) {
        reader.split();
        isInside = false;
      } else {
        if (isInside && !beginsItem(text, first, lineEnd)) {
          reader.skip(line, first);
        } else {
          reader.split();
        }
        reader.read(first, lineEnd, 'none', false);
        isInside = true;
      }
      line = lineAfter(text, lineEnd, end);
      at = skipBlanks(text, line, end);
      if (at >= end || at - line !== column || text.charCodeAt(at) !== HASH) {
        reader.end();
        return line;
      }
    }
  }

  #isModeline(hash: number, first: number, lineEnd: number): boolean {
    return (
      this.#text.charCodeAt(hash + 1) === EXCLAMATION ||
      MODELINES.some((modeline) => holdsAt(this.#text, modeline, first, lineEnd))
    );
  }

  /** Finish the line behind a node: with a comment, or with text that YAML would not allow there. */
  #readRest(start: number, lineStart: number): number {
    const unit = this.#source.at(start);
    if (unit === HASH || isSeparator(unit)) {
      return this.#finishLine(start, lineStart);
    }
    return this.#readPlain(start, this.#source.plainEnd(start, false, false), lineStart, this.#end, false, 'value');
  }

  #finishLine(at: number, lineStart: number): number {
    return this.#source.at(at) === HASH
      ? this.#readComments(at, lineStart, this.#end)
      : this.#source.lineAfter(lineEndFrom(this.#text, at, this.#end));
  }

  /** Read a key or a value that lies on one line. */
  #readPiece(start: number, end: number, kind: 'key' | 'value'): void {
    this.#reader.begin(kind);
    this.#reader.read(start, end, 'none', true);
    this.#reader.end();
  }

  /** Finish a scalar that was read from between the offsets, or drop it for what its key or its beginning says. */
  #endScalar(start: number, end: number, kind: 'key' | 'value'): void {
    const role = kind === 'key' ? 'unknown' : this.#valueRole();
    if (role === 'image' || ((role === 'script' || role === 'code') && this.#reader.words > 1)) {
      this.#reader.discard();
    } else if (this.#isData(start, end)) {
      this.#reader.discard();
    } else {
      this.#reader.end();
    }
  }

  #valueRole(): Role {
    return this.#reader.words > 1 || this.#keyEnd - this.#keyStart === 'image'.length
      ? roleOf(this.#text, this.#keyStart, this.#keyEnd, false)
      : 'unknown';
  }

  /** Tell whether a scalar is JSON, a key block or several arguments of a command, by its ends. */
  #isData(start: number, end: number): boolean {
    const first = this.#source.at(start);
    const last = this.#source.at(end - 1);
    const second = this.#source.at(start + 1);
    return (
      (first === BRACE && last === CLOSING_BRACE && second !== BRACE && second !== PERCENT && second !== HASH) ||
      (first === BRACKET && last === CLOSING_BRACKET) ||
      (first === DASH &&
        (holdsAt(this.#text, '-----BEGIN ', start, end) ||
          (this.#reader.words > 1 && (second === DASH || (classOf(second) & LETTER) !== 0))))
    );
  }

  /** Remember a key; give its column, which is the indentation of its value. */
  #openKey(start: number, end: number, column: number): number {
    this.#keyStart = start;
    this.#keyEnd = end;
    this.#keyColumn = column;
    this.#isKeyOpen = false;
    return column;
  }

  #closeKey(): void {
    this.#keyStart = 0;
    this.#keyEnd = 0;
    this.#isKeyOpen = false;
  }
}

import { BACKTICK, DASH, EXCLAMATION, HASH, LESS, PIPE, TILDE } from '../../../text/ascii';
import { skipBlanks, trimBlanks } from '../characters';
import { isForTool, MAX_TOOL_COMMENT } from '../comments';
import { elementNamed } from '../elements';
import { COMMENT_LEAF, HTML, type LeafWriter } from '../leaves';
import type { Syntax } from '../syntax';
import { tagNameEnd } from '../tags';
import { commentEnd, type HtmlBlockCondition, htmlBlockEnd, rawTextEnd } from './html';
import type { Line } from './line';
import { atxContentEnd, atxContentStart, fenceLength, listMarkerEnd } from './starts';
import type { RawText } from './state';
import { pushCells } from './tables';
import type { OpenText } from './text';

/** Units of `<!--`, and of `-->`. */
const OPENER_LENGTH = 4;
const CLOSER_LENGTH = 3;

/**
 * The HTML block that is open. Of one that a blank line ends, the text is read; of others what is behind them on their last
 * line. Comments are read, as Markdown whose blocks are told from how their lines begin.
 */
export class HtmlBlock {
  condition: HtmlBlockCondition = 0;
  raw: RawText = 'none';
  /** Units of the text. */
  length = 0;
  /** Where the units end that were looked at behind the line. */
  looked = 0;
  readonly #line: Line;
  readonly #text: OpenText;
  readonly #leaves: LeafWriter;
  readonly #syntax: Syntax;

  constructor(line: Line, text: OpenText, leaves: LeafWriter, syntax: Syntax) {
    this.#line = line;
    this.#text = text;
    this.#leaves = leaves;
    this.#syntax = syntax;
  }

  /** Take in a line, whose text would be of `kind`; tell whether the block ends with it. */
  readLine(kind: number, hasMarkers: boolean): boolean {
    const { units, next, end } = this.#line;
    if (this.condition < 6) {
      const behind =
        this.condition === 2 ? this.#readCommentBlock(hasMarkers) : htmlBlockEnd(units, this.condition, next, end);
      if (behind < 0) return false;
      const start = skipBlanks(units, behind, end);
      if (start < end) this.#leaves.push(kind | HTML, start, end);
      return true;
    }
    if (next === end) {
      this.push(kind);
      return true;
    }
    this.#readText(kind, hasMarkers);
    return false;
  }

  /** Make a leaf of the text so far. */
  push(kind: number): void {
    this.#text.push(this.raw === 'comment' ? COMMENT_LEAF : kind | HTML);
  }

  /** Tell whether a text that goes on at `at` may be cut there without harm. */
  mayCut(at: number): boolean {
    return this.#text.start < 0 || (this.raw === 'none' && this.#line.units[at] === LESS);
  }

  #readText(kind: number, hasMarkers: boolean): void {
    const { units, start, next, end } = this.#line;
    const text = this.#text;
    const syntax = this.#syntax;
    let at = next;
    let opener = -1;
    if (this.raw === 'none') text.add(at, end, start, hasMarkers);
    for (;;) {
      if (this.raw !== 'none') {
        const close = this.raw === 'element' ? rawTextEnd(units, at, end) : this.#readComment(at, opener, hasMarkers);
        if (close < 0) return;
        this.raw = 'none';
        at = close;
        text.open(at, end);
      }
      let mark = syntax.markFrom(at);
      for (; mark < syntax.markCount; mark++) {
        const offset = syntax.marks[mark] as number;
        if (offset >= end) return;
        if (units[offset] !== LESS) continue;
        const raw = rawTextAt(units, offset, end);
        if (raw === 'none') continue;
        text.end = offset;
        this.push(kind);
        this.raw = raw;
        if (raw === 'comment') {
          opener = offset;
          this.#openComment(offset);
        }
        at = offset + 1;
        break;
      }
      if (mark === syntax.markCount) return;
    }
  }

  #readCommentBlock(hasMarkers: boolean): number {
    const { next } = this.#line;
    if (this.raw !== 'none') return this.#readComment(next, -1, hasMarkers);
    this.#openComment(next);
    return this.#readComment(next, next, hasMarkers);
  }

  #openComment(opener: number): void {
    const start = opener + OPENER_LENGTH;
    const limit = Math.min(this.length, start + MAX_TOOL_COMMENT);
    this.looked = Math.max(this.looked, limit);
    this.raw = isForTool(this.#line.units, start, limit) ? 'tool' : 'comment';
  }

  /** Read the comment's part of the line, which is from `at` on; its `<!--` is at `opener` where that is 0 or more. Give the offset behind its end, or -1. */
  #readComment(at: number, opener: number, hasMarkers: boolean): number {
    const { units, end } = this.#line;
    const start = opener < 0 ? at : opener + OPENER_LENGTH;
    const behind = commentEnd(units, opener < 0 ? at : opener + 2, end);
    if (this.raw !== 'tool') this.#readCommentLine(start, behind < 0 ? end : behind - CLOSER_LENGTH, hasMarkers);
    if (behind >= 0) this.#text.push(COMMENT_LEAF);
    return behind;
  }

  /** Read a line of a comment: headings, items and rows begin anew, code is left out. */
  #readCommentLine(lineStart: number, lineEnd: number, hasMarkers: boolean): void {
    const { units } = this.#line;
    const text = this.#text;
    const end = trimBlanks(units, lineStart, lineEnd);
    const start = skipBlanks(units, lineStart, end);
    const first = start < end ? (units[start] as number) : 0;
    const isFence = (first === BACKTICK || first === TILDE) && fenceLength(units, start, end) > 0;
    if (this.raw === 'code') {
      if (isFence) this.raw = 'comment';
      return;
    }
    if (first === 0 || isFence) {
      text.push(COMMENT_LEAF);
      if (isFence) this.raw = 'code';
      return;
    }
    const heading = first === HASH ? atxContentStart(units, start, end) : -1;
    const item = listMarkerEnd(units, start, end, false);
    if (heading >= 0) {
      text.push(COMMENT_LEAF);
      text.open(heading, atxContentEnd(units, heading, end));
      text.push(COMMENT_LEAF);
    } else if (first === PIPE) {
      text.push(COMMENT_LEAF);
      pushCells(units, start, end, this.#syntax, this.#leaves, COMMENT_LEAF);
    } else if (item >= 0) {
      text.push(COMMENT_LEAF);
      if (item < end) text.open(skipBlanks(units, item, end), end);
    } else {
      text.add(start, end, this.#line.start, hasMarkers);
    }
  }
}

/** Tell what starts at the `<` at `at` that is no text of the block. */
function rawTextAt(units: Uint16Array, at: number, end: number): RawText {
  if (units[at + 1] === EXCLAMATION) return units[at + 2] === DASH && units[at + 3] === DASH ? 'comment' : 'none';
  return elementNamed(units, at + 1, tagNameEnd(units, at + 1, end))?.role === 'raw' ? 'element' : 'none';
}

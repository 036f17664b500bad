import { DASH, EXCLAMATION, LESS, skipBlanks } from '../characters';
import { elementNamed } from '../elements';
import { HTML, type LeafWriter } from '../leaves';
import type { Syntax } from '../syntax';
import { tagNameEnd } from '../tags';
import { commentEnd, type HtmlBlockCondition, htmlBlockEnd, rawTextEnd } from './html';
import type { Line } from './line';
import type { RawText } from './state';
import type { OpenText } from './text';

/** The HTML block that is open. Of one that a blank line ends, the text is read; of others what is behind them on their last line. */
export class HtmlBlock {
  condition: HtmlBlockCondition = 0;
  raw: RawText = 'none';
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
      const behind = htmlBlockEnd(units, this.condition, next, end);
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
    this.#text.push(kind | HTML);
  }

  #readText(kind: number, hasMarkers: boolean): void {
    const { units, start, next, end } = this.#line;
    const text = this.#text;
    const syntax = this.#syntax;
    let at = next;
    if (this.raw === 'none') text.add(at, end, start, hasMarkers);
    for (;;) {
      if (this.raw !== 'none') {
        const close = this.raw === 'comment' ? commentEnd(units, at, end) : rawTextEnd(units, at, end);
        if (close < 0) return;
        this.raw = 'none';
        at = close;
        text.open(at, end);
      }
      let mark = syntax.markFrom(at);
      for (; mark < syntax.markCount; mark++) {
        const offset = syntax.marks[mark] as number;
        if (offset >= end) return;
        if (units[offset] === LESS) this.raw = rawTextAt(units, offset, end);
        if (this.raw === 'none') continue;
        text.end = offset;
        this.push(kind);
        at = offset + 1;
        break;
      }
      if (mark === syntax.markCount) return;
    }
  }
}

/** Tell what without text starts at the `<` at `at`. */
function rawTextAt(units: Uint16Array, at: number, end: number): RawText {
  if (units[at + 1] === EXCLAMATION) return units[at + 2] === DASH && units[at + 3] === DASH ? 'comment' : 'none';
  return elementNamed(units, at + 1, tagNameEnd(units, at + 1, end))?.role === 'raw' ? 'element' : 'none';
}

import { COLON, CR, LF, OPEN_BRACKET } from '../../../text/ascii';
import { isSpace, skipBlanks, skipSpace, trimBlanks } from '../characters';
import { Gapless } from '../gapless';
import { definitionEnd, labelEnd, labelName } from '../inlines/links';
import { GAP_WIDTH, type LeafWriter } from '../leaves';

/** The text of the leaf that is open, line by line, and the names that it defines. */
export class OpenText {
  units: Uint16Array = new Uint16Array(0);
  /** Where it starts, -1 where there is none so far, and where its last line ends. */
  start = -1;
  end = 0;
  defines: string[] = [];
  readonly #leaves: LeafWriter;
  readonly #gapless = new Gapless();
  /** The first gap in it. */
  #firstGap = 0;

  constructor(leaves: LeafWriter) {
    this.#leaves = leaves;
  }

  /** Start with a line. */
  open(start: number, end: number): void {
    this.start = start;
    this.end = end;
    this.#firstGap = this.#leaves.gapCount;
  }

  /** Go on with a line, which starts at `lineStart`; the markers of its containers are a gap. */
  add(start: number, end: number, lineStart: number, hasMarkers: boolean): void {
    if (this.start < 0) {
      this.open(start, end);
      return;
    }
    if (hasMarkers && start > lineStart) this.#leaves.gap(lineStart, start);
    this.end = end;
  }

  /** Make a leaf of it, unless there is none, and have none. */
  push(kind: number): void {
    const { start, units } = this;
    this.start = -1;
    if (start < 0) return;
    let { end } = this;
    while (end > start && isSpace(units[end - 1] as number)) end--;
    if (start < end) this.#leaves.push(kind, start, end);
  }

  /** Give where its last line starts, and where the text of that line starts. */
  lastLine(): { readonly lineStart: number; readonly start: number } {
    const { units } = this;
    const { gaps, gapCount } = this.#leaves;
    let lineStart = this.end;
    while (lineStart > this.start && units[lineStart - 1] !== LF && units[lineStart - 1] !== CR) lineStart--;
    const gap = GAP_WIDTH * (gapCount - 1);
    const isBehindGap = gapCount > 0 && gaps[gap] === lineStart;
    return { lineStart, start: isBehindGap ? (gaps[gap + 1] as number) : skipBlanks(units, lineStart, this.end) };
  }

  /** Take the link reference definitions off its front. */
  takeDefinitions(): void {
    if (this.start < 0 || this.units[this.start] !== OPEN_BRACKET) return;
    let { units, start } = this;
    let end = trimBlanks(units, start, this.end);
    const label = labelEnd(units, start, end);
    if (label < 0 || label >= end || units[label] !== COLON) return;
    const { gaps, gapCount } = this.#leaves;
    const gapless = this.#gapless;
    const hasGaps = gapCount > this.#firstGap;
    if (hasGaps) {
      gapless.read(units, start, end, gaps, GAP_WIDTH * this.#firstGap, GAP_WIDTH * gapCount, 0);
      units = gapless.units;
      start = 0;
      end = gapless.length;
    }
    while (start < end && units[start] === OPEN_BRACKET) {
      const definition = definitionEnd(units, start, end);
      if (definition < 0) break;
      this.defines.push(labelName(units, start + 1, labelEnd(units, start, end) - 1));
      start = skipSpace(units, definition, end);
    }
    if (start >= end) this.start = -1;
    else this.start = hasGaps ? gapless.source(start, gapless.stretchAt(start, 0)) : start;
  }
}

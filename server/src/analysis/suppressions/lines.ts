import type { Span } from '../../text/span';

/** The lines of a text, counted from 0; a line ends with CR, LF or both, as in editors. */
export interface Lines {
  readonly count: number;
  /** Tell the line of an offset. */
  lineAt(offset: number): number;
  /** Give a line without its line end; an empty one at the end of the text where there is none of this number. */
  spanOf(line: number): Span;
  /** Give where a line starts; the end of the text where there is none of this number. */
  startOf(line: number): number;
}

/** Find the lines of a text, in one pass. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isLast = unit === LF || (unit === CR && text.charCodeAt(index + 1) !== LF);
    if (isLast) starts.push(index + 1);
  }

  function startOf(line: number): number {
    return starts[line] ?? text.length;
  }

  function spanOf(line: number): Span {
    const start = startOf(line);
    let end = startOf(line + 1);
    while (end > start && isLineEnd(text.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  function lineAt(offset: number): number {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  return { count: starts.length, lineAt, spanOf, startOf };
}

const LF = 0x0a;
const CR = 0x0d;

function isLineEnd(unit: number): boolean {
  return unit === LF || unit === CR;
}

import type { Span } from '../../text/span';

/** Ranges of lines, counted from 1, the last included; in order and disjoint. */
export type LineRanges = readonly (readonly [first: number, last: number])[];

/** The lines of a file that is new as a whole. */
export const ALL_LINES: LineRanges = [[1, Number.POSITIVE_INFINITY]];

/** The lines of a text as git counts them, each of which ends with a line feed, and some of them. */
export class LinesOfText {
  readonly #ranges: LineRanges;
  /** Where each line but the first starts. */
  readonly #starts: number[] = [];

  constructor(text: string, ranges: LineRanges) {
    this.#ranges = ranges;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** Tell whether a span has a character on a line of the ranges; an empty one counts where it stands. */
  touch({ start, end }: Span): boolean {
    return touchesLines(this.#ranges, this.#lineAt(start), this.#lineAt(Math.max(start, end - 1)));
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }
}

/** Tell whether lines of a range, the last included, are among those that changed. */
export function touchesLines(ranges: LineRanges, first: number, last: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range[0] <= last;
}

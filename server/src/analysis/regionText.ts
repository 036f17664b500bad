import type { Span } from '../text/span';

/** A region as a string, without the markup between its spans. */
export interface RegionText {
  readonly text: string;
  /** Find the source span of a span of `text`; markup inside of it belongs to it. */
  spanOf(span: Span): Span;
}

/** Read a region whose spans stand in `cells` from `first` to before `last`, as offsets into `source`. */
export function regionText(source: string, cells: Int32Array, first: number, last: number): RegionText {
  const from = cells[first] ?? 0;
  if (last - first === 2) {
    return {
      text: source.slice(from, cells[first + 1]),
      spanOf: ({ start, end }) => ({ start: from + start, end: from + end }),
    };
  }
  const starts: number[] = [];
  let text = '';
  for (let cell = first; cell < last; cell += 2) {
    starts.push(text.length);
    const piece = source.slice(cells[cell], cells[cell + 1]);
    // An empty span stands for white space that is written otherwise, such as `&nbsp;`.
    text += piece === '' ? ' ' : piece;
  }

  function sourceOffset(offset: number): number {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return (cells[first + 2 * low] ?? 0) + offset - (starts[low] ?? 0);
  }

  return {
    text,
    spanOf: ({ start, end }) => ({
      start: sourceOffset(start),
      end: end > start ? sourceOffset(end - 1) + 1 : sourceOffset(start),
    }),
  };
}

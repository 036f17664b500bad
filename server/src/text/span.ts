/** A stretch of a source text: UTF-16 offsets, `start` inclusive, `end` exclusive, `0 ≤ start ≤ end ≤ length`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Tell whether `offset` touches `span`; the end counts, since a cursor may stand right behind the last character. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Throw unless `spans` are sorted, disjoint, not empty and inside a text of `length` UTF-16 units: a scanner's invariant. */
export function assertSpans(spans: readonly Span[], length: number): void {
  let previousEnd = 0;
  for (const { start, end } of spans) {
    if (!(previousEnd <= start && start < end && end <= length)) {
      throw new RangeError(`Span [${start}, ${end}) after ${previousEnd} in a text of ${length} is out of order`);
    }
    previousEnd = end;
  }
}

import type { Region } from '../languages/regions';
import type { Span } from '../text/span';

/** A region as a reader reads it: one text without markup, and the way back to the source. */
export interface Reading {
  readonly text: string;
  /** Find the source span of `[start, end)` of `text`; markup that opens or closes inside of it belongs to it. */
  sourceSpan(start: number, end: number): Span;
}

/** Read a region of a document. */
export function readRegion(source: string, region: Region): Reading {
  const [first, ...others] = region.spans;
  if (others.length === 0) {
    return {
      text: source.slice(first.start, first.end),
      sourceSpan: (start, end) => ({ start: first.start + start, end: first.start + end }),
    };
  }
  return readSpans(source, region.spans);
}

function readSpans(source: string, spans: readonly [Span, ...Span[]]): Reading {
  const pieces: string[] = [];
  /** Where each span begins in the text that is read. */
  const starts: number[] = [];
  let length = 0;
  for (const { start, end } of spans) {
    starts.push(length);
    pieces.push(source.slice(start, end));
    length += end - start;
  }

  function spanIndexAt(offset: number): number {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function sourceSpan(start: number, end: number): Span {
    const firstIndex = spanIndexAt(start);
    const lastIndex = spanIndexAt(end - 1);
    const first = spans[firstIndex] ?? spans[0];
    const last = spans[lastIndex] ?? spans[0];
    const span = {
      start: first.start + start - (starts[firstIndex] ?? 0),
      end: last.start + end - (starts[lastIndex] ?? 0),
    };
    if (firstIndex === lastIndex) return span;
    const before =
      span.start === first.start ? markupStart(source, span.start, spans[firstIndex - 1]?.end ?? 0) : span.start;
    const after =
      span.end === last.end ? markupEnd(source, span.end, spans[lastIndex + 1]?.start ?? source.length) : span.end;
    // Markup belongs to a term that it reaches into on both sides alone: `**rolling** update`, `rolling [update](…)`.
    return { start: before, end: after };
  }

  return { text: pieces.join(''), sourceSpan };
}

function markupStart(source: string, start: number, limit: number): number {
  let index = start;
  while (index > limit && !isWhiteSpace(source.charCodeAt(index - 1))) index--;
  return index;
}

function markupEnd(source: string, end: number, limit: number): number {
  let index = end;
  while (index < limit && !isWhiteSpace(source.charCodeAt(index))) index++;
  return index;
}

function isWhiteSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d || unit === 0xa0;
}

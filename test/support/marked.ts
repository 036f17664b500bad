import type { Span } from '../../server/src/text/span';

/** A text written with marks: `⟦…⟧` around spans, `$0` at the cursor. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly cursor: number | undefined;
}

/** Take the marks out of a text and tell where they stood. */
export function unmark(marked: string): Marked {
  const spans: Span[] = [];
  const open: number[] = [];
  let cursor: number | undefined;
  let text = '';
  for (const piece of marked.split(/(⟦|⟧|\$0)/u)) {
    if (piece === '⟦') open.push(text.length);
    else if (piece === '⟧') spans.push({ start: open.pop() ?? Number.NaN, end: text.length });
    else if (piece === '$0') cursor = text.length;
    else text += piece;
  }
  if (open.length > 0) throw new Error(`An opening mark is never closed in: ${marked}`);
  return { text, spans, cursor };
}

/** Put `⟦…⟧` around spans of a text: the inverse of `unmark`, so that a difference reads as text. */
export function mark(text: string, spans: readonly Span[]): string {
  let marked = '';
  let end = 0;
  for (const span of spans) {
    marked += `${text.slice(end, span.start)}⟦${text.slice(span.start, span.end)}⟧`;
    end = span.end;
  }
  return marked + text.slice(end);
}

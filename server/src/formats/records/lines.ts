/** Find the end of the line that begins at `start`, without its line end and trailing white space, `limit` at most. */
export function lineEndWithin(text: string, start: number, limit: number): number {
  let lineEnd = start;
  while (lineEnd < limit && text.charCodeAt(lineEnd) !== LINE_FEED) lineEnd++;
  return contentEnd(text, start, lineEnd);
}

/** Find the end of the text in `[start, end)` without trailing white space. */
export function contentEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isWhiteSpace(text.charCodeAt(last - 1))) last--;
  return last;
}

/** Tell the line of each offset, counted from 0 as editors do, in one pass over the text. */
export function linesOf(text: string, offsets: readonly number[]): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  let line = 0;
  let index = 0;
  for (const offset of [...offsets].sort((one, other) => one - other)) {
    for (; index < offset; index++) if (endsLine(text, index)) line++;
    lines.set(offset, line);
  }
  return lines;
}

function endsLine(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit === LINE_FEED || (unit === CARRIAGE_RETURN && text.charCodeAt(index + 1) !== LINE_FEED);
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

function isWhiteSpace(unit: number): boolean {
  return unit === LINE_FEED || unit === CARRIAGE_RETURN || unit === 0x20 || unit === 0x09;
}

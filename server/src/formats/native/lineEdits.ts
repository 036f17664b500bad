import { contentEnd } from '../records/lines';

/** Text in the place of a span of a file; every other character stays. */
export interface TextEdit {
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
}

/** Write a text in a place. */
export function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

/** Take what is between two places away, or write something instead. */
export function replacement(start: number, end: number, text = ''): TextEdit {
  return { span: { start, end }, text };
}

/** Make edits, which may touch but not overlap; those at one place follow each other as they are listed. Undefined where they do. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | undefined {
  const inOrder = [...edits].sort((one, other) => one.span.start - other.span.start);
  const pieces: string[] = [];
  let at = 0;
  for (const { span, text: written } of inOrder) {
    if (span.start < at) return undefined;
    pieces.push(text.slice(at, span.start), written);
    at = span.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** Find where the line begins that an offset is on; a byte order mark is no part of it. */
export function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.startsWith('\ufeff') ? 1 : start;
}

/** Find where the line ends that an offset is on, its line end left out. */
export function lineEnd(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  if (lineFeed === -1) return text.length;
  return lineFeed > offset && text.charAt(lineFeed - 1) === '\r' ? lineFeed - 1 : lineFeed;
}

/** Find where the line begins that follows; the end of the text where none does. */
export function nextLine(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  return lineFeed === -1 ? text.length : lineFeed + 1;
}

/** Find where the empty lines in front of a line begin: the line itself where there are none. */
export function emptyLinesBefore(text: string, line: number): number {
  let start = line;
  while (start > 0) {
    const before = lineStart(text, start - 1);
    if (before >= start || contentEnd(text, before, start) > before) break;
    start = before;
  }
  return start;
}

/** Find where the empty lines behind a line end: the line itself where there are none. */
export function emptyLinesFrom(text: string, line: number): number {
  let end = line;
  while (end < text.length) {
    const next = nextLine(text, end);
    if (contentEnd(text, end, next) > end) break;
    end = next;
  }
  return end;
}

/**
 * Find the hyphen of an item of a list in a block, in front of it on its line or, with nothing but comments between, above;
 * undefined where something else stands there.
 */
export function hyphenBefore(text: string, item: number): number | undefined {
  const line = lineStart(text, item);
  const hyphen = /^[ \t]*-(?=[ \t]+$)/.exec(text.slice(line, item));
  if (hyphen !== null) return line + hyphen[0].length - 1;
  if (text.slice(line, item).trim() !== '') return undefined;
  for (let start = line; start > 0; ) {
    start = lineStart(text, start - 1);
    const above = text.slice(start, lineEnd(text, start));
    const alone = /^[ \t]*-(?=[ \t]*(?:#|$))/.exec(above);
    if (alone !== null) return start + alone[0].length - 1;
    if (!/^[ \t]*(?:#|$)/.test(above)) return undefined;
  }
  return undefined;
}

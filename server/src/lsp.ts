/** The one place where offsets become line and character pairs and back, both in UTF-16 units. */
import type { Position, Range } from 'vscode-languageserver-protocol';
import type { Span } from './text/span';

/** What can tell its lines: an open document, or a text that was read. */
export interface LineMap {
  offsetAt(position: Position): number;
  positionAt(offset: number): Position;
}

/** Convert a span to LSP's range. */
export function rangeOf(lines: LineMap, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

/** Convert a position to an offset; one that is no pair of whole numbers is no place at all. */
export function offsetOf(lines: LineMap, position: Position): number | undefined {
  const { line, character } = position;
  if (!Number.isSafeInteger(line) || !Number.isSafeInteger(character) || line < 0 || character < 0) return undefined;
  return lines.offsetAt(position);
}

/** Give the empty range at the start of a line, counted from 0. */
export function lineStart(line: number): Range {
  return { start: { line, character: 0 }, end: { line, character: 0 } };
}

import type { Edit } from '../finding';
import type { Suppression } from './directives';
import type { Lines } from './lines';

/** What removes a part of a text, and whether nobody needs to look at what is left. */
export interface Removal {
  readonly edits: readonly Edit[];
  readonly isSafe: boolean;
}

/** Remove the comment of a directive, and its line where nothing else is on it. */
export function removeComment(text: string, lines: Lines, { comment, style }: Suppression): Removal {
  const firstLine = lines.lineAt(comment.start);
  const lastLine = lines.lineAt(comment.end);
  const lineStart = lines.startOf(firstLine);
  const lineEnd = lines.spanOf(lastLine).end;
  const before = skipBlanksBack(text, comment.start, lineStart);
  const behind = skipBlanks(text, comment.end, lineEnd);
  if (before === lineStart && behind === lineEnd) {
    // In Markdown, two texts that only the comment parts would become one.
    const parts = style === 'angle' && isText(text, lines, firstLine - 1) && isText(text, lines, lastLine + 1);
    const end = parts ? lineEnd : lines.startOf(lastLine + 1);
    return { edits: [{ span: { start: lineStart, end }, text: '' }], isSafe: true };
  }
  if (behind === lineEnd) {
    return { edits: [{ span: { start: before, end: comment.end }, text: '' }], isSafe: true };
  }
  // What follows a comment at the start of a line is HTML, and without it is not.
  const isSafe = before !== lineStart;
  const end = before === comment.start && isSafe ? comment.end : behind;
  return { edits: [{ span: { start: comment.start, end }, text: '' }], isSafe };
}

/**
 * Remove one of several names of a directive: with what separates it from the next where no name before it stays, else from
 * the one before, so that the removals of any of them are disjoint.
 */
export function removeName({ names }: Suppression, index: number, firstToStay: number): readonly Edit[] {
  const span = names[index]?.span ?? { start: 0, end: 0 };
  const start = index < firstToStay ? span.start : (names[index - 1]?.span.end ?? span.start);
  const end = index < firstToStay ? (names[index + 1]?.span.start ?? span.end) : span.end;
  return [{ span: { start, end }, text: '' }];
}

function isText(text: string, lines: Lines, line: number): boolean {
  if (line < 0 || line >= lines.count) return false;
  const { start, end } = lines.spanOf(line);
  return skipBlanks(text, start, end) < end;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charAt(at))) at++;
  return at;
}

function skipBlanksBack(text: string, from: number, start: number): number {
  let at = from;
  while (at > start && isBlank(text.charAt(at - 1))) at--;
  return at;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

import type { Span } from '../../text/span';
import { lineEndOf, MASK } from './mask';

/** A line, its first `LONGEST_HEAD` characters without what was blanked, and how far its text is indented. */
export interface Line {
  readonly start: number;
  /** Without white space at its end. */
  readonly end: number;
  /** Where its text begins. */
  readonly textStart: number;
  readonly indentation: number;
  readonly isBlank: boolean;
  readonly head: string;
}

/** So much of a line tells what it is. */
const LONGEST_HEAD = 1000;

/** Part `[start, end)` of a page, masked, into lines. */
export function linesOf(text: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  for (let lineStart = start; lineStart < end; ) {
    const lineEnd = Math.min(lineEndOf(text, lineStart), end);
    let textStart = lineStart;
    let indentation = 0;
    for (; textStart < lineEnd && isSpace(text.charAt(textStart)); textStart++) {
      const character = text.charAt(textStart);
      indentation += character === ' ' ? 1 : character === '\t' ? 4 - (indentation % 4) : 0;
    }
    let textEnd = lineEnd;
    while (textEnd > textStart && isSpace(text.charAt(textEnd - 1))) textEnd--;
    const head = text.slice(textStart, Math.min(textEnd, textStart + LONGEST_HEAD));
    lines.push({ start: lineStart, end: textEnd, textStart, indentation, isBlank: textStart === textEnd, head });
    lineStart = lineEnd + 1;
  }
  return lines;
}

/** Tell whether a character is white space, or was blanked. */
export function isSpace(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === MASK || character === '\uFEFF';
}

/** Give the span of lines, from the one at `index` to the one before `end`, without white space around it. */
export function spanOf(lines: readonly Line[], index: number, end: number): Span {
  const start = lines[index]?.textStart ?? 0;
  let last = end - 1;
  while (last > index && lines[last]?.isBlank === true) last--;
  return { start, end: Math.max(start, lines[last]?.end ?? start) };
}

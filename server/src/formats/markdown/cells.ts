import type { Span } from '../../text/span';
import { MASK } from './mask';

/** Part a row of a table into its cells, `most` at most, without the white space around them. */
export function cellsOf(text: string, { start, end }: Span, most: number): readonly Span[] {
  const cells: Span[] = [];
  let from = text.charAt(start) === '|' ? start + 1 : start;
  for (let at = from; at < end && cells.length < most; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '|') {
      cells.push(trimmed(text, from, at));
      from = at + 1;
    }
  }
  if (from < end && cells.length < most) cells.push(trimmed(text, from, end));
  return cells;
}

function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && isSpace(text.charAt(start))) start++;
  while (end > start && isSpace(text.charAt(end - 1))) end--;
  return { start, end };
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === MASK;
}

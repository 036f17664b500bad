import { DASH, EXCLAMATION, GREATER, LESS, QUESTION, SLASH } from '../../../text/ascii';
import { find, isLetter, isSpace, skipBlanks, skipLetters, startsWith } from '../characters';
import { elementNamed } from '../elements';
import { tagEnd, tagNameEnd } from '../tags';

/**
 * How an HTML block began, and so where it ends (CommonMark 0.31, HTML blocks, start conditions 1 to 7): 1 at a closing
 * tag of an element with raw text, 2 at `-->`, 3 at `?>`, 4 at `>`, 5 at `]]>`, 6 and 7 at a blank line; 0 is no block.
 */
export type HtmlBlockCondition = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What ends the blocks of conditions 2 to 5. */
const CLOSERS = ['-->', '?>', '>', ']]>'];

/** Tell which HTML block starts at the `<` at `at`; condition 7 only where `maySeven`, as it cannot interrupt a paragraph. */
export function htmlBlockStart(units: Uint16Array, at: number, end: number, maySeven: boolean): HtmlBlockCondition {
  const first = units[at + 1] as number;
  if (at + 1 >= end) return 0;
  if (first === QUESTION) return 3;
  if (first === EXCLAMATION) {
    if (startsWith(units, at + 2, end, '--')) return 2;
    if (isLetter(units[at + 2] as number)) return 4;
    return startsWith(units, at + 2, end, '[CDATA[') ? 5 : 0;
  }
  const closing = first === SLASH;
  const nameStart = closing ? at + 2 : at + 1;
  const nameEnd = tagNameEnd(units, nameStart, end);
  if (nameEnd === nameStart) return 0;
  const element = elementNamed(units, nameStart, nameEnd);
  if (element !== undefined) {
    const after = units[nameEnd] as number;
    const ended = nameEnd === end || isSpace(after) || after === GREATER;
    if (!closing && ended && element.role === 'raw') return 1;
    if (element.startsBlock && (ended || (after === SLASH && units[nameEnd + 1] === GREATER))) return 6;
  }
  if (!maySeven) return 0;
  const behind = tagEnd(units, at, end);
  return behind >= 0 && skipBlanks(units, behind, end) === end ? 7 : 0;
}

/** Give the offset behind what ends a block of `condition`, up to 5, in the line from `at` to `end`, or -1. */
export function htmlBlockEnd(units: Uint16Array, condition: HtmlBlockCondition, at: number, end: number): number {
  if (condition === 1) {
    const tag = rawTextEnd(units, at, end);
    return tag < 0 ? -1 : find(units, tag, end, GREATER) + 1;
  }
  const closer = CLOSERS[condition - 2] ?? '>';
  for (let offset = at; offset < end; offset++) {
    if (units[offset] === closer.charCodeAt(0) && startsWith(units, offset, end, closer)) return offset + closer.length;
  }
  return -1;
}

/** Give the offset of the closing tag of an element with raw text in the line from `at` to `end`, or -1. */
export function rawTextEnd(units: Uint16Array, at: number, end: number): number {
  for (let offset = at; offset + 2 < end; offset++) {
    if (units[offset] !== LESS || units[offset + 1] !== SLASH) continue;
    const nameEnd = skipLetters(units, offset + 2, end);
    if (nameEnd === end || units[nameEnd] !== GREATER) continue;
    if (elementNamed(units, offset + 2, nameEnd)?.role === 'raw') return offset;
  }
  return -1;
}

/** Give the offset behind the comment's end in the line from `at` to `end`, or -1. */
export function commentEnd(units: Uint16Array, at: number, end: number): number {
  for (let offset = at + 2; offset < end; offset++) {
    if (units[offset] === GREATER && units[offset - 1] === DASH && units[offset - 2] === DASH) return offset + 1;
  }
  return -1;
}

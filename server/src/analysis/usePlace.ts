import type { Span } from '../text/span';

/** Give a use as messages show it: on one line, though it may go over a line end. */
export function onOneLine({ text }: { readonly text: string }): string {
  return text.replace(/\s+/gu, ' ');
}

/** Tell whether nothing but letters, digits, signs of terms and single joiners lies in a span: neither markup nor a line end. */
export function isReplaceable(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 && !PLAIN.has(unit)) return false;
  }
  return !isReferenceLabel(text, start, end);
}

/** What terms hold and no markup is made of. */
const PLAIN = new Set(
  Array.from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -.,'’/&+()", (sign) => sign.charCodeAt(0)),
);

/** The text of `[pods]` and `[pods][]` is the name of a link defined elsewhere: another text would break the link. */
function isReferenceLabel(text: string, start: number, end: number): boolean {
  const open = lastOf(text, start, Math.max(0, start - LONGEST_LABEL));
  if (open < 0) return false;
  const rest = text.slice(end, open + LONGEST_LABEL + 1).indexOf(']');
  if (rest < 0) return false;
  const behind = end + rest + 1;
  return text.charAt(behind) !== '(' && !(text.charAt(behind) === '[' && text.charAt(behind + 1) !== ']');
}

/** CommonMark allows for 999 characters in a label; nobody writes as many. */
const LONGEST_LABEL = 200;

/** Find the bracket that opens around `offset`; -1 where none does. */
function lastOf(text: string, offset: number, floor: number): number {
  for (let at = offset - 1; at >= floor; at--) {
    const sign = text.charAt(at);
    if (sign === ']') return -1;
    if (sign === '[') return at;
  }
  return -1;
}

/**
 * Tell whether a sentence begins at an offset: behind the end of another, at the start of a paragraph, a heading, a list item,
 * a table cell, a comment or a value.
 */
export function startsSentence(text: string, offset: number): boolean {
  let at = offset - 1;
  const floor = Math.max(0, offset - FARTHEST);
  while (at >= floor && OPENING.includes(text.charAt(at))) at--;
  if (at < floor) return at < 0;
  const sign = text.charAt(at);
  if (sign !== ' ' && sign !== '\t' && sign !== '\n' && sign !== '\r')
    return sign === '|' || sign === '>' || sign === '#';
  let lines = 0;
  while (at >= floor && /\s/u.test(text.charAt(at))) {
    if (text.charAt(at) === '\n') lines++;
    at--;
  }
  if (at < 0 || lines > 1) return true;
  while (at >= floor && CLOSING.includes(text.charAt(at))) at--;
  const before = text.charAt(at);
  if (ENDING.includes(before)) return true;
  return isMarker(text, at, offset, lines > 0);
}

/** Quotation marks, brackets and marks of emphasis stand between a sentence and its first word. */
const OPENING = '*_~"\'“‘«([`';
const CLOSING = '*_~"\'”’»)]`';
const ENDING = '.!?:…。！？';
/** More markup than this, in UTF-16 units, begins no sentence. */
const FARTHEST = 64;

/** Marks of lists, headings, tables, quotations and comments, and numbers of lists, with nothing before them on their line. */
function isMarker(text: string, at: number, offset: number, isWrapped: boolean): boolean {
  const seen = text.slice(Math.max(0, offset - FARTHEST), offset);
  const before = seen.slice(seen.lastIndexOf('\n') + 1);
  if (/^\s*(?:(?:[-*+>]|\d{1,9}[.)]|#{1,6}|\||\/\/)\s+)+[*_~"'“‘«([`]*$/u.test(before)) return true;
  return !isWrapped && text.charAt(at) === '|';
}

import {
  APOSTROPHE,
  BACKSLASH,
  CARET,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COLON,
  CR,
  DASH,
  GREATER,
  LESS,
  LF,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  QUOTE,
  SPACE,
} from '../../../text/ascii';
import { isLetter, isPunctuation, isSpace, skipBlanks, skipSpace, textOf } from '../characters';

/** Units of a link label at most: the limit of CommonMark, which keeps a search for a label's end short. */
export const MAX_LABEL_LENGTH = 999;

/** Parentheses nested in a link destination at most, as in cmark: `[a](` repeated would else be read to the end each time. */
const MAX_DESTINATION_PARENTHESES = 32;

/** Units of a template in a link destination at most. */
const MAX_TEMPLATE_LENGTH = 300;

/** Give the form of the link label from `start` to `end` by which a reference finds its definition: case and white space are folded. */
export function labelName(units: Uint16Array, start: number, end: number): string {
  return textOf(units, start, end).replace(/\s+/gu, ' ').trim().toLowerCase().toUpperCase();
}

/** Give the name under which the definition of a footnote is kept among those of links; its label starts with `^`. */
export function footnoteName(units: Uint16Array, start: number, end: number): string {
  return `^${labelName(units, start + 1, end)}`;
}

/** Give the offset behind the `]` of the label whose `[` is at `at`, or -1: too long, unclosed, with a bracket inside. */
export function labelEnd(units: Uint16Array, at: number, end: number): number {
  const limit = Math.min(end, at + MAX_LABEL_LENGTH + 2);
  for (let offset = at + 1; offset < limit; offset++) {
    const unit = units[offset] as number;
    if (unit === CLOSE_BRACKET) return offset + 1;
    if (unit === OPEN_BRACKET) return -1;
    if (unit === BACKSLASH && isPunctuation(units[offset + 1] as number)) offset++;
  }
  return -1;
}

/** Give the offset behind `(destination "title")`, whose `(` is at `at`, or -1. */
export function resourceEnd(units: Uint16Array, at: number, end: number): number {
  let offset = skipSpace(units, at + 1, end);
  if (offset < end && units[offset] !== CLOSE_PARENTHESIS) {
    const destination = destinationEnd(units, offset, end);
    if (destination < 0) return -1;
    offset = skipSpace(units, destination, end);
    if (offset > destination && offset < end && units[offset] !== CLOSE_PARENTHESIS) {
      offset = titleEnd(units, offset, end);
      if (offset < 0) return -1;
      offset = skipSpace(units, offset, end);
    }
  }
  return offset < end && units[offset] === CLOSE_PARENTHESIS ? offset + 1 : -1;
}

/**
 * Give the offset behind the link reference definition whose `[` is at `at`, its line end left out, or -1; its label is
 * what stands from `at + 1` to the first `]` that `labelEnd` finds.
 */
export function definitionEnd(units: Uint16Array, at: number, end: number): number {
  const label = labelEnd(units, at, end);
  if (label < 0 || label >= end || units[label] !== COLON || units[at + 1] === CARET) return -1;
  if (skipSpace(units, at + 1, label - 1) === label - 1) return -1;
  const start = skipSpace(units, label + 1, end);
  if (start === end) return -1;
  const destination = destinationEnd(units, start, end);
  if (destination < 0) return -1;
  // A title may follow on the line, which it then has to end, or on the next line, which else is no part of it.
  const lineEnd = skipBlanks(units, destination, end);
  const isAlone = isLineEnd(units, lineEnd, end);
  const title = skipSpace(units, destination, end);
  if (title > destination && title < end) {
    const close = titleEnd(units, title, end);
    const behind = close < 0 ? -1 : skipBlanks(units, close, end);
    if (behind >= 0 && isLineEnd(units, behind, end)) return behind;
  }
  return isAlone ? lineEnd : -1;
}

function isLineEnd(units: Uint16Array, at: number, end: number): boolean {
  return at >= end || units[at] === LF || units[at] === CR;
}

function destinationEnd(units: Uint16Array, at: number, end: number): number {
  if (units[at] === LESS) return bracedDestinationEnd(units, at, end);
  let open = 0;
  let offset = at;
  for (; offset < end; offset++) {
    const unit = units[offset] as number;
    if (isLetter(unit) || (unit >= DASH && unit <= COLON)) continue;
    if (unit <= SPACE) break;
    if (unit === OPEN_PARENTHESIS && ++open > MAX_DESTINATION_PARENTHESES) return -1;
    if (unit === CLOSE_PARENTHESIS && --open < 0) break;
    if (unit === BACKSLASH && offset + 1 < end && isPunctuation(units[offset + 1] as number)) offset++;
    else if (unit === OPEN_BRACE) offset = Math.max(offset, templateEnd(units, offset, end) - 1);
  }
  return open <= 0 && offset > at ? offset : -1;
}

/** Give the offset behind the template at `at`, as Hugo's `{{< ref "page" >}}`, which may hold spaces; -1 where none is. */
function templateEnd(units: Uint16Array, at: number, end: number): number {
  if (units[at + 1] !== OPEN_BRACE) return -1;
  const limit = Math.min(end, at + MAX_TEMPLATE_LENGTH);
  for (let offset = at + 2; offset + 1 < limit; offset++) {
    const unit = units[offset];
    if (unit === CLOSE_BRACE && units[offset + 1] === CLOSE_BRACE) return offset + 2;
    if (unit === LF || unit === CR || unit === OPEN_BRACE) return -1;
  }
  return -1;
}

function bracedDestinationEnd(units: Uint16Array, at: number, end: number): number {
  for (let offset = at + 1; offset < end; offset++) {
    const unit = units[offset] as number;
    if (unit === GREATER) return offset + 1;
    if (unit === LF || unit === CR || unit === LESS) return -1;
    if (unit === BACKSLASH && isPunctuation(units[offset + 1] as number)) offset++;
  }
  return -1;
}

function titleEnd(units: Uint16Array, at: number, end: number): number {
  const open = units[at];
  if (open !== QUOTE && open !== APOSTROPHE && open !== OPEN_PARENTHESIS) return -1;
  const close = open === OPEN_PARENTHESIS ? CLOSE_PARENTHESIS : open;
  for (let offset = at + 1; offset < end; offset++) {
    const unit = units[offset] as number;
    if (unit === close) return offset + 1;
    if (unit === OPEN_PARENTHESIS && open === OPEN_PARENTHESIS) return -1;
    if (unit === BACKSLASH && isPunctuation(units[offset + 1] as number)) offset++;
  }
  return -1;
}

/** Give the offset behind the `]` of the footnote label whose `[^` is at `at`, or -1: no space, no bracket, not empty. */
export function footnoteLabelEnd(units: Uint16Array, at: number, end: number): number {
  const limit = Math.min(end, at + MAX_LABEL_LENGTH);
  for (let offset = at + 2; offset < limit; offset++) {
    const unit = units[offset] as number;
    if (unit === CLOSE_BRACKET) return offset > at + 2 ? offset + 1 : -1;
    if (unit === OPEN_BRACKET || isSpace(unit)) return -1;
    if (unit === BACKSLASH) offset++;
  }
  return -1;
}

/** Give the offset of the `|` in a wiki link with a text of its own, `[[page|text]]`, whose `[[` is at `at`, or -1. */
export function wikiBarOf(units: Uint16Array, at: number, end: number, bar: number): number {
  const limit = Math.min(end, at + MAX_LABEL_LENGTH);
  let found = -1;
  for (let offset = at + 2; offset < limit; offset++) {
    const unit = units[offset];
    if (unit === LF || unit === CR || unit === OPEN_BRACKET) return -1;
    if (unit === bar && found < 0) found = offset;
    if (unit === CLOSE_BRACKET) return units[offset + 1] === CLOSE_BRACKET && offset + 1 < end ? found : -1;
  }
  return -1;
}

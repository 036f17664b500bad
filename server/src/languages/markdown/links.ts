import {
  APOSTROPHE,
  BACKSLASH,
  CARET,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COLON,
  GREATER,
  isBlank,
  isPunctuation,
  isSpace,
  LESS,
  LF,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  QUOTE,
  SPACE,
} from './characters';
import type { LeafCursor } from './leaf';

/** Characters of a link label at most: the limit of CommonMark, which keeps a search for a label's end short. */
export const MAX_LABEL_LENGTH = 999;

/** Parentheses nested in a link destination at most, as in cmark: `[a](` repeated would else be read to the end each time. */
const MAX_DESTINATION_PARENTHESES = 32;

/** Give the form of a link label by which a reference finds its definition: CommonMark folds case and white space. */
export function normalizeLabel(label: string): string {
  return label.replace(/\s+/gu, ' ').trim().toLowerCase().toUpperCase();
}

/** Give the name under which the definition of the footnote `label` is kept among those of links. */
export function footnoteKey(label: string): string {
  return `^${normalizeLabel(label)}`;
}

/**
 * Read a link label, the cursor standing on its `[`, and leave the cursor behind its `]`. Give what stands between,
 * lines joined by LF, or `undefined` where there is no label: too long, unclosed or with a bracket inside.
 */
export function readLabel(cursor: LeafCursor): string | undefined {
  let label = '';
  cursor.step();
  while (label.length <= MAX_LABEL_LENGTH) {
    const code = cursor.code();
    if (code === CLOSE_BRACKET) {
      cursor.step();
      return label;
    }
    if (code < 0 || code === OPEN_BRACKET) return undefined;
    label += String.fromCharCode(code);
    cursor.step();
    if (code === BACKSLASH && isPunctuation(cursor.code())) {
      label += String.fromCharCode(cursor.code());
      cursor.step();
    }
  }
  return undefined;
}

/** Read `(destination "title")`, the cursor standing on its `(`, and leave the cursor behind it; tell whether it is one. */
export function readResource(cursor: LeafCursor): boolean {
  cursor.step();
  cursor.skipSpace();
  if (cursor.code() !== CLOSE_PARENTHESIS) {
    if (!readDestination(cursor)) return false;
    if (cursor.skipSpace() && cursor.code() !== CLOSE_PARENTHESIS) {
      if (!readTitle(cursor)) return false;
      cursor.skipSpace();
    }
  }
  if (cursor.code() !== CLOSE_PARENTHESIS) return false;
  cursor.step();
  return true;
}

/**
 * Read a link reference definition that starts at the cursor, which stands at a line's start. Give its label and the
 * line after it, or `undefined` where none is.
 */
export function readDefinition(cursor: LeafCursor): { label: string; nextLine: number } | undefined {
  if (cursor.code() !== OPEN_BRACKET) return undefined;
  const label = readLabel(cursor);
  if (label === undefined || label.charCodeAt(0) === CARET || label.trim() === '' || cursor.code() !== COLON) {
    return undefined;
  }
  cursor.step();
  cursor.skipSpace();
  if (cursor.code() < 0 || !readDestination(cursor)) return undefined;
  const spaced = isBlank(cursor.code());
  const lineEnds = skipToLineEnd(cursor);
  // A title may follow on the line, which it then has to end, or on the next line, which else is no part of it.
  let nextLine = lineEnds ? cursor.line + 1 : -1;
  if (spaced || lineEnds) {
    cursor.skipSpace();
    if (cursor.code() >= 0 && readTitle(cursor) && skipToLineEnd(cursor)) nextLine = cursor.line + 1;
  }
  return nextLine < 0 ? undefined : { label, nextLine };
}

/** Step over blanks, and tell whether the line ends there. */
function skipToLineEnd(cursor: LeafCursor): boolean {
  while (isBlank(cursor.code())) cursor.step();
  return cursor.code() === LF || cursor.code() < 0;
}

function readDestination(cursor: LeafCursor): boolean {
  if (cursor.code() === LESS) return readBracedDestination(cursor);
  let open = 0;
  let length = cursor.skipPath();
  for (let code = cursor.code(); code > SPACE; code = cursor.code()) {
    if (code === OPEN_PARENTHESIS && ++open > MAX_DESTINATION_PARENTHESES) return false;
    if (code === CLOSE_PARENTHESIS && --open < 0) break;
    cursor.step();
    length++;
    if (code === BACKSLASH && isPunctuation(cursor.code())) cursor.step();
    else cursor.skipPath();
  }
  return open <= 0 && length > 0;
}

function readBracedDestination(cursor: LeafCursor): boolean {
  cursor.step();
  for (let code = cursor.code(); code >= 0 && code !== LF && code !== LESS; code = cursor.code()) {
    cursor.step();
    if (code === GREATER) return true;
    if (code === BACKSLASH && isPunctuation(cursor.code())) cursor.step();
  }
  return false;
}

function readTitle(cursor: LeafCursor): boolean {
  const open = cursor.code();
  if (open !== QUOTE && open !== APOSTROPHE && open !== OPEN_PARENTHESIS) return false;
  const close = open === OPEN_PARENTHESIS ? CLOSE_PARENTHESIS : open;
  cursor.step();
  for (let code = cursor.code(); code >= 0; code = cursor.code()) {
    if (code === OPEN_PARENTHESIS && open === OPEN_PARENTHESIS) return false;
    cursor.step();
    if (code === close) return true;
    if (code === BACKSLASH && isPunctuation(cursor.code())) cursor.step();
  }
  return false;
}

/** Give the offset behind the `]` of the footnote label whose `[^` starts at `at`, or -1: no space, no bracket, not empty. */
export function footnoteLabelEnd(text: string, at: number, end: number): number {
  const limit = Math.min(end, at + MAX_LABEL_LENGTH);
  for (let offset = at + 2; offset < limit; offset++) {
    const code = text.charCodeAt(offset);
    if (code === CLOSE_BRACKET) return offset > at + 2 ? offset + 1 : -1;
    if (code === OPEN_BRACKET || isSpace(code)) return -1;
    if (code === BACKSLASH) offset++;
  }
  return -1;
}

import {
  APOSTROPHE,
  BACKTICK,
  COLON,
  DASH,
  DOT,
  EQUALS,
  EXCLAMATION,
  GREATER,
  isAlphanumeric,
  isLetter,
  isSpace,
  LESS,
  LF,
  QUESTION,
  QUOTE,
  SLASH,
  SPACE,
  skipBlanks,
  UNDERSCORE,
} from './characters';
import { LeafCursor } from './leaf';

/**
 * How an HTML block began, and so where it ends (CommonMark 0.31, HTML blocks, start conditions 1 to 7): 1 at a closing
 * tag of an element with raw text, 2 at `-->`, 3 at `?>`, 4 at `>`, 5 at `]]>`, 6 and 7 at a blank line; 0 is no block.
 */
export type HtmlBlockCondition = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

const LOWER_A = 97;

const RAW_TEXT_ELEMENTS = new Set(['pre', 'script', 'style', 'textarea']);

/** The longest name in `BLOCK_ELEMENTS`; longer names are not looked up. */
const MAX_ELEMENT_NAME_LENGTH = 10;

const BLOCK_ELEMENTS = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);

/** Tell which HTML block starts at the `<` at `at`; condition 7 only where `maySeven`, as it cannot interrupt a paragraph. */
export function htmlBlockStart(text: string, at: number, end: number, maySeven: boolean): HtmlBlockCondition {
  const first = text.charCodeAt(at + 1);
  if (at + 1 >= end) return 0;
  if (first === QUESTION) return 3;
  if (first === EXCLAMATION) {
    if (text.startsWith('--', at + 2)) return 2;
    if (isLetter(text.charCodeAt(at + 2))) return 4;
    return text.startsWith('[CDATA[', at + 2) ? 5 : 0;
  }
  const closing = first === SLASH;
  const nameStart = closing ? at + 2 : at + 1;
  let nameEnd = nameStart;
  while (nameEnd < end && isAlphanumeric(text.charCodeAt(nameEnd))) nameEnd++;
  if (nameEnd === nameStart) return 0;
  const after = nameEnd < end ? text.charCodeAt(nameEnd) : LF;
  if (nameEnd - nameStart <= MAX_ELEMENT_NAME_LENGTH) {
    const name = text.slice(nameStart, nameEnd).toLowerCase();
    const ended = isSpace(after) || after === GREATER;
    if (!closing && ended && RAW_TEXT_ELEMENTS.has(name)) return 1;
    if (BLOCK_ELEMENTS.has(name) && (ended || (after === SLASH && text.charCodeAt(nameEnd + 1) === GREATER))) return 6;
  }
  if (!maySeven) return 0;
  const tagEnd = lineTagEnd(text, at, end);
  return tagEnd >= 0 && skipBlanks(text, tagEnd, end) === end ? 7 : 0;
}

/** Tell whether the line from `at` to `end` holds the closing tag of a raw-text element: the end of condition 1. */
export function closesRawText(text: string, at: number, end: number): boolean {
  for (let offset = at; offset + 2 < end; offset++) {
    if (text.charCodeAt(offset) !== LESS || text.charCodeAt(offset + 1) !== SLASH) continue;
    let nameEnd = offset + 2;
    while (nameEnd < end && nameEnd < offset + 2 + MAX_ELEMENT_NAME_LENGTH && isLetter(text.charCodeAt(nameEnd)))
      nameEnd++;
    const named = RAW_TEXT_ELEMENTS.has(text.slice(offset + 2, nameEnd).toLowerCase());
    if (named && nameEnd < end && text.charCodeAt(nameEnd) === GREATER) return true;
  }
  return false;
}

/** Read an opening or closing tag, the cursor standing on its `<`, and leave the cursor behind its `>`; tell whether it is one. */
export function readTag(cursor: LeafCursor): boolean {
  cursor.step();
  const closing = cursor.code() === SLASH;
  if (closing) cursor.step();
  const first = cursor.code();
  if (!isLetter(first)) return false;
  // MDX names components `Tabs.Item`; `<example.com>` is text.
  const component = first < LOWER_A;
  for (let code = first; isAlphanumeric(code) || code === DASH || (component && code === DOT); code = cursor.code()) {
    cursor.step();
  }
  let spaced = cursor.skipSpace();
  while (!closing && spaced && isAttributeStart(cursor.code())) {
    while (isAlphanumeric(cursor.code()) || isNamePunctuation(cursor.code())) cursor.step();
    spaced = cursor.skipSpace();
    if (cursor.code() === EQUALS) {
      cursor.step();
      cursor.skipSpace();
      if (!readValue(cursor)) return false;
      spaced = cursor.skipSpace();
    }
  }
  if (!closing && cursor.code() === SLASH) cursor.step();
  if (cursor.code() !== GREATER) return false;
  cursor.step();
  return true;
}

/** Give the offset behind the tag at `at` when it ends before `end`, or -1. */
function lineTagEnd(text: string, at: number, end: number): number {
  const cursor = new LeafCursor(text, { starts: [at], ends: [end] }).move(at, 0, 1);
  return readTag(cursor) ? cursor.at : -1;
}

function isAttributeStart(code: number): boolean {
  return isLetter(code) || code === UNDERSCORE || code === COLON;
}

function isNamePunctuation(code: number): boolean {
  return code === UNDERSCORE || code === COLON || code === DASH || code === DOT;
}

function readValue(cursor: LeafCursor): boolean {
  const quote = cursor.code();
  if (quote === QUOTE || quote === APOSTROPHE) {
    cursor.step();
    for (let code = cursor.code(); code !== quote; code = cursor.code()) {
      if (code < 0) return false;
      cursor.step();
    }
    cursor.step();
    return true;
  }
  let length = 0;
  for (let code = cursor.code(); code > SPACE && !endsBareValue(code); code = cursor.code()) {
    cursor.step();
    length++;
  }
  return length > 0;
}

function endsBareValue(code: number): boolean {
  return (
    code === QUOTE || code === APOSTROPHE || code === EQUALS || code === LESS || code === GREATER || code === BACKTICK
  );
}

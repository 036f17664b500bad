import {
  ASTERISK,
  BACKTICK,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COLON,
  DASH,
  DOT,
  EXCLAMATION,
  HASH,
  isBlank,
  isDigit,
  isLetter,
  PIPE,
  PLUS,
  QUESTION,
  QUOTE,
  skipBlanks,
  skipRun,
  trimBlanks,
} from './characters';

// What starts a block, told from one line: `at` is its first character that is not blank, `end` where it ends. Offsets
// are given as -1 where there is no such start.

/** Digits of an ordered list's number at most (CommonMark, so that browsers can hold it). */
const MAX_LIST_DIGITS = 9;

/** Hashes of an ATX heading at most. */
const MAX_HEADING_LEVEL = 6;

/** A line of code is short; a longer one is not looked at. */
const MAX_MODULE_LINE_LENGTH = 1000;

/** `import x from 'y'`, `import 'y'`, and the first line of `import {` over several lines. */
const IMPORT_LINE = /^import (?:[^'"]* from )?['"][^'"]*['"];?$|^import (?:\w+, )?\{$/u;

/** `export const x = 1`, `export default function …`, `export { x }`, `export * from 'y'`. */
const EXPORT_LINE = /^export (?:const|let|var|async|function|class|default)\b.*[=({]|^export [{*]/u;

const LOWER_E = 101;
const LOWER_I = 105;
const LOWER_X = 120;

/** Give the offset behind the `#`s of an ATX heading and the blanks after them. */
export function atxContentStart(text: string, at: number, end: number): number {
  const marksEnd = skipRun(text, at, end, HASH);
  if (marksEnd - at > MAX_HEADING_LEVEL) return -1;
  const start = skipBlanks(text, marksEnd, end);
  return start > marksEnd || start === end ? start : -1;
}

/** Give the end of an ATX heading's content, which leaves out a closing run of `#` behind a blank. */
export function atxContentEnd(text: string, start: number, end: number): number {
  const trimmed = trimBlanks(text, start, end);
  let marks = trimmed;
  while (marks > start && text.charCodeAt(marks - 1) === HASH) marks--;
  if (marks === start) return start;
  return marks < trimmed && isBlank(text.charCodeAt(marks - 1)) ? trimBlanks(text, start, marks) : trimmed;
}

/** Give the length of the fence that opens a code block, 0 for none; an info string behind backticks holds no backtick. */
export function fenceLength(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  const fenceEnd = skipRun(text, at, end, code);
  if (fenceEnd - at < 3) return 0;
  if (code === BACKTICK) {
    for (let offset = fenceEnd; offset < end; offset++) if (text.charCodeAt(offset) === BACKTICK) return 0;
  }
  return fenceEnd - at;
}

/** Tell whether the line is one run of `code` of `length` or more: a closing fence, the underline of a setext heading. */
export function isRunLine(text: string, at: number, end: number, code: number, length: number): boolean {
  const runEnd = skipRun(text, at, end, code);
  return runEnd - at >= length && skipBlanks(text, runEnd, end) === end;
}

/**
 * Tell whether the line is a thematic break: three or more of one of `*`, `-`, `_`, blanks between allowed. Give -1 where it
 * is one, else the offset of what stands against it; it does so for every later start in the line, too.
 */
export function thematicBreakObstacle(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at);
  let count = 0;
  for (let offset = at; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === mark) count++;
    else if (!isBlank(code)) return offset;
  }
  return count >= 3 ? -1 : end;
}

/**
 * Give the offset behind a list marker (`-`, `+`, `*`, `1.`, `1)`). One that interrupts a paragraph has text behind it and
 * the number 1.
 */
export function listMarkerEnd(text: string, at: number, end: number, interrupts: boolean): number {
  const first = text.charCodeAt(at);
  let markerEnd = at + 1;
  if (isDigit(first)) {
    while (markerEnd < end && isDigit(text.charCodeAt(markerEnd))) markerEnd++;
    if (markerEnd - at > MAX_LIST_DIGITS || markerEnd === end) return -1;
    const delimiter = text.charCodeAt(markerEnd);
    if (delimiter !== DOT && delimiter !== CLOSE_PARENTHESIS) return -1;
    if (interrupts && Number(text.slice(at, markerEnd)) !== 1) return -1;
    markerEnd++;
  } else if (first !== DASH && first !== ASTERISK && first !== PLUS) {
    return -1;
  }
  if (markerEnd < end && !isBlank(text.charCodeAt(markerEnd))) return -1;
  return interrupts && skipBlanks(text, markerEnd, end) === end ? -1 : markerEnd;
}

/** Give the number of columns in a table's delimiter row (`| :-- | --: |`), 0 where the line is none. */
export function delimiterColumns(text: string, at: number, end: number): number {
  let offset = text.charCodeAt(at) === PIPE ? at + 1 : at;
  let columns = 0;
  let marked = offset > at;
  for (;;) {
    offset = skipBlanks(text, offset, end);
    if (offset === end) break;
    if (text.charCodeAt(offset) === COLON) {
      offset++;
      marked = true;
    }
    const dashes = offset;
    offset = skipRun(text, offset, end, DASH);
    if (offset === dashes) return 0;
    if (offset < end && text.charCodeAt(offset) === COLON) {
      offset++;
      marked = true;
    }
    columns++;
    offset = skipBlanks(text, offset, end);
    if (offset === end) break;
    if (text.charCodeAt(offset) !== PIPE) return 0;
    marked = true;
    offset++;
  }
  return marked ? columns : 0;
}

/**
 * Give the offset behind the first word of an admonition's line, as `!!! note`, `??? tip` (collapsed), `???+ tip` and,
 * for tabs, `===` of `=== "Title"`. Its content is indented by four.
 */
export function admonitionTypeEnd(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at);
  let offset = skipRun(text, at, end, mark);
  if (offset - at !== 3) return -1;
  if (text.charCodeAt(offset) === PLUS) offset++;
  const type = skipBlanks(text, offset, end);
  if (type === offset || type === end) return -1;
  if (text.charCodeAt(type) === QUOTE) return type;
  if (mark !== EXCLAMATION && mark !== QUESTION) return -1;
  let typeEnd = type;
  while (
    typeEnd < end &&
    (isLetter(text.charCodeAt(typeEnd)) || isBlank(text.charCodeAt(typeEnd)) || text.charCodeAt(typeEnd) === DASH)
  ) {
    typeEnd++;
  }
  return typeEnd === end || text.charCodeAt(typeEnd) === QUOTE ? typeEnd : -1;
}

/** Give the offset behind the `[!NOTE]` that makes a block quote an alert. */
export function alertMarkerEnd(text: string, at: number, end: number): number {
  if (!text.startsWith('[!', at)) return -1;
  let offset = at + 2;
  while (offset < end && isLetter(text.charCodeAt(offset))) offset++;
  if (offset === at + 2 || offset >= end || text.charCodeAt(offset) !== CLOSE_BRACKET) return -1;
  offset++;
  const code = text.charCodeAt(offset);
  return offset < end && (code === PLUS || code === DASH) ? offset + 1 : offset;
}

/** Give where the text of a task starts, behind its box (`[ ]`, `[x]`); `at` where there is no box. */
export function taskBoxEnd(text: string, at: number, end: number): number {
  const state = text.charCodeAt(at + 1);
  const box = isBlank(state) || (state | 32) === LOWER_X;
  if (!box || at + 3 > end || text.charCodeAt(at + 2) !== CLOSE_BRACKET) return at;
  const start = skipBlanks(text, at + 3, end);
  return start > at + 3 || start === end ? start : at;
}

/** Tell whether the line is an import or export of MDX, which ends, as they do, at a blank line. */
export function isModuleLine(text: string, at: number, end: number): boolean {
  const first = text.charCodeAt(at);
  if (first !== LOWER_I && first !== LOWER_E) return false;
  if (end - at > MAX_MODULE_LINE_LENGTH) return false;
  const imports = text.startsWith('import ', at);
  if (!imports && !text.startsWith('export ', at)) return false;
  const line = text.slice(at, end);
  return imports ? IMPORT_LINE.test(line) : EXPORT_LINE.test(line);
}

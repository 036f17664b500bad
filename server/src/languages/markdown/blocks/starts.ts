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
  LOWER_E,
  LOWER_I,
  LOWER_X,
  OPEN_BRACKET,
  PIPE,
  PLUS,
  QUESTION,
  QUOTE,
} from '../../../text/ascii';
import { isBlank, isDigit, isLetter, skipBlanks, skipRun, startsWith, textOf, trimBlanks } from '../characters';

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

const ZERO = 48;
const ONE = 49;

/** Give the offset behind the `#`s of an ATX heading and the blanks after them. */
export function atxContentStart(units: Uint16Array, at: number, end: number): number {
  const marksEnd = skipRun(units, at, end, HASH);
  if (marksEnd - at > MAX_HEADING_LEVEL) return -1;
  const start = skipBlanks(units, marksEnd, end);
  return start > marksEnd || start === end ? start : -1;
}

/** Give the end of an ATX heading's content, which leaves out a closing run of `#` behind a blank. */
export function atxContentEnd(units: Uint16Array, start: number, end: number): number {
  const trimmed = trimBlanks(units, start, end);
  let marks = trimmed;
  while (marks > start && units[marks - 1] === HASH) marks--;
  if (marks === start) return start;
  return marks < trimmed && isBlank(units[marks - 1] as number) ? trimBlanks(units, start, marks) : trimmed;
}

/** Give the length of the fence that opens a code block, 0 for none; an info string behind backticks holds no backtick. */
export function fenceLength(units: Uint16Array, at: number, end: number): number {
  const code = units[at] as number;
  const fenceEnd = skipRun(units, at, end, code);
  if (fenceEnd - at < 3) return 0;
  if (code === BACKTICK) {
    for (let offset = fenceEnd; offset < end; offset++) if (units[offset] === BACKTICK) return 0;
  }
  return fenceEnd - at;
}

/** Tell whether the line is one run of `code` of `length` or more: a closing fence, the underline of a setext heading. */
export function isRunLine(units: Uint16Array, at: number, end: number, code: number, length: number): boolean {
  const runEnd = skipRun(units, at, end, code);
  return runEnd - at >= length && skipBlanks(units, runEnd, end) === end;
}

/**
 * Tell whether the line is a thematic break: three or more of one of `*`, `-`, `_`, blanks between allowed. Give -1 where it
 * is one, else the offset of what stands against it; it does so for every later start in the line, too.
 */
export function thematicBreakObstacle(units: Uint16Array, at: number, end: number): number {
  const mark = units[at] as number;
  let count = 0;
  for (let offset = at; offset < end; offset++) {
    const code = units[offset] as number;
    if (code === mark) count++;
    else if (!isBlank(code)) return offset;
  }
  return count >= 3 ? -1 : end;
}

/**
 * Give the offset behind a list marker (`-`, `+`, `*`, `1.`, `1)`). One that interrupts a paragraph has text behind it and
 * the number 1.
 */
export function listMarkerEnd(units: Uint16Array, at: number, end: number, interrupts: boolean): number {
  const first = units[at] as number;
  let markerEnd = at + 1;
  if (isDigit(first)) {
    while (markerEnd < end && isDigit(units[markerEnd] as number)) markerEnd++;
    if (markerEnd - at > MAX_LIST_DIGITS || markerEnd === end) return -1;
    const delimiter = units[markerEnd] as number;
    if (delimiter !== DOT && delimiter !== CLOSE_PARENTHESIS) return -1;
    if (interrupts && !isOne(units, at, markerEnd)) return -1;
    markerEnd++;
  } else if (first !== DASH && first !== ASTERISK && first !== PLUS) {
    return -1;
  }
  if (markerEnd < end && !isBlank(units[markerEnd] as number)) return -1;
  return interrupts && skipBlanks(units, markerEnd, end) === end ? -1 : markerEnd;
}

/** Tell whether some digits are the number 1. */
function isOne(units: Uint16Array, start: number, end: number): boolean {
  return units[end - 1] === ONE && skipRun(units, start, end, ZERO) === end - 1;
}

/** Give the number of columns in a table's delimiter row (`| :-- | --: |`), 0 where the line is none. */
export function delimiterColumns(units: Uint16Array, at: number, end: number): number {
  let offset = units[at] === PIPE ? at + 1 : at;
  let columns = 0;
  let marked = offset > at;
  for (;;) {
    offset = skipBlanks(units, offset, end);
    if (offset === end) break;
    if (units[offset] === COLON) {
      offset++;
      marked = true;
    }
    const dashes = offset;
    offset = skipRun(units, offset, end, DASH);
    if (offset === dashes) return 0;
    if (offset < end && units[offset] === COLON) {
      offset++;
      marked = true;
    }
    columns++;
    offset = skipBlanks(units, offset, end);
    if (offset === end) break;
    if (units[offset] !== PIPE) return 0;
    marked = true;
    offset++;
  }
  return marked ? columns : 0;
}

/**
 * Give the offset behind the first word of an admonition's line, as `!!! note`, `??? tip` (collapsed), `???+ tip` and,
 * for tabs, `===` of `=== "Title"`. Its content is indented by four.
 */
export function admonitionTypeEnd(units: Uint16Array, at: number, end: number): number {
  const mark = units[at] as number;
  let offset = skipRun(units, at, end, mark);
  if (offset - at !== 3) return -1;
  if (units[offset] === PLUS) offset++;
  const type = skipBlanks(units, offset, end);
  if (type === offset || type === end) return -1;
  if (units[type] === QUOTE) return type;
  if (mark !== EXCLAMATION && mark !== QUESTION) return -1;
  let typeEnd = type;
  while (
    typeEnd < end &&
    (isLetter(units[typeEnd] as number) || isBlank(units[typeEnd] as number) || units[typeEnd] === DASH)
  ) {
    typeEnd++;
  }
  return typeEnd === end || units[typeEnd] === QUOTE ? typeEnd : -1;
}

/** Give the offset behind the `[!NOTE]` that makes a block quote an alert. */
export function alertMarkerEnd(units: Uint16Array, at: number, end: number): number {
  if (units[at + 1] !== EXCLAMATION) return -1;
  let offset = at + 2;
  while (offset < end && isLetter(units[offset] as number)) offset++;
  if (offset === at + 2 || offset >= end || units[offset] !== CLOSE_BRACKET) return -1;
  offset++;
  const code = units[offset] as number;
  return offset < end && (code === PLUS || code === DASH) ? offset + 1 : offset;
}

/** Give where the text of a task starts, behind its box (`[ ]`, `[x]`); `at` where there is no box. */
export function taskBoxEnd(units: Uint16Array, at: number, end: number): number {
  const state = units[at + 1] as number;
  const box = isBlank(state) || (state | 32) === LOWER_X;
  if (!box || at + 3 > end || units[at + 2] !== CLOSE_BRACKET) return at;
  const start = skipBlanks(units, at + 3, end);
  return start > at + 3 || start === end ? start : at;
}

/** Tell whether the line is an import or export of MDX, which ends, as they do, at a blank line. */
export function isModuleLine(units: Uint16Array, at: number, end: number): boolean {
  const first = units[at] as number;
  if (first !== LOWER_I && first !== LOWER_E) return false;
  if (end - at > MAX_MODULE_LINE_LENGTH) return false;
  const imports = startsWith(units, at, end, 'import ');
  if (!imports && !startsWith(units, at, end, 'export ')) return false;
  const line = textOf(units, at, end);
  return imports ? IMPORT_LINE.test(line) : EXPORT_LINE.test(line);
}

/**
 * Give the offset behind the `:` of an abbreviation, `*[HTML]: HyperText Markup Language` (PHP Markdown Extra), whose `[` is
 * at `at + 1`.
 */
export function abbreviationEnd(units: Uint16Array, at: number, end: number): number {
  for (let offset = at + 2; offset < end; offset++) {
    const unit = units[offset];
    if (unit === OPEN_BRACKET) return -1;
    if (unit === CLOSE_BRACKET) return offset > at + 2 && units[offset + 1] === COLON ? offset + 2 : -1;
  }
  return -1;
}

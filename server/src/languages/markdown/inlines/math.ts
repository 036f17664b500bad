import {
  BACKSLASH,
  BACKTICK,
  CARET,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  CR,
  DOLLAR,
  EQUALS,
  GREATER,
  LESS,
  LF,
  OPEN_BRACE,
  OPEN_PARENTHESIS,
  PLUS,
  UNDERSCORE,
} from '../../../text/ascii';
import { isAlphanumeric, isPunctuation, isSpace } from '../characters';

/** Units of a formula in `\(…\)` or `\[…\]` at most: openers without end would else be read to the end each. */
const MAX_FORMULA_LENGTH = 1000;

/**
 * Give the offset behind the formula at the `$` at `at` in the leaf from `start` to `end`, or -1: between two `$$`, or between
 * two `$` in one line, where no amount of money or variable can be meant.
 */
export function dollarFormulaEnd(units: Uint16Array, at: number, start: number, end: number): number {
  const isDisplay = units[at + 1] === DOLLAR;
  const from = isDisplay ? at + 2 : at + 1;
  if (!isDisplay && at > start && isAlphanumeric(units[at - 1] as number)) return -1;
  let hasSpaces = false;
  let hasSigns = false;
  let close = from;
  for (; ; close++) {
    if (close >= end) return -1;
    const unit = units[close] as number;
    if (unit === BACKTICK) return -1;
    if (unit === DOLLAR && (!isDisplay || units[close + 1] === DOLLAR)) break;
    if (!isDisplay && (unit === LF || unit === CR)) return -1;
    if (isSpace(unit)) hasSpaces = true;
    else if (isFormulaSign(unit)) hasSigns = true;
  }
  if (close === from || (hasSpaces && !hasSigns)) return -1;
  const spaceBefore = isSpace(units[from] as number);
  const spaceAfter = isSpace(units[close - 1] as number);
  if (isDisplay ? spaceBefore !== spaceAfter : spaceBefore || spaceAfter) return -1;
  const behind = isDisplay ? close + 2 : close + 1;
  if (behind > end) return -1;
  const after = behind < end ? (units[behind] as number) : 0;
  return isAlphanumeric(after) || after === DOLLAR ? -1 : behind;
}

/**
 * Give the offset behind the formula at the `\` at `at`, between `\(` and `\)` or `\[` and `\]`, or -1. Since both may be
 * escaped brackets, it is none unless it holds a sign that is for formulas alone.
 */
export function bracketFormulaEnd(units: Uint16Array, at: number, end: number): number {
  const open = units[at + 1];
  const close = open === OPEN_PARENTHESIS ? CLOSE_PARENTHESIS : CLOSE_BRACKET;
  const limit = Math.min(end, at + MAX_FORMULA_LENGTH) - 1;
  let hasSigns = false;
  for (let offset = at + 2; offset < limit; offset++) {
    const unit = units[offset];
    if (unit === CARET || unit === OPEN_BRACE) hasSigns = true;
    if (unit !== BACKSLASH) continue;
    const escaped = units[offset + 1] as number;
    if (escaped === close) return hasSigns ? offset + 2 : -1;
    if (escaped === open) return -1;
    if (isPunctuation(escaped)) offset++;
    else hasSigns = true;
  }
  return -1;
}

/** Tell whether a unit is one of the signs that tell a formula with spaces from a sentence between two amounts. */
function isFormulaSign(unit: number): boolean {
  return (
    unit === BACKSLASH ||
    unit === CARET ||
    unit === UNDERSCORE ||
    unit === EQUALS ||
    unit === PLUS ||
    unit === LESS ||
    unit === GREATER ||
    unit === OPEN_BRACE
  );
}

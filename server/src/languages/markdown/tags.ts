import {
  APOSTROPHE,
  BACKTICK,
  CLOSE_BRACE,
  COLON,
  DASH,
  DOT,
  EQUALS,
  GREATER,
  LESS,
  OPEN_BRACE,
  QUOTE,
  SLASH,
  SPACE,
  UNDERSCORE,
} from '../../text/ascii';
import { find, isAlphanumeric, isLetter, skipSpace } from './characters';

/** Units of an expression of MDX that is an attribute's value, `{…}`, at most: openers without end would else be read to the end each. */
const MAX_EXPRESSION_LENGTH = 300;

const LOWER_A = 97;

/** Give the offset behind the letters and digits of the tag's name at `at`. */
export function tagNameEnd(units: Uint16Array, at: number, end: number): number {
  let offset = at;
  while (offset < end && isAlphanumeric(units[offset] as number)) offset++;
  return offset;
}

/** Give the offset behind the opening or closing tag whose `<` is at `at`, or -1 where none is. */
export function tagEnd(units: Uint16Array, at: number, end: number): number {
  const closing = units[at + 1] === SLASH;
  let offset = closing ? at + 2 : at + 1;
  if (offset >= end) return -1;
  const first = units[offset] as number;
  if (!isLetter(first)) return -1;
  // MDX names components `Tabs.Item`; `<example.com>` is text.
  const component = first < LOWER_A;
  for (; offset < end; offset++) {
    const unit = units[offset] as number;
    if (!isAlphanumeric(unit) && unit !== DASH && !(component && unit === DOT)) break;
  }
  let next = skipSpace(units, offset, end);
  while (!closing && next > offset && next < end && isAttributeStart(units[next] as number)) {
    offset = next;
    while (offset < end && isNameUnit(units[offset] as number)) offset++;
    next = skipSpace(units, offset, end);
    if (next < end && units[next] === EQUALS) {
      offset = valueEnd(units, skipSpace(units, next + 1, end), end);
      if (offset < 0) return -1;
      next = skipSpace(units, offset, end);
    }
  }
  if (!closing && next < end && units[next] === SLASH) next++;
  return next < end && units[next] === GREATER ? next + 1 : -1;
}

/** Give the offset behind the `}` that closes the `{` at `at`, at most `limit` units on, or -1. */
export function expressionEnd(units: Uint16Array, at: number, end: number): number {
  const limit = Math.min(end, at + MAX_EXPRESSION_LENGTH);
  let depth = 0;
  for (let offset = at; offset < limit; offset++) {
    const unit = units[offset];
    if (unit === OPEN_BRACE) depth++;
    else if (unit === CLOSE_BRACE && --depth === 0) return offset + 1;
  }
  return -1;
}

function valueEnd(units: Uint16Array, at: number, end: number): number {
  if (at >= end) return -1;
  const quote = units[at] as number;
  if (quote === QUOTE || quote === APOSTROPHE) {
    const close = find(units, at + 1, end, quote);
    return close < end ? close + 1 : -1;
  }
  if (quote === OPEN_BRACE) return expressionEnd(units, at, end);
  let offset = at;
  while (offset < end && isBareValueUnit(units[offset] as number)) offset++;
  return offset > at ? offset : -1;
}

function isAttributeStart(unit: number): boolean {
  return isLetter(unit) || unit === UNDERSCORE || unit === COLON;
}

function isNameUnit(unit: number): boolean {
  return isAlphanumeric(unit) || unit === UNDERSCORE || unit === COLON || unit === DASH || unit === DOT;
}

function isBareValueUnit(unit: number): boolean {
  return (
    unit > SPACE &&
    unit !== QUOTE &&
    unit !== APOSTROPHE &&
    unit !== EQUALS &&
    unit !== LESS &&
    unit !== GREATER &&
    unit !== BACKTICK
  );
}

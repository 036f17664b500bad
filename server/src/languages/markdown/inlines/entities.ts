import { HASH, LOWER_X, SEMICOLON } from '../../../text/ascii';
import { isAlphanumeric, textOf } from '../characters';
import { JOIN, SPACE_BETWEEN, SPLIT } from './edits';

/** Characters of a name or number (CommonMark; the longest name has 31), and of a name at least. */
const MAX_NAME_LENGTH = 31;
const MAX_DECIMAL_LENGTH = 7;
const MAX_HEXADECIMAL_LENGTH = 6;
const MIN_NAME_LENGTH = 2;

/** Entities that stand for white space, and for characters that are not seen; others stand between words. */
const SPACES = new Set('nbsp ensp emsp emsp13 emsp14 thinsp hairsp numsp puncsp #32 #160 #xA0 #xa0 #x20'.split(' '));
const UNSEEN = new Set('shy zwj zwnj ZeroWidthSpace NoBreak #173 #xAD #xad #8203 #x200B #x200b #8205 #8204'.split(' '));

/** Give the offset behind the entity at the `&` at `at`, or -1. */
export function entityEnd(units: Uint16Array, at: number, end: number): number {
  const isNumber = units[at + 1] === HASH;
  const isHexadecimal = isNumber && ((units[at + 2] as number) | 32) === LOWER_X;
  const start = at + (isHexadecimal ? 3 : isNumber ? 2 : 1);
  const most = isHexadecimal ? MAX_HEXADECIMAL_LENGTH : isNumber ? MAX_DECIMAL_LENGTH : MAX_NAME_LENGTH;
  let offset = start;
  const limit = Math.min(end, start + most);
  while (offset < limit && isAlphanumeric(units[offset] as number)) offset++;
  if (offset >= end || units[offset] !== SEMICOLON) return -1;
  return offset - start >= (isNumber ? 1 : MIN_NAME_LENGTH) ? offset + 1 : -1;
}

/** Tell how the entity from `at` to `end` is read: what it stands for is no part of a word. */
export function entityEdit(units: Uint16Array, at: number, end: number): number {
  const name = textOf(units, at + 1, end - 1);
  if (SPACES.has(name)) return SPACE_BETWEEN;
  return UNSEEN.has(name) ? JOIN : SPLIT;
}

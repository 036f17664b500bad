import { CR, SPACE, TAB } from '../../text/ascii';

/** Tell whether `code` is a space or a tab. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** Tell whether `code` is a space, a tab, a line end or another ASCII control that separates words. */
export function isSpace(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= CR);
}

/** Tell whether `code` is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Tell whether `code` is an ASCII letter. */
export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** Tell whether `code` is an ASCII letter or digit. */
export function isAlphanumeric(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** Tell whether `code` is ASCII punctuation: what a backslash escapes. */
export function isPunctuation(code: number): boolean {
  return code > SPACE && code < 127 && !isAlphanumeric(code);
}

/** Give the offset of the first unit at or behind `at` that is neither space nor tab, `end` at most. */
export function skipBlanks(units: Uint16Array, at: number, end: number): number {
  let offset = at;
  while (offset < end && isBlank(units[offset] as number)) offset++;
  return offset;
}

/** Give the offset of the first unit at or behind `at` that is no white space, `end` at most. */
export function skipSpace(units: Uint16Array, at: number, end: number): number {
  let offset = at;
  while (offset < end && isSpace(units[offset] as number)) offset++;
  return offset;
}

/** Give the offset behind the run of `unit` that starts at `at`, `end` at most. */
export function skipRun(units: Uint16Array, at: number, end: number, unit: number): number {
  let offset = at;
  while (offset < end && units[offset] === unit) offset++;
  return offset;
}

/** Give the offset behind the ASCII letters at `at`, `end` at most. */
export function skipLetters(units: Uint16Array, at: number, end: number): number {
  let offset = at;
  while (offset < end && isLetter(units[offset] as number)) offset++;
  return offset;
}

/** Give the offset of the first `unit` at or behind `at`, `end` where there is none. */
export function find(units: Uint16Array, at: number, end: number, unit: number): number {
  let offset = at;
  while (offset < end && units[offset] !== unit) offset++;
  return offset;
}

/** Give `end` less the spaces and tabs in front of it, `start` at least. */
export function trimBlanks(units: Uint16Array, start: number, end: number): number {
  let offset = end;
  while (offset > start && isBlank(units[offset - 1] as number)) offset--;
  return offset;
}

/** Tell whether `word` stands at `at` and ends at or before `end`. */
export function startsWith(units: Uint16Array, at: number, end: number, word: string): boolean {
  if (at + word.length > end) return false;
  for (let index = 0; index < word.length; index++) if (units[at + index] !== word.charCodeAt(index)) return false;
  return true;
}

/** Give the text of some units, few enough for one call. */
export function textOf(units: Uint16Array, start: number, end: number): string {
  return String.fromCharCode(...units.subarray(start, end));
}

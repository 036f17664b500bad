import { DOT } from '../../text/ascii';
import { classOf, DIGIT, isAlphanumeric, LETTER } from './characters';

/** What YAML 1.1 and 1.2 read as a boolean or as nothing, in small letters. */
const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'yes', 'no', 'on', 'off', 'null']);
const CONSTANT_STARTS: ReadonlySet<number> = new Set(Array.from(CONSTANTS, (constant) => constant.charCodeAt(0)));
const MAX_CONSTANT = 5;

/** Units behind a number, in small letters: time, size, fractions of a CPU, lengths. */
const UNITS: ReadonlySet<string> = new Set(
  [
    ...['ns us µs ms s m h d w y sec secs min mins'],
    ...['b k g t p e ki mi gi ti pi ei kb mb gb tb kib mib gib tib'],
    ...['hz mhz ghz px em rem pt fps mbps gbps rpm qps'],
  ].flatMap((names) => names.split(' ')),
);

/** What may stand before a number: signs and the comparisons of version ranges. */
const PREFIXES: ReadonlySet<number> = new Set(Array.from('+-~^<>=.', (character) => character.charCodeAt(0)));

const MICRO = 0xb5;

/**
 * Tell whether a whole value of one word is data and nothing to read: a number with or without a unit, a boolean, null, a
 * date or time, a version.
 */
export function isDatum(text: string, units: Uint16Array, from: number, end: number): boolean {
  let start = from;
  while (start < end && (classOf(units[start] ?? 0) & LETTER) === 0 && PREFIXES.has(units[start] ?? 0)) {
    start++;
  }
  if (start === end) {
    return false;
  }
  if (isDigit(units[start])) {
    return isNumeric(text, units, start, end);
  }
  if (((units[start] ?? 0) | 32) === 118 && start + 1 < end && isDigit(units[start + 1])) {
    return true;
  }
  if (end - start > MAX_CONSTANT || (start === from && !CONSTANT_STARTS.has((units[start] ?? 0) | 32))) {
    return false;
  }
  const word = text.slice(start, end).toLowerCase();
  return start === from ? CONSTANTS.has(word) : word === 'inf' || word === 'nan';
}

/** A word that begins with a digit: data unless letters follow that no unit, date or version explains (`3scale`). */
function isNumeric(text: string, units: Uint16Array, start: number, end: number): boolean {
  let at = start;
  let dots = 0;
  while (at < end && !isLetter(units[at])) {
    const unit = units[at] ?? 0;
    if (unit >= 128) {
      return false;
    }
    dots += unit === DOT ? 1 : 0;
    at++;
  }
  if (at === end || dots > 0) {
    return true;
  }
  const next = (units[at] ?? 0) | 32;
  const isRadix = at === start + 1 && units[start] === 48 && (next === 120 || next === 111 || next === 98);
  const isTime = next === 116 && at - start >= 8;
  const isExponent = next === 101 && at + 1 < end && !isLetter(units[at + 1]);
  return isRadix || isTime || isExponent || isQuantity(text, units, at, end);
}

/** Units and numbers in turns: `Mi`, `h30m`, `s`. */
function isQuantity(text: string, units: Uint16Array, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const unitStart = at;
    while (at < end && (isLetter(units[at]) || units[at] === MICRO)) {
      at++;
    }
    if (!UNITS.has(text.slice(unitStart, at).toLowerCase())) {
      return false;
    }
    while (at < end && isAlphanumeric(units[at] ?? 0) && !isLetter(units[at])) {
      at++;
    }
    if (at < end && !isLetter(units[at])) {
      return false;
    }
  }
  return true;
}

function isLetter(unit: number | undefined): boolean {
  return (classOf(unit ?? 0) & LETTER) !== 0;
}

function isDigit(unit: number | undefined): boolean {
  return (classOf(unit ?? 0) & DIGIT) !== 0;
}

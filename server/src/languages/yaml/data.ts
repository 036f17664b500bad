import { classOf, DIGIT, isAlphanumeric, LETTER } from './characters';

/** What YAML 1.1 and 1.2 read as a boolean or as nothing, in small letters. */
const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'yes', 'no', 'on', 'off', 'null']);
const MAX_CONSTANT = 5;

/** Units behind a number, in small letters: time, size, fractions of a CPU, lengths. */
const UNITS: ReadonlySet<string> = new Set([
  'ns',
  'us',
  'µs',
  'ms',
  's',
  'm',
  'h',
  'd',
  'w',
  'y',
  'sec',
  'secs',
  'min',
  'mins',
  'b',
  'k',
  'g',
  't',
  'p',
  'e',
  'ki',
  'mi',
  'gi',
  'ti',
  'pi',
  'ei',
  'kb',
  'mb',
  'gb',
  'tb',
  'kib',
  'mib',
  'gib',
  'tib',
  'hz',
  'mhz',
  'ghz',
  'px',
  'em',
  'rem',
  'pt',
  'fps',
  'mbps',
  'gbps',
  'rpm',
  'qps',
]);

/** What may stand before a number: signs and the comparisons of version ranges. */
const PREFIXES = '+-~^<>=.';

const DOT = 46;

/**
 * Tell whether a whole value of one word is data and nothing to read: a number with or without a unit, a boolean, null, a
 * date or time, a version.
 */
export function isDatum(text: string, from: number, end: number): boolean {
  let start = from;
  while (start < end && PREFIXES.includes(text.charAt(start))) {
    start++;
  }
  const hasDigit = (classOf(text.charCodeAt(start)) & DIGIT) !== 0;
  const first = text.charCodeAt(start) | 32;
  if (start < end && hasDigit) {
    return isNumeric(text, start, end);
  }
  if (first === 118 && start + 1 < end && (classOf(text.charCodeAt(start + 1)) & DIGIT) !== 0) {
    return true;
  }
  if (end - start > MAX_CONSTANT) {
    return false;
  }
  const word = text.slice(start, end).toLowerCase();
  return start === from ? CONSTANTS.has(word) : word === 'inf' || word === 'nan';
}

/** A word that begins with a digit: data unless letters follow that no unit, date or version explains (`3scale`). */
function isNumeric(text: string, start: number, end: number): boolean {
  let at = start;
  let dots = 0;
  while (at < end && (classOf(text.charCodeAt(at)) & LETTER) === 0) {
    const unit = text.charCodeAt(at);
    if (unit >= 128) {
      return false;
    }
    dots += unit === DOT ? 1 : 0;
    at++;
  }
  if (at === end || dots > 0) {
    return true;
  }
  const next = text.charCodeAt(at) | 32;
  const isRadix = at === start + 1 && text.charCodeAt(start) === 48 && (next === 120 || next === 111 || next === 98);
  const isTime = next === 116 && at - start >= 8;
  const isExponent = next === 101 && at + 1 < end && !isLetter(text.charCodeAt(at + 1));
  return isRadix || isTime || isExponent || isQuantity(text, at, end);
}

/** Units and numbers in turns: `Mi`, `h30m`, `s`. */
function isQuantity(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const unitStart = at;
    while (at < end && (isLetter(text.charCodeAt(at)) || text.charCodeAt(at) === 0xb5)) {
      at++;
    }
    if (!UNITS.has(text.slice(unitStart, at).toLowerCase())) {
      return false;
    }
    while (at < end && isAlphanumeric(text.charCodeAt(at)) && !isLetter(text.charCodeAt(at))) {
      at++;
    }
    if (at < end && !isLetter(text.charCodeAt(at))) {
      return false;
    }
  }
  return true;
}

function isLetter(unit: number): boolean {
  return (classOf(unit) & LETTER) !== 0;
}

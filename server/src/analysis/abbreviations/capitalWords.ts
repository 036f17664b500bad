import { CharacterClass, classOf } from '../../text/characters';
import { isPartOfName } from '../names';

/** A word in capitals, two at least, or with the look of an abbreviation: `QoS`, `mTLS`. */
export interface CapitalWord {
  readonly start: number;
  /** Behind its endings. */
  readonly end: number;
  /** Without its endings; undefined where it is too long for an abbreviation, or a part of a name that a machine reads. */
  readonly abbreviation: string | undefined;
}

/** Find the words in capitals of a text, in order. Most text has few: it is passed over unit by unit, without an object. */
export function capitalWordsIn(text: string): readonly CapitalWord[] {
  let words: CapitalWord[] | undefined;
  const { length } = text;
  for (let at = 0; at < length; at++) {
    if (!isCapital(text.charCodeAt(at)) || !hasCapitalNear(text, at)) continue;
    const start = wordStart(text, at);
    const end = wordEnd(text, at);
    const word = wordAt(text, start, end);
    if (word !== undefined) {
      words ??= [];
      words.push(word);
    }
    at = end - 1;
  }
  return words ?? NONE;
}

const NONE: readonly CapitalWord[] = [];

/** Between two capitals of an abbreviation lie two units at most: `PaaS`. */
const WIDEST_GAP = 2;

/** Letters of an abbreviation at most: what is longer in capitals is an ordinary word, nearly always. */
const MOST_LETTERS = 6;

/** Words in capitals are looked at up to so many units; what is longer is a key or a sum of a file. */
const LONGEST_WORD = 24;

/** Units on each side of a word that are looked at for what makes it a name; longer ones are names for certain. */
const LONGEST_NAME = 64;

function hasCapitalNear(text: string, at: number): boolean {
  for (let next = at + 1; next <= at + 1 + WIDEST_GAP; next++) {
    const unit = text.charCodeAt(next);
    if (isCapital(unit)) return true;
    if (!isAlphanumeric(unit)) return false;
  }
  return false;
}

function wordAt(text: string, start: number, end: number): CapitalWord | undefined {
  if (end - start > LONGEST_WORD) return undefined;
  const written = text.slice(start, end);
  const singular = singularOf(written);
  if (!SHAPE.test(singular) || countCapitals(singular) < 2) return undefined;
  if (isContraction(text, end)) return undefined;
  const isPlural = singular !== written;
  const whole = isPlural ? end : endingEnd(text, end);
  const isAbbreviation = isShort(singular) && NUMBERED.test(singular) && !isInName(text, start, end, whole);
  return { start, end: isAbbreviation ? whole : end, abbreviation: isAbbreviation ? singular : undefined };
}

/** In capitals with digits, or with one small letter in front or in the middle; software as a service is a pattern by itself. */
const SHAPE = /^(?:[a-z]?[A-Z][A-Z0-9]*|[A-Z][a-z][A-Z]|[A-Z]aaS)$/u;

/** Two digits at the end, or one between two letters of a kind (`P2P`): with others it is a number of a thing or a standard. */
const NUMBERED = /^(?:[A-Za-z]+[0-9]{0,2}|([A-Z])[0-9]\1)$/u;

function singularOf(written: string): string {
  if (/[SXZ]es$/u.test(written)) return written.slice(0, -2);
  return /[A-Z0-9]s$/u.test(written) ? written.slice(0, -1) : written;
}

/** Give the end of a possessive or `(s)` behind a word. */
function endingEnd(text: string, end: number): number {
  const unit = text.charCodeAt(end);
  const isLast = !isOfWord(text.charCodeAt(end + 2));
  if ((unit === APOSTROPHE || unit === CURLY_APOSTROPHE) && text[end + 1] === 's' && isLast) return end + 2;
  return text.startsWith('(s)', end) && !isOfWord(text.charCodeAt(end + 3)) ? end + 3 : end;
}

/** `DON'T`, `IT'LL`: the apostrophe stands inside of a word. */
function isContraction(text: string, end: number): boolean {
  const unit = text.charCodeAt(end);
  return (unit === APOSTROPHE || unit === CURLY_APOSTROPHE) && isCapital(text.charCodeAt(end + 1));
}

function isShort(word: string): boolean {
  let letters = 0;
  for (let at = 0; at < word.length; at++) if (!isDigit(word.charCodeAt(at))) letters++;
  return letters <= MOST_LETTERS;
}

/** Tell whether a word belongs to a constant, a placeholder, a call, a path, a header, a standard or a trade name. */
function isInName(text: string, start: number, end: number, whole: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(whole);
  if (MARKS_BEFORE.has(before) || MARKS_BEHIND.has(after) || (before === '"' && after === '"')) return true;
  if (CLINGS_BEFORE.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (CLINGS_BEHIND.test(text.slice(whole, whole + 4))) return true;
  let first = start;
  while (start - first < LONGEST_NAME && isOfName(text, first - 1)) first--;
  let last = end;
  while (last - end < LONGEST_NAME && isOfName(text, last)) last++;
  while (last > end && ENDS.has(text.charAt(last - 1))) last--;
  if (first === start && last === end) return false;
  const name = text.slice(first, last);
  if (/^-|--|[A-Z]-[0-9]|[A-Z]-[A-Z][a-z]/u.test(name) || /^[A-Z0-9]+(?:-[A-Z0-9]+){2,}$/u.test(name)) return true;
  const units = Uint16Array.from(name, (character) => character.charCodeAt(0));
  return isPartOfName('prose', units, start - first, end - first, 0, units.length);
}

/** `TL;DR` and `IT'LL` are one word each, and `RFC 2119` is looked up by its number. */
const CLINGS_BEFORE = /[A-Z];$|[A-Za-z]['’]$/u;
const CLINGS_BEHIND = /^(?:;[A-Z]|\s[0-9]{3})/u;
const MARKS_BEFORE = new Set([...'$<%{@#\\&.~+=|^`']);
const MARKS_BEHIND = new Set([...'=([{%@<\\_|^`®™']);
const ENDS = new Set([...'.:-']);
const OF_NAME = new Set([...'-_./@:=~+']);

function isOfName(text: string, at: number): boolean {
  return isAlphanumeric(text.charCodeAt(at)) || OF_NAME.has(text.charAt(at));
}

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && isOfWord(text.charCodeAt(start - 1))) start--;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isOfWord(text.charCodeAt(end))) end++;
  return end;
}

function countCapitals(word: string): number {
  let count = 0;
  for (let at = 0; at < word.length; at++) if (isCapital(word.charCodeAt(at))) count++;
  return count;
}

const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
const UNDERSCORE = 0x5f;

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isAlphanumeric(unit: number): boolean {
  return isDigit(unit) || isCapital(unit) || (unit >= 0x61 && unit <= 0x7a);
}

function isOfWord(unit: number): boolean {
  if (unit < 0x80) return isAlphanumeric(unit) || unit === UNDERSCORE;
  const unitClass = classOf(unit);
  return unitClass === CharacterClass.letter || unitClass === CharacterClass.script;
}

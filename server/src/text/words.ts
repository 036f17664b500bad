import { CharacterClass, classOf, clings, isHangul, isKatakana, isOfWord, pairEnd, wordCodes } from './characters';
import { hasOnlyParticles } from './korean';

// Everything here reads the units of a text of which `start` is the first and `end` the one behind the last, which is 0.

/** Tell whether a word may begin at `offset`: at a letter or ideograph that no other part of the same word or identifier precedes. */
export function startsWord(units: Uint16Array, offset: number, start: number): boolean {
  const unit = units[offset] as number;
  const unitClass = classOf(unit);
  if (unitClass === CharacterClass.ideograph) return startsIdeographs(units, offset, start, unit);
  if (!isOfWord(unitClass) || unitClass === CharacterClass.trail) return false;
  if (offset === start) return true;
  const before = units[offset - 1] as number;
  const beforeClass = classOf(before);
  if (beforeClass === CharacterClass.space) return true;
  if (beforeClass === unitClass || beforeClass === CharacterClass.underscore) return false;
  if (beforeClass === CharacterClass.trail && unitClass === CharacterClass.lead) return false;
  return !continuesIdentifier(units, offset, start, before);
}

/** Tell whether a word may end at `offset`, exclusive: what follows is not part of the same word or identifier. */
export function endsWord(units: Uint16Array, offset: number, end: number): boolean {
  if (offset >= end) return true;
  const lastClass = classOf(units[offset - 1] as number);
  const next = units[offset] as number;
  if (lastClass === CharacterClass.ideograph) {
    return isHangul(next) && isHangul(units[offset - 1] as number)
      ? hasOnlyParticles(units, offset, end)
      : !clings(next);
  }
  if (!isOfWord(lastClass)) return true;
  const nextClass = classOf(next);
  if (nextClass === CharacterClass.underscore || nextClass === lastClass) return false;
  if (lastClass === CharacterClass.trail && nextClass === CharacterClass.lead) return pairEnd(units, offset) === offset;
  return !startsSuffix(units, offset, end, next);
}

/** Find the end of what is read in one go: a run of letters of one script, one ideograph or one symbol; `offset` where none stands. */
export function unitEndAt(units: Uint16Array, offset: number, end: number): number {
  let index = offset;
  switch (classOf(units[offset] as number)) {
    case CharacterClass.letter:
      while (index < end && isLatin(units[index] as number)) index++;
      return index;
    case CharacterClass.script:
      while (index < end && classOf(units[index] as number) === CharacterClass.script) index++;
      return index;
    case CharacterClass.lead:
      for (let next = pairEnd(units, index); next > index && next <= end; next = pairEnd(units, index)) index = next;
      return index > offset || offset >= end ? index : offset + 1;
    case CharacterClass.ideograph:
    case CharacterClass.symbol:
    case CharacterClass.trail:
      return offset < end ? offset + 1 : offset;
    default:
      return offset;
  }
}

/**
 * Find the end of what may stand between two words of one term: white space, one hyphen (a line may end behind it), or
 * underscores. Gives `offset` itself where nothing of the kind stands; a dash with spaces around it is punctuation.
 */
export function joinerEnd(units: Uint16Array, offset: number, end: number): number {
  const unitClass = offset < end ? classOf(units[offset] as number) : CharacterClass.symbol;
  if (unitClass === CharacterClass.space) return skipClass(units, offset, end, CharacterClass.space);
  if (unitClass === CharacterClass.underscore) return skipClass(units, offset, end, CharacterClass.underscore);
  if (unitClass !== CharacterClass.hyphen) return offset;
  const next = units[offset + 1] as number;
  return next === LINE_FEED || next === CARRIAGE_RETURN
    ? skipClass(units, offset + 1, end, CharacterClass.space)
    : offset + 1;
}

/** Tell whether a UTF-16 unit separates words inside a term and stands for itself at its ends: a hyphen or an underscore. */
export function isEdge(unit: number): boolean {
  const unitClass = classOf(unit);
  return unitClass === CharacterClass.hyphen || unitClass === CharacterClass.underscore;
}

/** Part a term from the hyphens and underscores that it begins and ends with: `--force`, `__init__`, `pre-`. */
export function splitEdges(term: string): { readonly lead: string; readonly core: string; readonly tail: string } {
  let start = 0;
  while (start < term.length && isEdge(term.charCodeAt(start))) start++;
  let end = term.length;
  while (end > start && isEdge(term.charCodeAt(end - 1))) end--;
  return { lead: term.slice(0, start), core: term.slice(start, end), tail: term.slice(end) };
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const HASH = 0x23;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const PLUS = 0x2b;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const SEMICOLON = 0x3b;
const LOWER_S = 0x73;
const CURLY_APOSTROPHE = 0x2019;

/**
 * In scripts without spaces any character may be the first of a word. Korean has spaces, and Katakana writes whole words of
 * other languages: the middle of those is no start (`ノード` is not in `アノード`).
 */
function startsIdeographs(units: Uint16Array, offset: number, start: number, unit: number): boolean {
  if (clings(unit)) return false;
  if (offset === start) return true;
  const before = units[offset - 1] as number;
  if (isHangul(unit)) return !isHangul(before);
  return !(isKatakana(unit) && isKatakana(before));
}

/** `io` in `k8s.io`, `etc` in `/etc` and `node` in `--node-name` are parts of a name that a machine reads; `DR` of `TL;DR`, `t` of `can't`. */
function continuesIdentifier(units: Uint16Array, offset: number, start: number, before: number): boolean {
  if (before === DOT || before === SEMICOLON || before === AMPERSAND) return isLetter(units, offset - 2, start);
  if (before === SLASH) return !isLetter(units, offset - 2, start) && !endsName(units, offset - 2, start);
  if (before === APOSTROPHE || before === CURLY_APOSTROPHE) {
    return isLetter(units, offset - 2, start) && isShortEnding(units, offset);
  }
  if (before === HYPHEN)
    return offset - 2 >= start && units[offset - 2] === HYPHEN && !isLetter(units, offset - 3, start);
  return false;
}

/** `io` in `k8s.io`, `D` in `R&D` and `t` in `can't` go on with the word before them, and so do the signs of `C++` and `C#`. */
function startsSuffix(units: Uint16Array, offset: number, end: number, first: number): boolean {
  const next = offset + 1 < end ? (units[offset + 1] as number) : 0;
  if (first === APOSTROPHE || first === CURLY_APOSTROPHE)
    return isAsciiLetter(next) && !isPossessive(units, offset + 1, end);
  if (first === DOT || first === AMPERSAND) return offset + 1 < end && isLetter(units, offset + 1, 0);
  if (first === PLUS) return next === PLUS;
  return first === HASH && (offset + 1 >= end || !isLetter(units, offset + 1, 0));
}

/** The -s of `pod's` is no part of the word, and neither is an ending in another script, as in `kubelet'ом`. */
function isPossessive(units: Uint16Array, offset: number, end: number): boolean {
  return ((units[offset] as number) | 0x20) === LOWER_S && (offset + 1 >= end || !isLatin(units[offset + 1] as number));
}

/** `s` of `pod's`, `t` of `can't`, `ll` of `we'll`; `image` of `l'image` is a word. */
function isShortEnding(units: Uint16Array, offset: number): boolean {
  return !isLatin(units[offset + 1] as number) || !isLatin(units[offset + 2] as number);
}

function isLetter(units: Uint16Array, offset: number, start: number): boolean {
  if (offset < start) return false;
  const unitClass = classOf(units[offset] as number);
  return unitClass === CharacterClass.letter || unitClass === CharacterClass.script;
}

function isLatin(unit: number): boolean {
  const code = wordCodes[unit] as number;
  return code < 0 || (code !== 0 && classOf(unit) === CharacterClass.letter);
}

function isAsciiLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** In `node(s)/pods` and `C++/Java` the slash separates; in `/etc`, `./etc` and `//etc` it begins a path. */
function endsName(units: Uint16Array, offset: number, start: number): boolean {
  return offset >= start && ')]"\'+#'.includes(String.fromCharCode(units[offset] as number));
}

function skipClass(units: Uint16Array, offset: number, end: number, unitClass: CharacterClass): number {
  let index = offset;
  while (index < end && classOf(units[index] as number) === unitClass) index++;
  return index;
}

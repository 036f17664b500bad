import { CharacterClass, classes, classOf, fold, folded } from '../text/characters';
import { endsWord, isEdge, joinerEnd, startsWord } from '../text/words';
import type { Concept, Sense } from './concept';
import {
  EMPTY_HASH,
  FormTable,
  hashInto,
  hashUnit,
  type IndexedSense,
  isRead,
  unhashUnit,
  unitEndAt,
} from './formTable';
import { regularPlurals } from './inflection';

export type { IndexedSense } from './formTable';

/** A place in a text where a term is used, and what it may mean there, nearest glossary first. */
export interface Match {
  /** UTF-16 offsets, the end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly senses: readonly [Sense, ...Sense[]];
}

/** The terms of some glossaries, made to be found in running text. Immutable. */
export interface TermIndex {
  /**
   * Find the terms that a text uses, in order and disjoint: the leftmost longest, whole words only. Linear in the length of
   * the text, whatever the number of terms.
   */
  matchesIn(text: string): readonly Match[];
}

/**
 * Index the terms of `senses`, the nearest first.
 *
 * A term is looked up by a hash over its folded characters without what joins its words, so `auto-scaling`,
 * `auto scaling`, `autoscaling` and `AutoScaling` meet in one place. Most words of a text are done with after one look into
 * a filter of the beginnings of terms; from the others a walk goes on word by word while some term does. Each candidate is
 * verified against the text, so no collision of hashes can show.
 */
export function createTermIndex(senses: readonly IndexedSense[]): TermIndex {
  const table = new FormTable(senses);
  return { matchesIn: (text) => findMatches(text, table) };
}

function findMatches(text: string, table: FormTable): readonly Match[] {
  const matches: Match[] = [];
  let offset = 0;
  while (offset < text.length) {
    const start = offset;
    let unit = text.charCodeAt(offset);
    const unitClass = classOf(unit);
    let hash = EMPTY_HASH;
    if (unitClass === CharacterClass.letter) {
      // The one loop that every letter of a text passes through.
      while (classes[unit] === CharacterClass.letter) {
        hash = hashUnit(hash, folded[unit] as number);
        offset++;
        if (offset === text.length) break;
        unit = text.charCodeAt(offset);
      }
      if (offset < text.length && !isEndOfLetters(unit)) {
        offset = unitEndAt(text, start);
        hash = hashInto(EMPTY_HASH, text, start, offset);
      }
    } else {
      offset++;
      if (unitClass !== CharacterClass.ideograph) {
        const match = table.beginsWithSign(fold(unit)) ? matchFromSign(text, start, table) : undefined;
        if (match === undefined) continue;
        matches.push(match);
        offset = match.end;
        continue;
      }
      hash = hashUnit(hash, fold(unit));
    }
    if (!isPromising(hash, text, start, offset, table) || !startsWord(text, start)) continue;
    const match = longestMatch(text, { start, coreStart: start, end: offset, hash }, table);
    if (match === undefined) continue;
    matches.push(match);
    offset = match.end;
  }
  return matches;
}

/** Ignorable characters stand between letters, and a unit not met before may be one. */
function isEndOfLetters(unit: number): boolean {
  return classes[unit] !== 0 && classes[unit] !== CharacterClass.ignorable;
}

/** Whether a walk is worth its while: most words neither begin nor are a term. */
function isPromising(hash: number, text: string, start: number, end: number, table: FormTable): boolean {
  if (table.mayBegin(hash)) return true;
  if (mayBeCutAt(hash, text, start, end, table)) return true;
  if (fold(text.charCodeAt(end - 1)) !== LETTER_S) return false;
  return regularBases(hash, text, end).some((base) => table.mayBegin(base));
}

/** Whether some term may go on in the same word behind a hyphen or a space: `auto-scaling`, `auto scaling`. */
function mayBeCutAt(hash: number, text: string, start: number, end: number, table: FormTable): boolean {
  const isLongEnough = end - start >= (isHyphen(text, end) ? SHORTEST_HYPHENATED_PIECE : SHORTEST_PIECE);
  return isLongEnough && joinerEnd(text, end) > end && table.mayBeCut(hash);
}

function isHyphen(text: string, offset: number): boolean {
  return offset < text.length && classOf(text.charCodeAt(offset)) === CharacterClass.hyphen;
}

/** A term may begin with a sign: `.NET`, `>>>`, `--force`. */
function matchFromSign(text: string, start: number, table: FormTable): Match | undefined {
  if (continuesRun(text, start)) return undefined;
  const coreStart = leadEnd(text, start);
  const end = coreStart < text.length ? unitEndAt(text, coreStart) : coreStart;
  if (end === coreStart) return undefined;
  const hash = hashInto(EMPTY_HASH, text, coreStart, end);
  return longestMatch(text, { start, coreStart, end, hash }, table);
}

/** A sign stands behind a letter, or behind another sign of its kind: it is no beginning. */
function continuesRun(text: string, offset: number): boolean {
  if (offset === 0) return false;
  const before = text.charCodeAt(offset - 1);
  return classOf(before) === CharacterClass.letter || before === text.charCodeAt(offset);
}

function leadEnd(text: string, start: number): number {
  let end = start;
  while (isEdge(text.charCodeAt(end)) && text.charCodeAt(end) === text.charCodeAt(start)) end++;
  return end;
}

/** How far a walk has come. */
interface Walk {
  readonly start: number;
  /** Behind the hyphens or underscores that it began with. */
  readonly coreStart: number;
  /** Behind the last unit read. */
  readonly end: number;
  /** Of what was read from `coreStart` to `end`. */
  readonly hash: number;
}

/** Walk on from a first unit, word by word, as long as some term goes on; the last term met is the longest. */
function longestMatch(text: string, first: Walk, table: FormTable): Match | undefined {
  let longest: Match | undefined;
  let walk = first;
  while (true) {
    longest = matchAt(text, walk, table) ?? longest;
    const { start, end, hash } = walk;
    if (!table.mayBegin(hash) && !mayBeCutAt(hash, text, start, end, table)) return longest;
    const next = joinerEnd(text, end);
    const unitEnd = next < text.length ? unitEndAt(text, next) : next;
    if (unitEnd === next) return longest;
    walk = { start, coreStart: walk.coreStart, end: unitEnd, hash: hashInto(hash, text, next, unitEnd) };
  }
}

function endsTerm(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  const lastClass = classOf(last);
  if (lastClass === CharacterClass.letter || lastClass === CharacterClass.ideograph) return endsWord(text, end);
  if (text.charCodeAt(end) === last) return false;
  return lastClass === CharacterClass.hyphen || !/\p{L}/u.test(text.charAt(end));
}

/** `pod(s)` is one way to write the plural. */
function optionalPluralEnd(text: string, end: number): number {
  if (text.startsWith('(s)', end)) return end + 3;
  return text.startsWith('(es)', end) ? end + 4 : end;
}

/** More forms than these of one hash are not looked at, so that each place costs a bounded time; a card shows 20 meanings. */
const MOST_FORMS_ALIKE = 100;

/** Find what reads as a term between the start and the end of a walk. */
function matchAt(text: string, walk: Walk, table: FormTable): Match | undefined {
  const isPlural = fold(text.charCodeAt(walk.end - 1)) === LETTER_S;
  if (!isPlural && table.first(walk.hash) < 0) return undefined;
  const forms = formsWith(walk.hash, table).filter((form) => standsAt(form, table.text(form), text, walk, table));
  if (isPlural) {
    for (const base of regularBases(walk.hash, text, walk.end)) {
      const bending = formsWith(base, table).filter((form) => table.bends(form));
      forms.push(...bending.filter((form) => isPluralAt(form, text, walk, table)));
    }
  }
  const [sense, ...others] = sensesOf(forms, table);
  if (sense === undefined) return undefined;
  const tail = Math.max(...forms.map((form) => table.edges(form).tail.length));
  return { start: walk.start, end: optionalPluralEnd(text, walk.end + tail), senses: [sense, ...others] };
}

function formsWith(hash: number, table: FormTable): number[] {
  const forms: number[] = [];
  for (let form = table.first(hash); form >= 0 && forms.length < MOST_FORMS_ALIKE; form = table.next(form)) {
    forms.push(form);
  }
  return forms;
}

function standsAt(form: number, formText: string, text: string, walk: Walk, table: FormTable): boolean {
  const { lead, tail } = table.edges(form);
  if (walk.coreStart - walk.start !== lead.length || !text.startsWith(lead, walk.start)) return false;
  if (!text.startsWith(tail, walk.end) || !endsTerm(text, walk.end + tail.length)) return false;
  return reads(formText, form, table, text, walk.coreStart, walk.end);
}

function isPluralAt(form: number, text: string, walk: Walk, table: FormTable): boolean {
  return regularPlurals(table.text(form)).some((plural) => standsAt(form, plural, text, walk, table));
}

/** The senses of forms in the order of their glossaries, each concept once. */
function sensesOf(forms: readonly number[], table: FormTable): readonly Sense[] {
  const inOrder = forms.length > 1 ? [...forms].sort((one, other) => one - other) : forms;
  const byConcept = new Map<Concept, Sense>();
  for (const form of inOrder) {
    const sense = table.sense(form);
    if (sense !== undefined && !byConcept.has(sense.concept)) byConcept.set(sense.concept, sense);
  }
  return [...byConcept.values()];
}

const LETTER_S = 0x73;
const LETTER_E = 0x65;
const LETTER_I = 0x69;
const LETTER_Y = 0x79;

/** The hashes of what a word in -s may be the plural of: without -s, without -es, with -y for -ies. */
function regularBases(hash: number, text: string, end: number): readonly number[] {
  const withoutS = unhashUnit(hash, LETTER_S);
  if (fold(text.charCodeAt(end - 2)) !== LETTER_E) return [withoutS];
  const withoutEs = unhashUnit(withoutS, LETTER_E);
  if (fold(text.charCodeAt(end - 3)) !== LETTER_I) return [withoutS, withoutEs];
  return [withoutS, withoutEs, hashUnit(unhashUnit(withoutEs, LETTER_I), LETTER_Y)];
}

/** A shorter piece than this, in UTF-16 units, beside a cut is more likely a word of its own: `a synchronous`, `in gress`. */
const SHORTEST_PIECE = 3;
const SHORTEST_HYPHENATED_PIECE = 2;

/** Tell whether the text between `start` and `end` reads as `formText`: letter by letter, capitals as bound, joiners aside. */
function reads(formText: string, form: number, table: FormTable, text: string, start: number, end: number): boolean {
  const isExact = table.isExact(form);
  let index = start;
  let position = 0;
  let pieceLength = 0;
  /** How long the next piece must be at least, since a cut is before it. */
  let leastLength = 0;
  while (true) {
    const next = readOffset(text, index);
    const nextPosition = readOffset(formText, position);
    const isOver = next >= end;
    if (isOver !== nextPosition >= formText.length) return false;
    const isGap = isOver || (next > index && hasJoiner(text, index, next));
    if (isGap) {
      const isCut = !isOver && !hasJoiner(formText, position, nextPosition) && isInsideWord(formText, position);
      if (isCut && !table.isSplittable(form)) return false;
      const leastAtCut = !isCut ? 0 : isHyphen(text, index) ? SHORTEST_HYPHENATED_PIECE : SHORTEST_PIECE;
      if (pieceLength < Math.max(leastLength, leastAtCut)) return false;
      if (isOver) return true;
      leastLength = leastAtCut;
      pieceLength = 0;
    }
    const unit = text.charCodeAt(next);
    const formUnit = formText.charCodeAt(nextPosition);
    if (fold(unit) !== fold(formUnit) || (isExact && unit !== formUnit)) return false;
    pieceLength++;
    index = next + 1;
    position = nextPosition + 1;
  }
}

function readOffset(text: string, offset: number): number {
  let index = offset;
  while (index < text.length && !isRead(classOf(text.charCodeAt(index)))) index++;
  return index;
}

function hasJoiner(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    if (classOf(text.charCodeAt(index)) !== CharacterClass.ignorable) return true;
  }
  return false;
}

function isInsideWord(text: string, offset: number): boolean {
  return (
    offset > 0 &&
    classOf(text.charCodeAt(offset - 1)) === CharacterClass.letter &&
    classOf(text.charCodeAt(offset)) === CharacterClass.letter
  );
}

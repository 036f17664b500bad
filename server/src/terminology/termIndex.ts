import { CharacterClass, classOf, fold } from '../text/characters';
import { endsWord, isEdge, joinerEnd, lettersEnd, splitEdges, startsWord } from '../text/words';
import { isExact, type Sense } from './concept';
import { englishForms } from './inflection';

/** Where a term ends and what it may mean there, nearest glossary first. */
export interface Match {
  /** UTF-16 offset behind the last character. */
  readonly end: number;
  readonly senses: readonly [Sense, ...Sense[]];
}

/** The terms of some glossaries, made to be found in running text. Immutable. */
export interface TermIndex {
  /** Find the longest term that begins at `start`: whole words only, in time independent of the number of terms. */
  longestAt(text: string, start: number): Match | undefined;
}

/** A sense to be found, with the language that tells how its term bends. */
export interface IndexedSense {
  readonly sense: Sense;
  /** BCP 47. */
  readonly language: string;
}

/**
 * Index the terms of `senses`, the nearest first.
 *
 * A term is looked up by a hash over its folded characters without what joins its words, so `auto-scaling`,
 * `auto scaling`, `autoscaling` and `AutoScaling` meet in one place. The walk through a text stops as soon as no term
 * goes on from here: the hashes of all beginnings of terms, cut where a document may cut them, are kept for that. Each
 * candidate is verified against the text, so no collision of hashes can show.
 */
export function createTermIndex(senses: readonly IndexedSense[]): TermIndex {
  const forms = new Map<number, Form[]>();
  const beginnings = new Set<number>();
  const firstSigns = new Set<number>();
  for (const { sense, language } of senses) {
    for (const form of formsOf(sense, language)) {
      addBeginnings(form, beginnings, firstSigns);
      const hash = hashOf(form.text);
      const bucket = forms.get(hash);
      if (bucket === undefined) forms.set(hash, [form]);
      else if (bucket.length < MOST_FORMS_ALIKE) bucket.push(form);
    }
  }

  function longestAt(text: string, start: number): Match | undefined {
    const startsSign = firstSigns.has(fold(text.charCodeAt(start))) && !continuesRun(text, start);
    if (!startsSign && !startsWord(text, start)) return undefined;
    let longest: Match | undefined;
    let hash = EMPTY_HASH;
    let end = startsSign ? leadEnd(text, start) : start;
    while (end < text.length) {
      const unitEnd = unitEndAt(text, end);
      if (unitEnd === end) break;
      hash = hashInto(hash, text, end, unitEnd);
      end = unitEnd;
      const candidates = forms.get(hash);
      if (candidates !== undefined) longest = matchAt(candidates, text, start, end) ?? longest;
      if (!beginnings.has(hash)) break;
      end = joinerEnd(text, end);
    }
    return longest;
  }

  return { longestAt };
}

/** One way to write a term. */
interface Form {
  /** The form without the hyphens and underscores around it. */
  readonly text: string;
  /** Those before it, and those behind it: `--` of `--force`. They stand for themselves. */
  readonly lead: string;
  readonly tail: string;
  readonly sense: Sense;
  /** Whether its capitals bind, the small ending of a plural too: `HTTPs` are several, `HTTPS` is another thing. */
  readonly isExact: boolean;
  /** Whether a document may cut its words in two: `auto scaling` for `autoscaling`. */
  readonly isSplittable: boolean;
}

/** More forms than these are not kept of what reads alike, so that each place costs a bounded time; a card shows 20 meanings. */
const MOST_FORMS_ALIKE = 100;
/** Shorter terms than this, in UTF-16 units, are not read when a document cuts them in two: `a PI`, `to do`. */
const SHORTEST_SPLIT_TERM = 6;
/** A shorter piece than this beside the cut is more likely a word of its own: `a synchronous`, `pod s`. */
const SHORTEST_SPLIT_PIECE = 2;

function formsOf(sense: Sense, language: string): readonly Form[] {
  const { text } = sense.term;
  const exact = isExact(sense.term);
  const bent = isEnglish(language) ? englishForms(text) : [];
  return [text, ...bent].map((form) => {
    const { lead, core, tail } = splitEdges(form);
    return {
      text: core,
      lead,
      tail,
      sense,
      isExact: exact,
      isSplittable: !exact && core.length >= SHORTEST_SPLIT_TERM,
    };
  });
}

function isEnglish(language: string): boolean {
  return language === 'en' || language.startsWith('en-');
}

function addBeginnings({ lead, text, isSplittable }: Form, beginnings: Set<number>, firstSigns: Set<number>): void {
  const first = (lead + text).charCodeAt(0);
  if (lead !== '' || classOf(first) === CharacterClass.symbol) firstSigns.add(fold(first));
  let hash = EMPTY_HASH;
  let unitEnd = 0;
  for (let index = 0; index < text.length; index++) {
    if (index >= unitEnd) unitEnd = unitEndAt(text, index);
    hash = hashInto(hash, text, index, index + 1);
    if (isSplittable || index + 1 >= unitEnd) beginnings.add(hash);
  }
}

/** Find the end of what is read in one go: a run of letters, one ideograph or one symbol; `offset` where none stands. */
function unitEndAt(text: string, offset: number): number {
  const unitClass = classOf(text.charCodeAt(offset));
  if (unitClass === CharacterClass.letter) return lettersEnd(text, offset);
  return isRead(unitClass) ? offset + 1 : offset;
}

function isRead(unitClass: CharacterClass): boolean {
  return unitClass >= CharacterClass.letter;
}

const EMPTY_HASH = 17;

function hashOf(text: string): number {
  return hashInto(EMPTY_HASH, text, 0, text.length);
}

function hashInto(hash: number, text: string, start: number, end: number): number {
  let result = hash;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (isRead(classOf(unit))) result = (Math.imul(result, 31) + fold(unit)) | 0;
  }
  return result;
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

function matchAt(candidates: readonly Form[], text: string, start: number, end: number): Match | undefined {
  const [first, ...others] = candidates.filter((form) => standsAt(form, text, start, end));
  if (first === undefined) return undefined;
  const senses: [Sense, ...Sense[]] = [first.sense];
  for (const { sense } of others) {
    if (senses.every(({ concept }) => concept !== sense.concept)) senses.push(sense);
  }
  return { end: optionalPluralEnd(text, end + first.tail.length), senses };
}

function standsAt(form: Form, text: string, start: number, end: number): boolean {
  const coreStart = start + form.lead.length;
  if (!text.startsWith(form.lead, start) || isEdge(text.charCodeAt(coreStart))) return false;
  if (!text.startsWith(form.tail, end) || !endsTerm(text, end + form.tail.length)) return false;
  return reads(form, text, coreStart, end);
}

/** Tell whether the text between `start` and `end` reads as `form`: letter by letter, capitals as bound, joiners aside. */
function reads(form: Form, text: string, start: number, end: number): boolean {
  let index = start;
  let position = 0;
  let pieceLength = 0;
  let isBehindCut = false;
  while (true) {
    const next = readOffset(text, index);
    const nextPosition = readOffset(form.text, position);
    const isOver = next >= end;
    if (isOver !== nextPosition >= form.text.length) return false;
    const isGap = isOver || (next > index && hasJoiner(text, index, next));
    if (isGap) {
      const isCut = !isOver && !hasJoiner(form.text, position, nextPosition) && isInsideWord(form.text, position);
      if (isCut && !form.isSplittable) return false;
      if ((isCut || isBehindCut) && pieceLength < SHORTEST_SPLIT_PIECE) return false;
      if (isOver) return true;
      isBehindCut = isCut;
      pieceLength = 0;
    }
    const unit = text.charCodeAt(next);
    const formUnit = form.text.charCodeAt(nextPosition);
    if (fold(unit) !== fold(formUnit) || (form.isExact && unit !== formUnit)) return false;
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

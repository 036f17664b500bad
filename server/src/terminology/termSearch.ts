import {
  CharacterClass,
  classOf,
  fold,
  folded,
  isChangeable,
  isRead,
  narrow,
  OTHER,
  wordCodes,
} from '../text/characters';
import { endsWord, isEdge, joinerEnd, startsWord, unitEndAt } from '../text/words';
import { EMPTY_HASH, HASH_FACTOR, hashInto, hashUnit, unhashUnit } from './termHash';
import { CUT, PLURAL_IN_ES, PLURAL_IN_IES, PLURAL_IN_S, SHORTEST_HYPHENATED_PIECE, type TermIndex } from './termIndex';
import { nextStop } from './wordScan';

/** A shorter piece than this, in UTF-16 units, beside a cut is more likely a word of its own: `a synchronous`, `in gress`. */
const SHORTEST_PIECE = 3;

/** More forms than these of one hash are not looked at, so that each place costs a bounded time; a card shows 20 meanings. */
const MOST_FORMS_ALIKE = 100;

/** A list of numbers that is filled again and again: growing arrays would keep the garbage collector busier than texts do. */
export class Numbers {
  cells = new Int32Array(64);
  length = 0;

  push(value: number): void {
    this.reserve(1);
    this.cells[this.length++] = value;
  }

  /** Make room for so many more. */
  reserve(count: number): void {
    if (this.length + count <= this.cells.length) return;
    const cells = new Int32Array(2 * (this.length + count));
    cells.set(this.cells);
    this.cells = cells;
  }
}

/**
 * Places in a text where terms are used, packed: for each the start, the end and the number of its forms, then for each form
 * the place of its index in the list that was searched, and its number there. In order and disjoint.
 */
export type Matches = Numbers;

/**
 * Finds the terms of some indexes in running text: the leftmost longest, whole words only. Most words are done with after
 * one look into a filter; from the others a walk goes on word by word while some term does, whatever the number of terms.
 * What it finds is compared with the text of its term once, so no collision of hashes shows.
 *
 * Use it for one text after the other; it keeps arrays to work in.
 */
export class TermSearch {
  readonly #indexes: readonly TermIndex[];
  /** The union of their filters of first words. */
  readonly #firstWords: Int32Array;
  readonly #firstWordShift: number;
  /** The signs that some term begins with, folded. */
  readonly #signs: ReadonlySet<number>;
  /** Word codes; those of signs that some term begins with are `OTHER`. */
  readonly #codes: Int32Array;
  /** Places on a walk where some term ends, each with its hash. */
  readonly #candidates = new Numbers();
  /** The forms found at one place, each with the place of its index in front. */
  readonly #found = new Numbers();

  #units: Uint16Array = new Uint16Array(1);
  #start = 0;
  #end = 0;

  /** Search in `indexes`, of which the senses of the first come first. */
  constructor(indexes: readonly TermIndex[]) {
    this.#indexes = indexes;
    this.#firstWords = unionOfFilters(indexes.map(({ firstWords }) => firstWords));
    this.#firstWordShift = Math.clz32(this.#firstWords.length) + 1;
    this.#signs = new Set(indexes.flatMap(({ firstSigns }) => [...firstSigns]));
    this.#codes = this.#signs.size === 0 ? wordCodes : Int32Array.from(wordCodes);
    for (const sign of this.#signs) this.#codes[sign] = OTHER;
  }

  /**
   * Find the terms used between two offsets of `units` and add them to `matches`. What stands outside is not looked at;
   * `units` has at least one unit behind `end`. Gives false where a character was met that others may stand for: only a
   * text that is `readable` is read in full.
   */
  find(units: Uint16Array, start: number, end: number, matches: Matches): boolean {
    const behind = units[end] as number;
    // A 0 is no letter: loops over letters stop there without a look at the end.
    units[end] = 0;
    this.#units = units;
    this.#start = start;
    this.#end = end;
    const isReadable = this.#search(matches);
    units[end] = behind;
    return isReadable;
  }

  #search(matches: Matches): boolean {
    const units = this.#units;
    const end = this.#end;
    const codes = this.#codes;
    let isReadable = true;
    let at = this.#start;
    for (;;) {
      const stop = nextStop(units, at, end, codes, this.#firstWords, this.#firstWordShift);
      if (stop > end) return isReadable;
      // In front of the stop is the last letter of a word, or its unit itself is the one.
      if (stop > at && (codes[units[stop - 1] as number] as number) < 0) {
        const wordStart = this.#wordStart(stop, at);
        const matchEnd = this.#matchWord(wordStart, stop, matches);
        if (matchEnd > stop || (codes[units[stop] as number] as number) === 0) {
          at = matchEnd > stop ? matchEnd : stop;
          continue;
        }
      }
      const unit = units[stop] as number;
      const unitClass = classOf(unit);
      if (unitClass === CharacterClass.letter) {
        this.#learn(unit);
        const wordStart = this.#wordStart(stop, at);
        // Where its page was not filled yet the word that it is in was cut here, and is scanned again.
        at = (codes[unit] as number) < 0 ? wordStart : this.#lookClosely(wordStart, unitClass, matches);
      } else {
        at = this.#lookClosely(stop, unitClass, matches);
      }
      for (let looked = stop; isReadable && looked < at; looked++) isReadable = !isChangeable(units[looked] as number);
    }
  }

  #wordStart(end: number, floor: number): number {
    const units = this.#units;
    let start = end;
    while (start > floor && (wordCodes[units[start - 1] as number] as number) < 0) start--;
    return start;
  }

  /** Match from a word that the filter let through; most of those are no term all the same. */
  #matchWord(from: number, end: number, matches: Matches): number {
    const units = this.#units;
    if (!this.#startsHere(from)) return 0;
    let hash = EMPTY_HASH;
    for (let at = from; at < end; at++) {
      hash = Math.imul((hash + (wordCodes[units[at] as number] as number)) | 0, FACTOR);
    }
    return this.#matchAt(from, from, end, hash, matches);
  }

  /** Take over the word codes of the page of a unit, which has been filled. */
  #learn(unit: number): void {
    const first = unit & 0xff00;
    if (this.#codes !== wordCodes) this.#codes.set(wordCodes.subarray(first, first + 256), first);
    for (const sign of this.#signs) this.#codes[sign] = OTHER;
  }

  /** Match from a unit that is no Latin letter, and give where to go on. */
  #lookClosely(from: number, unitClass: CharacterClass, matches: Matches): number {
    if (unitClass < CharacterClass.letter) {
      this.#learn(this.#units[from] as number);
      return (this.#beginsWithSign(this.#units[from] as number) && this.#matchFromSign(from, matches)) || from + 1;
    }
    const end = Math.max(unitEndAt(this.#units, from, this.#end), from + 1);
    const hash = hashInto(EMPTY_HASH, this.#units, from, end);
    const word = this.#firstWords[hash >>> this.#firstWordShift] as number;
    const isPromising = ((word >>> hash) & 1) !== 0 && this.#startsHere(from);
    return (isPromising && this.#matchAt(from, from, end, hash, matches)) || end;
  }

  #beginsWithSign(sign: number): boolean {
    return this.#signs.has(fold(sign));
  }

  /** Match from a symbol, or from the hyphens or underscores in front of a word; 0 where no term begins here. */
  #matchFromSign(from: number, matches: Matches): number {
    const units = this.#units;
    if (this.#followsItself(from)) return 0;
    let core = from;
    while (isEdge(units[core] as number) && units[core] === units[from] && core < this.#end) core++;
    const unitEnd = unitEndAt(units, core, this.#end);
    if (unitEnd === core) return 0;
    return this.#matchAt(from, core, unitEnd, hashInto(EMPTY_HASH, units, core, unitEnd), matches);
  }

  /** A sign behind a letter or behind its like is no beginning: `C++`, `---force`. */
  #followsItself(offset: number): boolean {
    if (offset === this.#start) return false;
    const before = this.#units[offset - 1] as number;
    return classOf(before) === CharacterClass.letter || before === this.#units[offset];
  }

  /** Find the longest term that begins at `from`, add it to `matches` and give its end; 0 where none does. */
  #matchAt(from: number, core: number, unitEnd: number, hash: number, matches: Matches): number {
    const found = this.#found;
    found.length = 0;
    let longest = 0;
    const indexes = this.#indexes;
    for (let place = 0; place < indexes.length; place++) {
      const index = indexes[place] as TermIndex;
      const first = found.length;
      const end = this.#longestIn(index, place, from, core, unitEnd, hash);
      if (end > longest) {
        longest = end;
        if (first > 0) {
          found.cells.copyWithin(0, first, found.length);
          found.length -= first;
        }
      } else if (end < longest) {
        found.length = first;
      }
    }
    if (longest === 0) return 0;
    const { length } = found;
    matches.reserve(length + 3);
    const { cells } = matches;
    cells[matches.length] = from;
    cells[matches.length + 1] = longest;
    cells[matches.length + 2] = length >> 1;
    for (let cell = 0; cell < length; cell++) cells[matches.length + 3 + cell] = found.cells[cell] as number;
    matches.length += length + 3;
    return longest;
  }

  /** Find the longest term of one index that begins at `from`, note its forms, and give its end; 0 where there is none. */
  #longestIn(index: TermIndex, place: number, from: number, core: number, unitEnd: number, hash: number): number {
    const goesOn = index.goesOn(hash);
    if (goesOn === 0) return this.#verify(index, place, from, core, unitEnd, hash);
    const candidates = this.#candidates;
    this.#walk(index, core, unitEnd, hash, goesOn);
    while (candidates.length > 0) {
      candidates.length -= 2;
      const { cells, length } = candidates;
      const end = this.#verify(index, place, from, core, cells[length] as number, cells[length + 1] as number);
      if (end > 0) return end;
    }
    return 0;
  }

  #startsHere(from: number): boolean {
    const units = this.#units;
    if (from === this.#start) return true;
    const before = units[from - 1] as number;
    if (before === SPACE || before === LINE_FEED) return true;
    return classOf(units[from] as number) <= CharacterClass.symbol || startsWord(units, from, this.#start);
  }

  /** Walk on from a first unit, word by word, as long as some term goes on, and note where terms may end. */
  #walk(index: TermIndex, core: number, firstEnd: number, firstHash: number, firstGoesOn: number): void {
    const units = this.#units;
    const limit = this.#end;
    const candidates = this.#candidates;
    candidates.length = 0;
    candidates.push(firstEnd);
    candidates.push(firstHash);
    let pieceStart = core;
    let end = firstEnd;
    let hash = firstHash;
    let goesOn = firstGoesOn;
    while (goesOn !== 0 && end < limit) {
      const isSpace = units[end] === SPACE && (wordCodes[units[end + 1] as number] as number) < 0;
      const next = isSpace ? end + 1 : joinerEnd(units, end, limit);
      if (next >= limit || (goesOn === CUT && !this.#mayBeCut(pieceStart, end, next))) return;
      let unitEnd = next;
      for (let code = wordCodes[units[unitEnd] as number] as number; code < 0; ) {
        hash = Math.imul((hash + code) | 0, FACTOR);
        code = wordCodes[units[++unitEnd] as number] as number;
      }
      if (unitEnd === next) {
        unitEnd = unitEndAt(units, next, limit);
        if (unitEnd === next) return;
        hash = hashInto(hash, units, next, unitEnd);
      }
      pieceStart = next;
      end = unitEnd;
      candidates.push(end);
      candidates.push(hash);
      goesOn = index.goesOn(hash);
    }
  }

  /** Whether some term may go on in the same word behind a hyphen or a space: `auto-scaling`, `auto scaling`. */
  #mayBeCut(pieceStart: number, end: number, next: number): boolean {
    if (next === end) return false;
    const isHyphen = classOf(this.#units[end] as number) === CharacterClass.hyphen;
    return end - pieceStart >= (isHyphen ? SHORTEST_HYPHENATED_PIECE : SHORTEST_PIECE);
  }

  /** Note the forms that the text between `core` and `end` reads as, and give where their occurrence ends; 0 where none is. */
  #verify(index: TermIndex, place: number, from: number, core: number, end: number, hash: number): number {
    const form = index.first(hash);
    let matchEnd = form < 0 ? 0 : this.#takeForms(index, place, form, from, core, end, 0);
    const units = this.#units;
    if (folded[units[end - 1] as number] === LOWER_S) {
      const withoutS = unhashUnit(hash, LOWER_S);
      const inS = index.first(withoutS);
      if (inS >= 0) matchEnd = Math.max(matchEnd, this.#takeForms(index, place, inS, from, core, end, PLURAL_IN_S));
      if (folded[units[end - 2] as number] === LOWER_E) {
        const withoutEs = unhashUnit(withoutS, LOWER_E);
        const inEs = index.first(withoutEs);
        if (inEs >= 0)
          matchEnd = Math.max(matchEnd, this.#takeForms(index, place, inEs, from, core, end, PLURAL_IN_ES));
        if (folded[units[end - 3] as number] === LOWER_I) {
          const inIes = index.first(hashUnit(unhashUnit(withoutEs, LOWER_I), LOWER_Y));
          if (inIes >= 0)
            matchEnd = Math.max(matchEnd, this.#takeForms(index, place, inIes, from, core, end, PLURAL_IN_IES));
        }
      }
    }
    return matchEnd > 0 && units[matchEnd] === OPEN_PARENTHESIS ? this.#optionalPluralEnd(matchEnd) : matchEnd;
  }

  /** Note those of the forms with one hash, of which `first` is the first, that stand here with a plural ending or with none. */
  #takeForms(
    index: TermIndex,
    place: number,
    first: number,
    from: number,
    core: number,
    end: number,
    ending: number,
  ): number {
    let matchEnd = 0;
    let count = 0;
    for (let form = first; form >= 0 && count < MOST_FORMS_ALIKE; form = (index.next[form] as number) - 1) {
      count++;
      if (ending !== 0 && (index.pluralsOf(form) & ending) === 0) continue;
      const tailEnd = this.#standsAt(index, form, from, core, end, ending);
      if (tailEnd === 0) continue;
      if (tailEnd > matchEnd) matchEnd = tailEnd;
      this.#found.push(place);
      this.#found.push(form);
    }
    return matchEnd;
  }

  /** `pod(s)` is one way to write the plural. */
  #optionalPluralEnd(end: number): number {
    const units = this.#units;
    if (units[end + 1] === LOWER_S && units[end + 2] === CLOSE_PARENTHESIS) return end + 3;
    const isEs = units[end + 1] === LOWER_E && units[end + 2] === LOWER_S && units[end + 3] === CLOSE_PARENTHESIS;
    return isEs && end + 4 <= this.#end ? end + 4 : end;
  }

  /** Give where a form ends, its edges counted, if it stands here, with one of its plural endings or with none; else 0. */
  #standsAt(index: TermIndex, form: number, from: number, core: number, end: number, ending: number): number {
    const edges = index.edges(form);
    if (edges === undefined) {
      if (core !== from || !this.#endsTerm(end)) return 0;
      return this.#reads(index.core(form), index, form, core, end, ending) ? end : 0;
    }
    const { lead, tail } = edges;
    if (core - from !== lead.length || !this.#holds(lead, from) || !this.#holds(tail, end)) return 0;
    if (!this.#endsTerm(end + tail.length)) return 0;
    return this.#reads(index.core(form), index, form, core, end, ending) ? end + tail.length : 0;
  }

  #holds(text: string, offset: number): boolean {
    for (let index = 0; index < text.length; index++) {
      if (this.#units[offset + index] !== text.charCodeAt(index)) return false;
    }
    return offset + text.length <= this.#end;
  }

  #endsTerm(end: number): boolean {
    const units = this.#units;
    const next = units[end] as number;
    // As most words end; a 0 stands behind the last one.
    const isWord = (wordCodes[units[end - 1] as number] as number) < 0;
    if (isWord && (next === SPACE || next === LINE_FEED || next === COMMA || next === 0)) return true;
    const last = units[end - 1] as number;
    const lastClass = classOf(last);
    if (lastClass >= CharacterClass.letter) return endsWord(units, end, this.#end);
    if (end < this.#end && next === last) return false;
    return lastClass === CharacterClass.hyphen || end >= this.#end || classOf(next) < CharacterClass.letter;
  }

  /**
   * Tell whether the text between `start` and `end` reads as a form with a plural ending, or none: letter by letter, capitals
   * as bound, joiners aside.
   */
  #reads(text: string, index: TermIndex, form: number, start: number, end: number, ending: number): boolean {
    const units = this.#units;
    const isExact = index.isExact(form);
    let stop = end;
    let length = text.length;
    if (ending !== 0) {
      const letters = ending === PLURAL_IN_S ? 's' : ending === PLURAL_IN_ES ? 'es' : 'ies';
      stop = end - letters.length;
      if (ending === PLURAL_IN_IES) length--;
      if (!isRead(classOf(units[stop - 1] as number))) return false;
      for (let place = 0; isExact && place < letters.length; place++) {
        if (units[stop + place] !== letters.charCodeAt(place)) return false;
      }
    }
    let position = 0;
    let at = start;
    if (stop - start === length) {
      // As it is mostly written: the same characters at the same places.
      for (; position < length; position++, at++) {
        const unit = units[at] as number;
        const formUnit = text.charCodeAt(position);
        if (unit === formUnit) continue;
        if (isExact ? narrow(unit) !== narrow(formUnit) : folded[unit] !== folded[formUnit]) break;
      }
      if (position === length) return true;
    }
    return this.#readsInPieces(text, length, index, form, start, stop, end);
  }

  #readsInPieces(
    text: string,
    length: number,
    index: TermIndex,
    form: number,
    start: number,
    stop: number,
    end: number,
  ): boolean {
    const units = this.#units;
    const isExact = index.isExact(form);
    let at = start;
    let position = 0;
    let pieceLength = 0;
    let pieceStart = 0;
    /** How long the next piece must be at least, since a cut is before it. */
    let leastLength = 0;
    for (;;) {
      const next = nextRead(units, at, stop);
      const nextPosition = nextReadOf(text, position, length);
      const isOver = next >= stop;
      if (isOver !== nextPosition >= length) return false;
      const isGap = next > at;
      if (isOver || isGap) {
        const isCut = !isOver && nextPosition === position && isInsideWord(text, position);
        // A word is cut once, and no words are joined in front of a cut: that is no way to write a term.
        if (isCut && !(index.isSplittable(form) && isWordStretch(text, pieceStart, position))) return false;
        const isHyphen = classOf(units[at] as number) === CharacterClass.hyphen;
        const leastAtCut = !isCut ? 0 : isHyphen ? SHORTEST_HYPHENATED_PIECE : SHORTEST_PIECE;
        if (pieceLength + (isOver ? end - stop : 0) < Math.max(leastLength, leastAtCut)) return false;
        if (isOver) return true;
        leastLength = leastAtCut;
        pieceLength = 0;
        pieceStart = nextPosition;
      }
      const unit = units[next] as number;
      const formUnit = text.charCodeAt(nextPosition);
      if (isExact ? narrow(unit) !== narrow(formUnit) : fold(unit) !== fold(formUnit)) return false;
      pieceLength++;
      at = next + 1;
      position = nextPosition + 1;
    }
  }
}

/** What another module names is a variable to the engine: here it is a constant. */
const FACTOR = HASH_FACTOR;

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const OPEN_PARENTHESIS = 0x28;
const CLOSE_PARENTHESIS = 0x29;
const COMMA = 0x2c;
const LOWER_E = 0x65;
const LOWER_I = 0x69;
const LOWER_S = 0x73;
const LOWER_Y = 0x79;

function nextRead(units: Uint16Array, offset: number, end: number): number {
  let index = offset;
  while (index < end && !isRead(classOf(units[index] as number))) index++;
  return index;
}

function nextReadOf(text: string, offset: number, end: number): number {
  let index = offset;
  while (index < end && !isRead(classOf(text.charCodeAt(index)))) index++;
  return index;
}

/** Whether a text has a word that begins at `start` and goes on to `end`, or behind it. */
function isWordStretch(text: string, start: number, end: number): boolean {
  if (isInsideWord(text, start)) return false;
  for (let index = start + 1; index < end; index++) if (!isInsideWord(text, index)) return false;
  return true;
}

function isInsideWord(text: string, offset: number): boolean {
  if (offset === 0) return false;
  const unitClass = classOf(text.charCodeAt(offset));
  if (unitClass !== CharacterClass.letter && unitClass !== CharacterClass.script) return false;
  return classOf(text.charCodeAt(offset - 1)) === unitClass;
}

/** A word of a smaller filter stands for several neighbours of a larger one. */
function unionOfFilters(filters: readonly Int32Array[]): Int32Array {
  const [first, ...others] = filters;
  if (first === undefined) return new Int32Array(2);
  if (others.length === 0) return first;
  const union = new Int32Array(Math.max(...filters.map(({ length }) => length)));
  for (const filter of filters) {
    const shift = Math.log2(union.length / filter.length);
    for (let word = 0; word < union.length; word++)
      union[word] = (union[word] as number) | (filter[word >> shift] as number);
  }
  return union;
}

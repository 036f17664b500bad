import { CharacterClass, classOf, fold, folded, isRead, narrow, wordCodes } from '../text/characters';
import { endsWord } from '../text/words';
import { Numbers } from './numbers';
import { TermFilters } from './termFilters';
import { hashUnit, unhashUnit } from './termHash';
import {
  PLURAL_IN_ES,
  PLURAL_IN_IES,
  PLURAL_IN_S,
  SHORTEST_HYPHENATED_PIECE,
  SHORTEST_PIECE,
  type TermIndex,
} from './termIndex';

/** More forms than these of one hash are not looked at, so that each place costs a bounded time; a card shows 20 meanings. */
const MOST_FORMS_ALIKE = 100;

/** Stretches that are remembered, as a power of two; longer ones or those that read as more forms are not. */
const FEWEST_POWER = 12;
const MOST_POWER = 16;
const MOST_LETTERS = 32;
const MOST_PAIRS = 6;
/** The cells of a stretch: its hash, its length, how many forms it reads as, and those, each with the place of its index. */
const CELLS = 32;
const FIRST_LETTER = 32;
const FIRST_PAIR = 3;

/**
 * Tells which forms of some indexes a stretch of text reads as, letter by letter. That hangs on the stretch alone, and texts
 * say the same again and again: what was compared once is remembered, and known again by its letters.
 */
export class Readings {
  readonly #indexes: readonly TermIndex[];
  /** For an index, not 0 for each term that is not to be found. */
  readonly #hidden: readonly (Uint8Array | undefined)[];
  /** The forms found in one place, each with the place of its index in front. */
  readonly #found = new Numbers();
  /** Whether one of the forms has edges, so that more than the stretch counts. */
  #hasEdges = false;

  /** What is remembered of each stretch, in `CELLS` cells: in the memory of a scanner where there is one. */
  stretches: Int32Array;
  /** The same as units: the second half of the cells of a stretch holds its letters. */
  #letters: Uint16Array;
  /** The high bits of a hash, `hash >>> shift`, are the place of a stretch. */
  readonly shift: number;
  #filters = TermFilters.empty(0);
  #refused = 0;

  #units: Uint16Array = new Uint16Array(1);
  #end = 0;

  constructor(indexes: readonly TermIndex[], hidden: readonly (Uint8Array | undefined)[] = []) {
    this.#indexes = indexes;
    this.#hidden = hidden;
    const forms = indexes.reduce((sum, { next }) => sum + next.length, 0);
    const power = Math.min(MOST_POWER, Math.max(FEWEST_POWER, Math.ceil(Math.log2(forms + 1)) - 1));
    this.shift = 32 - power;
    this.stretches = new Int32Array(CELLS << power);
    this.#letters = new Uint16Array(this.stretches.buffer);
  }

  /** Read in another text. */
  open(units: Uint16Array, end: number, filters: TermFilters): void {
    this.#units = units;
    this.#end = end;
    this.#filters = filters;
  }

  /** Remember in another array of the same length from now on. */
  moveTo(stretches: Int32Array): void {
    stretches.set(this.stretches);
    this.stretches = stretches;
    this.#letters = new Uint16Array(stretches.buffer, stretches.byteOffset, 2 * stretches.length);
  }

  /** Forget all stretches, since the indexes have changed. */
  forget(): void {
    this.stretches.fill(0);
  }

  /**
   * Add the match between `from` and `end` to `matches` if terms stand there, and give its end, the edges behind it counted;
   * 0 where there is none. `core` is where the letters begin behind the edges in front.
   */
  read(from: number, core: number, end: number, hash: number, matches: Numbers): number {
    let forms = this.stretches;
    let cell = from === core ? this.#recall(from, end, hash) : -1;
    let count: number;
    let matchEnd = end;
    if (cell >= 0) {
      count = 2 * (forms[cell + FIRST_PAIR - 1] as number);
      if (count === 0 || !this.#endsTerm(end)) return 0;
      cell += FIRST_PAIR;
    } else {
      matchEnd = this.#compare(from, core, end, hash);
      if (matchEnd === 0) return 0;
      forms = this.#found.cells;
      cell = 0;
      count = this.#found.length;
    }
    if (this.#units[matchEnd] === OPEN_PARENTHESIS) matchEnd = this.#optionalPluralEnd(matchEnd);
    matches.reserve(count + 3);
    const { cells } = matches;
    let to = matches.length;
    cells[to++] = from;
    cells[to++] = matchEnd;
    cells[to++] = count >> 1;
    for (const stop = to + count; to < stop; ) cells[to++] = forms[cell++] as number;
    matches.length = to;
    return matchEnd;
  }

  /** Give the first cell of a stretch, or -1 where it is not remembered. */
  #recall(from: number, end: number, hash: number): number {
    const units = this.#units;
    const place = this.#placeOf(hash, units[from] as number);
    const cell = place * CELLS;
    if (this.stretches[cell] !== hash || this.stretches[cell + 1] !== end - from) return -1;
    const letters = this.#letters;
    let letter = 2 * cell + FIRST_LETTER;
    for (let at = from; at < end; at++) if (units[at] !== letters[letter++]) return -1;
    return cell;
  }

  /** The first unit counts, so that `Pod` and `pod` have places of their own. */
  #placeOf(hash: number, firstUnit: number): number {
    return (hash ^ Math.imul(firstUnit, 0x9e37_79b1)) >>> this.shift;
  }

  #keep(from: number, end: number, hash: number): void {
    const { length, cells } = this.#found;
    if (end - from > MOST_LETTERS || length > 2 * MOST_PAIRS) return;
    const place = this.#placeOf(hash, this.#units[from] as number);
    const cell = place * CELLS;
    // What is no term after all is rarely met again, and so are most of those that are met for the first time: they take the
    // place of another one only now and then.
    const isTaken = this.stretches[cell + 1] !== 0;
    if (isTaken && (length === 0 || (++this.#refused & 3) !== 0)) return;
    this.stretches[cell] = hash;
    this.stretches[cell + 1] = end - from;
    this.stretches[cell + 2] = length >> 1;
    for (let at = from; at < end; at++) this.#letters[2 * cell + FIRST_LETTER + at - from] = this.#units[at] as number;
    for (let at = 0; at < length; at++) this.stretches[cell + FIRST_PAIR + at] = cells[at] as number;
  }

  /** Find the forms that stand here, and give where the farthest of them ends; 0 where there are none. */
  #compare(from: number, core: number, end: number, hash: number): number {
    if (!this.#filters.mayBeWhole(hash)) return 0;
    this.#hasEdges = false;
    let matchEnd = this.#compareInAll(from, core, end, hash, true);
    if (from === core && !this.#hasEdges) {
      this.#keep(from, end, hash);
      return matchEnd > 0 && this.#endsTerm(end) ? matchEnd : 0;
    }
    matchEnd = this.#compareInAll(from, core, end, hash, this.#endsTerm(end));
    return matchEnd;
  }

  #compareInAll(from: number, core: number, end: number, hash: number, mayEnd: boolean): number {
    const found = this.#found;
    found.length = 0;
    let farthest = 0;
    for (let place = 0; place < this.#indexes.length; place++) {
      const first = found.length;
      const matchEnd = this.#compareIn(this.#indexes[place] as TermIndex, place, from, core, end, hash, mayEnd);
      if (matchEnd > farthest) {
        farthest = matchEnd;
        found.cells.copyWithin(0, first, found.length);
        found.length -= first;
      } else if (matchEnd < farthest) {
        found.length = first;
      }
    }
    return farthest;
  }

  #compareIn(
    index: TermIndex,
    place: number,
    from: number,
    core: number,
    end: number,
    hash: number,
    mayEnd: boolean,
  ): number {
    const units = this.#units;
    let farthest = this.#takeForms(index, place, hash, 0, from, core, end, mayEnd);
    if (folded[units[end - 1] as number] !== LOWER_S) return farthest;
    const withoutS = unhashUnit(hash, LOWER_S);
    farthest = Math.max(farthest, this.#takeForms(index, place, withoutS, PLURAL_IN_S, from, core, end, mayEnd));
    if (folded[units[end - 2] as number] !== LOWER_E) return farthest;
    const withoutEs = unhashUnit(withoutS, LOWER_E);
    farthest = Math.max(farthest, this.#takeForms(index, place, withoutEs, PLURAL_IN_ES, from, core, end, mayEnd));
    if (folded[units[end - 3] as number] !== LOWER_I) return farthest;
    const inY = hashUnit(unhashUnit(withoutEs, LOWER_I), LOWER_Y);
    return Math.max(farthest, this.#takeForms(index, place, inY, PLURAL_IN_IES, from, core, end, mayEnd));
  }

  /** Note those of the forms with one hash that stand here with a plural ending or with none. */
  #takeForms(
    index: TermIndex,
    place: number,
    hash: number,
    ending: number,
    from: number,
    core: number,
    end: number,
    mayEnd: boolean,
  ): number {
    const hidden = this.#hidden[place];
    let farthest = 0;
    let count = 0;
    let passed = 0;
    for (let form = index.first(hash); form >= 0 && count < MOST_FORMS_ALIKE; form = index.formBehind(form)) {
      if (hidden !== undefined && hidden[index.term(form)] !== 0) {
        // Those that are hidden take no place of others, and have a bound of their own.
        if (++passed > MOST_FORMS_ALIKE) break;
        continue;
      }
      count++;
      if (ending !== 0 && (index.pluralsOf(form) & ending) === 0) continue;
      const matchEnd = this.#standsAt(index, form, from, core, end, ending, mayEnd);
      if (matchEnd === 0) continue;
      if (matchEnd > farthest) farthest = matchEnd;
      this.#found.push(place);
      this.#found.push(form);
    }
    return farthest;
  }

  /** Give where a form ends, its edges counted, if it stands here, with one of its plural endings or with none; else 0. */
  #standsAt(
    index: TermIndex,
    form: number,
    from: number,
    core: number,
    end: number,
    ending: number,
    mayEnd: boolean,
  ): number {
    const edges = index.edges(form);
    if (edges === undefined) {
      return mayEnd && core === from && this.#reads(index.core(form), index, form, core, end, ending) ? end : 0;
    }
    this.#hasEdges = true;
    const { lead, tail } = edges;
    if (core - from !== lead.length || !this.#holds(lead, from) || !this.#holds(tail, end)) return 0;
    if (!this.#endsTerm(end + tail.length)) return 0;
    return this.#reads(index.core(form), index, form, core, end, ending) ? end + tail.length : 0;
  }

  /** `pod(s)` is one way to write the plural. */
  #optionalPluralEnd(end: number): number {
    const units = this.#units;
    if (units[end + 1] === LOWER_S && units[end + 2] === CLOSE_PARENTHESIS) return end + 3;
    const isEs = units[end + 1] === LOWER_E && units[end + 2] === LOWER_S && units[end + 3] === CLOSE_PARENTHESIS;
    return isEs && end + 4 <= this.#end ? end + 4 : end;
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

import { CharacterClass, classOf, fold } from '../text/characters';
import { lettersEnd, splitEdges } from '../text/words';
import { isExact, type Sense } from './concept';
import { listedForms } from './inflection';

/** A sense to be found, with the language that tells how its term bends. */
export interface IndexedSense {
  readonly sense: Sense;
  /** BCP 47. */
  readonly language: string;
}

/** Shorter terms than this, in UTF-16 units, are not read when a document cuts them in two: `a PI`, `to do`. */
const SHORTEST_SPLIT_TERM = 6;
/** Bits of the filter for each beginning of a term; with two of them set for each, one look in sixty is in vain. */
const BITS_PER_BEGINNING = 16;

/** What a form does, as bits. */
const EXACT = 1;
const SPLITTABLE = 2;
const BENDS = 4;

/**
 * The written forms of terms by the hash of their folded characters, with a filter of the hashes of all their beginnings.
 * Typed arrays, so that a million terms cost little more than their hashes; plurals that a rule makes are not in it.
 */
export class FormTable {
  /** Without the hyphens and underscores around them. */
  readonly #texts: string[] = [];
  /** Those hyphens and underscores, of the few forms that have any. */
  readonly #edges = new Map<number, Edges>();
  readonly #senses: Sense[] = [];
  readonly #flags: Uint8Array;
  readonly #hashes: Int32Array;
  /** Open addressing, at most half full: the number of a form and one, or 0. */
  readonly #slots: Int32Array;
  /** The next form with the same hash and one, or 0. */
  readonly #next: Int32Array;
  /** A Bloom filter: two bits for each beginning, found by the high bits of its scattered hash and of another. */
  readonly #filter: Uint32Array;
  readonly #filterShift: number;
  readonly #firstSigns = new Set<number>();

  /** Take the terms of `senses`; of forms with one hash, those of earlier senses come out first. */
  constructor(senses: readonly IndexedSense[]) {
    const flags: number[] = [];
    let units = 0;
    for (const { sense, language } of senses) {
      const isEnglish = language === 'en' || language.startsWith('en-');
      const { text } = sense.term;
      const listed = isEnglish ? listedForms(text) : [];
      for (const form of [text, ...listed]) {
        const { lead, core, tail } = splitEdges(form);
        const hasEdges = lead !== '' || tail !== '';
        if (hasEdges) this.#edges.set(this.#texts.length, { lead, tail });
        this.#texts.push(core);
        this.#senses.push(sense);
        flags.push(flagsOf(sense, isEnglish && form === text && !hasEdges));
        units += core.length;
      }
    }
    const count = this.#texts.length;
    this.#flags = Uint8Array.from(flags);
    this.#hashes = Int32Array.from(this.#texts, (text) => hashOf(text));
    this.#slots = new Int32Array(powerOfTwo(2 * count + 1));
    this.#next = new Int32Array(count);
    const bits = powerOfTwo(BITS_PER_BEGINNING * units + 32);
    this.#filter = new Uint32Array(bits / 32);
    this.#filterShift = Math.clz32(bits) + 1;
    // From the last to the first, each in front of those with its hash, so that they come out in order.
    for (let form = count - 1; form >= 0; form--) this.#insert(form);
    for (let form = 0; form < count; form++) this.#addBeginnings(form);
  }

  /** A form without the hyphens and underscores that it begins and ends with. */
  text(form: number): string {
    return this.#texts[form] ?? '';
  }

  /** Those hyphens and underscores: `--` of `--force`. They stand for themselves. */
  edges(form: number): Edges {
    return this.#edges.get(form) ?? NO_EDGES;
  }

  sense(form: number): Sense | undefined {
    return this.#senses[form];
  }

  /** Whether the capitals of a form bind. */
  isExact(form: number): boolean {
    return this.#has(form, EXACT);
  }

  /** Whether a document may cut a word of the form in two: `auto scaling` for `autoscaling`. */
  isSplittable(form: number): boolean {
    return this.#has(form, SPLITTABLE);
  }

  /** Whether the rules of English make plurals of the form. */
  bends(form: number): boolean {
    return this.#has(form, BENDS);
  }

  /** Whether some form begins with this sign, folded: a symbol, a hyphen or an underscore. */
  beginsWithSign(sign: number): boolean {
    return this.#firstSigns.has(sign);
  }

  /** Find the first form with a hash; -1 where there is none. */
  first(hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = scatter(hash) & mask; ; slot = (slot + 1) & mask) {
      const form = (this.#slots[slot] ?? 0) - 1;
      if (form < 0 || this.#hashes[form] === hash) return form;
    }
  }

  /** Find the next form with the hash of `form`; -1 where there is none. */
  next(form: number): number {
    return (this.#next[form] ?? 0) - 1;
  }

  /** Whether some form, or its beginning up to the end of a word, has this hash; wrong in one case of sixty. */
  mayBegin(hash: number): boolean {
    const scattered = scatter(hash);
    return this.#isSet(scattered) && this.#isSet(Math.imul(scattered, SECOND));
  }

  /** Whether some form that may be cut has a beginning inside a word with this hash; wrong in one case of sixty. */
  mayBeCut(hash: number): boolean {
    return this.mayBegin(hash ^ CUT);
  }

  #has(form: number, flag: number): boolean {
    return ((this.#flags[form] ?? 0) & flag) !== 0;
  }

  #insert(form: number): void {
    const hash = this.#hashes[form] ?? 0;
    const mask = this.#slots.length - 1;
    let slot = scatter(hash) & mask;
    while (this.#slots[slot] !== 0 && this.#hashes[(this.#slots[slot] ?? 0) - 1] !== hash) slot = (slot + 1) & mask;
    this.#next[form] = this.#slots[slot] ?? 0;
    this.#slots[slot] = form + 1;
  }

  #addBeginnings(form: number): void {
    const text = this.text(form);
    const isSplittable = this.isSplittable(form);
    const { lead } = this.edges(form);
    const first = (lead + text).charCodeAt(0);
    if (lead !== '' || classOf(first) === CharacterClass.symbol) this.#firstSigns.add(fold(first));
    let hash = EMPTY_HASH;
    let unitEnd = 0;
    for (let index = 0; index < text.length; index++) {
      if (index >= unitEnd) unitEnd = unitEndAt(text, index);
      hash = hashInto(hash, text, index, index + 1);
      if (index + 1 >= unitEnd) this.#addToFilter(hash);
      else if (isSplittable) this.#addToFilter(hash ^ CUT);
    }
  }

  #addToFilter(hash: number): void {
    const scattered = scatter(hash);
    this.#set(scattered);
    this.#set(Math.imul(scattered, SECOND));
  }

  #set(scattered: number): void {
    const bit = scattered >>> this.#filterShift;
    this.#filter[bit >>> 5] = (this.#filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  #isSet(scattered: number): boolean {
    const bit = scattered >>> this.#filterShift;
    return (((this.#filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }
}

/** What a form begins and ends with beside its words. */
export interface Edges {
  readonly lead: string;
  readonly tail: string;
}

const NO_EDGES: Edges = { lead: '', tail: '' };

/** The hash of nothing, which every hash starts from. */
export const EMPTY_HASH = 17;
const FACTOR = 31;
/** The inverse of `FACTOR` modulo 2³²: a hash can be taken back by one character. */
const INVERSE = -1108378657;
/** Tells the hashes of beginnings inside a word from those at the end of one. */
const CUT = 0x5bd1e995;
/** Makes the second bit of the filter from the first. */
const SECOND = 0x27d4eb2f;

/** Hash a text: its folded characters, without what joins words. Two texts that are one term to a reader have one hash. */
export function hashOf(text: string): number {
  return hashInto(EMPTY_HASH, text, 0, text.length);
}

/** Take the characters between `start` and `end` into a hash. */
export function hashInto(hash: number, text: string, start: number, end: number): number {
  let result = hash;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (isRead(classOf(unit))) result = hashUnit(result, fold(unit));
  }
  return result;
}

/** Take one folded unit into a hash. */
export function hashUnit(hash: number, unit: number): number {
  return (Math.imul(hash, FACTOR) + unit) | 0;
}

/** Take the last folded unit out of a hash again. */
export function unhashUnit(hash: number, unit: number): number {
  return Math.imul(hash - unit, INVERSE);
}

/** Tell whether a character is read at all: letters, ideographs and symbols are, what joins words is not. */
export function isRead(unitClass: CharacterClass): boolean {
  return unitClass >= CharacterClass.letter;
}

/** Find the end of what is read in one go: a run of letters, one ideograph or one symbol; `offset` where none stands. */
export function unitEndAt(text: string, offset: number): number {
  const unitClass = classOf(text.charCodeAt(offset));
  if (unitClass === CharacterClass.letter) return lettersEnd(text, offset);
  return isRead(unitClass) ? offset + 1 : offset;
}

function flagsOf({ term }: Sense, bends: boolean): number {
  const isBound = isExact(term);
  const isSplittable = !isBound && term.text.length >= SHORTEST_SPLIT_TERM;
  return (isBound ? EXACT : 0) | (isSplittable ? SPLITTABLE : 0) | (bends ? BENDS : 0);
}

/** Spread what differs in the low bits of a polynomial hash over all of them. */
function scatter(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, atLeast)));
}

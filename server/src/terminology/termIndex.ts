import { CharacterClass, classOf, fold, isChangeable, isRead, readable } from '../text/characters';
import { isEdge, splitEdges } from '../text/words';
import { regularPlurals } from './inflection';
import type { Part, Parts } from './parts';
import { TermFilters } from './termFilters';
import { EMPTY_HASH, hashOf, hashUnit, unhashUnit } from './termHash';

/** How a term is looked for. */
export interface TermRules {
  /** Its capitals bind. */
  readonly isExact: boolean;
  /** The regular plurals of English are found, too; they cost nothing. */
  readonly bends: boolean;
  /** Other written forms of it, each looked for as it stands. */
  readonly listed: readonly string[];
}

/** A form is written in several words where the document parts it, and stands for itself at its edges. */
export interface FormText {
  /** As it is compared, without the hyphens and underscores around it. */
  readonly core: string;
  readonly lead: string;
  readonly tail: string;
}

/** Shorter terms than this, in UTF-16 units, are not read when a document cuts them in two: `a PI`, `to do`. */
const SHORTEST_SPLIT_TERM = 6;
/** Pieces of a cut word are no shorter than this: what is shorter is more likely a word of its own. */
export const SHORTEST_HYPHENATED_PIECE = 2;
/** A shorter piece than this, in UTF-16 units, beside another cut is more likely a word of its own: `a synchronous`, `in gress`. */
export const SHORTEST_PIECE = 3;

/** What a form does, as bits. */
const EXACT = 1;
const SPLITTABLE = 2;
const BENDS = 4;
/** Its text is not that of its term, or has edges: it is kept. */
const KEPT = 8;
/** How its regular plurals end, once that was asked. */
const KNOWS_PLURALS = 16;
export const PLURAL_IN_S = 32;
export const PLURAL_IN_ES = 64;
/** With -ies for a -y. */
export const PLURAL_IN_IES = 128;

const FEWEST_FORMS = 16;
const FORM_GROWTH = 1.25;

/**
 * The written forms of terms by their hash, with filters that tell from a hash alone that no term begins or goes on here.
 * Typed arrays, so that a million terms cost little more than their hashes. Terms are numbers here, `textOf` tells their text.
 *
 * A term can be added and removed at any time. What a removed term left in the filters stays: it costs looks in vain.
 */
export class TermIndex {
  /** Two numbers for each slot, a hash and a form and one: open addressing, at most three quarters full. */
  slots: Int32Array;
  /** `hash >>> slotShift` is the first slot to look at. */
  slotShift: number;
  /** What its forms begin with, go on with and are. */
  filters: TermFilters;
  /** The next form with the same hash and one, or 0. */
  next: Int32Array;
  flags: Uint8Array;
  /** The signs that some form begins with, folded: a symbol, a hyphen or an underscore. */
  readonly firstSigns = new Set<number>();

  /** How often the index has changed. */
  revision = 0;

  readonly #textOf: (term: number) => string;
  /** Forms without edges are kept as their text alone. */
  readonly #kept = new Map<number, FormText | string>();
  #terms: Int32Array;
  #count = 0;
  #usedSlots = 0;

  /** Make an empty index that has room for `expected` terms at once; more grow it. */
  constructor(textOf: (term: number) => string, expected = 0) {
    this.#textOf = textOf;
    const forms = Math.max(FEWEST_FORMS, expected);
    this.#terms = new Int32Array(forms);
    this.next = new Int32Array(forms);
    this.flags = new Uint8Array(forms);
    const slots = powerOfTwo(2 * forms);
    this.slots = new Int32Array(2 * slots);
    this.slotShift = Math.clz32(slots) + 1;
    this.filters = TermFilters.empty(expected);
  }

  /** Take back what `parts` gave away; nothing is read or copied. Throws a TypeError where a part is missing. */
  static from(parts: Parts, textOf: (term: number) => string): TermIndex {
    const index = new TermIndex(textOf);
    index.slots = cellsOf(parts, 'slots');
    index.slotShift = Math.clz32(index.slots.length >> 1) + 1;
    index.filters = TermFilters.of(cellsOf(parts, 'firstWords'), cellsOf(parts, 'stretches'));
    index.next = cellsOf(parts, 'next');
    index.#terms = cellsOf(parts, 'terms');
    index.#count = index.#terms.length;
    const flags = parts.get('flags');
    if (flags instanceof Uint8Array) index.flags = flags;
    const others = JSON.parse(String(parts.get('others'))) as StoredOthers;
    index.#usedSlots = others.usedSlots;
    for (const [form, written] of others.kept) index.#kept.set(form, written);
    for (const sign of others.firstSigns) index.firstSigns.add(sign);
    return index;
  }

  /** Give away what the index is made of, to be stored: `from` takes it back. */
  parts(): Parts {
    const others: StoredOthers = {
      usedSlots: this.#usedSlots,
      kept: [...this.#kept],
      firstSigns: [...this.firstSigns],
    };
    return new Map<string, Part>([
      ['slots', this.slots],
      ['firstWords', this.filters.firstWords],
      ['stretches', this.filters.stretches],
      ['next', this.next.subarray(0, this.#count)],
      ['terms', this.#terms.subarray(0, this.#count)],
      ['flags', this.flags.subarray(0, this.#count)],
      ['others', JSON.stringify(others)],
    ]);
  }

  /** Add a term. Of terms with one form, the one added last comes out first. */
  add(term: number, { isExact, bends, listed }: TermRules): void {
    this.revision++;
    const text = this.#textOf(term);
    this.#addForm(term, text, (isExact ? EXACT : 0) | (bends ? BENDS : 0));
    for (const form of listed) this.#addForm(term, form, (isExact ? EXACT : 0) | KEPT);
  }

  /** Remove a term that was added with the same text and rules. */
  remove(term: number, { listed }: TermRules): void {
    this.revision++;
    for (const form of [this.#textOf(term), ...listed]) this.#removeForm(term, hashOf(formTextOf(form)?.core ?? form));
  }

  /** Give the number of the term that a form is of. */
  term(form: number): number {
    return this.#terms[form] as number;
  }

  /** Give the text of a form, without the hyphens and underscores around it. */
  core(form: number): string {
    if (((this.flags[form] as number) & KEPT) === 0) return this.#textOf(this.#terms[form] as number);
    const kept = this.#kept.get(form);
    return typeof kept === 'string' ? kept : (kept?.core ?? '');
  }

  /** Give the hyphens and underscores around a form, if there are any. */
  edges(form: number): FormText | undefined {
    if (((this.flags[form] as number) & KEPT) === 0) return undefined;
    const kept = this.#kept.get(form);
    return typeof kept === 'string' ? undefined : kept;
  }

  isExact(form: number): boolean {
    return ((this.flags[form] as number) & EXACT) !== 0;
  }

  /** Whether a document may cut a word of the form in two: `auto scaling` for `autoscaling`. */
  isSplittable(form: number): boolean {
    return ((this.flags[form] as number) & SPLITTABLE) !== 0;
  }

  /** Tell how the regular plurals of a form end: bits of `PLURAL_IN_…`. */
  pluralsOf(form: number): number {
    const flags = this.flags[form] as number;
    if ((flags & BENDS) === 0) return 0;
    const known = (flags & KNOWS_PLURALS) !== 0 ? flags : flags | KNOWS_PLURALS | pluralEndings(this.core(form));
    this.flags[form] = known;
    return known & (PLURAL_IN_S | PLURAL_IN_ES | PLURAL_IN_IES);
  }

  /** Find the first form with a hash; -1 where there is none. */
  first(hash: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    for (let slot = (hash >>> this.slotShift) << 1; ; slot = (slot + 2) & mask) {
      const form = slots[slot + 1] as number;
      if (form === 0) return -1;
      if (slots[slot] === hash && form > 0) return form - 1;
    }
  }

  /** Find the form with the same hash that comes behind another; -1 where there is none. */
  formBehind(form: number): number {
    return (this.next[form] as number) - 1;
  }

  #addForm(term: number, text: string, flags: number): void {
    const written = formTextOf(text);
    const { core, lead, tail } = written ?? { core: text, lead: '', tail: '' };
    const form = this.#count++;
    if (form === this.#terms.length) this.#growForms();
    const isSplittable = (flags & EXACT) === 0 && text.length >= SHORTEST_SPLIT_TERM;
    const hasEdges = lead !== '' || tail !== '';
    const isKept = (flags & KEPT) !== 0 || written !== undefined;
    if (isKept) this.#kept.set(form, hasEdges ? { core, lead, tail } : core);
    const bends = (flags & BENDS) !== 0 && !hasEdges;
    this.flags[form] = (flags & EXACT) | (isSplittable ? SPLITTABLE : 0) | (bends ? BENDS : 0) | (isKept ? KEPT : 0);
    this.#terms[form] = term;
    const first = (lead + core).charCodeAt(0);
    if (lead !== '' || classOf(first) === CharacterClass.symbol) this.firstSigns.add(fold(first));
    this.#insert(this.#addBeginnings(core, bends), form);
  }

  #insert(hash: number, form: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (hash >>> this.slotShift) << 1;
    while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (slot + 2) & mask;
    const first = slots[slot + 1] as number;
    this.next[form] = Math.max(0, first);
    slots[slot] = hash;
    slots[slot + 1] = form + 1;
    if (first === 0 && ++this.#usedSlots * 8 > 3 * slots.length) this.#growSlots();
  }

  /** A slot whose last form goes stays in use, for the next form with its hash. */
  #removeForm(term: number, hash: number): void {
    const { slots, next } = this;
    const mask = slots.length - 1;
    let slot = (hash >>> this.slotShift) << 1;
    while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (slot + 2) & mask;
    let before = -1;
    for (let form = (slots[slot + 1] as number) - 1; form >= 0; form = (next[form] as number) - 1) {
      if (this.#terms[form] === term) {
        if (before >= 0) next[before] = next[form] as number;
        else slots[slot + 1] = (next[form] as number) === 0 ? REMOVED : (next[form] as number);
        this.#kept.delete(form);
        return;
      }
      before = form;
    }
  }

  /** Put the beginnings of a form into the filters, and give the hash of the whole. */
  #addBeginnings(core: string, bends: boolean): number {
    const { filters } = this;
    const { length } = core;
    let hash = EMPTY_HASH;
    let unit = core.charCodeAt(0);
    let unitClass = classOf(unit);
    for (let index = 0; index < length; index++) {
      const next = index + 1 < length ? core.charCodeAt(index + 1) : 0;
      const nextClass = classOf(next);
      if (isRead(unitClass)) {
        hash = hashUnit(hash, unit);
        const isInside = nextClass === unitClass && isRun(unitClass) && index + 1 < length;
        if (!isInside) {
          if (index + 1 < length) filters.addBeginning(hash);
          // A document may write several words of the form in one.
          filters.addFirstWord(hash);
        }
      }
      unit = next;
      unitClass = nextClass;
    }
    filters.addWhole(hash);
    // Where the last word ends in -y it may be -ies; the other plurals have the whole in front of -s or -es.
    if (bends) this.#addPlurals(hash, core.charCodeAt(length - 1));
    return hash;
  }

  #addPlurals(hash: number, last: number): void {
    this.#addPlural(hashUnit(hash, LOWER_S));
    this.#addPlural(hashUnit(hashUnit(hash, LOWER_E), LOWER_S));
    if (fold(last) !== LOWER_Y) return;
    const inI = hashUnit(unhashUnit(hash, last), LOWER_I);
    this.#addPlural(hashUnit(hashUnit(inI, LOWER_E), LOWER_S));
  }

  #addPlural(hash: number): void {
    this.filters.addFirstWord(hash);
    this.filters.addWhole(hash);
  }

  /** Filters forget which hashes they hold, so all forms go into the larger ones again. */
  #growForms(): void {
    // Few terms have forms of their own: an index that was made for a million is not doubled for them.
    const forms = Math.ceil(FORM_GROWTH * this.#terms.length);
    this.#terms = grown(this.#terms, new Int32Array(forms));
    this.next = grown(this.next, new Int32Array(forms));
    this.flags = grown(this.flags, new Uint8Array(forms));
    if (this.filters.holds(forms)) return;
    this.filters = TermFilters.empty(2 * this.filters.firstWords.length);
    for (let form = 0; form < this.#count - 1; form++) {
      this.#addBeginnings(this.core(form), ((this.flags[form] as number) & BENDS) !== 0);
    }
  }

  #growSlots(): void {
    const { slots } = this;
    this.slots = new Int32Array(2 * slots.length);
    this.slotShift--;
    const mask = this.slots.length - 1;
    this.#usedSlots = 0;
    for (let old = 0; old < slots.length; old += 2) {
      if ((slots[old + 1] as number) <= 0) continue;
      let slot = ((slots[old] as number) >>> this.slotShift) << 1;
      while (this.slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      this.slots[slot] = slots[old] as number;
      this.slots[slot + 1] = slots[old + 1] as number;
      this.#usedSlots++;
    }
  }
}

/** What is not in typed arrays, as it is stored. */
interface StoredOthers {
  readonly usedSlots: number;
  readonly kept: readonly (readonly [form: number, written: FormText | string])[];
  readonly firstSigns: readonly number[];
}

function cellsOf(parts: Parts, name: string): Int32Array {
  const part = parts.get(name);
  if (part instanceof Int32Array) return part;
  throw new TypeError(`The index has no part ${name}`);
}

const LOWER_E = 0x65;
const LOWER_I = 0x69;
const LOWER_S = 0x73;
const LOWER_Y = 0x79;

/** Marks a slot without forms that a look must pass. */
const REMOVED = -1;

/** Split a text from its edges and compose it, or give undefined where nothing of that changes it. */
function formTextOf(text: string): FormText | undefined {
  let isPlain = !isEdge(text.charCodeAt(0)) && !isEdge(text.charCodeAt(text.length - 1));
  for (let index = 0; isPlain && index < text.length; index++) {
    isPlain = !isChangeable(text.charCodeAt(index));
  }
  return isPlain ? undefined : splitEdges(readable(text));
}

function pluralEndings(term: string): number {
  let endings = 0;
  for (const plural of regularPlurals(term)) {
    if (plural === `${term}s`) endings |= PLURAL_IN_S;
    else if (plural === `${term}es`) endings |= PLURAL_IN_ES;
    else endings |= PLURAL_IN_IES;
  }
  return endings;
}

/** Units of these classes stand together as one word. */
function isRun(unitClass: CharacterClass): boolean {
  return unitClass === CharacterClass.letter || unitClass === CharacterClass.script;
}

function grown<Cells extends Int32Array | Uint8Array>(cells: Cells, larger: Cells): Cells {
  larger.set(cells);
  return larger;
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, atLeast)));
}

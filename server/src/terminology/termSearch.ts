import { CharacterClass, classOf, fold, isChangeable, OTHER, wordCodes } from '../text/characters';
import { isEdge, joinerEnd, startsWord, unitEndAt } from '../text/words';
import { Numbers } from './numbers';
import { Readings } from './readings';
import { TermFilters, unionOfFilters } from './termFilters';
import { EMPTY_HASH, HASH_FACTOR, hashInto } from './termHash';
import { SHORTEST_HYPHENATED_PIECE, SHORTEST_PIECE, type TermIndex } from './termIndex';
import { TermScanner, termScanModule } from './termScanner';
import { scanWords, WordStops } from './wordScan';

export { Numbers } from './numbers';

/** A text of fewer UTF-16 units is searched sooner than it is handed to a scanner. */
const SCANNED_FROM = 512;

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
  /** The union of theirs. */
  #filters = TermFilters.empty(0);
  #revision = -1;
  /** The signs that some term begins with, folded. */
  readonly #signs: ReadonlySet<number>;
  /** Word codes; those of signs that some term begins with are `OTHER`. */
  readonly #codes: Int32Array;
  /** Places on a walk where some term ends, each with its hash. */
  readonly #candidates = new Numbers();
  readonly #readings: Readings;
  readonly #stops = new WordStops();

  readonly #scannedFrom: number;
  #scanner: TermScanner | undefined;

  #units: Uint16Array = new Uint16Array(1);
  #start = 0;
  #end = 0;
  #isReadable = true;

  /**
   * Search in `indexes`, of which the senses of the first come first; texts from a length on with a scanner. `hidden` has for
   * an index what is not 0 for each term that is not to be found.
   */
  constructor(
    indexes: readonly TermIndex[],
    scannedFrom = SCANNED_FROM,
    hidden: readonly (Uint8Array | undefined)[] = [],
  ) {
    this.#scannedFrom = scannedFrom;
    this.#indexes = indexes;
    this.#readings = new Readings(indexes, hidden);
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
    this.#followIndexes();
    this.#readings.open(units, end, this.#filters);
    this.#isReadable = true;
    const scanner = end - start < this.#scannedFrom ? undefined : this.#ownScanner();
    if (scanner === undefined) for (let at = start; at < end; ) at = this.#searchChunk(at, matches);
    else this.#searchWith(scanner, matches);
    units[end] = behind;
    return this.#isReadable;
  }

  /** Take over what was added to the indexes since the last search. */
  #followIndexes(): void {
    let revision = 0;
    for (const index of this.#indexes) revision += index.revision;
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.#filters = unionOfFilters(this.#indexes.map(({ filters }) => filters));
    this.#readings.forget();
    this.#scanner = undefined;
  }

  #ownScanner(): TermScanner | undefined {
    const module = termScanModule();
    if (this.#scanner !== undefined || module === undefined) return this.#scanner;
    try {
      this.#scanner = new TermScanner(module, this.#codes, this.#filters, this.#readings);
    } catch {
      // There is no memory for it in one piece.
    }
    return this.#scanner;
  }

  #searchWith(scanner: TermScanner, matches: Matches): void {
    const end = this.#end;
    let at = this.#start;
    while (at < end) {
      const windowEnd = scanner.open(this.#units, this.#start, at, end);
      if (windowEnd === at) {
        at = this.#searchChunk(at, matches);
        continue;
      }
      const floor = at;
      let next = windowEnd;
      while (scanner.match(at, matches)) {
        const from = scanner.askedStart;
        if (this.#isNewLetter(from, scanner.askedEnd)) {
          next = Math.max(at, this.#wordStart(from, floor));
          break;
        }
        at = this.#matchStop(from, scanner.askedEnd, scanner.askedHash, matches);
      }
      at = Math.max(at, next);
    }
  }

  /** Search the next chunk, and give where to go on. */
  #searchChunk(start: number, matches: Matches): number {
    const stops = this.#stops;
    const { firstWords, shift } = this.#filters;
    const chunkEnd = scanWords(this.#units, start, this.#end, this.#codes, firstWords, shift, stops);
    const { cells, length } = stops;
    let at = start;
    for (let cell = 0; cell < length; cell += 3) {
      const from = cells[cell] as number;
      if (from < at) continue;
      const wordEnd = cells[cell + 1] as number;
      if (this.#isNewLetter(from, wordEnd)) return Math.max(at, this.#wordStart(from, start));
      at = this.#matchStop(from, wordEnd, cells[cell + 2] as number, matches);
    }
    return Math.max(at, chunkEnd);
  }

  /** Whether the unit at a stop is a letter whose page was not filled yet: the word that it is in was cut, and is scanned again. */
  #isNewLetter(from: number, wordEnd: number): boolean {
    const unit = this.#units[from] as number;
    if (wordEnd >= 0 || classOf(unit) !== CharacterClass.letter || (this.#codes[unit] as number) < 0) return false;
    this.#learn(unit);
    return (this.#codes[unit] as number) < 0;
  }

  /** Match from a stop, and give where to go on. */
  #matchStop(from: number, wordEnd: number, hash: number, matches: Matches): number {
    if (wordEnd >= 0) return this.#matchWord(from, wordEnd, hash, matches) || wordEnd;
    const unitClass = classOf(this.#units[from] as number);
    // A letter that others may stand for cuts its word, which is read as a whole here.
    const start = unitClass === CharacterClass.letter ? this.#wordStart(from, this.#start) : from;
    const next = this.#lookClosely(start, unitClass, matches);
    for (let at = from; this.#isReadable && at < next; at++)
      this.#isReadable = !isChangeable(this.#units[at] as number);
    return next;
  }

  #wordStart(end: number, floor: number): number {
    const units = this.#units;
    let start = end;
    while (start > floor && (wordCodes[units[start - 1] as number] as number) < 0) start--;
    return start;
  }

  /** Match from a word; most of those that the filter let through are no term all the same. */
  #matchWord(from: number, end: number, hash: number, matches: Matches): number {
    return this.#startsHere(from) ? this.#matchAt(from, from, end, hash, matches) : 0;
  }

  /** Take over the word codes of the page of a unit, which has been filled. */
  #learn(unit: number): void {
    const first = unit & 0xff00;
    if (this.#codes !== wordCodes) this.#codes.set(wordCodes.subarray(first, first + 256), first);
    for (const sign of this.#signs) this.#codes[sign] = OTHER;
    this.#scanner?.learn(this.#codes, first);
  }

  /** Match from a unit that is no Latin letter, and give where to go on. */
  #lookClosely(from: number, unitClass: CharacterClass, matches: Matches): number {
    if (unitClass < CharacterClass.letter) {
      this.#learn(this.#units[from] as number);
      return (this.#beginsWithSign(this.#units[from] as number) && this.#matchFromSign(from, matches)) || from + 1;
    }
    const end = Math.max(unitEndAt(this.#units, from, this.#end), from + 1);
    const hash = hashInto(EMPTY_HASH, this.#units, from, end);
    const isPromising = (this.#filters.mayBegin(hash) || this.#mayBeginCut(end, hash)) && this.#startsHere(from);
    return (isPromising && this.#matchAt(from, from, end, hash, matches)) || end;
  }

  /** Whether a term may begin with a word that is cut at `end`. */
  #mayBeginCut(end: number, hash: number): boolean {
    if (classOf(this.#units[end - 1] as number) !== CharacterClass.script) return false;
    const next = joinerEnd(this.#units, end, this.#end);
    if (next === end) return false;
    return this.#filters.mayBegin(hashInto(hash, this.#units, next, unitEndAt(this.#units, next, this.#end)));
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
    const candidates = this.#candidates;
    this.#walk(core, unitEnd, hash);
    while (candidates.length > 0) {
      candidates.length -= 2;
      const { cells, length } = candidates;
      const end = this.#readings.read(from, core, cells[length] as number, cells[length + 1] as number, matches);
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
  #walk(core: number, firstEnd: number, firstHash: number): void {
    const units = this.#units;
    const limit = this.#end;
    const candidates = this.#candidates;
    candidates.length = 0;
    let pieceStart = core;
    let end = firstEnd;
    let hash = firstHash;
    let wasCut = false;
    for (;;) {
      candidates.push(end);
      candidates.push(hash);
      const goesOn = this.#filters.mayGoOn(hash);
      // A word is cut once.
      if ((!goesOn && wasCut) || end >= limit) return;
      const isSpace = units[end] === SPACE && (wordCodes[units[end + 1] as number] as number) < 0;
      const next = isSpace ? end + 1 : joinerEnd(units, end, limit);
      if (next >= limit || (!goesOn && !this.#mayBeCut(pieceStart, end, next))) return;
      wasCut = !goesOn;
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
    }
  }

  /** Whether some term may go on in the same word behind a hyphen or a space: `auto-scaling`, `auto scaling`. */
  #mayBeCut(pieceStart: number, end: number, next: number): boolean {
    if (next === end) return false;
    const isHyphen = classOf(this.#units[end] as number) === CharacterClass.hyphen;
    return end - pieceStart >= (isHyphen ? SHORTEST_HYPHENATED_PIECE : SHORTEST_PIECE);
  }
}

/** What another module names is a variable to the engine: here it is a constant. */
const FACTOR = HASH_FACTOR;

const LINE_FEED = 0x0a;
const SPACE = 0x20;

import { CharacterClass, classOf } from '../text/characters';
import { SourceReader } from '../text/source';
import { unitEndAt } from '../text/words';
import type { Stemmer } from './inflection/stemmer';
import type { Matches } from './termSearch';

/** Stems that are remembered; a document has some thousand words, most of them again and again. */
const STEMS_KEPT = 20_000;
/** A longer word, in UTF-16 units, is no word of a language. */
const LONGEST_WORD = 64;

/** Reduce each word of a term to its stem. */
export function stemTerm(text: string, stem: Stemmer): string {
  const { units, length } = new SourceReader().read(text);
  const reading = new StemReading(stem);
  reading.read(units, 0, length);
  return String.fromCharCode(...reading.units.subarray(0, reading.length));
}

/** A text with the stem of each word in its place, and the way back. One reading is used for one text after the other. */
export class StemReading {
  units = new Uint16Array(256);
  length = 0;
  /** Where each unit comes from, and where what it stands for ends. */
  #starts = new Int32Array(256);
  #ends = new Int32Array(256);
  readonly #stem: Stemmer;
  readonly #stems = new Map<string, string>();

  constructor(stem: Stemmer) {
    this.#stem = stem;
  }

  /** Read the units between two offsets. */
  read(units: Uint16Array, start: number, end: number): void {
    this.length = 0;
    this.#reserve(end - start);
    for (let at = start; at < end; ) {
      const unitClass = classOf(units[at] as number);
      const isWord = unitClass === CharacterClass.letter || unitClass === CharacterClass.script;
      const wordEnd = isWord ? unitEndAt(units, at, end) : at + 1;
      if (isWord && wordEnd - at <= LONGEST_WORD) {
        this.#push(this.#stemOf(String.fromCharCode(...units.subarray(at, wordEnd))), at, wordEnd);
      } else {
        for (; at < wordEnd; at++) this.#push(String.fromCharCode(units[at] as number), at, at + 1);
      }
      at = wordEnd;
    }
    this.units[this.length] = 0;
  }

  /** Give matches in this reading the offsets of what was read, and count the places of their indexes from `shift` on. */
  toSource(matches: Matches, shift: number): void {
    const { cells } = matches;
    for (let cell = 0; cell < matches.length; ) {
      const end = cell + 3 + 2 * (cells[cell + 2] as number);
      cells[cell] = this.#starts[cells[cell] as number] as number;
      cells[cell + 1] = this.#ends[(cells[cell + 1] as number) - 1] as number;
      for (let form = cell + 3; form < end; form += 2) cells[form] = (cells[form] as number) + shift;
      cell = end;
    }
  }

  #stemOf(word: string): string {
    const known = this.#stems.get(word);
    if (known !== undefined) return known;
    if (this.#stems.size >= STEMS_KEPT) this.#stems.clear();
    const stem = this.#stem(word) || word;
    this.#stems.set(word, stem);
    return stem;
  }

  #push(text: string, start: number, end: number): void {
    this.#reserve(text.length);
    for (let index = 0; index < text.length; index++) {
      this.units[this.length] = text.charCodeAt(index);
      this.#starts[this.length] = Math.min(start + index, end - 1);
      this.#ends[this.length++] = end;
    }
  }

  #reserve(more: number): void {
    const capacity = this.length + more + 1;
    if (capacity <= this.units.length) return;
    const units = new Uint16Array(2 * capacity);
    units.set(this.units);
    this.units = units;
    const starts = new Int32Array(2 * capacity);
    starts.set(this.#starts);
    this.#starts = starts;
    const ends = new Int32Array(2 * capacity);
    ends.set(this.#ends);
    this.#ends = ends;
  }
}

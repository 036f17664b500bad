import { classOf } from '../text/characters';
import type { Numbers } from './numbers';
import type { Readings } from './readings';
import type { TermFilters } from './termFilters';
import { termScanCode } from './termScanCode';
import { bytesOf, webAssembly } from './webAssembly';

/** The memory of the module, as server/scan/termScan.ts lays it out, in bytes. */
const WINDOW = 8192;
const STATE = 0x4_0000 + 64 * 4;
const WALK = STATE + 64;
const HASHES = WALK + 8 * 66;
const KINDS = HASHES + 4 * (WINDOW + 64);
const STOPS = KINDS + WINDOW + 128;
const MATCHES = STOPS + 12 * (WINDOW + 8);
const UNITS = MATCHES + 32 * (WINDOW + 8);
const TABLES = UNITS + 2 * (WINDOW + 16);
const PAGE = 0x1_0000;
/** Units in front of the window that are looked at. */
const UNITS_IN_FRONT = 4;

/** What the module offers. */
interface TermScan {
  open(filterShift: number, readingShift: number): void;
  scan(length: number, isEnd: boolean, offset: number): void;
  match(from: number): number;
}

/**
 * Searches long texts, window by window, in a WebAssembly module: what it finds is what `TermSearch` finds itself, which it
 * asks wherever more than Latin letters is at stake, and for what was not read before.
 */
export class TermScanner {
  readonly #scan: TermScan;
  readonly #codes: Int32Array;
  readonly #units: Uint16Array;
  readonly #matches: Int32Array;
  /** How many cells of matches there are; then, where it asks, the start, the end and the hash of a word, in the window. */
  readonly #state: Int32Array;
  #base = 0;

  constructor(module: object, codes: Int32Array, { firstWords, stretches, shift }: TermFilters, readings: Readings) {
    const { Memory, Instance } = webAssembly() ?? {};
    if (Memory === undefined || Instance === undefined) throw new ReferenceError('There is no WebAssembly');
    const secondTable = TABLES + firstWords.byteLength;
    const thirdTable = secondTable + stretches.byteLength;
    const pages = Math.ceil((thirdTable + readings.stretches.byteLength) / PAGE);
    const memory = new Memory({ initial: pages, maximum: pages });
    const { buffer } = memory;
    this.#scan = new Instance(module, { env: { memory } }).exports as TermScan;
    this.#codes = new Int32Array(buffer, 0, codes.length);
    this.#state = new Int32Array(buffer, STATE, 4);
    this.#matches = new Int32Array(buffer, MATCHES, (UNITS - MATCHES) >> 2);
    this.#units = new Uint16Array(buffer, UNITS, WINDOW + 16);
    new Int32Array(buffer, TABLES, firstWords.length).set(firstWords);
    new Int32Array(buffer, secondTable, stretches.length).set(stretches);
    readings.moveTo(new Int32Array(buffer, thirdTable, readings.stretches.length));
    classOf(0);
    this.#codes.set(codes);
    this.#scan.open(shift, readings.shift);
  }

  /** Take over the word codes of 256 units. */
  learn(codes: Int32Array, first: number): void {
    this.#codes.set(codes.subarray(first, first + 256), first);
  }

  /** Scan a window of a text that begins at `start` and ends at `end`, and give where it ends; `at` itself if a word is too long. */
  open(units: Uint16Array, start: number, at: number, end: number): number {
    let stop = Math.min(end, at + WINDOW);
    if (stop < end) while (stop > at && (this.#codes[units[stop - 1] as number] as number) < 0) stop--;
    if (stop === at) return at;
    const first = Math.max(start, at - UNITS_IN_FRONT);
    this.#units.fill(0, 0, UNITS_IN_FRONT);
    this.#units.set(units.subarray(first, stop + 1), UNITS_IN_FRONT - (at - first));
    this.#units[UNITS_IN_FRONT + stop + 1 - at] = 0;
    this.#base = at;
    this.#scan.scan(stop - at, stop === end, at);
    return stop;
  }

  /** Add the matches from an offset on to `matches`; gives whether it has come to something that it asks about. */
  match(from: number, matches: Numbers): boolean {
    const isAsking = this.#scan.match(from - this.#base) !== 0;
    const count = this.#state[0] as number;
    if (count > 0) {
      matches.reserve(count);
      matches.cells.set(this.#matches.subarray(0, count), matches.length);
      matches.length += count;
    }
    return isAsking;
  }

  get askedStart(): number {
    return this.#base + (this.#state[1] as number);
  }

  /** The end of the word, or -1 for a unit that is no Latin letter. */
  get askedEnd(): number {
    const end = this.#state[2] as number;
    return end < 0 ? end : this.#base + end;
  }

  get askedHash(): number {
    return this.#state[3] as number;
  }
}

let scanModule: object | undefined;
let isTried = false;

/** Compile the module when it is first asked for; undefined where that cannot be. */
export function termScanModule(): object | undefined {
  if (isTried) return scanModule;
  isTried = true;
  const { Module } = webAssembly() ?? {};
  try {
    scanModule = Module === undefined ? undefined : new Module(bytesOf(termScanCode));
  } catch {
    // A policy of the environment may forbid it; texts are searched without, more slowly.
  }
  return scanModule;
}

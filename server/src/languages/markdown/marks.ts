import { Records } from './records';

/**
 * What a mark does to the text around it:
 * - `text`: nothing, it reads as it stands (a bracket that makes no link);
 * - `join`: it is not read, and what is before and behind it reads as one;
 * - `split`: it is not read, and the region ends;
 * - `code`: as `split`, and what follows, up to the next `split`, is inline code;
 * - `run`: marks of emphasis, of which those are not read that an emphasis took.
 */
export type MarkKind = 'text' | 'join' | 'split' | 'code' | 'run';

/** The marks in one block: stretches of its text that are not, or may not be, read. Sorted and disjoint. */
export class Marks {
  readonly #kinds: MarkKind[] = [];
  readonly #records = new Records(4);

  get count(): number {
    return this.#records.count;
  }

  clear(): void {
    this.#records.count = 0;
  }

  push(kind: MarkKind, start: number, end: number): void {
    const index = this.#records.add();
    this.#kinds[index] = kind;
    this.#records.set(index, START, start);
    this.#records.set(index, END, end);
    this.#records.set(index, TAKEN_AT_START, 0);
    this.#records.set(index, TAKEN_AT_END, 0);
  }

  kind(index: number): MarkKind {
    return this.#kinds[index] ?? 'text';
  }

  /** Turn a mark into another kind, once what is behind it shows what it is. */
  turn(index: number, kind: MarkKind): void {
    this.#kinds[index] = kind;
  }

  start(index: number): number {
    return this.#records.get(index, START);
  }

  end(index: number): number {
    return this.#records.get(index, END);
  }

  /** Take so many characters of the run `index`. */
  take(index: number, atStart: number, atEnd: number): void {
    this.#records.set(index, TAKEN_AT_START, this.takenAtStart(index) + atStart);
    this.#records.set(index, TAKEN_AT_END, this.takenAtEnd(index) + atEnd);
  }

  /** Tell how many characters of the run `index` an emphasis took from its start on. */
  takenAtStart(index: number): number {
    return this.#records.get(index, TAKEN_AT_START);
  }

  /** Tell how many characters of the run `index` an emphasis took from its end back. */
  takenAtEnd(index: number): number {
    return this.#records.get(index, TAKEN_AT_END);
  }
}

const START = 0;
const END = 1;
const TAKEN_AT_START = 2;
const TAKEN_AT_END = 3;

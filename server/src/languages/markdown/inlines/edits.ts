/**
 * What an edit does to the text of a leaf:
 * - `TEXT`: nothing, it reads as it stands (a bracket that makes no link);
 * - `JOIN`: it is not read, and what is before and behind it reads as one;
 * - `SPACE`: as `JOIN`, with white space between;
 * - `SPLIT`: it is not read, and the region ends;
 * - `CODE`, `HEADING`: as `SPLIT`, and what follows, up to the next `SPLIT`, is of that kind;
 * - `COMMENT`: as `SPLIT`, and what follows, up to `COMMENT_END`, is a comment, code in it too;
 * - `RUN`: marks of emphasis, of which those are not read that an emphasis took.
 */
export const TEXT = 0;
export const JOIN = 1;
export const SPACE_BETWEEN = 2;
export const RUN = 3;
export const SPLIT = 4;
export const CODE = 5;
export const HEADING = 6;
export const COMMENT = 7;
export const COMMENT_END = 8;

const KIND = 0;
const START = 1;
const END = 2;
const TAKEN_AT_START = 3;
const TAKEN_AT_END = 4;
const WIDTH = 5;

/** The edits of one leaf: stretches of its text that are not, or may not be, read. Sorted and disjoint. */
export class Edits {
  count = 0;
  #cells: Int32Array = new Int32Array(WIDTH * 64);

  push(kind: number, start: number, end: number): void {
    const at = WIDTH * this.count++;
    if (at + WIDTH > this.#cells.length) this.#grow();
    const cells = this.#cells;
    cells[at] = kind;
    cells[at + START] = start;
    cells[at + END] = end;
    cells[at + TAKEN_AT_START] = 0;
    cells[at + TAKEN_AT_END] = 0;
  }

  kind(index: number): number {
    return this.#cells[WIDTH * index + KIND] as number;
  }

  /** Turn an edit into another kind, once what is behind it shows what it is. */
  turn(index: number, kind: number): void {
    this.#cells[WIDTH * index + KIND] = kind;
  }

  start(index: number): number {
    return this.#cells[WIDTH * index + START] as number;
  }

  end(index: number): number {
    return this.#cells[WIDTH * index + END] as number;
  }

  /** Set where an edit ends, once it is known to take in more. */
  extend(index: number, end: number): void {
    this.#cells[WIDTH * index + END] = end;
  }

  /** Take so many characters of the run `index`. */
  take(index: number, atStart: number, atEnd: number): void {
    const at = WIDTH * index;
    this.#cells[at + TAKEN_AT_START] = (this.#cells[at + TAKEN_AT_START] as number) + atStart;
    this.#cells[at + TAKEN_AT_END] = (this.#cells[at + TAKEN_AT_END] as number) + atEnd;
  }

  /** Tell how many characters of the run `index` an emphasis took from its start on. */
  takenAtStart(index: number): number {
    return this.#cells[WIDTH * index + TAKEN_AT_START] as number;
  }

  /** Tell how many characters of the run `index` an emphasis took from its end back. */
  takenAtEnd(index: number): number {
    return this.#cells[WIDTH * index + TAKEN_AT_END] as number;
  }

  #grow(): void {
    const cells = new Int32Array(this.#cells.length * 2);
    cells.set(this.#cells);
    this.#cells = cells;
  }
}

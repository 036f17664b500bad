/**
 * What a mark does to the text around it:
 * - `text`: nothing, it reads as it stands (a bracket that makes no link);
 * - `join`: it is not read, and what is before and behind it reads as one;
 * - `split`: it is not read, and the region ends;
 * - `code`: as `split`, and what follows, up to the next `split`, is inline code;
 * - `run`: marks of emphasis, of which those are not read that an emphasis took.
 */
export type MarkKind = 'text' | 'join' | 'split' | 'code' | 'run';

/**
 * The marks in one block: stretches of its text that are not, or may not be, read. Sorted and disjoint. The lists are used
 * again for each block, as to make or to cut them would cost more than to fill them: only what is below `count` counts.
 */
export class Marks {
  count = 0;
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly kinds: MarkKind[] = [];
  /** Of a `run`: how many of its characters an emphasis took, from its start on and from its end back. */
  readonly startsTaken: number[] = [];
  readonly endsTaken: number[] = [];

  push(kind: MarkKind, start: number, end: number): void {
    const index = this.count++;
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
    this.startsTaken[index] = 0;
    this.endsTaken[index] = 0;
  }

  /** Take so many characters of the run `index`. */
  take(index: number, atStart: number, atEnd: number): void {
    this.startsTaken[index] = (this.startsTaken[index] ?? 0) + atStart;
    this.endsTaken[index] = (this.endsTaken[index] ?? 0) + atEnd;
  }
}

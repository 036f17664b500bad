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
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly kinds: MarkKind[] = [];
  /** Of a `run`: how many of its characters an emphasis took, from its start on and from its end back. */
  readonly startsTaken: number[] = [];
  readonly endsTaken: number[] = [];

  get length(): number {
    return this.starts.length;
  }

  push(kind: MarkKind, start: number, end: number): void {
    this.kinds.push(kind);
    this.starts.push(start);
    this.ends.push(end);
    this.startsTaken.push(0);
    this.endsTaken.push(0);
  }

  /** Take so many characters of the run `index`. */
  take(index: number, atStart: number, atEnd: number): void {
    this.startsTaken[index] = (this.startsTaken[index] ?? 0) + atStart;
    this.endsTaken[index] = (this.endsTaken[index] ?? 0) + atEnd;
  }

  clear(): void {
    this.starts.length = 0;
    this.ends.length = 0;
    this.kinds.length = 0;
    this.startsTaken.length = 0;
    this.endsTaken.length = 0;
  }
}

import type { Names } from '../../language';
import { type Closer, Closers } from './closers';
import { Edits } from './edits';
import { DelimiterStack } from './emphasis';
import { Records } from './records';

/** Before the first leaf, and behind the last. */
export const NO_NAMES: Names = { has: () => false };

/**
 * The leaf at hand, from `start` to `end` of `units`, while its edits are found; its marks from `mark` to `markEnd` count from
 * `shift`.
 */
export class InlineLeaf {
  units: Uint16Array = new Uint16Array(0);
  start = 0;
  end = 0;
  marks: Int32Array = new Int32Array(0);
  mark = 0;
  markEnd = 0;
  shift = 0;
  /** The labels that the document defines. */
  defined: Names = NO_NAMES;
  readonly edits = new Edits();
  readonly runs = new DelimiterStack(this.edits);
  readonly openers = new Records(5);
  readonly closers = new Closers();
  /** Where the last edit ends: marks in front of it were taken in. */
  floor = 0;
  /** Openers of links below this index stand in front of the comment at hand. */
  firstOpener = 0;
  /** Openers of links below this index contain a link, and so are none. */
  plainOpeners = 0;
  /** Where the `]]` of a wiki link is, whose page was left out. */
  wikiEnd = -1;
  /** The last run of backticks of each length in the leaf, once a search for one has failed. */
  backticks: Map<number, number> | undefined;

  /** Start with a leaf, once it is told where it is. */
  clear(): void {
    this.edits.count = 0;
    this.floor = this.start;
    this.runs.clear();
    this.openers.count = 0;
    this.firstOpener = 0;
    this.plainOpeners = 0;
    this.wikiEnd = -1;
    this.backticks = undefined;
    this.closers.clear(this.units, this.end);
  }

  /** Add an edit. */
  push(kind: number, start: number, end: number): void {
    this.edits.push(kind, start, end);
    this.floor = end;
  }

  /** Leave out what stands from `at` to the next `closer`, from `from` on, where there is one. */
  pair(kind: number, at: number, from: number, closer: Closer): void {
    const end = this.closerEnd(closer, from);
    if (end > 0) this.push(kind, at, end);
  }

  /** Give the offset behind the next `closer` at or behind `from`, or -1. */
  closerEnd(closer: Closer, from: number): number {
    const close = this.closers.find(closer, from);
    return close < 0 || close + closer.length > this.end ? -1 : close + closer.length;
  }

  /** Give the index of the first mark at or behind `offset`, from the one at hand on. */
  markAt(offset: number): number {
    let mark = this.mark;
    while (mark < this.markEnd && this.shift + (this.marks[mark] as number) < offset) mark++;
    return mark;
  }

  /** Pass over the marks in front of `end`, which may be part of an address that a later mark shows. */
  skipMarks(end: number): void {
    this.mark = this.markAt(end);
  }
}

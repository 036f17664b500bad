import { readable } from '../text/characters';

/**
 * A region as a reader reads it: its units without the markup between them, and the way back to the source. One reading is
 * used for one region after the other.
 */
export class Reading {
  units = new Uint16Array(FIRST_CAPACITY);
  length = 0;
  /** The spans it was read from, two numbers for each, from `#first` to `#last` of `#cells`. */
  #cells: Int32Array = new Int32Array(0);
  #first = 0;
  #last = 0;
  /** Where in the source the spans count from. */
  #shift = 0;
  /** Where each span begins in `units`. */
  #starts = new Int32Array(16);
  /** Where each unit comes from in the joined spans, where that is another place. */
  #origins: Int32Array | undefined;

  /** Join the spans that stand in `cells` from `first` to before `last`, and count from `shift` of the source. */
  join(source: Uint16Array, cells: Int32Array, first: number, last: number, shift: number): void {
    this.#cells = cells;
    this.#first = first;
    this.#last = last;
    this.#shift = shift;
    this.#origins = undefined;
    this.length = 0;
    if (this.#starts.length < (last - first) >> 1) this.#starts = new Int32Array(last - first);
    let length = 0;
    for (let cell = first; cell < last; cell += 2) {
      const start = shift + (cells[cell] as number);
      const end = shift + (cells[cell + 1] as number);
      this.#starts[(cell - first) >> 1] = length;
      this.#reserve(length + end - start + 1);
      const { units } = this;
      // An empty span stands for white space that is written otherwise, such as `&nbsp;`.
      if (start === end) units[length++] = SPACE;
      for (let at = start; at < end; at++) units[length++] = source[at] as number;
      this.length = length;
    }
  }

  /** Write what was joined in characters that terms are compared in: see `readable`. */
  compose(): void {
    const origins: number[] = [];
    const composed: number[] = [];
    for (let start = 0; start < this.length; ) {
      const end = this.#clusterEnd(start);
      const text = readable(String.fromCharCode(...this.units.subarray(start, end)));
      for (let index = 0; index < text.length; index++) {
        // Of a cluster that is written in as many units each stands for its own; else all but the first come from its end.
        origins.push(text.length === end - start ? start + index : index === 0 ? start : end - 1);
        composed.push(text.charCodeAt(index));
      }
      start = end;
    }
    origins.push(this.length);
    this.#reserve(composed.length);
    this.units.set(composed);
    this.length = composed.length;
    this.#origins = Int32Array.from(origins);
  }

  /**
   * Find the source span of the units between `start` and `end`; markup that opens or closes inside of it belongs to it.
   * `source` and its length are those that were read.
   */
  sourceSpan(
    source: Uint16Array,
    sourceLength: number,
    start: number,
    end: number,
  ): readonly [start: number, end: number] {
    const firstUnit = this.#origins?.[start] ?? start;
    const lastUnit = this.#origins === undefined ? end - 1 : (this.#origins[end] ?? this.length) - 1;
    const firstSpan = this.#spanAt(firstUnit);
    const lastSpan = this.#spanAt(lastUnit);
    const from = this.#spanStart(firstSpan) + firstUnit - (this.#starts[firstSpan] as number);
    const to = this.#spanStart(lastSpan) + lastUnit + 1 - (this.#starts[lastSpan] as number);
    if (firstSpan === lastSpan) return [from, to];
    // Markup belongs to a term that it reaches into on both sides alone: `**rolling** update`, `rolling [update](…)`.
    const isAtStart = from === this.#spanStart(firstSpan);
    const isAtEnd = to === this.#spanEnd(lastSpan);
    const floor = firstSpan === 0 ? 0 : this.#spanEnd(firstSpan - 1);
    const ceiling = 2 * lastSpan + 2 < this.#last - this.#first ? this.#spanStart(lastSpan + 1) : sourceLength;
    return [isAtStart ? markupStart(source, from, floor) : from, isAtEnd ? markupEnd(source, to, ceiling) : to];
  }

  /** A cluster is what composes as a whole: it ends before a unit that nothing before it can melt into. */
  #clusterEnd(start: number): number {
    let end = start + 1;
    while (end < this.length && end - start < LONGEST_CLUSTER && continuesCluster(this.units[end] as number)) end++;
    return end;
  }

  #reserve(length: number): void {
    if (length < this.units.length) return;
    const units = new Uint16Array(2 * length);
    units.set(this.units.subarray(0, this.length));
    this.units = units;
  }

  #spanStart(span: number): number {
    return this.#shift + (this.#cells[this.#first + 2 * span] as number);
  }

  #spanEnd(span: number): number {
    return this.#shift + (this.#cells[this.#first + 2 * span + 1] as number);
  }

  #spanAt(unit: number): number {
    let low = 0;
    let high = ((this.#last - this.#first) >> 1) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const FIRST_CAPACITY = 1024;
const SPACE = 0x20;

/** Units that compose as a whole at most (UAX #15 asks for 32 in a stream-safe text): a bound for a line of marks alone. */
const LONGEST_CLUSTER = 32;

/** Marks, the vowels and finals of Hangul, voiced marks of half width, and what is not seen. */
const CONTINUING = /[\p{M}\p{Default_Ignorable_Code_Point}\u1160-\u11FF\uD7B0-\uD7FF\uFF9E\uFF9F\uFFA0-\uFFDC]/u;

function continuesCluster(unit: number): boolean {
  return unit >= 0xad && (CONTINUING.test(String.fromCharCode(unit)) || (unit >= 0xdc00 && unit <= 0xdfff));
}

function markupStart(source: Uint16Array, start: number, limit: number): number {
  let index = start;
  while (index > limit && !isWhiteSpace(source[index - 1] as number)) index--;
  return index;
}

function markupEnd(source: Uint16Array, end: number, limit: number): number {
  let index = end;
  while (index < limit && !isWhiteSpace(source[index] as number)) index++;
  return index;
}

function isWhiteSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d || unit === 0xa0;
}

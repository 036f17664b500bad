import type { Span } from '../../text/span';
import type { Region, RegionKind } from '../regions';
import { isAlphanumeric, isSpace } from './characters';

/** Put regions together from the stretches that a reader reads, in source order. */
export class RegionBuilder {
  readonly regions: Region[] = [];
  readonly #text: string;
  /** How many stretches the region has so far; the lists are used again for each region. */
  #count = 0;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Read on from `start` to `end`. */
  read(start: number, end: number): void {
    if (start >= end) return;
    const count = this.#count;
    if (count > 0 && this.#ends[count - 1] === start) {
      this.#ends[count - 1] = end;
    } else {
      this.#starts[count] = start;
      this.#ends[count] = end;
      this.#count++;
    }
  }

  /** End the region, without white space at its edges; one without any letter, digit or character beyond ASCII is none. */
  end(kind: RegionKind): void {
    const starts = this.#starts;
    const ends = this.#ends;
    const count = this.#count;
    if (count === 0) return;
    const first = this.#trimStart();
    if (first < count && this.#hasWord(first)) {
      const last = this.#trimEnd();
      const spans: [Span, ...Span[]] = [{ start: starts[first] ?? 0, end: ends[first] ?? 0 }];
      for (let index = first + 1; index <= last; index++)
        spans.push({ start: starts[index] ?? 0, end: ends[index] ?? 0 });
      this.regions.push({ kind, spans });
    }
    this.#count = 0;
  }

  /** Give the first stretch that is not white space alone, and start it behind its white space. */
  #trimStart(): number {
    const count = this.#count;
    for (let index = 0; index < count; index++) {
      const end = this.#ends[index] ?? 0;
      let start = this.#starts[index] ?? 0;
      while (start < end && isSpace(this.#text.charCodeAt(start))) start++;
      if (start < end) {
        this.#starts[index] = start;
        return index;
      }
    }
    return count;
  }

  /** Give the last stretch that is not white space alone, and end it before its white space. */
  #trimEnd(): number {
    for (let index = this.#count - 1; index > 0; index--) {
      const start = this.#starts[index] ?? 0;
      const end = this.#trimmed(start, this.#ends[index] ?? 0);
      if (start < end) {
        this.#ends[index] = end;
        return index;
      }
    }
    this.#ends[0] = this.#trimmed(this.#starts[0] ?? 0, this.#ends[0] ?? 0);
    return 0;
  }

  #trimmed(start: number, end: number): number {
    let offset = end;
    while (offset > start && isSpace(this.#text.charCodeAt(offset - 1))) offset--;
    return offset;
  }

  #hasWord(first: number): boolean {
    for (let index = first; index < this.#count; index++) {
      const end = this.#ends[index] ?? 0;
      for (let offset = this.#starts[index] ?? 0; offset < end; offset++) {
        const code = this.#text.charCodeAt(offset);
        if (code >= 128 || isAlphanumeric(code)) return true;
      }
    }
    return false;
  }
}

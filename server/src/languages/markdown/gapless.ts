import { GAP_WIDTH } from './leaves';

/** The text of a leaf without its gaps, copied together so that what reads it needs to know of none. */
export class Gapless {
  units: Uint16Array = new Uint16Array(0);
  length = 0;
  #count = 0;
  /** Where each stretch between two gaps starts, in the copy and in the source. */
  #starts: Int32Array = new Int32Array(0);
  #sources: Int32Array = new Int32Array(0);

  /** Copy `[start, end)` but for those of the gaps from `gap` on, `gapEnd` left out, that lie inside; `shift` is added to theirs. */
  read(
    units: Uint16Array,
    start: number,
    end: number,
    gaps: Int32Array,
    gap: number,
    gapEnd: number,
    shift: number,
  ): void {
    if (end - start >= this.units.length) this.units = new Uint16Array(2 * (end - start) + 1);
    const most = (gapEnd - gap) / GAP_WIDTH + 1;
    if (most > this.#starts.length) {
      this.#starts = new Int32Array(2 * most);
      this.#sources = new Int32Array(2 * most);
    }
    this.length = 0;
    this.#count = 0;
    let from = start;
    for (let at = gap; at < gapEnd; at += GAP_WIDTH) {
      const gapStart = shift + (gaps[at] as number);
      if (gapStart < from) continue;
      if (gapStart >= end) break;
      this.#copy(units, from, gapStart);
      from = shift + (gaps[at + 1] as number);
    }
    this.#copy(units, from, end);
    this.units[this.length] = 0;
  }

  /** Give the number of the stretch that holds the unit at `offset` of the copy, at or behind stretch `from`. */
  stretchAt(offset: number, from: number): number {
    let stretch = from;
    while (stretch + 1 < this.#count && (this.#starts[stretch + 1] as number) <= offset) stretch++;
    return stretch;
  }

  /** Give where a stretch ends in the copy. */
  stretchEnd(stretch: number): number {
    return stretch + 1 < this.#count ? (this.#starts[stretch + 1] as number) : this.length;
  }

  /** Give where the unit at `offset` of the copy, in `stretch`, stands in the source. */
  source(offset: number, stretch: number): number {
    return offset - (this.#starts[stretch] as number) + (this.#sources[stretch] as number);
  }

  /** Give where the unit at offset `source` of the text stands in the copy; it is in no gap, and in `stretch` or behind. */
  copyOf(source: number, stretch: number): number {
    return source - (this.#sources[stretch] as number) + (this.#starts[stretch] as number);
  }

  /** Give the number of the stretch that holds the unit at offset `source` of the text, at or behind stretch `from`. */
  stretchOf(source: number, from: number): number {
    let stretch = from;
    while (stretch + 1 < this.#count && (this.#sources[stretch + 1] as number) <= source) stretch++;
    return stretch;
  }

  #copy(units: Uint16Array, start: number, end: number): void {
    if (start >= end) return;
    this.#starts[this.#count] = this.length;
    this.#sources[this.#count] = start;
    this.#count++;
    for (let offset = start; offset < end; offset++) this.units[this.length++] = units[offset] as number;
  }
}

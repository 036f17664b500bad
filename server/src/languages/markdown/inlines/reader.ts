import type { PackedRegions } from '../../regions';
import { Arena } from '../arena';
import { isAlphanumeric, isSpace } from '../characters';
import type { Gapless } from '../gapless';

/** Cells that there is room for at first. */
const FIRST_CELLS = 1024;

/** Puts regions together from the stretches that a reader reads, in source order, and packs them. */
export class RegionReader {
  #units: Uint16Array = new Uint16Array(0);
  /** Where offsets are counted from. */
  #base = 0;
  #gapless: Gapless | undefined;
  #stretch = 0;
  readonly #arena = new Arena();
  #cells: Int32Array = new Int32Array(FIRST_CELLS);
  /** Cells in use, and where the region at hand starts. */
  #length = 0;
  #region = 0;

  /** Start with a section, which starts at `base`. */
  start(units: Uint16Array, base: number): void {
    this.#units = units;
    this.#base = base;
    this.#length = 0;
    this.#region = 0;
  }

  /** Take offsets from now on as those of a copy of a leaf, or of the text. */
  through(gapless: Gapless | undefined): void {
    this.#gapless = gapless;
    this.#stretch = 0;
  }

  /** Read on from `start` to `end`. */
  read(start: number, end: number): void {
    if (start >= end) return;
    if (this.#gapless !== undefined) this.#readThrough(this.#gapless, start, end);
    else this.#add(start - this.#base, end - this.#base);
  }

  /** Read white space that the source writes in another way at `at`. */
  space(at: number): void {
    const { offset } = this.#place(at);
    const length = this.#reserve();
    this.#cells[length] = offset;
    this.#cells[length + 1] = offset;
    this.#length = length + 2;
  }

  /** End the region, without white space at its edges; one without any letter, digit or character beyond ASCII is none. */
  end(kind: number): void {
    const region = this.#region;
    const length = this.#length;
    if (length <= region + 2) return;
    const cells = this.#cells;
    const first = this.#trimStart(region + 2, length);
    if (first === length || !this.#hasWord(first, length)) {
      this.#length = region;
      return;
    }
    const last = this.#trimEnd(first, length);
    if (first > region + 2) cells.copyWithin(region + 2, first, last);
    const spans = (last - first) >> 1;
    cells[region] = kind;
    cells[region + 1] = spans;
    this.#region = region + 2 + 2 * spans;
    this.#length = this.#region;
  }

  /** Add a region as it is, but for its offsets: those of `packed` count from the start of the text. */
  append(kind: number, packed: PackedRegions, at: number): void {
    const spans = packed[at + 1] as number;
    const from = this.#length;
    for (let index = 0; index <= spans; index++) this.#length = this.#reserve() + 2;
    const cells = this.#cells;
    cells[from] = kind;
    cells[from + 1] = spans;
    for (let index = 2; index < 2 + 2 * spans; index++)
      cells[from + index] = (packed[at + index] as number) - this.#base;
    this.#length = from + 2 + 2 * spans;
    this.#region = this.#length;
  }

  /** Give the regions. */
  take(): PackedRegions {
    const length = this.#length;
    const regions = this.#arena.take(length);
    for (let at = 0; at < length; at++) regions[at] = this.#cells[at] as number;
    return regions;
  }

  #add(start: number, end: number): void {
    const length = this.#length;
    if (length > this.#region && this.#cells[length - 1] === start && this.#cells[length - 2] !== start) {
      this.#cells[length - 1] = end;
      return;
    }
    const at = this.#reserve();
    this.#cells[at] = start;
    this.#cells[at + 1] = end;
    this.#length = at + 2;
  }

  #readThrough(gapless: Gapless, start: number, end: number): void {
    let from = start;
    while (from < end) {
      const { offset, stretch } = this.#place(from);
      const to = Math.min(end, gapless.stretchEnd(stretch));
      this.#add(offset, offset + to - from);
      from = to;
    }
  }

  /** Give where `at` stands in the section. */
  #place(at: number): { readonly offset: number; readonly stretch: number } {
    const gapless = this.#gapless;
    if (gapless === undefined) return { offset: at - this.#base, stretch: 0 };
    this.#stretch = gapless.stretchAt(at, this.#stretch);
    return { offset: gapless.source(at, this.#stretch) - this.#base, stretch: this.#stretch };
  }

  /** Make room for a span, and for a region in front of it where none is at hand; give where the span goes. */
  #reserve(): number {
    if (this.#length + 4 > this.#cells.length) {
      const cells = new Int32Array(this.#cells.length * 2);
      cells.set(this.#cells);
      this.#cells = cells;
    }
    return this.#length === this.#region ? this.#length + 2 : this.#length;
  }

  /** Give the first span that is not white space alone, and start it behind its white space. */
  #trimStart(from: number, to: number): number {
    const cells = this.#cells;
    const units = this.#units;
    const base = this.#base;
    for (let at = from; at < to; at += 2) {
      const end = cells[at + 1] as number;
      let start = cells[at] as number;
      while (start < end && isSpace(units[base + start] as number)) start++;
      if (start < end) {
        cells[at] = start;
        return at;
      }
    }
    return to;
  }

  /** Give where the last span ends that is not white space alone, and end it before its white space. */
  #trimEnd(from: number, to: number): number {
    const cells = this.#cells;
    const units = this.#units;
    const base = this.#base;
    for (let at = to - 2; at >= from; at -= 2) {
      const start = cells[at] as number;
      let end = cells[at + 1] as number;
      while (end > start && isSpace(units[base + end - 1] as number)) end--;
      if (end > start) {
        cells[at + 1] = end;
        return at + 2;
      }
    }
    return from;
  }

  #hasWord(from: number, to: number): boolean {
    const cells = this.#cells;
    const units = this.#units;
    const base = this.#base;
    for (let at = from; at < to; at += 2) {
      const end = base + (cells[at + 1] as number);
      for (let offset = base + (cells[at] as number); offset < end; offset++) {
        const unit = units[offset] as number;
        if (unit >= 128 || isAlphanumeric(unit)) return true;
      }
    }
    return false;
  }
}

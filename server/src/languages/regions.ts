import type { Span } from '../text/span';

/**
 * What a region is to a reader. Hovers answer in all of them; checks of wording read `prose`, `heading`, `quotation`
 * and `comment` alone.
 *
 * - `prose`: running text (a paragraph, a list item, a table cell, a YAML value of several words);
 * - `heading`: a title, where capitals follow other rules;
 * - `quotation`: text in a block quote, somebody else's words;
 * - `comment`: text behind `#` in YAML, and between `<!--` and `-->` in Markdown;
 * - `code`: inline code in Markdown, and YAML in a code block;
 * - `key`: a key of a YAML mapping;
 * - `identifier`: a YAML value of one word, such as `Deployment` in `kind: Deployment`.
 */
export type RegionKind = (typeof regionKinds)[number];

/** The kinds of regions; in packed regions a kind is its place in this list. */
export const regionKinds = ['prose', 'heading', 'quotation', 'comment', 'code', 'key', 'identifier'] as const;

/**
 * Text of a document that reads as one run of words. Its spans, put together in order, are what a reader reads: markup
 * between words (`**`, `> ` at the start of a line) lies outside of them, the line end that separates two words lies
 * inside. Nothing joins two regions: a term never reaches from one into the next.
 */
export interface Region {
  readonly kind: RegionKind;
  /**
   * Sorted and disjoint. An empty one, never the first or the last, reads as white space: that which the source writes in
   * another way there (`&nbsp;`, `<br>`).
   */
  readonly spans: readonly [Span, ...Span[]];
}

/**
 * Regions in source order, each one's first span behind the start of the previous one's, packed without an object for any
 * of them: for each region the number of its kind, how many spans it has, then their starts and ends.
 */
export type PackedRegions = Int32Array;

/** Unpack regions, `shift` added to their offsets. */
export function unpackRegions(packed: PackedRegions, shift = 0): readonly Region[] {
  const regions: Region[] = [];
  let at = 0;
  while (at < packed.length) {
    const kind = regionKinds[packed[at] ?? 0] ?? 'prose';
    const end = at + 2 + 2 * (packed[at + 1] ?? 0);
    const spans: Span[] = [];
    for (at += 2; at < end; at += 2)
      spans.push({ start: shift + (packed[at] ?? 0), end: shift + (packed[at + 1] ?? 0) });
    const [first, ...others] = spans;
    if (first !== undefined) regions.push({ kind, spans: [first, ...others] });
  }
  return regions;
}

/** Pack regions. */
export function packRegions(regions: readonly Region[]): PackedRegions {
  return Int32Array.from(
    regions.flatMap(({ kind, spans }) => [
      regionKinds.indexOf(kind),
      spans.length,
      ...spans.flatMap(({ start, end }) => [start, end]),
    ]),
  );
}

/** Cells that a writer has room for at first. */
const FIRST_CELLS = 1024;

/** Packs regions, one after the other, without an object for any of them. Used again and again: `take` empties it. */
export class RegionWriter {
  #cells = new Int32Array(FIRST_CELLS);
  /** Cells in use. */
  #length = 0;
  /** Where the region at hand starts. */
  #region = 0;

  /** Start a region. */
  begin(kind: RegionKind): void {
    this.#region = this.#length;
    this.#reserve();
    this.#cells[this.#length] = numberOf(kind);
    this.#length += 2;
  }

  /** Add a span to the region, behind the spans that it has; one that touches the last goes on with it, an empty one is none. */
  span(start: number, end: number): void {
    if (start >= end) return;
    const length = this.#length;
    if (length > this.#region + 2 && this.#cells[length - 1] === start) {
      this.#cells[length - 1] = end;
      return;
    }
    this.#reserve();
    this.#cells[length] = start;
    this.#cells[length + 1] = end;
    this.#length = length + 2;
  }

  /** End the region; one without spans is none. */
  end(): void {
    const spans = (this.#length - this.#region - 2) >> 1;
    if (spans === 0) this.#length = this.#region;
    else this.#cells[this.#region + 1] = spans;
  }

  /** Write a region of one span. */
  region(kind: RegionKind, start: number, end: number): void {
    const length = this.#length;
    if (length + 4 > this.#cells.length) this.#grow();
    const cells = this.#cells;
    cells[length] = numberOf(kind);
    cells[length + 1] = 1;
    cells[length + 2] = start;
    cells[length + 3] = end;
    this.#length = length + 4;
  }

  /** Give a mark of what is written so far, between two regions. */
  mark(): number {
    return this.#length;
  }

  /** Drop what was written behind a mark. */
  rollback(mark: number): void {
    this.#length = mark;
  }

  /** Make all regions behind a mark ones of a kind. */
  setKind(mark: number, kind: RegionKind): void {
    for (let at = mark; at < this.#length; at += 2 + 2 * (this.#cells[at + 1] ?? 0)) {
      this.#cells[at] = numberOf(kind);
    }
  }

  /** Give the regions, and start anew. */
  take(): PackedRegions {
    const regions = this.#cells.slice(0, this.#length);
    this.#length = 0;
    return regions;
  }

  /** Make room for two more cells. */
  #reserve(): void {
    if (this.#length + 2 > this.#cells.length) this.#grow();
  }

  #grow(): void {
    const cells = new Int32Array(this.#cells.length * 2);
    cells.set(this.#cells);
    this.#cells = cells;
  }
}

/** The place of a kind in the list, told without a look into it: it is asked for with each region. */
function numberOf(kind: RegionKind): number {
  switch (kind) {
    case 'prose':
      return 0;
    case 'heading':
      return 1;
    case 'quotation':
      return 2;
    case 'comment':
      return 3;
    case 'code':
      return 4;
    case 'key':
      return 5;
    case 'identifier':
      return 6;
  }
}

import type { Span } from '../text/span';

/**
 * What a region is to a reader. Hovers answer in all of them; checks of wording read `prose`, `heading`, `quotation`
 * and `comment` alone.
 *
 * - `prose`: running text (a paragraph, a list item, a table cell, a YAML value of several words);
 * - `heading`: a title, where capitals follow other rules;
 * - `quotation`: text in a block quote, somebody else's words;
 * - `comment`: text behind `#` in YAML;
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
  /** Sorted, disjoint, not empty. */
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

import { regionsOf } from '../languages/document';
import type { Language } from '../languages/language';
import type { RegionKind } from '../languages/regions';
import type { Sense } from '../terminology/concept';
import type { TermIndex } from '../terminology/termIndex';
import { SourceReader } from '../text/source';
import type { Span } from '../text/span';
import { readRegion } from './reading';

/** A place in a document where a term is used. */
export interface Occurrence {
  readonly span: Span;
  readonly region: RegionKind;
  /** What the term may mean here, nearest glossary first. */
  readonly senses: readonly [Sense, ...Sense[]];
}

/**
 * Find where the terms of `index` are used in `text`, in source order and disjoint: the leftmost longest term wins, and
 * no term reaches from one region into another. Linear in the length of the text.
 */
export function findOccurrences(text: string, language: Language, index: TermIndex): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (const region of regionsOf(text, language, new SourceReader())) {
    const reading = readRegion(text, region);
    for (const { start, end, senses } of index.matchesIn(reading.text)) {
      occurrences.push({ span: reading.sourceSpan(start, end), region: region.kind, senses });
    }
  }
  return occurrences;
}

/** Find the occurrence at `offset`, its end included; of two that meet there, the one that begins there. */
export function occurrenceAt(occurrences: readonly Occurrence[], offset: number): Occurrence | undefined {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const occurrence = occurrences[middle];
    if (occurrence !== undefined && occurrence.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  const candidate = occurrences[low - 1];
  return candidate !== undefined && offset <= candidate.span.end ? candidate : undefined;
}

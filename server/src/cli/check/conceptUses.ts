import type { Occurrences } from '../../analysis/occurrences';
import { asWritten } from '../../terminology/mergedConcept';
import type { Terminology } from '../../terminology/terminology';

/** The concepts that a document uses: for each glossary, by its URI, their ids. Plain data. */
export type ConceptUses = readonly (readonly [glossary: string, ids: readonly string[]])[];

/** List the concepts of `glossaries`, by their URIs, that occur anywhere in a document; a glossary of which none does stands there, too. */
export function conceptUses(
  occurrences: Occurrences,
  terminology: Terminology,
  glossaries: ReadonlySet<string>,
): ConceptUses {
  const used = new Map([...glossaries].map((uri) => [uri, new Set<string>()]));
  for (const { senses } of occurrences) {
    for (const { concept } of senses) {
      // Who reads a concept that adds to another reads the other.
      for (const part of asWritten(concept)) used.get(terminology.glossaryOf(part)?.uri ?? '')?.add(part.id);
    }
  }
  return [...used].map(([uri, ids]) => [uri, [...ids]]);
}

/** Put together what several documents use. */
export function joinUses(documents: Iterable<ConceptUses>): ReadonlyMap<string, ReadonlySet<string>> {
  const joined = new Map<string, Set<string>>();
  for (const uses of documents) {
    for (const [uri, ids] of uses) {
      const known = joined.get(uri) ?? new Set();
      for (const id of ids) known.add(id);
      joined.set(uri, known);
    }
  }
  return joined;
}

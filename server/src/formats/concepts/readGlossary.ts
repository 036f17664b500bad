import type { Concept } from '../../terminology/concept';
import { createGlossary, type Glossary, type Owner } from '../../terminology/glossary';
import type { ConceptPlaces, GlossarySource, ReadGlossary } from '../format';
import type { Problems } from '../problems';
import { settleConcepts } from './conceptList';
import type { ConceptRecord } from './conceptRecord';

/** What a file says of itself. */
export interface GlossaryHead {
  /** Undefined where it does not name itself. */
  readonly name: string | undefined;
  /** BCP 47, canonical. */
  readonly language: string;
  readonly owner?: Owner;
  /** How its author would have the capitals of a term bind; left out where the format has no way to say so. */
  readonly caseAdvice?: string;
}

/** Make the glossary of a file of its records, and tell where things stand; `problems` has those of the records already. */
export function glossaryOf(
  { name, caseAdvice, ...head }: GlossaryHead,
  records: readonly ConceptRecord[],
  source: GlossarySource,
  problems: Problems,
): ReadGlossary & { readonly glossary: Glossary } {
  const { uri, defaultName } = source;
  const concepts = settleConcepts(records, source, problems, caseAdvice);
  const kept = recordsOf(concepts, records);
  return {
    glossary: createGlossary({ uri, name: name ?? defaultName, concepts, ...head }),
    problems: problems.list(),
    relatedNames: kept.flatMap(({ related }) => related.map(({ text, span }) => ({ name: text, span }))),
    places: placesOf(kept),
  };
}

/** Give the records of the concepts that stayed. */
function recordsOf(concepts: readonly Concept[], records: readonly ConceptRecord[]): readonly ConceptRecord[] {
  if (concepts.length === records.length) return records;
  const kept = new Set(concepts.map(({ origin }) => origin.span));
  return records.filter(({ span }) => kept.has(span));
}

function placesOf(records: readonly ConceptRecord[]): ConceptPlaces {
  const places = new Int32Array(4 * records.length);
  for (const [number, { terms, definitionSpan }] of records.entries()) {
    const { span } = terms[0];
    places.set([span.start, span.end, definitionSpan.start, definitionSpan.end], 4 * number);
  }
  return places;
}

import type { Concept } from './concept';
import type { Glossary } from './glossary';
import { applyPrecedence, type CountingGlossary, sharedIds } from './precedence';
import { createVocabulary, type GlossaryTerms, indexTerms, type Vocabulary } from './vocabulary';

/** Everything that the glossaries which apply to a document say. Immutable. */
export interface Terminology {
  /** The nearest first, each without the concepts that a nearer one replaces, and with those that it adds to. */
  readonly glossaries: readonly Glossary[];
  /** The same as they were given: with all their concepts, as they are written. */
  readonly given: readonly Glossary[];
  /** Their terms. */
  readonly vocabulary: Vocabulary;
  /** Find the concept that an id or a term names, as seen from the glossary at `from`: first there, then from near to far. */
  find(name: string, from?: string): Concept | undefined;
  /** Name the glossary of a concept: of one that was given, or of one that counts. */
  glossaryOf(concept: Concept): Glossary | undefined;
  /** Tell whether a farther glossary has a concept of the id that one of the glossary at `from` has. */
  hasFarther(id: string, from: string): boolean;
}

/**
 * Put glossaries together, the nearest first. Of concepts with one id the nearest counts, which replaces the others or adds to
 * them; of concepts with one term all do. `termsOf` gives the indexed terms of a glossary, which are shared. A glossary that
 * `takesPart` leaves out is not searched, but others still add to its concepts.
 */
export function createTerminology(
  given: readonly Glossary[],
  termsOf: (glossary: Glossary) => GlossaryTerms = indexTerms,
  takesPart: (glossary: Glossary) => boolean = () => true,
): Terminology {
  const shared = sharedIds(given);
  const counting = applyPrecedence(given, shared).filter((glossary) => takesPart(glossary.given));
  const glossaries = counting.map(({ glossary }) => glossary);

  function find(name: string, from?: string): Concept | undefined {
    const own = glossaries.filter(({ uri }) => uri === from);
    for (const glossary of [...own, ...glossaries]) {
      const concept = glossary.find(name);
      if (concept !== undefined) return concept;
    }
    return undefined;
  }

  return {
    glossaries,
    given,
    vocabulary: createVocabulary(counting.map((glossary) => countingTerms(glossary, termsOf))),
    find,
    glossaryOf: (concept) => glossaries.find((glossary) => glossary.holds(concept)),
    hasFarther: (id, from) => {
      const places = shared.get(id) ?? [];
      const own = places.findIndex(({ rank }) => given[rank]?.uri === from);
      return own >= 0 && own + 1 < places.length;
    },
  };
}

/** The index of a glossary is that of all its terms: what is hidden of them is left out where they are read. */
function countingTerms(
  { given, glossary, hidden, isMerged }: CountingGlossary,
  termsOf: (glossary: Glossary) => GlossaryTerms,
): GlossaryTerms {
  if (isMerged) return termsOf(glossary);
  const terms = termsOf(given);
  return hidden.size === 0 ? terms : { ...terms, hidden: hiddenTerms(terms, hidden) };
}

function hiddenTerms({ count, owner }: GlossaryTerms, hidden: ReadonlySet<number>): Uint8Array {
  const marks = new Uint8Array(count);
  for (let term = 0; term < count; term++) if (hidden.has(owner(term))) marks[term] = 1;
  return marks;
}

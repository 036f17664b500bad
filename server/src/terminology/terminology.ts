import type { Concept } from './concept';
import type { Glossary } from './glossary';
import { createVocabulary, type GlossaryTerms, indexTerms, type Vocabulary } from './vocabulary';

/** Everything that the glossaries which apply to a document say. Immutable. */
export interface Terminology {
  /** The nearest first. */
  readonly glossaries: readonly Glossary[];
  /** Their terms. */
  readonly vocabulary: Vocabulary;
  /** Find the concept that an id or a term names, as seen from the glossary at `from`: first there, then from near to far. */
  find(name: string, from?: string): Concept | undefined;
  /** Name the glossary of a concept. */
  glossaryOf(concept: Concept): Glossary | undefined;
}

/** Put glossaries together, the nearest first; `termsOf` gives the indexed terms of each. */
export function createTerminology(
  glossaries: readonly Glossary[],
  termsOf: (glossary: Glossary) => GlossaryTerms = indexTerms,
): Terminology {
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
    vocabulary: createVocabulary(glossaries.map((glossary) => termsOf(glossary))),
    find,
    glossaryOf: (concept) => glossaries.find((glossary) => glossary.holds(concept)),
  };
}

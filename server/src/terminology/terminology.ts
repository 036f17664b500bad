import type { Concept, Sense } from './concept';
import type { Glossary } from './glossary';
import { createTermIndex, type IndexedSense, type TermIndex } from './termIndex';

/** Everything that the glossaries which apply to a document say. Immutable. */
export interface Terminology {
  /** The nearest first. */
  readonly glossaries: readonly Glossary[];
  readonly index: TermIndex;
  /** Find the concept that an id or a term names, as seen from the glossary at `from`: first there, then from near to far. */
  find(name: string, from?: string): Concept | undefined;
  /** Name the glossary of a concept. */
  glossaryOf(concept: Concept): Glossary | undefined;
}

/** Put glossaries together, the nearest first. */
export function createTerminology(glossaries: readonly Glossary[]): Terminology {
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
    index: createTermIndex(glossaries.flatMap(sensesOf)),
    find,
    glossaryOf: (concept) => glossaries.find((glossary) => glossary.holds(concept)),
  };
}

function sensesOf(glossary: Glossary): readonly IndexedSense[] {
  const senses: IndexedSense[] = [];
  for (const concept of glossary.concepts) {
    for (const term of concept.terms) {
      const sense: Sense = { concept, term, glossary: glossary.name };
      senses.push({ sense, language: glossary.language });
    }
  }
  return senses;
}

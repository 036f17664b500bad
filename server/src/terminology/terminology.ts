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
  const homes = new Map(
    glossaries.flatMap((glossary) => glossary.concepts.map((concept) => [concept, glossary] as const)),
  );
  /** Made when the first concept of a glossary is asked for by name: finding terms in a text does without. */
  const names = new Map<Glossary, ReadonlyMap<string, Concept>>();

  function namesOf(glossary: Glossary): ReadonlyMap<string, Concept> {
    const known = names.get(glossary) ?? nameConcepts(glossary);
    names.set(glossary, known);
    return known;
  }

  function find(name: string, from?: string): Concept | undefined {
    const key = nameKey(name);
    const own = glossaries.filter(({ uri }) => uri === from);
    for (const glossary of [...own, ...glossaries]) {
      const concept = namesOf(glossary).get(key);
      if (concept !== undefined) return concept;
    }
    return undefined;
  }

  return {
    glossaries,
    vocabulary: createVocabulary(glossaries.map((glossary) => termsOf(glossary))),
    find,
    glossaryOf: (concept) => homes.get(concept),
  };
}

/** Ids win over terms, and of two concepts the one written first wins. */
function nameConcepts(glossary: Glossary): ReadonlyMap<string, Concept> {
  const names = new Map<string, Concept>();
  const claim = (name: string, concept: Concept) => {
    const key = nameKey(name);
    if (!names.has(key)) names.set(key, concept);
  };
  for (const concept of glossary.concepts) claim(concept.id, concept);
  for (const concept of glossary.concepts) {
    for (const term of concept.terms) claim(term.text, concept);
  }
  return names;
}

/** Names are compared without regard to case, white space, hyphens and underscores. */
function nameKey(name: string): string {
  return name.replace(/[\s_-]/gu, '').toLowerCase();
}

import type { Concept } from '../../terminology/concept';
import { createDistinctIds } from '../../terminology/distinctIds';
import type { Glossary, GlossaryContent } from '../../terminology/glossary';

/** Several glossaries as one. */
export interface OneGlossary extends GlossaryContent {
  /** How many concepts got another id, as another file has one with theirs. */
  readonly renamed: number;
  /** Languages of others than the first, each once. */
  readonly otherLanguages: readonly string[];
}

/**
 * Put glossaries together, in the language of the first, under the name that all have, or else `name`. An id that is taken gets a
 * number behind it, and so do the names of related concepts in its own file.
 */
export function oneGlossary(glossaries: readonly Glossary[], name: string): OneGlossary {
  const [first] = glossaries;
  const distinct = createDistinctIds();
  const concepts: Concept[] = [];
  let renamed = 0;
  for (const glossary of glossaries) {
    const own = distinct(glossary.concepts);
    renamed += own.renamed.size;
    for (const concept of own.concepts) concepts.push(concept);
  }
  const language = first?.language ?? 'en';
  const languages = new Set(glossaries.map((glossary) => glossary.language));
  languages.delete(language);
  const isOneName = glossaries.every((glossary) => glossary.name === first?.name);
  const owner = glossaries.length === 1 ? first?.owner : undefined;
  return {
    uri: first?.uri ?? '',
    name: isOneName ? (first?.name ?? name) : name,
    language,
    ...(owner === undefined ? {} : { owner }),
    concepts,
    renamed,
    otherLanguages: [...languages],
  };
}

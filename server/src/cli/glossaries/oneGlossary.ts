import type { Concept } from '../../terminology/concept';
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
  const taken = new Set<string>();
  const concepts: Concept[] = [];
  let renamed = 0;
  for (const glossary of glossaries) {
    const others = newIds(glossary.concepts, taken);
    renamed += others.size;
    for (const concept of glossary.concepts)
      concepts.push(others.size === 0 ? concept : renamedConcept(concept, others));
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

/** Give ids that are taken another, and take them all. */
function newIds(concepts: readonly Concept[], taken: Set<string>): ReadonlyMap<string, string> {
  const own = new Set(concepts.map(({ id }) => id));
  const others = new Map<string, string>();
  for (const { id } of concepts) {
    if (!taken.has(id)) continue;
    let number = 2;
    while (taken.has(`${id}-${number}`) || own.has(`${id}-${number}`)) number++;
    others.set(id, `${id}-${number}`);
  }
  for (const { id } of concepts) taken.add(others.get(id) ?? id);
  return others;
}

function renamedConcept(concept: Concept, others: ReadonlyMap<string, string>): Concept {
  const id = others.get(concept.id) ?? concept.id;
  return { ...concept, id, related: concept.related.map((name) => others.get(name) ?? name) };
}

import type { Concept } from './concept';

/** The concepts of a file, each with an id that no file before it has. */
export interface DistinctConcepts {
  /** In the order in which they were given; the same list where no id was taken. */
  readonly concepts: readonly Concept[];
  /** The new id of each one that was taken. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Start to put the concepts of several files together, file by file. An id that is taken gets the next number that is free
 * behind it, and so do the names of related concepts in its own file.
 */
export function createDistinctIds(): (concepts: readonly Concept[]) => DistinctConcepts {
  const taken = new Set<string>();
  /** The last number that each id got: hundreds of files may have one. */
  const numbers = new Map<string, number>();
  return (concepts) => {
    const own = new Set(concepts.map(({ id }) => id));
    const renamed = new Map<string, string>();
    for (const { id } of concepts) {
      if (!taken.has(id)) continue;
      let number = numbers.get(id) ?? 1;
      do number++;
      while (taken.has(`${id}-${number}`) || own.has(`${id}-${number}`));
      numbers.set(id, number);
      renamed.set(id, `${id}-${number}`);
    }
    for (const { id } of concepts) taken.add(renamed.get(id) ?? id);
    return { concepts: renamed.size === 0 ? concepts : concepts.map((concept) => withIds(concept, renamed)), renamed };
  };
}

function withIds(concept: Concept, renamed: ReadonlyMap<string, string>): Concept {
  const id = renamed.get(concept.id) ?? concept.id;
  if (id === concept.id && !concept.related.some((name) => renamed.has(name))) return concept;
  return { ...concept, id, related: concept.related.map((name) => renamed.get(name) ?? name) };
}

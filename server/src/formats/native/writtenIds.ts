import type { Concept } from '../../terminology/concept';
import { createSlugs, slugOf } from '../concepts/slug';

/** Tell which concepts have to say their id: those for which a reader would make another of the preferred term. */
export function idsToWrite(concepts: readonly Concept[]): ReadonlySet<Concept> {
  // An id that is just that of its term is nobody else's, so that no other concept gets in its way.
  const safe = new Set(concepts.filter(({ id, terms: [{ text }] }) => slugOf(text) !== id));
  const shorter = withNumbersLeftOut(concepts);
  return shorter.size < safe.size && isRead(concepts, shorter) ? shorter : safe;
}

/** As few as may be: a reader numbers concepts of one name, `pod`, `pod-2`, and such an id need not be written either. */
function withNumbersLeftOut(concepts: readonly Concept[]): ReadonlySet<Concept> {
  const written = new Set(concepts.filter(({ id, terms: [{ text }] }) => !isNumbered(id, slugOf(text))));
  const slug = createSlugs(new Set([...written].map(({ id }) => id)));
  for (const concept of concepts) {
    if (!written.has(concept) && slug(concept.terms[0].text) !== concept.id) written.add(concept);
  }
  return written;
}

function isNumbered(id: string, slug: string): boolean {
  return id === slug || (id.startsWith(`${slug}-`) && /^\d+$/.test(id.slice(slug.length + 1)));
}

function isRead(concepts: readonly Concept[], written: ReadonlySet<Concept>): boolean {
  const slug = createSlugs(new Set([...written].map(({ id }) => id)));
  return concepts.every((concept) => written.has(concept) || slug(concept.terms[0].text) === concept.id);
}

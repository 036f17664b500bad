import type { Glossary } from '../../server/src/terminology/glossary';
import type { MarkedCorpus, MarkedDocument } from './corpus';

/**
 * Give the entries of a glossary the links by which their pages lead to each other, as a description has them. What the page
 * `except` says is left out: what is measured on a page must not have been learned from it.
 */
export function withLinkTexts({ glossary, documents }: MarkedCorpus, except?: MarkedDocument): Glossary {
  const links = new Map<string, string[]>();
  for (const { text, marks, entryId } of documents) {
    if (entryId === undefined || entryId === except?.entryId) continue;
    const own = links.get(entryId) ?? [];
    own.push(...marks.map(({ span, conceptId }) => `[${text.slice(span.start, span.end)}](#${conceptId})`));
    links.set(entryId, own);
  }
  const concepts = glossary.concepts.map((concept) => ({
    ...concept,
    description: (links.get(concept.id) ?? []).join(' '),
  }));
  return { ...glossary, concepts };
}

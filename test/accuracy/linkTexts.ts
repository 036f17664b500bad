import { findOccurrences } from '../../server/src/analysis/occurrences';
import type { Concept } from '../../server/src/terminology/concept';
import type { Glossary } from '../../server/src/terminology/glossary';
import { createTerminology } from '../../server/src/terminology/terminology';
import { plain } from '../support/plain';
import { stemmedTerms } from '../support/stemmedTerms';
import type { MarkedCorpus, MarkedDocument } from './corpus';

/**
 * Give each entry of a glossary the texts with which other entries link to it as further names. A text that is a name
 * already, that links to two entries, or that holds a parenthesis is left out, and so is everything that the page `except`
 * says: what is measured on a page must not have been learned from it.
 */
export function withLinkTexts(corpus: MarkedCorpus, except?: MarkedDocument): Glossary {
  const { vocabulary } = createTerminology([corpus.glossary], stemmedTerms);
  const targets = new Map<string, Set<string>>();
  for (const { text, marks, entryId } of corpus.documents) {
    if (entryId === undefined || entryId === except?.entryId) continue;
    for (const { span, conceptId } of marks) {
      const shown = text.slice(span.start, span.end).replace(/\s+/gu, ' ').toLowerCase();
      const ids = targets.get(shown) ?? new Set<string>();
      targets.set(shown, ids.add(conceptId));
    }
  }
  const additions = new Map<string, string[]>();
  for (const [shown, ids] of targets) {
    const [id] = ids;
    const isName = [...findOccurrences(shown, plain, vocabulary)].some(
      ({ span }) => span.start === 0 && span.end === shown.length,
    );
    if (id === undefined || ids.size > 1 || isName || /[()（）]/u.test(shown)) continue;
    additions.set(id, [...(additions.get(id) ?? []), shown]);
  }
  return { ...corpus.glossary, concepts: corpus.glossary.concepts.map((concept) => withNames(concept, additions)) };
}

function withNames(concept: Concept, additions: ReadonlyMap<string, readonly string[]>): Concept {
  const texts = additions.get(concept.id) ?? [];
  const [preferred, ...others] = concept.terms;
  const added = texts.map((text) => ({ text, status: 'admitted', kind: 'variant', caseRule: 'auto' }) as const);
  return { ...concept, terms: [preferred, ...others, ...added] };
}

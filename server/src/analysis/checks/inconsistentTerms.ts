import type { Concept, Sense } from '../../terminology/concept';
import type { TermUse } from '../checkedDocument';
import { conceptPlace } from '../relatedPlaces';
import { replacementFixes } from '../replacement';
import { onOneLine } from '../usePlace';
import type { DocumentCheck } from './check';

/** Two terms for one concept in a document, neither of them to be avoided. An abbreviation beside its long form is no second term. */
export const inconsistentTerms: DocumentCheck = {
  name: 'inconsistent-terms',
  scope: 'document',
  // Many documents name a synonym on purpose.
  defaultSeverity: 'off',
  summary: 'Two terms for one concept in a document',
  *find(document) {
    const used = termsByConcept(document.uses);
    for (const use of document.uses) {
      const [sense] = use.senses;
      const [preferred] = sense.concept.terms;
      const terms = used.get(sense.concept);
      if (!isSynonym(sense) || sense.term === preferred || terms === undefined || terms.size < 2) continue;
      const others = [...terms].filter((term) => term !== sense.term.text);
      yield {
        span: use.span,
        message: `"${onOneLine(use)}" is called "${others[0]}" elsewhere in this document: use "${preferred.text}" throughout`,
        fixes: replacementFixes(use, sense.term, preferred, document),
        related: [conceptPlace(sense)],
      };
    }
  },
};

/** What other checks do not tell: deprecated terms have one of their own. */
function isSynonym({ term }: Sense): boolean {
  return term.kind !== 'abbreviation' && term.status !== 'deprecated' && term.derived === undefined;
}

function termsByConcept(uses: readonly TermUse[]): ReadonlyMap<Concept, ReadonlySet<string>> {
  const terms = new Map<Concept, Set<string>>();
  for (const { senses } of uses) {
    const [sense] = senses;
    if (!isSynonym(sense)) continue;
    const known = terms.get(sense.concept) ?? new Set();
    known.add(sense.term.text);
    terms.set(sense.concept, known);
  }
  return terms;
}

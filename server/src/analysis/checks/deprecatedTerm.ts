import type { Sense, Term } from '../../terminology/concept';
import { conceptPlace } from '../relatedPlaces';
import { replacementFixes } from '../replacement';
import { onOneLine } from '../usePlace';
import type { UseCheck } from './check';

/** Terms under `avoid`, in whatever form. A term that another concept of the team may be called by is none of them. */
export const deprecatedTerm: UseCheck = {
  name: 'deprecated-term',
  scope: 'use',
  defaultSeverity: 'warning',
  summary: 'A term that the glossary says to avoid',
  judge(use, document) {
    const [sense] = use.senses;
    const { concept } = sense;
    const term = avoidedTerm(use.text, sense);
    const isFine = use.senses.some((other) => avoidedTerm(use.text, other) === undefined);
    if (term === undefined || isFine) return undefined;
    const [preferred] = concept.terms;
    return {
      span: use.span,
      message: `Use "${preferred.text}" instead of "${onOneLine(use)}"${reasonOf(term)}`,
      fixes: replacementFixes(use, term, preferred, document),
      related: [conceptPlace(sense)],
      isDeprecated: true,
    };
  },
};

/** Where the capitals alone are wrong (`Github`), the preferred term reads alike: the one that is written so is meant. */
function avoidedTerm(text: string, { concept, term }: Sense): Term | undefined {
  const written = concept.terms.find((other) => other.text === text) ?? term;
  return written.status === 'deprecated' ? written : undefined;
}

function reasonOf({ reason }: Term): string {
  return reason === undefined ? '' : `: ${reason.replace(/\.$/, '')}`;
}

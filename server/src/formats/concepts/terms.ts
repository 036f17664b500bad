import type { Term, TermKind, TermStatus } from '../../terminology/concept';
import { splitName } from '../../terminology/nameParts';
import type { Span } from '../../text/span';
import { splitEdges } from '../../text/words';
import type { LocatedTerm } from './conceptRecord';

/** Tell whether a text can be a term: what separates words, or is not seen at all, would be found everywhere or nowhere. */
export function isUsableTerm(text: string): boolean {
  const { core } = splitEdges(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(core);
}

/** Make a term of a format that says no more of it. */
export function locatedTerm(text: string, span: Span, status: TermStatus, kind: TermKind): LocatedTerm {
  const term: Term = { text, status, kind, caseRule: 'auto' };
  return { term, span };
}

/**
 * Make the terms that a title says, the preferred one first: "Role-Based Access Control (RBAC)" has an abbreviation,
 * "Property (CSS)" none. `disambiguator` is what tells it apart from others with its name. See `splitName`.
 */
export function titleTerms(
  title: string,
  span: Span,
  id?: string,
): { readonly terms: readonly [LocatedTerm, ...LocatedTerm[]]; readonly disambiguator?: string } {
  const { name, abbreviation, others, disambiguator } = splitName(title, id);
  return {
    terms: [
      locatedTerm(name, span, 'preferred', 'full'),
      ...(abbreviation === undefined ? [] : [locatedTerm(abbreviation, span, 'admitted', 'abbreviation')]),
      ...others.map((other) => locatedTerm(other, span, 'admitted', 'variant')),
    ],
    ...(disambiguator === undefined ? {} : { disambiguator }),
  };
}

import { findInWords } from '../terminology/vocabulary';
import type { CheckedDocument, DocumentMention } from './checkedDocument';
import { isKnownAbbreviation } from './knownAbbreviations';

/** Group the mentions of a document by what they mention, in the order of the first ones. */
export function mentionsByAbbreviation({
  mentions,
}: Pick<CheckedDocument, 'mentions'>): ReadonlyMap<string, readonly DocumentMention[]> {
  const groups = new Map<string, DocumentMention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.abbreviation);
    if (group === undefined) groups.set(mention.abbreviation, [mention]);
    else group.push(mention);
  }
  return groups;
}

/** Tell whether readers need no explanation: everybody knows the abbreviation, or the policy says that its readers do. */
export function isFamiliar(abbreviation: string, { policy }: Pick<CheckedDocument, 'policy'>): boolean {
  return policy.acceptedAbbreviations.has(abbreviation) || isKnownAbbreviation(abbreviation);
}

/** Tell whether a glossary explains an abbreviation, the shipped one included. */
export function isListed(abbreviation: string, { terminology }: Pick<CheckedDocument, 'terminology'>): boolean {
  if (terminology.find(abbreviation) !== undefined) return true;
  return findInWords(abbreviation, terminology.vocabulary).some(
    ({ start, end }) => start === 0 && end === abbreviation.length,
  );
}

/** Tell whether a mention is read with the others: a comment in Markdown is not seen on the page. */
export function isSeen(
  { region }: Pick<DocumentMention, 'region'>,
  { language }: Pick<CheckedDocument, 'language'>,
): boolean {
  return region !== 'comment' || language.id !== 'markdown';
}

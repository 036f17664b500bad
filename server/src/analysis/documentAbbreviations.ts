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

/** Tell whether a mention is a part of a longer term of a glossary, the shipped one included: `CAP` in _CAP theorem_. */
export function isInTerm(
  { span }: DocumentMention,
  { text, terminology }: Pick<CheckedDocument, 'text' | 'terminology'>,
): boolean {
  const from = Math.max(0, span.start - NEIGHBOURHOOD);
  const around = text.slice(from, span.end + NEIGHBOURHOOD);
  return findInWords(around, terminology.vocabulary).some(
    ({ start, end }) => from + start < span.end && span.start < from + end,
  );
}

/** How far a term may reach on each side of an abbreviation in it, in UTF-16 units: the longest have a few words. */
const NEIGHBOURHOOD = 60;

/**
 * Make the question whether something is read in the text of a page, one thing after the other: headings are read by
 * themselves, and front matter and the comments of Markdown are not on the page.
 */
export function runningTextOf({
  language,
  text,
}: Pick<CheckedDocument, 'language' | 'text'>): (place: Pick<DocumentMention, 'region' | 'span'>) => boolean {
  if (language.id !== 'markdown') return ({ region }) => region !== 'heading';
  const start = frontMatterEnd(text);
  return ({ region, span }) => region !== 'heading' && region !== 'comment' && span.start >= start;
}

/** Give where the front matter of a Markdown text ends; 0 where it has none. */
function frontMatterEnd(text: string): number {
  const [fence] = /^(?:---|\+\+\+)(?=[ \t]*\r?\n)/u.exec(text) ?? [];
  return fence === undefined ? 0 : Math.max(0, text.indexOf(`\n${fence}`, fence.length));
}

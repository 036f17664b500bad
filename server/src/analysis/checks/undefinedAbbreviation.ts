import type { Sense } from '../../terminology/concept';
import { inForm } from '../../terminology/inflection/wordForms';
import type { Span } from '../../text/span';
import { explanationsIn, isInDirective } from '../abbreviations/explanations';
import { writtenOut } from '../abbreviations/longForms';
import { toldByOtherUses } from '../abbreviations/otherUses';
import type { CheckedDocument, DocumentMention } from '../checkedDocument';
import { isFamiliar, isInTerm, isListed, mentionsByAbbreviation } from '../documentAbbreviations';
import type { Draft, Fix } from '../finding';
import { glossariesUsed, likelySense } from '../glossaryInitials';
import { conceptPlace } from '../relatedPlaces';
import { isPlainText, replaceFix } from '../replacement';
import type { DocumentCheck } from './check';

/** An abbreviation that nobody explains to the reader. Each is told once, where it stands first. */
export const undefinedAbbreviation: DocumentCheck = {
  name: 'undefined-abbreviation',
  scope: 'document',
  readsMentions: true,
  defaultSeverity: 'information',
  summary: 'An abbreviation that neither the document nor a glossary explains',
  *find(document) {
    const { text } = document;
    const unknown = new Map<string, DocumentMention>();
    const isExplainedAt = explanationsIn(text);
    const isExplained = ({ expansion, span }: DocumentMention) => expansion !== undefined || isExplainedAt(span);
    const byAbbreviation = mentionsByAbbreviation(document);
    for (const [abbreviation, mentions] of byAbbreviation) {
      if (isFamiliar(abbreviation, document) || mentions.some(isExplained)) continue;
      const first = mentions.find(({ span }) => !isInDirective(text, span));
      if (first !== undefined && !isListed(abbreviation, document)) unknown.set(abbreviation, first);
    }
    if (unknown.size === 0) return;
    for (const [name, prepare] of searches) {
      const abbreviations = [...unknown.keys()];
      const told = document.searchSections(name, abbreviations.join(' '), () => prepare(abbreviations));
      for (const some of told) for (const abbreviation of some) unknown.delete(abbreviation);
    }
    if (unknown.size === 0) return;
    const glossaries = glossariesUsed(document);
    for (const [abbreviation, { span }] of unknown) {
      const mentions = byAbbreviation.get(abbreviation)?.slice(0, MOST_LOOKED_UP) ?? [];
      if (mentions.some((mention) => isInTerm(mention, document))) continue;
      yield draftFor(abbreviation, span, likelySense(abbreviation, glossaries), document);
    }
  },
};

/** What is looked for in the text of the whole document: after an edit, where it was edited. */
const searches = [
  ['other-uses', toldByOtherUses],
  ['written-out', writtenOut],
] as const;

/** Mentions that are looked up with the words around them: what a longer term has, its first ones tell. */
const MOST_LOOKED_UP = 20;

function draftFor(abbreviation: string, span: Span, likely: Sense | undefined, document: CheckedDocument): Draft {
  const message = `Nothing explains "${abbreviation}", neither this document nor a glossary`;
  if (likely === undefined) return { span, message, abbreviation };
  const fixes = spellingOut(abbreviation, span, likely, document);
  return { span, message, abbreviation, fixes, related: [conceptPlace(likely)] };
}

/** None for a possessive, which no bracket can take. */
function spellingOut(
  abbreviation: string,
  span: Span,
  { term }: Sense,
  { text, language }: CheckedDocument,
): readonly Fix[] {
  const written = text.slice(span.start, span.end);
  const isPlural = written === `${abbreviation}s` || written === `${abbreviation}es`;
  const [longForm] = isPlural || written === abbreviation ? inForm(term, isPlural ? 'plural' : 'base') : [];
  if (longForm === undefined) return [];
  const wording = `${longForm} (${written})`;
  // The same initials are a good guess, and no more: it is not safe.
  return isPlainText(wording, language.id) ? [replaceFix({ span, text: written }, wording, text, false)] : [];
}

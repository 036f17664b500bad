import { inForm } from '../../terminology/inflection/wordForms';
import { isExplainedAt, isInDirective } from '../abbreviations/explanations';
import { writtenOut } from '../abbreviations/longForms';
import { toldByOtherUses } from '../abbreviations/otherUses';
import type { CheckedDocument, DocumentMention } from '../checkedDocument';
import { isFamiliar, isListed, mentionsByAbbreviation } from '../documentAbbreviations';
import type { Draft } from '../finding';
import { likelySense } from '../glossaryInitials';
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
    for (const [abbreviation, mentions] of mentionsByAbbreviation(document)) {
      if (isFamiliar(abbreviation, document) || isExplainedBy(mentions, text)) continue;
      const first = mentions.find(({ span }) => !isInDirective(text, span));
      if (first !== undefined && !isListed(abbreviation, document)) unknown.set(abbreviation, first);
    }
    if (unknown.size === 0) return;
    const told = toldByOtherUses(text, unknown.keys());
    for (const abbreviation of told) unknown.delete(abbreviation);
    const explained = unknown.size === 0 ? told : writtenOut(text, unknown.keys());
    for (const [abbreviation, first] of unknown) {
      if (!explained.has(abbreviation)) yield draftFor(abbreviation, first, document);
    }
  },
};

function isExplainedBy(mentions: readonly DocumentMention[], text: string): boolean {
  return mentions.some(({ expansion, span }) => expansion !== undefined || isExplainedAt(text, span));
}

function draftFor(abbreviation: string, { span }: DocumentMention, document: CheckedDocument): Draft {
  const message = `Nothing explains "${abbreviation}", neither this document nor a glossary`;
  const likely = likelySense(abbreviation, document);
  if (likely === undefined) return { span, message };
  const text = document.text.slice(span.start, span.end);
  const [longForm = likely.term.text] = inForm(likely.term, text === abbreviation ? 'base' : 'plural');
  const wording = `${longForm} (${text})`;
  // The same initials are a good guess, and no more.
  const fix = replaceFix({ span, text }, wording, document.text, false);
  return {
    span,
    message,
    fixes: isPlainText(wording, document.language.id) ? [fix] : [],
    related: [conceptPlace(likely)],
  };
}

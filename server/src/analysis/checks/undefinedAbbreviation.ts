import { findInWords } from '../../terminology/vocabulary';
import { isExplainedAt, isInDirective } from '../abbreviations/explanations';
import { WrittenOut } from '../abbreviations/writtenOut';
import type { CheckedDocument, DocumentMention } from '../checkedDocument';
import type { Draft } from '../finding';
import { isKnownAbbreviation } from '../knownAbbreviations';
import type { DocumentCheck } from './check';

/** Finds abbreviations that neither the document nor a glossary explains. */
export const undefinedAbbreviation: DocumentCheck = {
  name: 'undefined-abbreviation',
  scope: 'document',
  defaultSeverity: 'information',
  summary: 'An abbreviation that neither the document nor a glossary explains',
  *find(document) {
    let writtenOut: WrittenOut | undefined;
    for (const [abbreviation, mentions] of byAbbreviation(document)) {
      const [first] = mentions;
      if (first === undefined || isExplainedElsewhere(abbreviation, document)) continue;
      if (mentions.some((mention) => isExplainedBy(mention, document))) continue;
      writtenOut ??= new WrittenOut(document.text);
      if (!writtenOut.has(abbreviation)) yield draftFor(abbreviation, first);
    }
  },
};

function byAbbreviation({ mentions, text }: CheckedDocument): ReadonlyMap<string, readonly DocumentMention[]> {
  const groups = new Map<string, DocumentMention[]>();
  for (const mention of mentions) {
    if (isInDirective(text, mention.span)) continue;
    const group = groups.get(mention.abbreviation);
    if (group === undefined) groups.set(mention.abbreviation, [mention]);
    else group.push(mention);
  }
  return groups;
}

function isExplainedElsewhere(abbreviation: string, { policy, terminology }: CheckedDocument): boolean {
  if (policy.acceptedAbbreviations.has(abbreviation) || isKnownAbbreviation(abbreviation)) return true;
  if (terminology.find(abbreviation) !== undefined) return true;
  return findInWords(abbreviation, terminology.vocabulary).some(
    ({ start, end }) => start === 0 && end === abbreviation.length,
  );
}

function isExplainedBy({ expansion, span }: DocumentMention, { text }: CheckedDocument): boolean {
  return expansion !== undefined || isExplainedAt(text, span);
}

function draftFor(abbreviation: string, { span }: DocumentMention): Draft {
  return { span, message: `Nothing explains "${abbreviation}": neither this document nor a glossary` };
}

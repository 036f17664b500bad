import type { DocumentMention } from '../checkedDocument';
import { isFamiliar, isListed, mentionsByAbbreviation, runningTextOf } from '../documentAbbreviations';
import type { Fix } from '../finding';
import type { DocumentCheck } from './check';

/** An abbreviation that is introduced behind its long form, and then never used. */
export const unusedAbbreviation: DocumentCheck = {
  name: 'unused-abbreviation',
  scope: 'document',
  readsMentions: true,
  defaultSeverity: 'hint',
  summary: 'An abbreviation that is introduced and never used',
  *find(document) {
    const isInRunningText = runningTextOf(document);
    for (const [abbreviation, [first, second]] of mentionsByAbbreviation(document)) {
      if (first === undefined || second !== undefined || !isIntroduction(first)) continue;
      if (!isInRunningText(first)) continue;
      if (isFamiliar(abbreviation, document) || isUsedElsewhere(abbreviation, first, document.text)) continue;
      // A glossary lists it for people to meet it.
      if (isListed(abbreviation, document)) continue;
      yield {
        span: first.span,
        message: `"${abbreviation}" is introduced here and never used`,
        fixes: removalOf(first, document.text),
      };
    }
  },
};

function isIntroduction({ expansion, span }: DocumentMention): boolean {
  return expansion !== undefined && expansion.span.end <= span.start;
}

/** In code, links and names it counts as used, and in lower case: all that matters is that somebody meets it again. */
function isUsedElsewhere(abbreviation: string, { span }: DocumentMention, text: string): boolean {
  const stretches = [text.slice(0, span.start), text.slice(span.end)];
  const word = abbreviation.toLowerCase();
  return stretches.some((stretch) => stretch.includes(abbreviation) || hasWord(stretch, word));
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[A-Za-z]/u.test(text.charAt(at - 1)) && !/[A-Za-z]/u.test(text.charAt(at + word.length))) return true;
  }
  return false;
}

/** Somebody may look for the abbreviation: whether it goes is for a person to say. */
function removalOf({ expansion, span }: DocumentMention, text: string): readonly Fix[] {
  if (expansion === undefined) return [];
  const removed = { start: expansion.span.end, end: expansion.whole.end };
  const written = text.slice(span.start, span.end);
  if (text.slice(removed.start, removed.end) !== ` (${written})`) return [];
  return [{ title: `Remove "(${written})"`, edits: [{ span: removed, text: '' }], isSafe: false }];
}

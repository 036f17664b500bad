import type { Source } from '../../text/source';
import type { CheckedDocument, DocumentMention } from '../checkedDocument';
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
    const introduced = introducedOnly(document);
    if (introduced.size === 0) return;
    const abbreviations = [...introduced.keys()];
    const counts = new Map<string, number>();
    const inSections = document.searchSections('uses', abbreviations.join(' '), () => usesOf(abbreviations));
    for (const inSection of inSections) {
      for (const [abbreviation, count] of inSection) counts.set(abbreviation, count + (counts.get(abbreviation) ?? 0));
    }
    for (const [abbreviation, mention] of introduced) {
      if ((counts.get(abbreviation) ?? 0) > 1) continue;
      yield {
        span: mention.span,
        message: `"${abbreviation}" is introduced here and never used`,
        fixes: removalOf(mention, document.text),
      };
    }
  },
};

/** List the abbreviations that running text has where they are introduced, and nowhere else. */
function introducedOnly(document: CheckedDocument): ReadonlyMap<string, DocumentMention> {
  const isInRunningText = runningTextOf(document);
  const introduced = new Map<string, DocumentMention>();
  for (const [abbreviation, [first, second]] of mentionsByAbbreviation(document)) {
    if (first === undefined || second !== undefined || !isIntroduction(first)) continue;
    // A glossary lists it for people to meet it.
    if (!isInRunningText(first) || isFamiliar(abbreviation, document) || isListed(abbreviation, document)) continue;
    introduced.set(abbreviation, first);
  }
  return introduced;
}

function isIntroduction({ expansion, span }: DocumentMention): boolean {
  return expansion !== undefined && expansion.span.end <= span.start;
}

/**
 * Make the search for where a source text has abbreviations; it counts them. In code, links and names they count, and as words
 * in lower case: all that matters is that somebody meets them. It is for any number of texts.
 */
function usesOf(abbreviations: readonly string[]): (source: Source) => ReadonlyMap<string, number> {
  return abbreviations.length <= MOST_SEARCHED ? searchFor(abbreviations) : readFor(abbreviations);
}

/** Searching a text for some words is far faster than reading it; for many it is not, and that must stay linear. */
const MOST_SEARCHED = 32;

function searchFor(abbreviations: readonly string[]): (source: Source) => ReadonlyMap<string, number> {
  return ({ text }) => new Map(abbreviations.map((abbreviation) => [abbreviation, countIn(text, abbreviation)]));
}

function countIn(text: string, abbreviation: string): number {
  let count = 0;
  for (let at = text.indexOf(abbreviation); at >= 0; at = text.indexOf(abbreviation, at + 1)) count++;
  const word = abbreviation.toLowerCase();
  if (word === abbreviation) return count;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWord(text, at, at + word.length)) count++;
  }
  return count;
}

function readFor(abbreviations: readonly string[]): (source: Source) => ReadonlyMap<string, number> {
  const lengths = [...new Set(abbreviations.map(({ length }) => length))];
  const initials = new Set(abbreviations.flatMap(([initial = '']) => [initial, initial.toLowerCase()]));
  const known = new Set(abbreviations);
  const byWord = new Map<string, string[]>();
  for (const abbreviation of abbreviations) {
    const word = abbreviation.toLowerCase();
    byWord.set(word, [...(byWord.get(word) ?? []), abbreviation]);
  }
  return ({ text }) => {
    const counts = new Map<string, number>();
    const count = (abbreviation: string) => counts.set(abbreviation, 1 + (counts.get(abbreviation) ?? 0));
    for (let at = 0; at < text.length; at++) {
      if (!initials.has(text.charAt(at))) continue;
      for (const length of lengths) {
        const written = text.slice(at, at + length);
        if (known.has(written)) count(written);
        else if (byWord.has(written) && isWord(text, at, at + length)) byWord.get(written)?.forEach(count);
      }
    }
    return counts;
  };
}

function isWord(source: string, start: number, end: number): boolean {
  return !/[A-Za-z]/u.test(source.charAt(start - 1)) && !/[A-Za-z]/u.test(source.charAt(end));
}

/** Somebody may look for the abbreviation: whether it goes is for a person to say. */
function removalOf({ expansion, span }: DocumentMention, text: string): readonly Fix[] {
  if (expansion === undefined) return [];
  const removed = { start: expansion.span.end, end: expansion.whole.end };
  const written = text.slice(span.start, span.end);
  if (text.slice(removed.start, removed.end) !== ` (${written})`) return [];
  return [{ title: `Remove "(${written})"`, edits: [{ span: removed, text: '' }], isSafe: false }];
}

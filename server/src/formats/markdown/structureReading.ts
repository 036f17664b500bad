import { abbreviates } from '../../terminology/abbreviation';
import type { Span } from '../../text/span';
import type { LocatedTerm } from '../concepts/conceptRecord';
import { isUsableTerm, locatedTerm } from '../concepts/terms';
import { limitMessage } from '../limits';
import type { Problems } from '../problems';
import { type ConceptDraft, type WrittenTerms, writtenTerms } from './draft';
import { plainText } from './inline';

/** What is needed to find concepts in blocks. */
export interface StructureReading {
  /** The text of the page, masked. */
  readonly text: string;
  readonly problems: Problems;
  /** Characters of a term. */
  readonly longest: number;
  readonly columns?: ReadonlyMap<string, string>;
  /** Whether the page calls itself a glossary. */
  readonly isGlossary: boolean;
}

/** Read an abbreviation and what it stands for, or what it means where that is no long form of it. */
export function expansion(short: Span, long: Span, span: Span, reading: StructureReading): readonly ConceptDraft[] {
  const { text, longest } = reading;
  const abbreviation = plainText(text.slice(short.start, short.end)).text;
  const meaning = plainText(text.slice(long.start, Math.min(long.end, long.start + longest + 1))).text;
  if (meaning === '' || !isUsableTerm(abbreviation)) return [];
  const isLongForm = long.end - long.start <= longest && abbreviates(abbreviation, meaning);
  const terms: readonly [LocatedTerm, ...LocatedTerm[]] = isLongForm
    ? [locatedTerm(meaning, long, 'preferred', 'full'), locatedTerm(abbreviation, short, 'admitted', 'abbreviation')]
    : [locatedTerm(abbreviation, short, 'preferred', 'full')];
  return [{ terms, anchors: [], parts: isLongForm ? [] : [long], labelled: [], span }];
}

/** Read the terms in a stretch; one that is too long is told and left out. */
export function termsAt(
  span: Span,
  id: string | undefined,
  { text, problems, longest }: StructureReading,
): WrittenTerms | undefined {
  const length = span.end - span.start;
  const terms = length > 2 * longest ? undefined : writtenTerms(text.slice(span.start, span.end), span, id, longest);
  if (terms === undefined && length > longest) {
    const message = () => limitMessage('This term has too many characters', length, longest, 'it is left out');
    problems.report('too-long', { start: span.start, end: span.start + longest }, message);
  }
  return terms;
}

/** Find the anchor in a cell or heading: `<a id="pod"></a>Pod`. */
export function anchorIn(written: string): string | undefined {
  return /<a\s+(?:id|name)\s*=\s*["']?([^"'<>\s]{1,200})["']?\s*\/?>/i.exec(written.slice(0, 500))?.[1];
}

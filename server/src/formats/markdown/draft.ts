import type { Span } from '../../text/span';
import type { LocatedTerm, LocatedText } from '../concepts/conceptRecord';
import { isUsableTerm, locatedTerm, titleTerms } from '../concepts/terms';
import { plainText } from './inline';
import type { Label } from './labels';

/** A concept as a page says it, before its text is read. */
export interface ConceptDraft {
  readonly terms: readonly [LocatedTerm, ...LocatedTerm[]];
  readonly id?: LocatedText;
  /** Further names by which links of the page lead to it. */
  readonly anchors: readonly string[];
  /** Its text: stretches of the page, the definition first. */
  readonly parts: readonly Span[];
  /** What it says besides, a list each. */
  readonly labelled: readonly Labelled[];
  readonly span: Span;
  /** What stands in brackets behind its name, and is no name. */
  readonly disambiguator?: string;
  /** Its parts are cells of a table, where `|` is escaped. */
  readonly isRow?: true;
}

/** The value of a line that begins with a label, or of a cell. */
export interface Labelled {
  readonly label: Label;
  readonly value: Span;
}

/** The terms in a title. */
export type WrittenTerms = Pick<ConceptDraft, 'terms' | 'disambiguator'>;

/** Read the terms in a title as it is written, its markup and its number in a list off; undefined where it is no term. */
export function writtenTerms(
  written: string,
  span: Span,
  id: string | undefined,
  longest: number,
): WrittenTerms | undefined {
  const { text, isWhole } = plainText(written);
  const title = isWhole ? text : text.replace(/^\d{1,3}(?:\.\d{1,3})*[.)]\s+/, '').replace(/\s*[:：]$/u, '');
  if (title === '' || title.length > longest || !isUsableTerm(title)) return undefined;
  if (isWhole) return { terms: [locatedTerm(title, span, 'preferred', 'full')] };
  return titleTerms(title, span, id);
}

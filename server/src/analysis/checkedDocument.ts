import type { Language } from '../languages/language';
import type { RegionKind } from '../languages/regions';
import type { Sense } from '../terminology/concept';
import type { Terminology } from '../terminology/terminology';
import type { Source } from '../text/source';
import type { Span } from '../text/span';
import type { Mention } from './abbreviations';
import type { Policy } from './policy';

/** What checks see of a document. Immutable; spans are offsets into `text`. */
export interface CheckedDocument {
  readonly language: Language;
  readonly text: string;
  readonly terminology: Terminology;
  readonly policy: Policy;
  /** Where the terms of the glossaries that are checked are used in running text, in order and disjoint. */
  readonly uses: readonly TermUse[];
  /** Abbreviations in running text, of any glossary or none, in order. */
  readonly mentions: readonly DocumentMention[];
  /**
   * Search the text of each section, in order, and give what was found. What is found in a section is kept while the section
   * and the search stay as they are: `name` and `key` tell searches apart, of which the last of each name is kept. `prepare`
   * makes what searches, where there is something to be searched.
   */
  searchSections<T>(name: string, key: string, prepare: () => (source: Source) => T): readonly T[];
}

/** A term in running text. */
export interface TermUse {
  readonly span: Span;
  /** As the document has it. */
  readonly text: string;
  readonly region: RegionKind;
  /** What the term may mean here, of the glossaries that are checked, the nearest first. */
  readonly senses: readonly [Sense, ...Sense[]];
  /** It is the first word of a sentence, a heading, a list item or a table cell. */
  readonly startsSentence: boolean;
  /** Nothing but the words and what joins them lies in the span, so that another text may take its place. */
  readonly isReplaceable: boolean;
}

/** An abbreviation in a document. */
export interface DocumentMention extends Mention {
  readonly region: RegionKind;
}

import type { Span } from '../text/span';

/**
 * What a region is to a reader. Hovers answer in all of them; checks of wording read `prose`, `heading`, `quotation`
 * and `comment` alone.
 *
 * - `prose`: running text (a paragraph, a list item, a table cell, a YAML value of several words);
 * - `heading`: a title, where capitals follow other rules;
 * - `quotation`: text in a block quote, somebody else's words;
 * - `comment`: text behind `#` in YAML;
 * - `code`: inline code in Markdown;
 * - `key`: a key of a YAML mapping;
 * - `identifier`: a YAML value of one word, such as `Deployment` in `kind: Deployment`.
 */
export type RegionKind = 'prose' | 'heading' | 'quotation' | 'comment' | 'code' | 'key' | 'identifier';

/**
 * Text of a document that reads as one run of words. Its spans, put together in order, are what a reader reads: markup
 * between words (`**`, `> ` at the start of a line) lies outside of them, the line end that separates two words lies
 * inside. Nothing joins two regions: a term never reaches from one into the next.
 */
export interface Region {
  readonly kind: RegionKind;
  /** Sorted, disjoint, not empty, in UTF-16 offsets of the source text. */
  readonly spans: readonly [Span, ...Span[]];
}

/** A document language: which documents it covers and where their text is. One file per language implements it. */
export interface Language {
  /** Our name of the language, unique. */
  readonly id: string;
  /** The language ids that editors use for it (LSP `TextDocumentItem.languageId`). */
  readonly languageIds: readonly string[];
  /** File extensions in lower case with their dot. */
  readonly extensions: readonly string[];
  /**
   * Find the text that people read, in source order, each region's first span behind the start of the previous region's.
   * Total and linear: any string gives regions, a broken document fewer of them.
   */
  regions(text: string): readonly Region[];
}

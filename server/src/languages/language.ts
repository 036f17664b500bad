import type { Source } from '../text/source';
import type { PackedRegions } from './regions';

/** A document language: which documents it covers and where their text is. One file per language implements it. */
export interface Language {
  /** Our name of the language, unique. */
  readonly id: string;
  /** The language ids that editors use for it (LSP `TextDocumentItem.languageId`). */
  readonly languageIds: readonly string[];
  /** File extensions in lower case with their dot. */
  readonly extensions: readonly string[];
  /** How a comment is written in it. */
  readonly commentStyle: CommentStyle;
  /**
   * Scan whole lines from offset `from` on, where the scan stands at `state`, and hand over the sections found, in order and
   * without gaps, until `take` gives false or the text ends. Total and linear: any string gives sections.
   *
   * A scan that starts at the start of any section, with its state, gives the same sections from there on. One over a part
   * of a text that ends before the text does gives the same sections as long as they do not `reach` the end of that part.
   */
  scan(source: Source, from: number, state: ScanState, take: (section: Section) => boolean): void;
}

/** `<!-- … -->`, or `# …` up to the end of the line. */
export type CommentStyle = 'angle' | 'hash';

/** What a scan knows between two lines, written as a string, so that two states can be compared. */
export type ScanState = string;

/** The state at the start of every document. */
export const DOCUMENT_START: ScanState = '';

/** A section ends at the first line, behind so many UTF-16 units, at which a scan may start again. */
export const SECTION_LENGTH = 2048;

/** Some lines of a document, scanned in one go. Everything in it counts from its own start: it stays as it is when it moves. */
export interface Section {
  /** UTF-16 units, more than 0. */
  readonly length: number;
  /** How far the scan looked, counted from the start: a change behind it leaves the section as it is. At least `length`. */
  readonly reach: number;
  /** The state at its start. */
  readonly state: ScanState;
  /** What it defines for the whole document: labels of link references and footnotes, in Markdown. */
  readonly defines: readonly string[];
  /**
   * Find the regions of the section, which starts at `start` of `source`; `defined` is what all sections define. Asks for a
   * name in `defined` only through it: a section that asked is read again when `defined` changes.
   */
  regions(source: Source, start: number, defined: Names): PackedRegions;
}

/** Names that a document defines. */
export interface Names {
  has(name: string): boolean;
}

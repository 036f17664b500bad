import type { TermStatus } from '../../terminology/concept';
import type { UnreadableFile } from '../checkRun';

/** How terms are used in some documents: what every format of the report shows. Immutable; any characters may be in its texts. */
export interface UsageReport {
  /** The name of the folder that the report is about. */
  readonly title: string;
  /** The day of the report, as `2026-01-31`. */
  readonly date: string;
  /** The version of Glossary Lens. */
  readonly version: string;
  /** In the order of their paths. */
  readonly documents: readonly DocumentUsage[];
  /** Documents that could not be read, and why. */
  readonly unreadable: readonly UnreadableFile[];
  /** Every glossary that applies to some document, the shipped one last. */
  readonly glossaries: readonly GlossaryUsage[];
  /** Concepts that some document uses, the most used first. */
  readonly concepts: readonly ConceptUsage[];
  /** Concepts of the glossaries, but for the shipped one, that no document uses; in the order of the glossaries. */
  readonly unused: readonly UnusedConcept[];
  /** Categories of the concepts that are used, the most used first. */
  readonly categories: readonly CategoryUsage[];
  /** Abbreviations that no glossary has, those in most need of a record first. */
  readonly abbreviations: readonly AbbreviationUsage[];
}

/** A document and the terms in it. */
export interface DocumentUsage {
  /** Relative to the working directory, with `/` between folders. */
  readonly path: string;
  /** Words of running text. */
  readonly words: number;
  /** Uses of terms in running text. */
  readonly uses: number;
  /** Different concepts used in running text. */
  readonly concepts: number;
  /** Terms in running text that a glossary says not to use, each once, in the order of the text. */
  readonly avoided: readonly string[];
  /** Abbreviations that neither a glossary nor the document explains, each once, in the order of the text. */
  readonly unexplained: readonly string[];
}

/** A glossary, and how much of it is used. */
export interface GlossaryUsage {
  readonly name: string;
  /** Relative to the working directory; undefined for the shipped one. */
  readonly path: string | undefined;
  /** How many it has, and how many of them some document uses. */
  readonly concepts: number;
  readonly usedConcepts: number;
  /** Uses of its terms in running text. */
  readonly uses: number;
}

/** A concept, and where its terms are used. */
export interface ConceptUsage {
  /** The preferred term. */
  readonly term: string;
  /** Empty where it has none. */
  readonly category: string;
  /** The name of its glossary. */
  readonly glossary: string;
  /** Uses in running text. */
  readonly uses: number;
  /** Uses in code, keys and values of one word. */
  readonly usesInCode: number;
  /** Documents with any use. */
  readonly documents: number;
  /** The first use in running text; where there is none, the first in code. */
  readonly first: DocumentPlace;
  /** Its terms by their uses in running text, the most used first; those without are left out. */
  readonly terms: readonly TermUsage[];
}

/** A term in running text. */
export interface TermUsage {
  readonly text: string;
  readonly status: TermStatus;
  readonly uses: number;
  readonly first: DocumentPlace;
}

export interface UnusedConcept {
  readonly term: string;
  readonly category: string;
  readonly glossary: string;
  readonly place: DocumentPlace;
}

export interface CategoryUsage {
  /** Empty for concepts that have none. */
  readonly name: string;
  readonly concepts: number;
  readonly uses: number;
}

/** An abbreviation that no glossary has. */
export interface AbbreviationUsage {
  readonly abbreviation: string;
  /** Mentions in documents that do not explain it. */
  readonly uses: number;
  /** Documents that use it without explaining it. */
  readonly documents: number;
  readonly first: DocumentPlace;
  /** What stands around the first mention, on one line. */
  readonly sentence: string;
  /** What it stands for, where some other document says so. */
  readonly expansion: ExpansionUsage | undefined;
}

export interface ExpansionUsage {
  readonly text: string;
  readonly place: DocumentPlace;
}

/** A place in a file; the line counts from 1. */
export interface DocumentPlace {
  readonly path: string;
  readonly line: number;
}

/** Write a place as terminals and editors know it: `docs/release.md:12`. */
export function placeText({ path, line }: DocumentPlace): string {
  return `${path}:${line}`;
}

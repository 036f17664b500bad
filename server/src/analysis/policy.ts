import type { Severity } from './finding';

/** What is checked in one document, and how strictly: defaults, configuration and settings put together. Immutable. */
export interface Policy {
  /** By the names of checks; one that is not here is off. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** Abbreviations that need no explanation, in the singular. */
  readonly acceptedAbbreviations: ReadonlySet<string>;
  /** Whom the document is written for, as the concepts of glossaries say it; undefined where nobody says. */
  readonly audience: string | undefined;
  /** Quotations are checked too, though they are somebody else's words. */
  readonly checksQuotations: boolean;
  /** The shipped glossary has a say in checks, too. */
  readonly checksShipped: boolean;
  /** BCP 47 primary languages of the documents that are checked; empty for all. */
  readonly languages: readonly string[];
}

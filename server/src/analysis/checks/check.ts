import type { CheckedDocument, TermUse } from '../checkedDocument';
import type { Draft, Severity } from '../finding';

/**
 * A rule about the wording of documents: a value in the list of `index.ts`, and a page of its name in docs/checks. It is a
 * pure function of what it is given, and knows neither editors nor the command line.
 */
export type Check = UseCheck | DocumentCheck;

/** What is said of every check, whatever it looks at. */
export interface CheckTraits {
  /** Unique, and stable: configurations, suppressions and baselines name it. */
  readonly name: string;
  /** What counts where nobody says otherwise; `off` for what is not right nine times in ten. */
  readonly defaultSeverity: Severity | 'off';
  /** What it finds, in one sentence for lists and reports. */
  readonly summary: string;
}

/**
 * A check of every use of a term by itself. What it finds is kept while the lines around the use stay as they are: it may look
 * at the text next to the use, and no further.
 */
export interface UseCheck extends CheckTraits {
  readonly scope: 'use';
  judge(use: TermUse, document: Omit<CheckedDocument, 'uses' | 'mentions' | 'searchSections'>): Draft | undefined;
}

/** A check of a document as a whole. It runs after every edit, so its time must be small beside that of the search. */
export interface DocumentCheck extends CheckTraits {
  readonly scope: 'document';
  /** It looks at `CheckedDocument.mentions`, which are empty where no check does. */
  readonly readsMentions?: true;
  find(document: CheckedDocument): Iterable<Draft>;
}

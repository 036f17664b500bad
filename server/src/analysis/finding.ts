import type { Span } from '../text/span';

/** How much a finding weighs, the heaviest first: an error or a warning fails a run, an information or a hint does not. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

export type Severity = (typeof severities)[number];

/** A place where a check finds something, with what can be done about it. */
export interface Finding {
  /** The name of the check. */
  readonly check: string;
  readonly severity: Severity;
  /** The narrowest stretch of the document that it is about. */
  readonly span: Span;
  /** Plain words without a full stop at the end. */
  readonly message: string;
  /** The best first; none where only a person can tell what to write. */
  readonly fixes: readonly Fix[];
  /** Other places that it is about. */
  readonly related: readonly RelatedPlace[];
  /** What is written there is no longer to be used: editors strike it through. */
  readonly isDeprecated: boolean;
  /** The abbreviation that a glossary or a configuration could name, in the singular, where it is about one. */
  readonly abbreviation?: string;
}

/** A change that mends a finding. */
export interface Fix {
  /** What it does, as a menu shows it: `Replace with "Kubernetes"`. */
  readonly title: string;
  /** Sorted and disjoint. */
  readonly edits: readonly Edit[];
  /** Nobody needs to look: it may be made with all others of a document. */
  readonly isSafe: boolean;
}

/** Text to put in the place of a span; UTF-16 offsets into the text that was checked. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Another place that a finding is about: in the same document, or the line of a file, counted from 0. */
export type RelatedPlace =
  | { readonly message: string; readonly span: Span }
  | { readonly message: string; readonly uri: string; readonly line: number };

/** What a check finds: `findingOf` adds the name of the check and its severity. */
export type Draft = Pick<Finding, 'span' | 'message' | 'abbreviation'> &
  Partial<Pick<Finding, 'fixes' | 'related' | 'isDeprecated'>>;

/** Make a finding of what a check drafted. */
export function findingOf(check: string, severity: Severity, draft: Draft): Finding {
  return { check, severity, fixes: [], related: [], isDeprecated: false, ...draft };
}

/** Compare findings by where they are, for lists in the order of the text. */
export function byPlace({ span: one }: Finding, { span: other }: Finding): number {
  return one.start - other.start || one.end - other.end;
}

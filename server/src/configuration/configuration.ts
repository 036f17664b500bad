import type { Severity } from '../analysis/finding';
import type { LocatedReference } from '../sources/reference';
import type { Glob } from './glob';

/** What a file `glossary-lens.yaml` says. Immutable. Where something is undefined the file does not say it. */
export interface Configuration extends Rules {
  /** Where it was read. */
  readonly uri: string;
  /** More glossaries, each once. */
  readonly glossaries: readonly LocatedReference[];
  /** BCP 47 primary languages of the documents that are checked, in lower case; empty for all. */
  readonly languages: readonly string[];
  /** What counts for some paths, besides and instead of the rest; of several that apply, the last wins. */
  readonly overrides: readonly Override[];
}

/** How documents are checked. */
export interface Rules {
  /** By the names of checks. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly acceptedAbbreviations: readonly string[];
  readonly audience: string | undefined;
  readonly checksQuotations: boolean | undefined;
  readonly checksShipped: boolean | undefined;
}

/** Rules for the documents that one of some globs matches. */
export interface Override extends Rules {
  /** They are for paths relative to the folder of the file. */
  readonly paths: readonly Glob[];
}

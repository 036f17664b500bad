import type { Severity } from '../analysis/finding';

/** What a file `glossary-lens.yaml` says. Immutable. Where something is undefined the file does not say it. */
export interface Configuration extends Rules {
  /** Where it was read. */
  readonly uri: string;
  /** More glossary files, as paths relative to the folder of the file, or URIs. */
  readonly glossaries: readonly string[];
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
  /** BCP 47 primary languages of the documents that are checked. */
  readonly languages: readonly string[] | undefined;
}

export interface Override extends Rules {
  /** Globs, relative to the folder of the file. */
  readonly paths: readonly string[];
}

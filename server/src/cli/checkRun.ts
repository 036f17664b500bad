import type { Severity } from '../analysis/finding';

/** What a run of `check` came to: what every output format shows. */
export interface CheckRun {
  /** Files with findings, in the order of their paths. */
  readonly files: readonly CheckedFile[];
  /** How many files were checked, those without findings included. */
  readonly checkedCount: number;
  /** Files that could not be read, and why. */
  readonly unreadable: readonly UnreadableFile[];
  /** How many findings a baseline kept quiet. */
  readonly knownCount: number;
  /** The version of Glossary Lens. */
  readonly version: string;
}

export interface CheckedFile {
  /** Relative to the working directory, with `/` between folders; any characters may be in it. */
  readonly path: string;
  /** In the order of the text. */
  readonly findings: readonly FileFinding[];
}

export interface UnreadableFile {
  readonly path: string;
  /** Plain words that read after a colon. */
  readonly reason: string;
}

/** A finding as reports show it. Lines and columns count from 1, columns in UTF-16 units. */
export interface FileFinding {
  readonly check: string;
  readonly severity: Severity;
  /** Plain words without a full stop at the end; any characters may be in it. */
  readonly message: string;
  readonly start: Place;
  /** Exclusive. */
  readonly end: Place;
  /** The line on which it starts, without its line end. */
  readonly line: string;
  /** The best fix, undefined where there is none. */
  readonly fix: FileFix | undefined;
  readonly related: readonly RelatedFilePlace[];
  /** Stays the same while other lines of the file change: 16 hexadecimal digits. */
  readonly fingerprint: string;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface FileFix {
  readonly title: string;
  readonly isSafe: boolean;
  readonly edits: readonly { readonly start: Place; readonly end: Place; readonly text: string }[];
}

export interface RelatedFilePlace {
  readonly message: string;
  readonly path: string;
  readonly start: Place;
}

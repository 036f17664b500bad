import type { UnreadableFile } from '../checkRun';
import type { BaselineOptions } from './baseline';
import type { OutputOptions } from './output';
import type { SelectionOptions } from './selection';
import type { TargetOptions, TargetResult } from './targetChecker';
import type { Target } from './targets';

/** All that a command line says. Paths are as they were given. */
export interface RunOptions extends SelectionOptions, BaselineOptions, OutputOptions {
  readonly checking: TargetOptions;
  /** The name of the file that standard input is taken for; undefined where files are checked. */
  readonly standardInput: string | undefined;
  readonly maxWarnings: number;
  /** Tell of errors and warnings alone. */
  readonly isQuiet: boolean;
  /** How many threads to use at most; undefined for one for each core. */
  readonly jobs: number | undefined;
  /** A file that keeps what was found, absolute; undefined for none. */
  readonly cache: string | undefined;
  readonly version: string;
}

/** What was checked, and what came of it. */
export interface Checked {
  readonly results: readonly (readonly [target: Target, result: TargetResult])[];
  readonly unreadable: readonly UnreadableFile[];
}

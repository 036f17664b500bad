import type { CheckRun } from '../checkRun';

/** A way to write a run out: one file per format implements it. */
export interface OutputFormat {
  /** What `--format` calls it. */
  readonly name: string;
  /** What it is for, in a few words for the help. */
  readonly summary: string;
  /** It is for a service that knows a repository and no folder of it: paths count from the root, and not from the working directory. */
  readonly isForRepository?: true;
  /** It has no place for files that could not be read: people are told of them beside it. */
  readonly leavesOutUnreadable?: true;
  /** Write a run out, the last line end included; empty where there is nothing to say. */
  write(run: CheckRun, terminal: Terminal): string;
}

/** What the output goes to. */
export interface Terminal {
  readonly isStyled: boolean;
  /** In columns; undefined where it is no terminal. */
  readonly width: number | undefined;
}

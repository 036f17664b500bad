import { createHash } from 'node:crypto';
import { type Stats, statSync } from 'node:fs';
import { type ReadFile, readRegularFile, type Stamp, stampOf } from './regularFile';

/** What a file was when it was read. Plain data. */
export interface FileState {
  readonly stamp: Stamp;
  readonly hash: string;
  /** When it was looked at, in milliseconds since 1970. */
  readonly lookedAt: number;
}

/** Milliseconds within which a file may change twice without a word from its time stamp: the coarsest clocks of disks. */
const CLOCK_STEP = 2000;

/**
 * Look at a file again: gives its state where the content is what it was, which is another where only the stamp is new (a
 * fresh copy of a repository has the old content); undefined where it changed.
 */
export function lookAgain(file: string, state: FileState): FileState | undefined {
  const found = statOf(file);
  if (found === undefined || found.size !== state.stamp.size) return undefined;
  const wasSettled = state.stamp.modified < state.lookedAt - CLOCK_STEP;
  if (wasSettled && isSameStamp(stampOf(found), state.stamp)) return state;
  const read = readRegularFile(file);
  if ('reason' in read) return undefined;
  const now = stateOf(read);
  return now.hash === state.hash ? now : undefined;
}

/** Give the state of a file that was read. */
export function stateOf({ stamp, bytes, lookedAt }: ReadFile): FileState {
  return { stamp, hash: createHash('sha256').update(bytes).digest('base64url'), lookedAt };
}

/** A cache may name files that the system refuses to look at, or whose names it does not take. */
function statOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}

function isSameStamp(one: Stamp, other: Stamp): boolean {
  return one.modified === other.modified && one.size === other.size && one.inode === other.inode;
}

import { lstatSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { reasonOf } from '../check/reason';
import { UsageError } from '../check/usageError';
import { writeWhole } from '../check/wholeFile';

/** Tell whether there is anything at a path. */
export function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Write a file, and the folders that it lies in: the whole of it or nothing. Throws a `UsageError` that calls it `shown`. */
export function writeFile(file: string, shown: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, text);
  } catch (error) {
    throw new UsageError(`${shown} could not be written: ${reasonOf(error)}`);
  }
}

/** Tell people something. */
export function tell(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
}

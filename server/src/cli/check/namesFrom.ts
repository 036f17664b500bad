import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reasonOf } from './reason';
import { UsageError } from './usageError';

/** Read the names of files from a file of `folder`, or from standard input for `-`: what `find -print0` or `git ls-files` write. */
export function namesFrom(file: string, folder: string): readonly string[] {
  try {
    return namesIn(readFileSync(file === '-' ? 0 : resolve(folder, file), 'utf8'));
  } catch (error) {
    throw new UsageError(`the names in ${file === '-' ? 'standard input' : file} are not read: ${reasonOf(error)}`);
  }
}

/** Split names at NULs where there is one, else at line ends. */
export function namesIn(text: string): readonly string[] {
  const names = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/);
  return names.filter((name) => name !== '');
}

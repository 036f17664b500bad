import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { GIT_IGNORE } from '../../ignoreRules';
import type { UnreadableFile } from '../checkRun';
import { type FolderRules, ignores, rulesFor, rulesWithin } from './gitIgnore';
import { reasonOf } from './reason';

/** Folders inside each other that are entered; paths of such depth come from loops of mounts and from hostile archives. */
const DEEPEST_FOLDER = 128;
/** Files that are found in one run: beyond it the list alone would take a gigabyte. */
const MOST_FILES = 2_000_000;
/** Never entered: what git keeps of its own, and what other people wrote. */
const SKIPPED_FOLDERS = new Set(['.git', 'node_modules']);

/** Finds files in folders: each folder is walked once in its life, whatever ways lead there. */
export class Walker {
  readonly #isWanted: (name: string) => boolean;
  /** Device and number of each folder that was walked. */
  readonly #walked = new Set<string>();
  #fileCount = 0;

  constructor(isWanted: (name: string) => boolean) {
    this.#isWanted = isWanted;
  }

  /**
   * List the files below a folder whose names are wanted, as paths that begin with `folder`. Left out is what git ignores,
   * and links, as what they lead to is found where it lies. What cannot be read goes to `report`.
   */
  filesBelow(folder: string, report: (unreadable: UnreadableFile) => void): readonly string[] {
    const files: string[] = [];
    const folders: PendingFolder[] = [{ path: folder, depth: 0, above: undefined }];
    for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
      try {
        if (this.#isFirstVisit(next.path)) this.#list(next, files, folders);
      } catch (error) {
        report({ path: next.path, reason: reasonOf(error) });
      }
    }
    return files;
  }

  #isFirstVisit(folder: string): boolean {
    const { dev, ino } = statSync(folder, { bigint: true });
    const key = `${dev} ${ino}`;
    if (this.#walked.has(key)) return false;
    this.#walked.add(key);
    return true;
  }

  #list({ path, depth, above }: PendingFolder, files: string[], folders: PendingFolder[]): void {
    if (depth > DEEPEST_FOLDER) throw new Error(`it lies more than ${DEEPEST_FOLDER} folders deep`);
    const entries = readdirSync(path, { withFileTypes: true });
    const hasRules = entries.some(({ name }) => name === GIT_IGNORE);
    const rules = above === undefined ? rulesFor(path) : rulesWithin(above, basename(path), path, hasRules);
    for (const entry of entries) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name) && !ignores(rules, entry.name, true)) {
          folders.push({ path: child, depth: depth + 1, above: rules });
        }
      } else if (isRegular(entry) && this.#isWanted(entry.name) && !ignores(rules, entry.name, false)) {
        if (++this.#fileCount > MOST_FILES) throw new Error(`it has more than ${MOST_FILES} files to check`);
        files.push(child);
      }
    }
  }
}

/** A folder that is still to be walked. */
interface PendingFolder {
  readonly path: string;
  readonly depth: number;
  /** The folder that holds it; undefined for the first, which asks for itself. */
  readonly above: FolderRules | undefined;
}

function isRegular(entry: Dirent): boolean {
  return entry.isFile();
}

/** Finds files in a folder and below it, in small steps: whoever asks for something else in between gets an answer. */
import type { Files } from '../host';
import { addRules, GIT_IGNORE, type IgnoreRules, isIgnored, rulesInside } from '../ignoreRules';
import { fileIn } from '../workspaceFolders';

/** Which files a walk is for. */
export interface WalkOptions {
  /** By the path below the folder, with `/` between folders. */
  isWanted(path: string): boolean;
  /** Let the folders be walked in that hold what is wanted. */
  isEntered(path: string): boolean;
}

/** What a walk found. */
export interface FoundFiles {
  /** There is such a folder. */
  readonly exists: boolean;
  /** Their paths below the folder, sorted: the same on every machine. */
  readonly paths: readonly string[];
  /** What stopped the walk before its end, in plain words. */
  readonly bound?: string;
}

/** Folders inside each other: deeper paths come from loops of mounts. */
const DEEPEST_FOLDER = 64;
/** Folders that are listed. */
const MOST_FOLDERS = 20_000;
/** Files that are found: each is read, and kept in memory. */
export const MOST_FILES = 5_000;
/** Folders that are listed at a time: more would keep others waiting for the disk. */
const BATCH = 8;
/** Never entered unless it is what is named: what git keeps of its own, and what other people wrote. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * List the files of a folder and of those below it. What git ignores is left out, by the rules in the folder and below: what
 * lies above has no say, since somebody named the folder.
 */
export async function walkFolder(
  files: Pick<Files, 'contents' | 'list' | 'read'>,
  folder: string,
  options: WalkOptions,
): Promise<FoundFiles> {
  const paths: string[] = [];
  const pending: PendingFolder[] = [{ path: '', depth: 0, rules: undefined }];
  let exists = false;
  let isTooDeep = false;
  for (let next = 0; next < pending.length && boundOf(paths.length, next) === undefined; ) {
    const batch = pending.slice(next, next + BATCH);
    next += batch.length;
    for (const found of await Promise.all(batch.map((below) => lookInto(files, folder, below, options)))) {
      if (found === undefined) continue;
      exists = true;
      for (const path of found.files) paths.push(path);
      for (const below of found.folders) {
        if (below.depth > DEEPEST_FOLDER) isTooDeep = true;
        else pending.push(below);
      }
    }
  }
  paths.sort(byUnits);
  const bound = boundOf(paths.length, pending.length) ?? (isTooDeep ? TOO_DEEP : undefined);
  return { exists, paths: paths.slice(0, MOST_FILES), ...(bound === undefined ? {} : { bound }) };
}

/** A folder that is still to be looked into, below the first one. */
interface PendingFolder {
  readonly path: string;
  readonly depth: number;
  /** Those of the folders above it. */
  readonly rules: IgnoreRules | undefined;
}

async function lookInto(
  files: Pick<Files, 'contents' | 'list' | 'read'>,
  root: string,
  { path, depth, rules: above }: PendingFolder,
  { isWanted, isEntered }: WalkOptions,
): Promise<{ readonly files: readonly string[]; readonly folders: readonly PendingFolder[] } | undefined> {
  const folder = path === '' ? root : fileIn(root, path);
  const contents = await contentsOf(files, folder);
  if (contents === undefined) return undefined;
  const entered = path === '' ? above : rulesInside(above, path);
  const own = contents.files.includes(GIT_IGNORE) ? await files.read(fileIn(folder, GIT_IGNORE)) : undefined;
  const rules = own?.kind === 'text' ? addRules(entered, path, own.text, { isCaseBlind: true }) : entered;
  const pathOf = (name: string) => (path === '' ? name : `${path}/${name}`);
  return {
    files: contents.files.map(pathOf).filter((file) => isWanted(file) && !isIgnored(rules, file, false)),
    folders: contents.folders
      .filter((name) => !SKIPPED_FOLDERS.has(name))
      .map(pathOf)
      .filter((below) => isEntered(below) && !isIgnored(rules, below, true))
      .map((below) => ({ path: below, depth: depth + 1, rules })),
  };
}

async function contentsOf(files: Pick<Files, 'contents' | 'list'>, folder: string) {
  if (files.contents !== undefined) return files.contents(folder);
  const names = await files.list(folder);
  return names.length === 0 ? undefined : { files: names, folders: [] };
}

function boundOf(found: number, folders: number): string | undefined {
  if (found > MOST_FILES) return `there are more than ${MOST_FILES} files in it: not all of them are read`;
  return folders > MOST_FOLDERS
    ? `there are more than ${MOST_FOLDERS} folders in it: not all of them are read`
    : undefined;
}

const TOO_DEEP = `there are more than ${DEEPEST_FOLDER} folders inside each other: what lies deeper is not read`;

/** By UTF-16 units. */
function byUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

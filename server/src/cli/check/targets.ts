import { type Stats, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { UnreadableFile } from '../checkRun';
import { type FileKind, fileKindOf } from './fileKind';
import { matcherOf } from './globs';
import { codeOf, reasonOf } from './reason';
import { UsageError } from './usageError';
import { Walker } from './walker';

/** A file to check. */
export interface Target {
  /** Absolute. */
  readonly file: string;
  /** As reports show it: relative to the working directory, with `/` between folders. */
  readonly path: string;
  readonly kind: FileKind;
}

/** The files that a command names, each once, in the order of their paths. */
export interface Targets {
  readonly targets: readonly Target[];
  readonly unreadable: readonly UnreadableFile[];
  /** Folders that were named, absolute: all files below them are among these, but for those that git ignores. */
  readonly folders: readonly string[];
}

/** Find the files that `names` (files, folders and globs, relative to `folder`) stand for. Throws a `UsageError`. */
export function findTargets(names: readonly string[], folder: string): Targets {
  const targets = new Map<string, Target>();
  const unreadable = new Map<string, UnreadableFile>();
  const report = ({ path, reason }: UnreadableFile) => {
    const shown = shownPath(path, folder);
    unreadable.set(shown, { path: shown, reason });
  };
  const add = (file: string) => {
    const target = targetOf(file, folder);
    if (target === undefined) report({ path: file, reason: 'it is not a document that is checked' });
    else targets.set(file, target);
  };
  const walker = new Walker(isChecked);
  const folders: string[] = [];
  for (const name of names) {
    const path = resolve(folder, name);
    try {
      const found = statOf(path);
      if (found === undefined) addMatches(name, folder, report, add);
      else if (found.isDirectory()) {
        folders.push(path);
        for (const file of walker.filesBelow(path, report)) add(file);
      } else if (found.isFile()) add(path);
      else report({ path, reason: 'it is not a regular file' });
    } catch (error) {
      if (error instanceof UsageError) throw error;
      report({ path, reason: reasonOf(error) });
    }
  }
  return { targets: inOrder([...targets.values()]), unreadable: inOrder([...unreadable.values()]), folders };
}

/** Make the target that a file is; undefined where files of its name are not checked. */
export function targetOf(file: string, folder: string): Target | undefined {
  const kind = fileKindOf(file);
  return kind === undefined ? undefined : { file, path: shownPath(file, folder), kind };
}

/** Show a path as reports do. */
export function shownPath(file: string, folder: string): string {
  // What lies on another drive of Windows has no relative path.
  const path = relative(folder, file) || '.';
  return isAbsolute(path) ? file.split(sep).join('/') : path.split(sep).join('/');
}

/** Sort by path, by UTF-16 units: the same on every machine. */
export function inOrder<T extends { readonly path: string }>(list: readonly T[]): readonly T[] {
  return list.toSorted((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
}

function isChecked(name: string): boolean {
  return fileKindOf(name) !== undefined;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** A name that is no file may be a glob: shells hand on those that they do not know, such as `**` in bash. */
function addMatches(
  name: string,
  folder: string,
  report: (unreadable: UnreadableFile) => void,
  add: (file: string) => void,
): void {
  const glob = matcherOf(name);
  if (glob === undefined) {
    report({ path: resolve(folder, name), reason: 'there is no such file or folder' });
    return;
  }
  const base = resolve(folder, glob.base);
  const found = statOf(base);
  // Other names may lead through the same folders: a walker of its own finds all that match.
  const files = found?.isDirectory() === true ? new Walker(isChecked).filesBelow(base, report) : [];
  const matches = files.filter((file) => glob.isMatch(relative(base, file).split(sep).join('/')));
  if (matches.length === 0) throw new UsageError(`nothing that is checked matches '${name}'`);
  for (const file of matches) add(join(file));
}

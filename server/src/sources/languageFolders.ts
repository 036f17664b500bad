import { canonicalTag } from '../formats/records/languageTag';

/**
 * Tell whether a folder has a folder for each language: then all the folders in it are called by languages, or all those in the
 * one folder that it has. Gives the language of each file that lies in such a folder, by its path.
 */
export function languageFolders(paths: readonly string[]): (path: string) => string | undefined {
  const start = startOf(paths);
  const tags = new Map<string, string>();
  for (const name of foldersAt(paths, start)) {
    const tag = languageOf(name);
    if (tag === undefined) return () => undefined;
    tags.set(name, tag);
  }
  return (path) => tags.get(folderAt(path, start) ?? '');
}

/** Go down as long as there is one folder alone, which is none of a language: gives where the names of the next folders begin. */
function startOf(paths: readonly string[]): number {
  let start = 0;
  for (;;) {
    const [only, another] = foldersAt(paths, start);
    if (only === undefined || another !== undefined || languageOf(only) !== undefined) return start;
    start += only.length + 1;
  }
}

/** List the names of folders that begin at an offset of paths, each once; the paths are alike up to there, or end before it. */
function foldersAt(paths: readonly string[], start: number): ReadonlySet<string> {
  return new Set(paths.map((path) => folderAt(path, start)).filter((name) => name !== undefined));
}

function folderAt(path: string, start: number): string | undefined {
  const end = path.indexOf('/', start);
  return end === -1 || (start > 0 && path.charAt(start - 1) !== '/') ? undefined : path.slice(start, end);
}

/** A language that people have heard of, by its two letters, with a script or a region: `api` would be one of three. */
function languageOf(name: string): string | undefined {
  if (!/^[a-z]{2}(?:[-_][a-z0-9]{2,4}){0,2}$/i.test(name)) return undefined;
  const tag = canonicalTag(name.replaceAll('_', '-'));
  return tag !== undefined && knownNames().of(tag) !== undefined ? tag : undefined;
}

let names: Intl.DisplayNames | undefined;

function knownNames(): Intl.DisplayNames {
  names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return names;
}

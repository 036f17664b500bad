/** Which glossary files apply to a document: those in its folder and in the folders above it, up to its workspace folder. */
import ignore, { type Ignore } from 'ignore';
import { URI, Utils } from 'vscode-uri';
import { isGlossaryFile } from './formats/fileNames';
import type { Files } from './host';

/** A folder tree deeper than this is followed no further up; real ones stay far below. */
const DEEPEST_FOLDER = 64;
/** The longest `.gitignore` whose rules are followed, in UTF-16 units; real ones have a tenth of it. */
const LONGEST_RULES = 65_536;
/** Rules with more `**` are left out: each lets the regular expression that they become try every folder of a path anew. */
const MOST_DOUBLE_STARS = 2;

/** What the search needs of `Files`. */
export type FolderFiles = Pick<Files, 'list' | 'read'>;

/** Find the glossary files of a document, the nearest folder first; files that git ignores are left out. */
export async function findGlossaryFiles(
  files: FolderFiles,
  documentUri: string,
  workspaceFolders: readonly string[],
): Promise<readonly string[]> {
  const folders = foldersAbove(documentUri, workspaceFolders);
  const listings = await Promise.all(folders.map((folder) => files.list(folder)));
  const rules = await Promise.all(
    folders.map((folder, index) => (listings[index]?.includes(GIT_IGNORE) ? readRules(files, folder) : undefined)),
  );
  return folders.flatMap((folder, index) =>
    (listings[index] ?? [])
      .filter(isGlossaryFile)
      .sort(byPlainNameFirst)
      .map((name) => fileIn(folder, name))
      .filter((uri) => !isIgnored(uri, folders.slice(index), rules.slice(index))),
  );
}

/** Find the workspace folder that a document lies in, the innermost of several. */
export function workspaceFolderOf(documentUri: string, workspaceFolders: readonly string[]): string | undefined {
  const inside = workspaceFolders.filter((folder) => relativePath(folder, documentUri) !== undefined);
  return inside.reduce<string | undefined>(
    (longest, folder) => (longest === undefined || folder.length > longest.length ? folder : longest),
    undefined,
  );
}

const GIT_IGNORE = '.gitignore';

/** The nearest first. A document outside of every workspace folder has its own, one not saved yet the workspace folders. */
function foldersAbove(documentUri: string, workspaceFolders: readonly string[]): readonly string[] {
  const uri = placeOf(documentUri, workspaceFolders);
  const root = workspaceFolderOf(uri.toString(), workspaceFolders);
  const folder = Utils.dirname(uri);
  if (root === undefined) {
    const isSaved = uri.scheme !== 'untitled' && uri.path.includes('/');
    return isSaved ? [folder.toString()] : workspaceFolders;
  }
  const folders: string[] = [];
  let current = folder;
  while (folders.length < DEEPEST_FOLDER && relativePath(root, current.toString()) !== undefined) {
    folders.push(current.toString());
    const above = Utils.dirname(current);
    if (above.path === current.path) break;
    current = above;
  }
  return folders.length === 0 ? [root] : folders;
}

/** A notebook's cell or a version out of git has a scheme of its own: it lies in the workspace where its path says so. */
function placeOf(documentUri: string, workspaceFolders: readonly string[]): URI {
  const uri = URI.parse(documentUri);
  if (!/^\/(?!\/)/.test(uri.path)) return uri;
  for (const folder of workspaceFolders) {
    const { scheme, authority } = URI.parse(folder);
    if (scheme === uri.scheme) continue;
    const place = uri.with({ scheme, authority, query: '', fragment: '' });
    if (relativePath(folder, place.toString()) !== undefined) return place;
  }
  return uri;
}

/** The path of `uri` below `folder`, without a leading slash; undefined where it lies elsewhere. */
function relativePath(folder: string, uri: string): string | undefined {
  const base = URI.parse(folder);
  const target = URI.parse(uri);
  if (base.scheme !== target.scheme || base.authority !== target.authority) return undefined;
  const basePath = base.path.endsWith('/') ? base.path.slice(0, -1) : base.path;
  if (target.path === basePath) return '';
  return target.path.startsWith(`${basePath}/`) ? target.path.slice(basePath.length + 1) : undefined;
}

function fileIn(folder: string, name: string): string {
  return Utils.joinPath(URI.parse(folder), name).toString();
}

/** `glossary.yaml` comes before `acme.glossary.yaml`, and the rest by their names: the order of precedence in a folder. */
function byPlainNameFirst(one: string, other: string): number {
  const plain = Number(isPlain(other)) - Number(isPlain(one));
  return plain !== 0 ? plain : one < other ? -1 : 1;
}

function isPlain(name: string): boolean {
  return name.toLowerCase().startsWith('glossary.');
}

async function readRules(files: FolderFiles, folder: string): Promise<Ignore | undefined> {
  const read = await files.read(fileIn(folder, GIT_IGNORE));
  if (read.kind !== 'text' || read.text.length > LONGEST_RULES) return undefined;
  const rules = read.text.split('\n').filter((rule) => rule.split('**').length - 1 <= MOST_DOUBLE_STARS);
  return ignore().add(rules.join('\n'));
}

/** As in git: inner rules go before outer ones, and what lies in an ignored folder is ignored whatever they say. */
function isIgnored(uri: string, folders: readonly string[], rules: readonly (Ignore | undefined)[]): boolean {
  return [uri, ...folders].some((target) => {
    for (const [index, folder] of folders.entries()) {
      const path = rules[index] === undefined ? undefined : relativePath(folder, target);
      const verdict = path ? rules[index]?.test(target === uri ? path : `${path}/`) : undefined;
      if (verdict?.ignored) return true;
      if (verdict?.unignored) return false;
    }
    return false;
  });
}

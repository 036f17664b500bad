/** Which glossary files apply to a document: those in its folder and in the folders above it, up to its workspace folder. */
import ignore, { type Ignore } from 'ignore';
import { URI, Utils } from 'vscode-uri';
import { isGlossaryFile } from './formats/fileNames';
import type { Files } from './host';

/** A folder tree deeper than this is followed no further up; real ones stay far below (reliability: bounded walks). */
const DEEPEST_FOLDER = 256;

/** Find the glossary files of a document, the nearest folder first; files that git ignores are left out. */
export async function findGlossaryFiles(
  files: Files,
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

/** The nearest first. A document outside of every workspace folder, or not saved yet, has the workspace folders alone. */
function foldersAbove(documentUri: string, workspaceFolders: readonly string[]): readonly string[] {
  const root = workspaceFolderOf(documentUri, workspaceFolders);
  const uri = URI.parse(documentUri);
  const folder = Utils.dirname(uri);
  if (root === undefined) {
    const isSaved = uri.scheme !== 'untitled' && uri.path.includes('/');
    return isSaved ? [folder.toString()] : workspaceFolders;
  }
  const folders: string[] = [];
  let current = folder;
  while (folders.length < DEEPEST_FOLDER) {
    folders.push(current.toString());
    if (relativePath(root, current.toString()) === '') break;
    current = Utils.dirname(current);
  }
  return folders;
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
  const plain = Number(other.startsWith('glossary.')) - Number(one.startsWith('glossary.'));
  return plain !== 0 ? plain : one < other ? -1 : 1;
}

async function readRules(files: Files, folder: string): Promise<Ignore | undefined> {
  const read = await files.read(fileIn(folder, GIT_IGNORE));
  return read.kind === 'text' ? ignore().add(read.text) : undefined;
}

/** The rules of an outer folder hold unless those of an inner one say otherwise, as in git. */
function isIgnored(uri: string, folders: readonly string[], rules: readonly (Ignore | undefined)[]): boolean {
  for (const [index, folder] of folders.entries()) {
    const path = relativePath(folder, uri);
    const verdict = path === undefined ? undefined : rules[index]?.test(path);
    if (verdict?.ignored) return true;
    if (verdict?.unignored) return false;
  }
  return false;
}

/** Which folders a document lies in, from its own up to the workspace folder. */
import { URI, Utils } from 'vscode-uri';
import type { Files } from './host';

/** A folder tree deeper than this is followed no further up; real ones stay far below. */
const DEEPEST_FOLDER = 64;

/** What the search needs of `Files`. */
export type FolderFiles = Pick<Files, 'list' | 'read'>;

/** See files that are open in the editor where they would be saved: `openNames` gives their names, by folder. */
export function withOpenNames(files: FolderFiles, openNames: (folderUri: string) => readonly string[]): FolderFiles {
  return {
    read: (uri) => files.read(uri),
    list: async (folder) => [...new Set([...(await files.list(folder)), ...openNames(folder)])],
  };
}

/** Find the workspace folder that a document lies in, the innermost of several. */
export function workspaceFolderOf(documentUri: string, workspaceFolders: readonly string[]): string | undefined {
  const inside = workspaceFolders.filter((folder) => relativePath(folder, documentUri) !== undefined);
  return inside.reduce<string | undefined>(
    (longest, folder) => (longest === undefined || folder.length > longest.length ? folder : longest),
    undefined,
  );
}

/**
 * List the folders that a document lies in, the nearest first. One outside of every workspace folder has its own alone, one
 * that is not saved yet has the workspace folders.
 */
export function foldersAbove(documentUri: string, workspaceFolders: readonly string[]): readonly string[] {
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

/** Give the path of `uri` below `folder`, without a leading slash; undefined where it lies elsewhere. */
export function relativePath(folder: string, uri: string): string | undefined {
  const base = URI.parse(folder);
  const target = URI.parse(uri);
  if (base.scheme !== target.scheme || base.authority !== target.authority) return undefined;
  const basePath = base.path.endsWith('/') ? base.path.slice(0, -1) : base.path;
  if (target.path === basePath) return '';
  return target.path.startsWith(`${basePath}/`) ? target.path.slice(basePath.length + 1) : undefined;
}

/** Give the URI of a file in a folder, by its name. */
export function fileIn(folder: string, name: string): string {
  return Utils.joinPath(URI.parse(folder), name).toString();
}

/** Give the path of a document below a folder of the workspace, whatever scheme its editor has for it. */
export function pathIn(folder: string, documentUri: string, workspaceFolders: readonly string[]): string | undefined {
  return relativePath(folder, placeOf(documentUri, workspaceFolders).toString());
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

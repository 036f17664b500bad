/** Which files the server may read through the client. Knows no VS Code. */

/** The parts of a URI that tell where it points, decoded. */
export interface Place {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/** Tell whether a place is a folder or lies below it; a path that walks upwards lies nowhere. */
export function isInside(folder: Place, place: Place): boolean {
  if (place.scheme !== folder.scheme || place.authority !== folder.authority || walksUp(place.path)) return false;
  const base = folder.path.endsWith('/') ? folder.path.slice(0, -1) : folder.path;
  return place.path === base || place.path.startsWith(`${base}/`);
}

/** Tell whether two places are one. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.scheme === other.scheme && one.authority === other.authority && one.path === other.path;
}

/** A file that the setting `glossaryLens.glossaries` names. */
export type ListedFile =
  | { readonly kind: 'uri'; readonly uri: string }
  | { readonly kind: 'absolute'; readonly path: string }
  /** Relative to a workspace folder. */
  | { readonly kind: 'relative'; readonly path: string };

/**
 * Read the files and folders that the setting `glossaryLens.glossaries` names, as the server does; of a glob, the folder that it
 * starts from. What is neither a text nor a record with a source names none.
 */
export function readListedFiles(setting: unknown): readonly ListedFile[] {
  if (!Array.isArray(setting)) return [];
  return setting
    .map(sourceOf)
    .filter((source) => source !== undefined && source !== '' && !/^(?:npm|https?):/i.test(source))
    .map((source) => readListedFile(startOf(source ?? '')));
}

function sourceOf(item: unknown): string | undefined {
  const source = typeof item === 'object' && item !== null && 'source' in item ? item.source : item;
  return typeof source === 'string' ? source : undefined;
}

/** Leave out what stands behind the first part of a path with a wildcard in it. */
function startOf(source: string): string {
  const wildcard = source.search(/[*?]/);
  if (wildcard === -1 || /^[a-zA-Z][a-zA-Z0-9+.-]+:/.test(source)) return source;
  const end = Math.max(source.lastIndexOf('/', wildcard), source.lastIndexOf('\\', wildcard));
  return end === -1 ? '.' : source.slice(0, end + 1);
}

function readListedFile(text: string): ListedFile {
  if (/^[a-zA-Z][a-zA-Z0-9+.-]+:/.test(text)) return { kind: 'uri', uri: text };
  if (text.startsWith('/') || /^[a-zA-Z]:[\\/]/.test(text)) return { kind: 'absolute', path: text };
  return { kind: 'relative', path: text };
}

/** A backslash is a separator to some file systems. */
function walksUp(path: string): boolean {
  return path.includes('\\') || path.split('/').includes('..');
}

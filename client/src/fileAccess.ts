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

/** Read the setting `glossaryLens.glossaries` as the server does; anything but a list of strings names no file. */
export function readListedFiles(setting: unknown): readonly ListedFile[] {
  if (!Array.isArray(setting)) return [];
  return setting.filter((item) => typeof item === 'string').map(readListedFile);
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

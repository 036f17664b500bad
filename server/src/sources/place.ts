import { URI, Utils } from 'vscode-uri';
import { readGlob } from '../configuration/glob';
import { relativePath } from '../workspaceFolders';
import type { GlossaryReference, SourcePlace, WrittenReference } from './reference';
import { readWebAddress } from './web/address';

/** A place that a glossary is kept at, or why there is none, in plain words that read after a colon. */
export type ReadPlace = { readonly place: SourcePlace } | { readonly reason: string };

/** What a source may be. */
export interface PlaceRules {
  /** The URI of the folder that paths are relative to; undefined where there is none. */
  readonly folder: string | undefined;
  /** A person may name a file by any URI that his or her editor knows; a file of the workspace may not. */
  readonly isPersonal: boolean;
}

/**
 * Find the place that a source stands for: a path, relative to the folder or absolute, of a file, a folder or a glob; a URI of the
 * scheme `file:`; `npm:` and the name of a package; an address on the web. Never a file on another machine, which a system might
 * greet with the password of its user.
 */
export function readPlace(source: string, { folder, isPersonal }: PlaceRules): ReadPlace {
  if (source.length > LONGEST_SOURCE) return { reason: `it is longer than ${LONGEST_SOURCE} characters` };
  if (NOT_SEEN.test(source)) return { reason: 'there are characters in it that are not seen' };
  if (OF_OTHER_MACHINE.test(source)) return { reason: OTHER_MACHINE };
  const scheme = WINDOWS_DRIVE.test(source) ? undefined : SCHEME.exec(source)?.[0].toLowerCase();
  switch (scheme) {
    case undefined:
      return readPath(source.replaceAll('\\', '/'), folder);
    case 'file:':
      return readFileUri(source);
    case 'https:':
      return readAddress(source);
    case 'npm:':
      return readPackageName(source.slice(scheme.length), folder);
  }
  const isOfEditor = isPersonal && !NEVER_READ.has(scheme);
  return isOfEditor ? readUri(source) : { reason: `a glossary is a path, \`npm:\` or \`https:\`, not \`${scheme}\`` };
}

/** Put a reference that was written down together with the place that its source stands for. */
export function referenceAt(place: SourcePlace, written: WrittenReference): GlossaryReference {
  const { source: _, sha256, maxAge, ...said } = written;
  if (place.kind !== 'https') return { place, ...said };
  return {
    place: { ...place, ...(sha256 === undefined ? {} : { sha256 }), ...(maxAge === undefined ? {} : { maxAge }) },
    ...said,
  };
}

/** A glob taken apart: the folder that all it matches lies in, and what tells whether a path below that folder matches. */
export interface PlacedGlob {
  /** A URI without a slash at its end. */
  readonly folder: string;
  /** As it was written, from `folder` on. */
  readonly pattern: string;
  matches(path: string): boolean;
}

/** Take the place of a glob apart; undefined where its pattern matches nothing. */
export function globAt(uri: string): PlacedGlob | undefined {
  const start = uri.search(WILDCARD);
  const end = uri.lastIndexOf('/', start);
  const pattern = uri.slice(end + 1);
  const glob = readGlob(`/${pattern}`);
  return typeof glob === 'string' ? undefined : { folder: uri.slice(0, end), pattern, matches: glob.matches };
}

/** Tell whether all that a place stands for lies in a folder. */
export function isInFolder(place: SourcePlace, folder: string): boolean {
  if (place.kind !== 'file') return false;
  const uri = place.isGlob ? globAt(place.uri)?.folder : place.uri;
  return uri !== undefined && relativePath(folder, uri) !== undefined;
}

/** Characters of a source; paths of systems and addresses are shorter. */
const LONGEST_SOURCE = 2_048;
const NOT_SEEN = /[\p{Cc}\p{Zl}\p{Zp}]/u;
/** As Windows understands it. */
const OF_OTHER_MACHINE = /^[/\\]{2}/;
const OTHER_MACHINE = 'files on other machines are not';
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
const WINDOWS_DRIVE = /^[a-z]:[\\/]/i;
/** A URI has these in other ways: they are of a glob. */
const WILDCARD = /[*?]/;
/** What people try, and are told that there is none. */
const CHOICE = /\{[^{}]*,[^{}]*\}/;
/** What no editor has files under, or what would ask somebody over a line that others may listen to. */
const NEVER_READ: ReadonlySet<string> = new Set([
  'http:',
  'ftp:',
  'ws:',
  'wss:',
  'data:',
  'blob:',
  'javascript:',
  'vscode:',
  'command:',
  'mailto:',
]);

function readPath(path: string, folder: string | undefined): ReadPlace {
  if (path === '') return { reason: 'it is empty' };
  const segments = path.split('/');
  const first = segments.findIndex((segment) => WILDCARD.test(segment) || CHOICE.test(segment));
  const base = first === -1 ? path : `${first === 0 ? '.' : segments.slice(0, first).join('/')}/`;
  try {
    const uri = resolvedPath(base, folder);
    if (uri === undefined) return { reason: 'there is no folder that it could be relative to' };
    if (first === -1) return fileAt(base.endsWith('/') ? inFolder(uri) : uri);
    const pattern = segments.slice(first).join('/');
    const glob = readGlob(`/${pattern}`);
    if (typeof glob === 'string') return { reason: glob };
    return { place: { kind: 'file', uri: `${inFolder(uri)}${pattern}`, isGlob: true } };
  } catch {
    return { reason: NEITHER };
  }
}

/** Give the URI of a path without `.` and `..`, so that all can see in which folder it lies. */
function resolvedPath(path: string, folder: string | undefined): string | undefined {
  if (WINDOWS_DRIVE.test(path)) return Utils.joinPath(URI.file(path)).toString();
  if (folder === undefined) return path.startsWith('/') ? Utils.joinPath(URI.file(path)).toString() : undefined;
  return Utils.resolvePath(URI.parse(folder, true), path).toString();
}

function inFolder(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}

function fileAt(uri: string): ReadPlace {
  return { place: { kind: 'file', uri, isGlob: false } };
}

function readFileUri(text: string): ReadPlace {
  try {
    const { authority, path } = URI.parse(text, true);
    if (authority !== '' || OF_OTHER_MACHINE.test(path)) return { reason: OTHER_MACHINE };
    return fileAt(Utils.joinPath(URI.file(path.replaceAll('\\', '/'))).toString());
  } catch {
    return { reason: NEITHER };
  }
}

function readUri(text: string): ReadPlace {
  try {
    return fileAt(URI.parse(text, true).toString());
  } catch {
    return { reason: NEITHER };
  }
}

const NEITHER = 'it is neither a path nor a URI';

function readAddress(text: string): ReadPlace {
  const read = readWebAddress(text);
  return read.kind === 'refused' ? { reason: read.reason } : { place: { kind: 'https', url: read.address.url } };
}

function readPackageName(name: string, folder: string | undefined): ReadPlace {
  if (folder === undefined) return { reason: 'there is no folder that it could be looked for from' };
  if (name.length <= LONGEST_PACKAGE_NAME && PACKAGE_NAME.test(name) && !RESERVED.has(name)) {
    return { place: { kind: 'npm', package: name, from: folder } };
  }
  return { reason: 'behind `npm:` stands the name of a package, such as `@acme/glossary`, and nothing else' };
}

/** The rules of npm for new packages, which allow for old ones: no part begins with a dot, so none is `..`. */
const PACKAGE_NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/i;
const LONGEST_PACKAGE_NAME = 214;
const RESERVED: ReadonlySet<string> = new Set(['node_modules', 'favicon.ico']);

import { type ExtensionContext, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type BytesAnswer,
  type ContentsAnswer,
  type FileAnswer,
  type FileParams,
  FolderContentsRequest,
  ListFolderRequest,
  ReadBytesRequest,
  ReadFileRequest,
  StampFileRequest,
} from '../../server/src/protocol';
import { extensionGlossaries } from './extensionGlossaries';
import { isInside, isSamePlace, readListedFiles } from './fileAccess';

/** A larger file, in bytes, is not read. */
const LARGEST_FILE = 20_000_000;

/** Let a server read files through VS Code, which knows more file systems than the server does. */
export function serveFiles(client: BaseLanguageClient, { extensionUri }: ExtensionContext): void {
  client.onRequest<FileAnswer, void>(ReadFileRequest.method, ({ uri }: FileParams) => read(uri, extensionUri));
  client.onRequest<BytesAnswer, void>(ReadBytesRequest.method, ({ uri }: FileParams) => readBytes(uri, extensionUri));
  client.onRequest<readonly string[], void>(ListFolderRequest.method, ({ uri }: FileParams) => list(uri, extensionUri));
  client.onRequest<ContentsAnswer | null, void>(FolderContentsRequest.method, ({ uri }: FileParams) =>
    contents(uri, extensionUri),
  );
  client.onRequest<string | null, void>(StampFileRequest.method, ({ uri }: FileParams) => stamp(uri, extensionUri));
}

async function read(text: string, extension: Uri): Promise<FileAnswer> {
  const answer = await readBytes(text, extension);
  if (answer.kind !== 'bytes') return answer;
  try {
    const decoded = await workspace.decode(answer.bytes, { encoding: encodingOf(answer.bytes) });
    return { kind: 'text', text: decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded };
  } catch (error) {
    return refusal(error);
  }
}

/** Spreadsheets write UTF-16, with a byte order mark. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf16le';
  return first === 0xfe && second === 0xff ? 'utf16be' : 'utf8';
}

async function readBytes(text: string, extension: Uri): Promise<BytesAnswer> {
  const uri = allowed(text, extension);
  if (uri === undefined) return { kind: 'refused', reason: 'it lies outside of the workspace' };
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0) return { kind: 'refused', reason: 'it is not a regular file' };
    if (size > LARGEST_FILE) return { kind: 'refused', reason: `it is larger than ${LARGEST_FILE / 1_000_000} MB` };
  } catch {
    return { kind: 'absent' };
  }
  try {
    return { kind: 'bytes', bytes: await workspace.fs.readFile(uri) };
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): { readonly kind: 'refused'; readonly reason: string } {
  return { kind: 'refused', reason: error instanceof Error ? error.message : 'it cannot be read' };
}

async function list(text: string, extension: Uri): Promise<readonly string[]> {
  const uri = allowed(text, extension);
  if (uri === undefined) return [];
  try {
    const names: string[] = [];
    for (const [name, type] of await workspace.fs.readDirectory(uri)) {
      if ((type & FileType.File) !== 0) names.push(name);
    }
    return names;
  } catch {
    return [];
  }
}

/** A link to a folder is both, and left out: no walk shall go in circles. */
async function contents(text: string, extension: Uri): Promise<ContentsAnswer | null> {
  const uri = allowed(text, extension);
  if (uri === undefined) return null;
  try {
    const files: string[] = [];
    const folders: string[] = [];
    for (const [name, type] of await workspace.fs.readDirectory(uri)) {
      if (type === FileType.Directory) folders.push(name);
      else if ((type & FileType.File) !== 0) files.push(name);
    }
    return { files, folders };
  } catch {
    return null;
  }
}

async function stamp(text: string, extension: Uri): Promise<string | null> {
  const uri = allowed(text, extension);
  if (uri === undefined) return null;
  try {
    const { type, ctime, mtime, size } = await workspace.fs.stat(uri);
    return (type & FileType.File) === 0 ? null : `${ctime} ${mtime} ${size}`;
  } catch {
    return null;
  }
}

/** Give a place that the server may read: in the workspace, in the extension, brought by another one, or listed in the settings. */
function allowed(text: string, extension: Uri): Uri | undefined {
  const uri = parse(text);
  if (uri === undefined) return undefined;
  const folders = [extension, ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri)];
  if (folders.some((folder) => isInside(folder, uri))) return uri;
  if (broughtFiles().some((file) => isSamePlace(file, uri))) return uri;
  return listedFiles().some((place) => isSamePlace(place, uri) || isInside(place, uri)) ? uri : undefined;
}

/** On the web they lie where their extension does, at an address of `https:` perhaps. */
function broughtFiles(): readonly Uri[] {
  return extensionGlossaries().flatMap(({ uri }) => parse(uri) ?? []);
}

/** The setting is restricted in the manifest: what a workspace says of it counts where that is trusted alone. */
function listedFiles(): readonly Uri[] {
  const setting = workspace.getConfiguration('glossaryLens').get<unknown>('glossaries');
  return readListedFiles(setting).flatMap((file) => {
    if (file.kind === 'absolute') return [Uri.file(file.path)];
    if (file.kind === 'uri') return parse(file.uri) ?? [];
    return (workspace.workspaceFolders ?? []).map((folder) => Uri.joinPath(folder.uri, file.path));
  });
}

function parse(text: unknown): Uri | undefined {
  try {
    return typeof text === 'string' ? Uri.parse(text, true) : undefined;
  } catch {
    return undefined;
  }
}

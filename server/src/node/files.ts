import fs from 'node:fs';
import { promisify } from 'node:util';
import { URI } from 'vscode-uri';
import type { BytesRead, FileRead, Files, FolderContents } from '../host';
import { encodingOf, utf8Fault } from '../text/encoding';

/** Loading `node:fs/promises` would take two milliseconds of the first hover: Node itself needs only `node:fs` to start. */
const open = promisify(fs.open);
const read = promisify(fs.read);
const status = promisify(fs.fstat);
const close = promisify(fs.close);
const stat = promisify(fs.stat);
const readdir = promisify(fs.readdir);

/** The largest file that is read, in bytes: 20 MB hold 100,000 concepts of the length that people write. */
export const LARGEST_FILE = 20_000_000;

/** Reach the files of this machine; what is not on its disk is asked of `others`. */
export function diskFiles(others: Files): Files {
  const isOnDisk = (uri: string) => uri.startsWith('file:');
  return {
    read: async (uri) => (isOnDisk(uri) ? decode(await readRegularFile(pathOf(uri))) : others.read(uri)),
    readBytes: (uri) => (isOnDisk(uri) ? readRegularFile(pathOf(uri)) : others.readBytes(uri)),
    list: (uri) => (isOnDisk(uri) ? listFolder(pathOf(uri)) : others.list(uri)),
    contents: async (uri) => (isOnDisk(uri) ? listContents(pathOf(uri)) : others.contents?.(uri)),
    stamp: (uri) => (isOnDisk(uri) ? stampFile(pathOf(uri)) : others.stamp(uri)),
  };
}

function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}

/** A pipe would block a thread of Node for ever when it is opened, and a device has no end: neither is a regular file. */
async function readRegularFile(path: string): Promise<BytesRead> {
  let file: number | undefined;
  try {
    file = await open(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    const found = await status(file);
    if (!found.isFile()) return NOT_REGULAR;
    if (found.size > LARGEST_FILE) {
      return { kind: 'refused', reason: `it has ${found.size} bytes, and the limit is ${LARGEST_FILE}` };
    }
    const bytes = await readBytes(file, found.size);
    if (bytes.length > LARGEST_FILE) {
      return { kind: 'refused', reason: `it grows beyond the limit of ${LARGEST_FILE} bytes` };
    }
    return { kind: 'bytes', bytes, text: (start, end) => bytes.toString('utf8', start, end) };
  } catch (error) {
    if (isAbsent(error)) return { kind: 'absent' };
    // A socket cannot even be opened.
    return codeOf(error) === 'ENXIO' ? NOT_REGULAR : { kind: 'refused', reason: messageOf(error) };
  } finally {
    if (file !== undefined) await close(file);
  }
}

const NOT_REGULAR: BytesRead & FileRead = { kind: 'refused', reason: 'it is not a regular file' };

/** A file may grow while it is read, so that its size is no bound: the buffers are. Most fit into the first. */
async function readBytes(file: number, size: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length <= LARGEST_FILE) {
    const room = chunks.length === 0 ? size + 1 : CHUNK;
    const { buffer, bytesRead } = await read(file, Buffer.allocUnsafeSlow(room), 0, room, null);
    if (bytesRead === 0) break;
    chunks.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
  }
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
}

const CHUNK = 65_536;

function decode(read: BytesRead): FileRead {
  if (read.kind !== 'bytes') return read;
  const encoding = encodingOf(read.bytes);
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true }).decode(read.bytes) };
  } catch {
    const fault = encoding === 'utf-8' ? utf8Fault(read.bytes) : undefined;
    const where = fault === undefined ? '' : ` (byte ${fault + 1} is none)`;
    return { kind: 'refused', reason: `it is not UTF-8 text${where}; save it as UTF-8` };
  }
}

async function listFolder(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch {
    return [];
  }
}

/** Whether a name is that of a folder comes with the list: asking for each would take as long again for each file. */
async function listContents(path: string): Promise<FolderContents | undefined> {
  try {
    const files: string[] = [];
    const folders: string[] = [];
    for (const found of await readdir(path, { withFileTypes: true })) {
      if (found.isDirectory()) folders.push(found.name);
      else files.push(found.name);
    }
    return { files, folders };
  } catch {
    return undefined;
  }
}

async function stampFile(path: string): Promise<string | undefined> {
  try {
    const { mtimeNs, ctimeNs, size, ino } = await stat(path, { bigint: true });
    return `${mtimeNs} ${ctimeNs} ${size} ${ino}`;
  } catch (error) {
    return isAbsent(error) ? undefined : 'unreadable';
  }
}

function isAbsent(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { constants } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import type { BytesRead, FileRead, Files } from '../host';

/** The largest file that is read, in bytes: 20 MB hold 100,000 concepts of the length that people write. */
export const LARGEST_FILE = 20_000_000;

/** Reach the files of this machine; what is not on its disk is asked of `others`. */
export function diskFiles(others: Files): Files {
  const isOnDisk = (uri: string) => uri.startsWith('file:');
  return {
    read: async (uri) => (isOnDisk(uri) ? decode(await readRegularFile(pathOf(uri))) : others.read(uri)),
    readBytes: (uri) => (isOnDisk(uri) ? readRegularFile(pathOf(uri)) : others.readBytes(uri)),
    list: (uri) => (isOnDisk(uri) ? listFolder(pathOf(uri)) : others.list(uri)),
    stamp: (uri) => (isOnDisk(uri) ? stampFile(pathOf(uri)) : others.stamp(uri)),
  };
}

function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}

/** A pipe would block a thread of Node for ever when it is opened, and a device has no end: neither is a regular file. */
async function readRegularFile(path: string): Promise<BytesRead> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = await file.stat();
    if (!status.isFile()) return NOT_REGULAR;
    if (status.size > LARGEST_FILE) {
      return { kind: 'refused', reason: `it has ${status.size} bytes, and the limit is ${LARGEST_FILE}` };
    }
    const bytes = await readBytes(file, status.size);
    if (bytes.length > LARGEST_FILE) {
      return { kind: 'refused', reason: `it grows beyond the limit of ${LARGEST_FILE} bytes` };
    }
    return { kind: 'bytes', bytes, text: (start, end) => bytes.toString('utf8', start, end) };
  } catch (error) {
    if (isAbsent(error)) return { kind: 'absent' };
    // A socket cannot even be opened.
    return codeOf(error) === 'ENXIO' ? NOT_REGULAR : { kind: 'refused', reason: messageOf(error) };
  } finally {
    await file?.close();
  }
}

const NOT_REGULAR: BytesRead & FileRead = { kind: 'refused', reason: 'it is not a regular file' };

/** A file may grow while it is read, so that its size is no bound: the buffers are. Most fit into the first. */
async function readBytes(file: FileHandle, size: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length <= LARGEST_FILE) {
    const room = chunks.length === 0 ? size + 1 : CHUNK;
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.allocUnsafeSlow(room) });
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
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(read.bytes) };
  } catch {
    return { kind: 'refused', reason: 'it is not UTF-8 text; save it as UTF-8' };
  }
}

async function listFolder(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch {
    return [];
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

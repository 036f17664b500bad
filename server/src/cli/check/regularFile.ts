import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { LARGEST_FILE } from '../../node/files';
import { codeOf, reasonOf } from './reason';

/** A text file as it was read. */
export interface TextFile extends ReadFile {
  /** Without the byte order mark. */
  readonly text: string;
  readonly hasByteOrderMark: boolean;
}

/** A file as it was read. */
export interface ReadFile {
  /** All of them. */
  readonly bytes: Buffer;
  readonly stamp: Stamp;
  /** When it was looked at, in milliseconds since 1970. */
  readonly lookedAt: number;
}

/** What tells that a file may have changed, without reading it. */
export interface Stamp {
  readonly size: number;
  /** In milliseconds since 1970, with fractions. */
  readonly modified: number;
  /** The number of the file on its device: another file may have come in its place. */
  readonly inode: number;
}

/** Why a file is not read, in plain words that read after a colon. */
export interface NotRead {
  readonly reason: string;
  readonly isAbsent: boolean;
}

/** Read a regular file of UTF-8 text. Waits for the disk. */
export function readTextFile(path: string): TextFile | NotRead {
  const read = readRegularFile(path);
  return 'reason' in read ? read : decode(read);
}

/** Read a regular file as it is. Waits for the disk. */
export function readRegularFile(path: string): ReadFile | NotRead {
  const lookedAt = Date.now();
  let file: number | undefined;
  try {
    // A pipe would keep its reader waiting for ever.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = fstatSync(file);
    if (!found.isFile()) return refuse('it is not a regular file');
    const bytes = readBytes(file, found.size);
    if (bytes.length > LARGEST_FILE) return refuse(`it has ${found.size} bytes, and the limit is ${LARGEST_FILE}`);
    return { bytes, stamp: stampOf(found), lookedAt };
  } catch (error) {
    const code = codeOf(error);
    return { reason: reasonOf(error), isAbsent: code === 'ENOENT' || code === 'ENOTDIR' };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Decode UTF-8; gives the reason in plain words where the bytes are something else. */
export function decode(read: ReadFile): TextFile | NotRead {
  const { bytes } = read;
  if (!isUtf8(bytes)) return refuse('it is not UTF-8 text; save it as UTF-8');
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { text: bytes.toString('utf8', hasByteOrderMark ? 3 : 0), hasByteOrderMark, ...read };
}

/** Give the stamp of a file that the system told of. */
export function stampOf({ size, mtimeMs, ino }: Pick<Stats, 'size' | 'mtimeMs' | 'ino'>): Stamp {
  return { size, modified: mtimeMs, inode: ino };
}

function refuse(reason: string): NotRead {
  return { reason, isAbsent: false };
}

/** A file may grow while it is read: what is read ends one byte behind the limit. */
function readBytes(file: number, size: number): Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  let room = Math.min(size, LARGEST_FILE) + 1;
  while (length <= LARGEST_FILE) {
    const chunk = Buffer.allocUnsafe(Math.min(room, LARGEST_FILE + 1 - length));
    const count = readSync(file, chunk, 0, chunk.length, null);
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
    length += count;
    room = CHUNK;
  }
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
}

const CHUNK = 65_536;

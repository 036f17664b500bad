import {
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { reasonOf } from './reason';
import { readTextFile, type TextFile } from './regularFile';

/** How a file was written, or why it was not, in plain words that read after a colon. */
export type Written = { readonly kind: 'written' } | { readonly kind: 'refused'; readonly reason: string };

/**
 * Put a text in the place of a file that was read: the whole of it or nothing, with the same mode and byte order mark. Writes a
 * new file beside it and renames that, in one go, so that no signal comes between; where others see the file under another name (hard links, links to it, an owner
 * that a new file would not have), it writes into the file itself, where only a power cut half-way can leave a part.
 */
export function replaceText(path: string, read: TextFile, text: string): Written {
  const bytes = Buffer.from(read.hasByteOrderMark ? `\uFEFF${text}` : text);
  try {
    const found = lstatSync(path);
    const now = readTextFile(path);
    if ('reason' in now) return refuse(now.reason);
    if (!now.bytes.equals(read.bytes)) return refuse('it has changed since it was read; it is left alone');
    // A rename needs no leave of the file itself: a file that nobody may write to is left alone all the same.
    if (found.isFile() && (found.mode & ANYBODY_WRITES) === 0) return refuse('it is read-only; it is left alone');
    if (found.isFile() && found.nlink === 1 && isOurs(found)) writeBeside(path, bytes, found.mode);
    else writeInto(path, bytes);
    return { kind: 'written' };
  } catch (error) {
    return refuse(`it could not be written: ${reasonOf(error)}`);
  }
}

/** Write a file of ours, such as a report or a cache: the whole of it or nothing. Throws what the system says. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  const found = lstatSync(path, { throwIfNoEntry: false });
  // A device such as `/dev/stderr`, or a link, stays what it is.
  if (found !== undefined && (!found.isFile() || found.nlink > 1)) writeOver(path, bytes);
  else writeBeside(path, bytes, found?.mode);
}

const ANYBODY_WRITES = 0o222;
const MODE_BITS = 0o7777;

function refuse(reason: string): Written {
  return { kind: 'refused', reason };
}

/** A new file belongs to us; root alone could give it away, and need not. */
function isOurs({ uid, gid }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && gid === process.getgid?.());
}

function writeBeside(path: string, bytes: Buffer, mode: number | undefined): void {
  const temporary = join(dirname(path), `.${basename(path).slice(0, LONGEST_NAME)}.${process.pid}-${serial++}.tmp`);
  try {
    // Nobody but us may put another file there, or have put one: `wx` fails then.
    const file = openSync(temporary, 'wx', mode === undefined ? 0o666 : mode & MODE_BITS);
    try {
      writeAll(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    // The mask of the process took bits away when it was made.
    if (mode !== undefined) chmodSync(temporary, mode & MODE_BITS);
    renameSync(temporary, path);
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
}

/** File systems allow names of 255 bytes; four bytes make up a character at most. */
const LONGEST_NAME = 50;
let serial = 0;

/** The new text is written before anything is cut off: a disk that is full leaves a long text long. */
function writeInto(path: string, bytes: Buffer): void {
  const file = openSync(path, constants.O_WRONLY);
  try {
    writeAll(file, bytes);
    ftruncateSync(file, bytes.length);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writeOver(path: string, bytes: Buffer): void {
  const file = openSync(path, 'w');
  try {
    writeAll(file, bytes);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is gone already, or never was.
  }
}

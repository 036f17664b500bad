import { readSync } from 'node:fs';
import { LARGEST_FILE } from '../../node/files';
import { codeOf, reasonOf } from './reason';
import { decode, type NotRead, type TextFile } from './regularFile';

/** Read standard input to its end as UTF-8 text; gives the reason in plain words where that cannot be. */
export function readStandardInput(): TextFile | NotRead {
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    for (let chunk = readChunk(); chunk.length > 0; chunk = readChunk()) {
      length += chunk.length;
      if (length > LARGEST_FILE) return refuse(`it is longer than the limit of ${LARGEST_FILE} bytes`);
      chunks.push(chunk);
    }
    return decode({ bytes: Buffer.concat(chunks), stamp: { size: length, modified: 0, inode: 0 }, lookedAt: 0 });
  } catch (error) {
    return refuse(reasonOf(error));
  }
}

const CHUNK = 65_536;
/** Milliseconds between two looks at a pipe that others read without waiting. */
const PAUSE = 10;

function readChunk(): Buffer {
  for (;;) {
    try {
      const chunk = Buffer.allocUnsafe(CHUNK);
      return chunk.subarray(0, readSync(0, chunk, 0, CHUNK, null));
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EOF') return Buffer.alloc(0);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, PAUSE);
    }
  }
}

function refuse(reason: string): NotRead {
  return { reason, isAbsent: false };
}

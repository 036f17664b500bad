import fs from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Storage } from '../host';

const close = promisify(fs.close);
const mkdir = promisify(fs.mkdir);
const open = promisify(fs.open);
const readFile = promisify(fs.readFile);
const readdir = promisify(fs.readdir);
const rename = promisify(fs.rename);
const stat = promisify(fs.stat);
const status = promisify(fs.fstat);
const unlink = promisify(fs.unlink);
const writeFile = promisify(fs.writeFile);

/** All files together, in bytes: ten of the largest glossaries. The oldest make room. */
const MOST_BYTES = 100_000_000;
/** One file, in bytes. */
const LARGEST_FILE = 20_000_000;
/** A file that is still being written after this, in milliseconds, was left by a process that ended. */
const LEFT_BEHIND = 3_600_000;

let writes = 0;

/** Keep bytes as files of a folder, which is asked for each time: where it is may be told late. */
export function folderStorage(folder: () => string | undefined, mostBytes = MOST_BYTES): Storage {
  return {
    async read(key) {
      const path = pathOf(folder(), key);
      return path === undefined ? undefined : readRegularFile(path).catch(() => undefined);
    },
    async write(key, bytes) {
      const path = pathOf(folder(), key);
      if (path === undefined || bytes.length > LARGEST_FILE) return;
      const unfinished = `${path}.${process.pid}-${++writes}${UNFINISHED}`;
      try {
        await mkdir(folder() ?? '', { recursive: true, mode: 0o700 });
        // A file of that name is none of ours, or a link to somewhere.
        await writeFile(unfinished, bytes, { mode: 0o600, flag: 'wx' });
        await rename(unfinished, path);
        await makeRoom(folder() ?? '', mostBytes);
      } catch {
        await unlink(unfinished).catch(() => {});
      }
    },
  };
}

const UNFINISHED = '.unfinished';
const KEY = /^[a-z0-9][a-z0-9.-]{0,127}$/;

function pathOf(folder: string | undefined, key: string): string | undefined {
  return folder === undefined || !KEY.test(key) || key.endsWith(UNFINISHED) ? undefined : join(folder, key);
}

async function readRegularFile(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
  try {
    const found = await status(file);
    return found.isFile() && found.size <= LARGEST_FILE ? await readFile(file) : undefined;
  } finally {
    await close(file);
  }
}

/** Take the oldest files away until the others fit, and those that nobody finishes. */
async function makeRoom(folder: string, mostBytes: number): Promise<void> {
  const files: { readonly path: string; readonly size: number; readonly time: number }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile() !== true) continue;
    const isLeft = name.endsWith(UNFINISHED) && Date.now() - found.mtimeMs > LEFT_BEHIND;
    if (isLeft) await unlink(path).catch(() => {});
    else if (!name.endsWith(UNFINISHED)) files.push({ path, size: found.size, time: found.mtimeMs });
  }
  files.sort((one, other) => other.time - one.time);
  let total = 0;
  for (const { path, size } of files) {
    total += size;
    if (total > mostBytes) await unlink(path).catch(() => {});
  }
}

import { Uri, workspace } from 'vscode';

/** Bytes that a server keeps from one run to the next, in a folder of the extension's own. */
export interface StoredBytes {
  read(params: unknown): Promise<Uint8Array | null>;
  write(params: unknown): Promise<null>;
}

/** One file, in bytes. */
const LARGEST_FILE = 20_000_000;
/** All files together, in bytes. The oldest make room. */
const MOST_BYTES = 100_000_000;

/** Name the folder for copies of glossaries, below the storage of the extension. */
export function copiesFolder(storage: Uri): Uri {
  return Uri.joinPath(storage, 'glossaries');
}

/** Keep bytes below the storage of the extension, for servers without a disk. */
export function storedBytes(storage: Uri): StoredBytes {
  const folder = copiesFolder(storage);
  let writes = 0;
  return {
    async read(params) {
      const key = keyOf(params);
      if (key === undefined) return null;
      try {
        return await workspace.fs.readFile(Uri.joinPath(folder, key));
      } catch {
        return null;
      }
    },
    async write(params) {
      const key = keyOf(params);
      const bytes = typeof params === 'object' && params !== null ? Reflect.get(params, 'bytes') : undefined;
      if (key === undefined || !(bytes instanceof Uint8Array) || bytes.length > LARGEST_FILE) return null;
      const unfinished = Uri.joinPath(folder, `${key}.${++writes}${UNFINISHED}`);
      try {
        await workspace.fs.createDirectory(folder);
        await workspace.fs.writeFile(unfinished, bytes);
        await workspace.fs.rename(unfinished, Uri.joinPath(folder, key), { overwrite: true });
        await makeRoom(folder);
      } catch {
        // What is not kept is asked for again.
      }
      return null;
    },
  };
}

const UNFINISHED = '.unfinished';
const KEY = /^[a-z0-9][a-z0-9.-]{0,127}$/;

function keyOf(params: unknown): string | undefined {
  const key = typeof params === 'object' && params !== null ? Reflect.get(params, 'key') : undefined;
  return typeof key === 'string' && KEY.test(key) && !key.endsWith(UNFINISHED) ? key : undefined;
}

async function makeRoom(folder: Uri): Promise<void> {
  const files: { readonly uri: Uri; readonly size: number; readonly mtime: number }[] = [];
  for (const [name] of await workspace.fs.readDirectory(folder)) {
    const uri = Uri.joinPath(folder, name);
    const { size, mtime } = await workspace.fs.stat(uri);
    files.push({ uri, size, mtime });
  }
  files.sort((one, other) => other.mtime - one.mtime);
  let total = 0;
  for (const { uri, size } of files) {
    total += size;
    if (total > MOST_BYTES) await workspace.fs.delete(uri);
  }
}

import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { isGlossaryFile } from '../../formats/fileNames';
import { languageOf } from '../../languages';
import type { UnreadableFile } from '../checkRun';

export interface Target {
  readonly file: string;
  readonly path: string;
}

/** Find documents. */
export function findTargets(
  names: readonly string[],
  folder: string,
): { readonly targets: readonly Target[]; readonly unreadable: readonly UnreadableFile[] } {
  const unreadable: UnreadableFile[] = [];
  const found = new Map<string, Target>();
  const take = (file: string) => {
    const uri = URI.file(file).toString();
    if (isGlossaryFile(basename(file)) || languageOf({ uri, languageId: '' }) === undefined) return;
    found.set(file, { file, path: relative(folder, file).split(sep).join('/') });
  };
  for (const name of names) {
    const start = resolve(folder, name);
    const status = statSync(start, { throwIfNoEntry: false });
    if (status === undefined) unreadable.push({ path: name, reason: 'there is no such file or folder' });
    else if (status.isFile()) take(start);
    else {
      const folders = [start];
      for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
        for (const child of readdirSync(at, { withFileTypes: true })) {
          if (child.isFile()) take(join(at, child.name));
          else if (child.isDirectory() && child.name !== '.git' && child.name !== 'node_modules')
            folders.push(join(at, child.name));
        }
      }
    }
  }
  return { targets: [...found.values()].sort((one, other) => (one.path < other.path ? -1 : 1)), unreadable };
}

import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { isGlossaryFile } from '../../formats/fileNames';
import { languageOf } from '../../languages';

export interface FoundDocument {
  readonly path: string;
  readonly uri: string;
}

export interface Walk {
  readonly documents: readonly FoundDocument[];
  readonly missing: readonly string[];
}

/** Find documents. */
export function walk(paths: readonly string[], folder: string): Walk {
  const missing: string[] = [];
  const found = new Map<string, FoundDocument>();
  const take = (file: string) => {
    const uri = URI.file(file).toString();
    if (isGlossaryFile(basename(file)) || languageOf({ uri, languageId: '' }) === undefined) return;
    found.set(uri, { uri, path: relative(folder, file).split(sep).join('/') });
  };
  for (const path of paths) {
    const start = resolve(folder, path);
    const status = statSync(start, { throwIfNoEntry: false });
    if (status === undefined) missing.push(path);
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
  const documents = [...found.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
  return { documents, missing };
}

import { existsSync, readdirSync } from 'node:fs';
import { URI } from 'vscode-uri';
import type { BytesRead, FileRead, Files, Unread } from '../../host';
import { contentHash } from './contentHash';
import { fileKindOf } from './fileKind';
import type { FileState } from './fileState';
import { GIT_IGNORE, repositoryOf } from './gitIgnore';
import { decode, type NotRead, readRegularFile, type Stamp } from './regularFile';

/**
 * All that was asked of the disk to find out what applies to documents, and the answers: what is found in them hangs on
 * nothing else. Plain data.
 */
export interface Questions {
  /** Folders, and the names in them that matter. */
  readonly folders: readonly (readonly [folder: string, names: string])[];
  /** Folders, and the repository that each lies in. */
  readonly repositories: readonly (readonly [folder: string, repository: string | undefined])[];
  readonly files: readonly (readonly [file: string, state: FileState | undefined])[];
}

/** Files as a command needs them: they are taken to stay as they are while it runs. Records what is asked. */
export class RecordedFiles implements Files {
  readonly #isHashing: boolean;
  readonly #folders = new Map<string, readonly string[]>();
  readonly #repositories = new Map<string, string | undefined>();
  readonly #files = new Map<string, FileState | undefined>();

  /** Make a reader; `isHashing` where somebody will ask for the questions. */
  constructor(isHashing: boolean) {
    this.#isHashing = isHashing;
  }

  async list(uri: string): Promise<readonly string[]> {
    const folder = pathOf(uri);
    const names = this.#folders.get(folder) ?? listFolder(folder);
    this.#folders.set(folder, names);
    return names;
  }

  async stamp(uri: string): Promise<string | undefined> {
    const path = pathOf(uri);
    if (existsSync(path)) return 'there';
    this.#files.set(path, undefined);
    return undefined;
  }

  async read(uri: string): Promise<FileRead> {
    const read = this.#read(pathOf(uri));
    if ('reason' in read) return unread(read);
    const decoded = decode(read.bytes, read.stamp);
    return 'reason' in decoded ? unread(decoded) : { kind: 'text', text: decoded.text };
  }

  async readBytes(uri: string): Promise<BytesRead> {
    const read = this.#read(pathOf(uri));
    if ('reason' in read) return unread(read);
    const { bytes } = read;
    return { kind: 'bytes', bytes, text: (start, end) => bytes.toString('utf8', start, end) };
  }

  /** Find the repository that a folder lies in; undefined where there is none. */
  repositoryOf(folder: string): string | undefined {
    if (this.#repositories.has(folder)) return this.#repositories.get(folder);
    const repository = repositoryOf(folder);
    this.#repositories.set(folder, repository);
    return repository;
  }

  /** List what was asked so far. */
  questions(): Questions {
    return {
      folders: [...this.#folders].map(([folder, names]) => [folder, namesThatMatter(names)]),
      repositories: [...this.#repositories],
      files: [...this.#files],
    };
  }

  #read(path: string): { readonly bytes: Buffer; readonly stamp: Stamp } | NotRead {
    const lookedAt = Date.now();
    const read = readRegularFile(path);
    if ('reason' in read) this.#files.set(path, undefined);
    else if (this.#isHashing) this.#files.set(path, { stamp: read.stamp, hash: contentHash(read.bytes), lookedAt });
    return read;
  }
}

/** Give the names of a folder as `questions` lists them. */
export function namesIn(folder: string): string {
  return namesThatMatter(listFolder(folder));
}

function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Names of files that apply to documents, or say which do. */
function namesThatMatter(names: readonly string[]): string {
  const matter = names.filter((name) => name === GIT_IGNORE || isOurs(name));
  return matter.sort().join('/');
}

function isOurs(name: string): boolean {
  const kind = fileKindOf(name);
  return kind === 'glossary' || kind === 'configuration';
}

function unread({ reason, isAbsent }: NotRead): Unread {
  return isAbsent ? { kind: 'absent' } : { kind: 'refused', reason };
}

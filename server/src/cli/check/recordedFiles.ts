import { existsSync, readdirSync } from 'node:fs';
import { URI } from 'vscode-uri';
import { isConfigurationFile } from '../../configuration/configurationFiles';
import { CONTEXTIVE_FOLDER, isContextiveFile } from '../../formats/fileNames';
import type { BytesRead, FileRead, Files, FolderContents, Unread } from '../../host';
import { GIT_IGNORE } from '../../ignoreRules';
import { type FileState, stateOf } from './fileState';
import { decode, type NotRead, type ReadFile, readRegularFile } from './regularFile';
import { RepositoryFinder } from './repository';

/**
 * All that was asked of the disk to find out what applies to documents, and the answers: what is found in them hangs on
 * nothing else. Plain data.
 */
export interface Questions {
  /** Folders, and the names in them that matter. */
  readonly folders: readonly (readonly [folder: string, names: string])[];
  /** Folders in which files of any name matter, and all names in them, those of folders with `/` behind. */
  readonly walked: readonly (readonly [folder: string, names: string])[];
  /** Folders, and the repository that each lies in. */
  readonly repositories: readonly (readonly [folder: string, repository: string | undefined])[];
  readonly files: readonly (readonly [file: string, state: FileState | undefined])[];
}

/** Files as a command needs them: they are taken to stay as they are while it runs. Records what is asked. */
export class RecordedFiles implements Files {
  readonly #isHashing: boolean;
  readonly #folders = new Map<string, readonly string[]>();
  readonly #walked = new Map<string, string>();
  readonly #finder = new RepositoryFinder();
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

  async contents(uri: string): Promise<FolderContents | undefined> {
    const folder = pathOf(uri);
    const contents = contentsOf(folder);
    this.#walked.set(folder, namesOf(contents));
    return contents;
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
    const decoded = decode(read);
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
    const repository = this.#finder.of(folder);
    this.#repositories.set(folder, repository);
    return repository;
  }

  /** List what was asked so far. */
  questions(): Questions {
    return {
      folders: [...this.#folders].map(([folder, names]) => [folder, namesThatMatter(names)]),
      walked: [...this.#walked],
      repositories: [...this.#repositories],
      files: [...this.#files],
    };
  }

  #read(path: string): ReadFile | NotRead {
    const read = readRegularFile(path);
    if ('reason' in read) this.#files.set(path, undefined);
    else if (this.#isHashing) this.#files.set(path, stateOf(read));
    return read;
  }
}

/** Give the names of a folder as `questions` lists them. */
export function namesIn(folder: string): string {
  return namesThatMatter(listFolder(folder));
}

/** Give all names of a folder as `questions` lists them. */
export function allNamesIn(folder: string): string {
  return namesOf(contentsOf(folder));
}

function contentsOf(folder: string): FolderContents | undefined {
  try {
    const files: string[] = [];
    const folders: string[] = [];
    for (const found of readdirSync(folder, { withFileTypes: true })) {
      if (found.isDirectory()) folders.push(found.name);
      else files.push(found.name);
    }
    return { files, folders };
  } catch {
    return undefined;
  }
}

/** No name has a line end and a slash at its end; what is no folder at all has no names, and not even none. */
function namesOf(contents: FolderContents | undefined): string {
  if (contents === undefined) return '';
  return `/${[...contents.files, ...contents.folders.map((name) => `${name}/`)].sort().join('\n')}`;
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
  const matter = names.filter(
    (name) => name === GIT_IGNORE || name === CONTEXTIVE_FOLDER || isContextiveFile(name) || isConfigurationFile(name),
  );
  return matter.sort().join('/');
}

function unread({ reason, isAbsent }: NotRead): Unread {
  return isAbsent ? { kind: 'absent' } : { kind: 'refused', reason };
}

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileFinding } from '../checkRun';
import type { ConceptUses } from './conceptUses';
import { type FileState, lookAgain } from './fileState';
import { fieldsOf, readAll, readFindings, readText } from './jsonFindings';
import { allNamesIn, namesIn, type Questions } from './recordedFiles';
import { RepositoryFinder } from './repository';
import { writeWhole } from './wholeFile';

/** What was found in a file, and what the file was. */
export interface CachedFile {
  readonly state: FileState;
  readonly findings: readonly FileFinding[];
  /** What it uses of glossaries whose unused concepts are looked for; undefined where there are none such. */
  readonly uses: ConceptUses | undefined;
}

/**
 * What earlier runs found, in a file of JSON. It holds as long as the version, the options, and all that was asked of the disk
 * to find out what applies are the same; and for a document, as long as its content is. Whatever else the file
 * holds, or that it is not there, is as good as empty.
 */
export class Cache {
  readonly #file: string;
  readonly #key: string;
  readonly #questions: Questions;
  readonly #files: Map<string, CachedFile>;
  /** Whether something in it is no longer as the file on disk has it. */
  #isChanged = false;

  private constructor(file: string, key: string, { questions, files }: Content) {
    this.#file = file;
    this.#key = key;
    this.#questions = questions;
    this.#files = files;
  }

  /** Open a file. Never throws. */
  static open(file: string, key: string): Cache {
    const content = readContent(file, key);
    const isGood = content !== undefined && isCurrent(content.questions);
    return new Cache(file, key, isGood ? content : emptyContent());
  }

  /** Give what was found in a file of this path, where its content is still the same. */
  find(path: string): CachedFile | undefined {
    const cached = this.#files.get(path);
    if (cached === undefined) return undefined;
    const state = lookAgain(path, cached.state);
    if (state !== cached.state) this.#isChanged = true;
    if (state === undefined) {
      this.#files.delete(path);
      return undefined;
    }
    this.#files.set(path, { ...cached, state });
    return cached;
  }

  /** Keep what was found in a file. */
  keep(path: string, cached: CachedFile): void {
    this.#files.set(path, cached);
    this.#isChanged = true;
  }

  /** Write the file where something changed; `asked` is what was asked besides. A cache that cannot be written is none. */
  write(asked: readonly Questions[]): void {
    if (!this.#isChanged) return;
    const all = [this.#questions, ...asked];
    const content = {
      key: this.#key,
      questions: {
        folders: [...new Map(all.flatMap(({ folders }) => folders))],
        walked: [...new Map(all.flatMap(({ walked }) => walked))],
        repositories: [...new Map(all.flatMap(({ repositories }) => repositories))],
        files: [...new Map(all.flatMap(({ files }) => files))],
      },
      files: [...this.#files].map(([path, { state, findings, uses }]) => [path, state, findings, uses]),
    };
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeWhole(this.#file, JSON.stringify(content));
    } catch {
      // A folder that nobody may write to costs time and nothing else.
    }
  }
}

interface Content {
  readonly questions: Questions;
  readonly files: Map<string, CachedFile>;
}

function emptyContent(): Content {
  return { questions: { folders: [], walked: [], repositories: [], files: [] }, files: new Map() };
}

/** Tell whether the disk would answer all questions as it did. */
function isCurrent({ folders, walked, repositories, files }: Questions): boolean {
  const finder = new RepositoryFinder();
  return (
    files.every(([file, state]) => (state === undefined ? !existsSync(file) : lookAgain(file, state) !== undefined)) &&
    folders.every(([folder, names]) => namesIn(folder) === names) &&
    walked.every(([folder, names]) => allNamesIn(folder) === names) &&
    repositories.every(([folder, repository]) => finder.of(folder) === repository)
  );
}

function readContent(file: string, key: string): Content | undefined {
  try {
    const fields = fieldsOf(JSON.parse(readFileSync(file, 'utf8')));
    if (fields?.get('key') !== key) return undefined;
    const questions = readQuestions(fields.get('questions'));
    const files = readAll(fields.get('files'), readFile);
    return questions === undefined || files === undefined ? undefined : { questions, files: new Map(files) };
  } catch {
    return undefined;
  }
}

function readFile(value: unknown): readonly [path: string, file: CachedFile] | undefined {
  const [path, stateValue, findingsValue, usesValue] = listOf(value);
  const state = readState(stateValue);
  const findings = readFindings(findingsValue);
  const hasUses = usesValue !== undefined && usesValue !== null;
  const uses = hasUses ? readAll(usesValue, readUsesOfGlossary) : undefined;
  if (typeof path !== 'string' || state === undefined || findings === undefined) return undefined;
  return hasUses && uses === undefined ? undefined : [path, { state, findings, uses }];
}

function readUsesOfGlossary(value: unknown): ConceptUses[number] | undefined {
  const [glossary, idsValue] = listOf(value);
  const ids = readAll(idsValue, readText);
  return typeof glossary === 'string' && ids !== undefined ? [glossary, ids] : undefined;
}

function readQuestions(value: unknown): Questions | undefined {
  const fields = fieldsOf(value);
  const readNames = (pair: unknown) => {
    const [folder, names] = listOf(pair).map(readText);
    return folder === undefined || names === undefined ? undefined : ([folder, names] as const);
  };
  const folders = readAll(fields?.get('folders'), readNames);
  const walked = readAll(fields?.get('walked'), readNames);
  const repositories = readAll(fields?.get('repositories'), (pair) => {
    const [folder, repository] = listOf(pair).map(readText);
    return folder === undefined ? undefined : ([folder, repository] as const);
  });
  const files = readAll(fields?.get('files'), (pair) => {
    const [file, stateValue] = listOf(pair);
    const state = readState(stateValue);
    const isPair = typeof file === 'string' && (state !== undefined || stateValue === null || stateValue === undefined);
    return isPair ? ([file, state] as const) : undefined;
  });
  const isWhole = folders !== undefined && walked !== undefined && repositories !== undefined && files !== undefined;
  return isWhole ? { folders, walked, repositories, files } : undefined;
}

function readState(value: unknown): FileState | undefined {
  const fields = fieldsOf(value);
  const stamp = fieldsOf(fields?.get('stamp'));
  const hash = fields?.get('hash');
  const [size, modified, inode, lookedAt] = [
    stamp?.get('size'),
    stamp?.get('modified'),
    stamp?.get('inode'),
    fields?.get('lookedAt'),
  ];
  if (typeof hash !== 'string' || typeof size !== 'number' || typeof modified !== 'number') return undefined;
  if (typeof inode !== 'number' || typeof lookedAt !== 'number') return undefined;
  return { stamp: { size, modified, inode }, hash, lookedAt };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

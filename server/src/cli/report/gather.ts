import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { Occurrences } from '../../analysis/occurrences';
import type { LoadedGlossary, LoaderContext } from '../../glossaryLoader';
import type { Files } from '../../host';
import { languageOf } from '../../languages';
import { parseDocument } from '../../languages/document';
import { diskFiles } from '../../node/files';
import { type Scope, ScopeLoader } from '../../scopes';
import { defaultSettings } from '../../settings';
import { SourceReader } from '../../text/source';
import type { UnreadableFile } from '../checkRun';
import { problemsIn } from '../glossaryProblems';
import { explanationsIn } from './explanations';
import { readRunningText, sentenceAt } from './runningText';
import { findTargets, type Target } from './targets';
import { Usage, type UsedGlossary } from './usage';
import type { UsageReport } from './usageReport';

/** What to report on. */
export interface ReportOptions {
  /** Files and folders, relative to `folder`. */
  readonly paths: readonly string[];
  /** The working directory. */
  readonly folder: string;
  /** Glossary files beside those of the folders, as URIs. */
  readonly glossaries: readonly string[];
  /** The pack of the glossary that comes along, as a URI; undefined where it is left out. */
  readonly shippedGlossary: string | undefined;
  /** A file that is not counted, as it is the report itself. */
  readonly output: string | undefined;
}

/** What came out of it. */
export interface Gathered {
  readonly usage: Omit<UsageReport, 'title' | 'date' | 'version'>;
  /** What is wrong with the glossaries, as `file:line:column: message`. */
  readonly problems: readonly string[];
  /** Those of `glossaries` that are not there. */
  readonly missing: readonly string[];
}

/** Read documents and find out how they use the terms of the glossaries that apply to each of them. */
export async function gather({ paths, output, ...options }: ReportOptions): Promise<Gathered> {
  const { targets, unreadable } = findTargets(paths, options.folder);
  const documents = new Documents(options);
  const usage = new Usage();
  const unread: UnreadableFile[] = [...unreadable];
  for (const target of targets) {
    if (target.file === output) continue;
    const reason = await documents.addTo(usage, target);
    if (reason !== undefined) unread.push({ path: target.path, reason });
  }
  const loaded = documents.loaded;
  return {
    usage: { ...usage.report(usedGlossaries(loaded, options.folder)), unreadable: unread },
    problems: loaded.flatMap((glossary) => problemsIn(glossary, options.folder)),
    missing: targets.length === 0 ? [] : options.glossaries.filter((file) => loaded.every(({ uri }) => uri !== file)),
  };
}

/** Reads documents with what applies to each. Reads each glossary once in its life. */
class Documents {
  readonly #options: Pick<ReportOptions, 'folder' | 'glossaries' | 'shippedGlossary'>;
  readonly #files = diskFiles(noFiles);
  readonly #reader = new SourceReader(copyUnits);
  readonly #scopes = new ScopeLoader({ files: this.#files, clock: stoppedClock, log: silentLog, copyUnits });
  readonly #loaded = new Map<string, LoadedGlossary>();
  /** The repository of each folder that a document was in. */
  readonly #roots = new Map<string, string>();

  constructor(options: Pick<ReportOptions, 'folder' | 'glossaries' | 'shippedGlossary'>) {
    this.#options = options;
  }

  /** The glossaries that applied to some document so far, the shipped one last. */
  get loaded(): readonly LoadedGlossary[] {
    const loaded = [...this.#loaded.values()];
    return [...loaded.filter(({ isShipped }) => !isShipped), ...loaded.filter(({ isShipped }) => isShipped)];
  }

  /** Add what a document uses; gives the reason in plain words where it cannot be read. */
  async addTo(usage: Usage, { file, path }: Target): Promise<string | undefined> {
    const uri = URI.file(file).toString();
    const language = languageOf({ uri, languageId: '' });
    if (language === undefined) return 'it is neither Markdown nor YAML';
    const read = await this.#files.read(uri);
    if (read.kind !== 'text') return read.kind === 'absent' ? 'it is no longer there' : read.reason;
    const { text } = read;
    const { terminology, policy } = await this.#scopeOf(uri, dirname(file));
    const parsed = parseDocument(text, language, this.#reader);
    const { words, mentions } = readRunningText(parsed, this.#reader);
    usage.add({
      path,
      text,
      words,
      occurrences: new Occurrences(parsed, terminology.vocabulary, this.#reader),
      ...explanationsIn({ language, text, terminology, policy, uses: [], mentions }, parsed, this.#reader),
      sentenceAt: (offset) => sentenceAt(parsed, offset, this.#reader),
    });
    return undefined;
  }

  async #scopeOf(uri: string, folder: string): Promise<Scope> {
    const scope = await this.#scopes.scopeOf(uri, this.#contextOf(folder));
    for (const glossary of scope.loaded) this.#loaded.set(glossary.uri, glossary);
    return scope;
  }

  #contextOf(folder: string): LoaderContext {
    const { glossaries, shippedGlossary } = this.#options;
    return {
      settings: { ...defaultSettings, glossaries, shippedGlossary: shippedGlossary !== undefined },
      workspaceFolders: [URI.file(this.#rootOf(folder)).toString()],
      shippedGlossary: shippedGlossary ?? '',
      // Whoever asks for a report of a folder trusts what lies in it.
      isTrusted: true,
      isWatched: () => false,
      openText: () => undefined,
      openNames: () => [],
    };
  }

  /** Glossaries apply from the root of the repository down; without one, from the working directory. */
  #rootOf(folder: string): string {
    const root = this.#roots.get(folder) ?? repositoryOf(folder) ?? this.#options.folder;
    this.#roots.set(folder, root);
    return root;
  }
}

function usedGlossaries(loaded: readonly LoadedGlossary[], folder: string): readonly UsedGlossary[] {
  return loaded.flatMap(({ uri, glossary, isShipped }) => {
    const path = isShipped ? undefined : relative(folder, URI.parse(uri).fsPath).split(sep).join('/');
    return glossary === undefined ? [] : [{ glossary, path }];
  });
}

function repositoryOf(folder: string): string | undefined {
  let current = folder;
  while (!existsSync(join(current, '.git'))) {
    const above = dirname(current);
    if (above === current) return undefined;
    current = above;
  }
  return current;
}

/** The fastest way to copy that Node knows. */
function copyUnits(text: string, target: Uint16Array): void {
  Buffer.from(target.buffer).write(text, 'utf16le');
}

const noFiles: Files = {
  read: async () => ({ kind: 'absent' }),
  readBytes: async () => ({ kind: 'absent' }),
  list: async () => [],
  stamp: async () => undefined,
};
/** Files are taken to stay as they are while a command runs. */
const stoppedClock = { now: () => 0, after: () => () => {} };
const silentLog = { info: () => {}, warn: () => {}, error: () => {} };

import { dirname } from 'node:path';
import { URI } from 'vscode-uri';
import { Occurrences } from '../../analysis/occurrences';
import type { LoadedGlossary, LoaderContext } from '../../glossaryLoader';
import { languageOf } from '../../languages';
import { parseDocument } from '../../languages/document';
import { type Scope, ScopeLoader } from '../../scopes';
import { defaultSettings } from '../../settings';
import { SourceReader } from '../../text/source';
import { RecordedFiles } from '../check/recordedFiles';
import { readTextFile } from '../check/regularFile';
import { findTargets, shownPath, type Target } from '../check/targets';
import type { UnreadableFile } from '../checkRun';
import { type CommandHost, commandHost } from '../commandHost';
import { problemsIn } from '../glossaryProblems';
import { explanationsIn } from './explanations';
import { readRunningText, sentenceAt } from './runningText';
import { Usage, type UsedGlossary } from './usage';
import type { UsageReport } from './usageReport';

/** What to report on. */
export interface ReportOptions {
  /** Files, folders and globs, relative to `folder`. */
  readonly paths: readonly string[];
  /** The working directory. */
  readonly folder: string;
  /** Glossaries beside those of the folders, as settings name them. */
  readonly glossaries: readonly string[];
  /** Hosts that glossaries may be fetched from, beside those of the environment. */
  readonly allowedHosts: readonly string[];
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
}

/**
 * Read documents and find out how they use the terms of the glossaries that apply to each of them. Throws a `UsageError`
 * where a glob stands for nothing.
 */
export async function gather({ paths, output, ...options }: ReportOptions): Promise<Gathered> {
  const { targets, unreadable } = findTargets(paths, options.folder);
  const documents = new Documents(options);
  const usage = new Usage();
  const unread: UnreadableFile[] = [...unreadable];
  for (const target of targets) {
    if (target.kind !== 'document' || target.file === output) continue;
    const reason = await documents.addTo(usage, target);
    if (reason !== undefined) unread.push({ path: target.path, reason });
  }
  const { loaded } = documents;
  return {
    usage: { ...usage.report(usedGlossaries(loaded, options.folder)), unreadable: unread },
    problems: [
      ...documents.missing.map((source) => `${source}: There is no glossary there`),
      ...loaded.flatMap((glossary) => problemsIn(glossary, options.folder)),
    ],
  };
}

type DocumentOptions = Omit<ReportOptions, 'paths' | 'output'>;

/** Reads documents with what applies to each. Reads each glossary once in its life. */
class Documents {
  readonly #options: DocumentOptions;
  readonly #files = new RecordedFiles(false);
  readonly #reader = new SourceReader(copyUnits);
  readonly #command: CommandHost;
  readonly #scopes: ScopeLoader;
  readonly #loaded = new Map<string, LoadedGlossary>();
  /** What is named with `--glossary` and stands for nothing; of an address, what is loaded says it. */
  readonly #missing = new Set<string>();

  constructor(options: DocumentOptions) {
    this.#options = options;
    const changed = (url: string) => this.#scopes.invalidate(url);
    this.#command = commandHost(this.#files, options.allowedHosts, changed);
    this.#scopes = new ScopeLoader(this.#command.host, { web: this.#command.web });
  }

  /** The glossaries that applied to some document so far, the shipped one last. */
  get loaded(): readonly LoadedGlossary[] {
    const loaded = [...this.#loaded.values()];
    return [...loaded.filter(({ isShipped }) => !isShipped), ...loaded.filter(({ isShipped }) => isShipped)];
  }

  /** What was named and stands for nothing. */
  get missing(): readonly string[] {
    return [...this.#missing];
  }

  /** Add what a document uses; gives the reason in plain words where it cannot be read. */
  async addTo(usage: Usage, { file, path }: Target): Promise<string | undefined> {
    const uri = URI.file(file).toString();
    const language = languageOf({ uri, languageId: '' });
    if (language === undefined) return 'it is neither Markdown nor YAML';
    const read = readTextFile(file);
    if ('reason' in read) return read.reason;
    const { text } = read;
    const { terminology, policy } = await this.#scopeOf(uri, dirname(file));
    const parsed = parseDocument(text, language, this.#reader);
    const { words, mentions } = readRunningText(parsed, this.#reader);
    usage.add({
      path,
      text,
      words,
      occurrences: new Occurrences(parsed, terminology.vocabulary, this.#reader),
      ...explanationsIn({ language, text, terminology, policy, mentions }, parsed, this.#reader),
      sentenceAt: (offset) => sentenceAt(parsed, offset, this.#reader),
    });
    return undefined;
  }

  async #scopeOf(uri: string, folder: string): Promise<Scope> {
    const scope = await this.#command.load(() => this.#scopes.scopeOf(uri, this.#contextOf(folder)));
    for (const glossary of scope.loaded) this.#loaded.set(glossary.uri, glossary);
    for (const source of scope.missing) if (!/^https:/i.test(source)) this.#missing.add(source);
    return scope;
  }

  #contextOf(folder: string): LoaderContext {
    const { glossaries, shippedGlossary } = this.#options;
    return {
      settings: {
        ...defaultSettings,
        glossaries: glossaries.map((source) => ({ source })),
        shippedGlossary: shippedGlossary !== undefined,
      },
      // Glossaries apply from the root of the repository down; without one, from the working directory.
      workspaceFolders: [URI.file(this.#files.repositoryOf(folder) ?? this.#options.folder).toString()],
      shippedGlossary: shippedGlossary ?? '',
      // Whoever asks for a report on a folder trusts what its configurations name.
      isTrusted: true,
      isWatched: () => false,
      openText: () => undefined,
      openNames: () => [],
    };
  }
}

function usedGlossaries(loaded: readonly LoadedGlossary[], folder: string): readonly UsedGlossary[] {
  return loaded.flatMap(({ uri, glossary, isShipped }) => {
    const path = isShipped ? undefined : uri.startsWith('file:') ? shownPath(URI.parse(uri).fsPath, folder) : uri;
    return glossary === undefined ? [] : [{ glossary, path }];
  });
}

/** The fastest way to copy that Node knows. */
function copyUnits(text: string, target: Uint16Array): void {
  Buffer.from(target.buffer).write(text, 'utf16le');
}

import { dirname } from 'node:path';
import { URI } from 'vscode-uri';
import { checks } from '../../analysis/checks';
import type { Finding, Severity } from '../../analysis/finding';
import { Findings } from '../../analysis/findings';
import { Occurrences } from '../../analysis/occurrences';
import { formatOf, unknownRelated } from '../../formats';
import type { GlossaryProblem } from '../../formats/format';
import type { LoaderContext } from '../../glossaryLoader';
import type { Files } from '../../host';
import { languageOf } from '../../languages';
import { parseDocument } from '../../languages/document';
import { diskFiles } from '../../node/files';
import { type Scope, ScopeLoader } from '../../scopes';
import { defaultSettings } from '../../settings';
import { SourceReader } from '../../text/source';
import { repositoryOf } from './gitIgnore';
import type { Target } from './targets';

/** What a command says of how documents are checked. Plain data: it goes to threads, and names what a cache is good for. */
export interface CheckOptions {
  /** The working directory. */
  readonly folder: string;
  /** The pack of the glossary that comes along, as a URI. */
  readonly shippedGlossary: string;
  /** Glossary files beside those of the folders, as URIs. */
  readonly glossaries: readonly string[];
  /** By the names of checks; they go before what configurations say. */
  readonly severities: readonly (readonly [check: string, severity: Severity | 'off'])[];
}

/** Checks texts of files with what applies to each of them. Reads each glossary and each configuration once in its life. */
export class DocumentChecker {
  readonly #options: CheckOptions;
  readonly #reader = new SourceReader((text, target) => Buffer.from(target.buffer).write(text, 'utf16le'));
  readonly #findings = new Findings(checks, this.#reader);
  readonly #scopes: ScopeLoader;
  /** The repository of each folder that a document was in. */
  readonly #roots = new Map<string, string>();

  constructor(options: CheckOptions) {
    this.#options = options;
    this.#scopes = new ScopeLoader({
      files: diskFiles(noFiles),
      clock: stoppedClock,
      log: silentLog,
      copyUnits: (text, target) => Buffer.from(target.buffer).write(text, 'utf16le'),
    });
  }

  /** Find out what applies to a file. */
  scopeOf({ file }: Target): Promise<Scope> {
    return this.#scopes.scopeOf(URI.file(file).toString(), this.#contextOf(dirname(file)));
  }

  /** Check a text as that of a file: a document's wording, and what is wrong with a file of ours. */
  check({ file, kind }: Target, text: string, scope: Scope): readonly Finding[] {
    const uri = URI.file(file).toString();
    switch (kind) {
      case 'document':
        return this.#wordingOf(uri, text, scope);
      case 'glossary':
        return glossaryProblems(uri, text, scope);
      case 'configuration':
        return [];
    }
  }

  #wordingOf(uri: string, text: string, { terminology, checked, policy }: Scope): readonly Finding[] {
    const language = languageOf({ uri, languageId: '' });
    if (language === undefined || policy.severities.size === 0) return [];
    const document = parseDocument(text, language, this.#reader);
    const occurrences = new Occurrences(document, checked.vocabulary, this.#reader);
    return this.#findings.in(occurrences, { terminology, policy });
  }

  #contextOf(folder: string): LoaderContext {
    const { glossaries, shippedGlossary } = this.#options;
    return {
      settings: { ...defaultSettings, glossaries },
      workspaceFolders: [URI.file(this.#rootOf(folder)).toString()],
      shippedGlossary,
      isWatched: () => false,
      openText: () => undefined,
      openNames: () => [],
    };
  }

  /** Glossaries and configurations apply from the root of the repository down; without one, from the working directory. */
  #rootOf(folder: string): string {
    const root = this.#roots.get(folder) ?? repositoryOf(folder) ?? this.#options.folder;
    this.#roots.set(folder, root);
    return root;
  }
}

function glossaryProblems(uri: string, text: string, { terminology }: Scope): readonly Finding[] {
  const { problems, relatedNames } = formatOf(uri).read({ uri, text, defaultName: '' });
  const isKnown = (name: string) => terminology.find(name, uri) !== undefined;
  return [...problems, ...unknownRelated(relatedNames, isKnown)].map(findingOf);
}

function findingOf({ code, severity, message, span, related = [] }: GlossaryProblem): Finding {
  return { check: code, severity, message, span, fixes: [], related, isDeprecated: false };
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

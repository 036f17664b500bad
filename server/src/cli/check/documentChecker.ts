import { dirname } from 'node:path';
import { URI } from 'vscode-uri';
import { checkNames } from '../../analysis/checkList';
import { checks } from '../../analysis/checks';
import { byPlace, type Finding, type Severity } from '../../analysis/finding';
import { Findings, isChecked } from '../../analysis/findings';
import { unusedConcept } from '../../analysis/glossaryChecks/unusedConcept';
import { Occurrences } from '../../analysis/occurrences';
import { applySuppressions, suppressionsIn } from '../../analysis/suppressions';
import { readConfiguration } from '../../configuration/readConfiguration';
import { configurationFindings, withReferences } from '../../configurationDiagnostics';
import type { LoadedConfiguration } from '../../configurationLoader';
import { readerOf } from '../../formats';
import type { GlossaryReader } from '../../formats/format';
import { glossaryFindings } from '../../glossaryFindings';
import type { LoaderContext } from '../../glossaryLoader';
import { languageOf } from '../../languages';
import { parseDocument } from '../../languages/document';
import { filesOf, type LoadedGlossary } from '../../loadedGlossary';
import { type Scope, ScopeLoader } from '../../scopes';
import { defaultSettings } from '../../settings';
import type { Concept } from '../../terminology/concept';
import { SourceReader } from '../../text/source';
import type { UnreadableFile } from '../checkRun';
import { type CommandHost, commandHost } from '../commandHost';
import { type ConceptUses, conceptUses } from './conceptUses';
import { type Questions, RecordedFiles } from './recordedFiles';
import { shownPath, type Target } from './targets';

/** What a command says of how documents are checked. Plain data: it goes to threads, and names what a cache is good for. */
export interface CheckOptions {
  /** The working directory. */
  readonly folder: string;
  /** The pack of the glossary that comes along, as a URI. */
  readonly shippedGlossary: string;
  /** Glossaries beside those of the folders, as settings name them. */
  readonly glossaries: readonly string[];
  /** By the names of checks; they go before what configurations say. */
  readonly severities: readonly (readonly [check: string, severity: Severity | 'off'])[];
  /** A configuration file that counts instead of those in folders, as a URI; `false` where none counts. */
  readonly configuration: string | false | undefined;
  /** Hosts that glossaries may be fetched from, beside those of the environment. */
  readonly allowedHosts?: readonly string[];
  /** Somebody keeps what is found, and what that hangs on. */
  readonly isCaching: boolean;
}

/** What is learned while documents are checked, besides findings. Plain data. */
export interface Knowledge {
  /** Glossaries and configurations that apply and cannot be read. */
  readonly unusable: readonly UnreadableFile[];
  /** What was asked of the disk to find out what applies. */
  readonly questions: Questions;
  /** Some glossary came from the web, which changes without a word: what is found hangs on more than on the disk. */
  readonly isOfTheWeb: boolean;
}

/** Checks texts of files with what applies to each of them. Reads each glossary and each configuration once in its life. */
export class DocumentChecker {
  readonly #options: CheckOptions;
  readonly #reader = new SourceReader(copyUnits);
  readonly #findings = new Findings(checks, this.#reader);
  readonly #files: RecordedFiles;
  readonly #scopes: ScopeLoader;
  readonly #command: CommandHost;
  #isOfTheWeb = false;
  /** What applies to the files of folders, where no path is told apart from others. */
  readonly #ofFolders = new Map<string, Scope>();
  /** Whether the unused concepts of glossaries are looked for, by their URIs. */
  readonly #asking = new Map<string, boolean>();
  /** What reads the glossary that is checked. */
  #glossaryReader: GlossaryReader | undefined;
  /** Those of the last document: what it uses is asked right behind what is found in it. */
  #last: Occurrences | undefined;
  /** Glossaries and configurations that apply and cannot be read, as URIs, and why. */
  readonly #unusable = new Map<string, string>();

  constructor(options: CheckOptions) {
    this.#options = options;
    this.#files = new RecordedFiles(options.isCaching);
    const changed = (url: string) => this.#scopes.invalidate(url);
    this.#command = commandHost(this.#files, options.allowedHosts ?? [], changed);
    this.#scopes = new ScopeLoader(this.#command.host, { web: this.#command.web });
  }

  /** Find out what applies to a file, and make ready for its text where it is a glossary. */
  async scopeOf({ file, kind }: Target, text: string): Promise<Scope> {
    if (kind === 'glossary') this.#glossaryReader = await readerOf({ uri: URI.file(file).toString(), text });
    const folder = dirname(file);
    const known = this.#ofFolders.get(folder);
    if (known !== undefined) return known;
    const scope = await this.#load(URI.file(file).toString(), folder);
    if (isSameForAll(scope)) this.#ofFolders.set(folder, scope);
    for (const loaded of scope.loaded.flatMap(filesOf)) {
      if (loaded.glossary === undefined) this.#unusable.set(loaded.uri, whyUnusable(loaded));
    }
    for (const source of scope.missing) {
      // Of an address more is known: it is among what is loaded.
      if (!/^https:/i.test(source)) this.#unusable.set(source, NO_GLOSSARY);
    }
    const { configuration } = scope;
    if (configuration !== undefined && configuration.configuration === undefined) {
      this.#unusable.set(configuration.uri, whyUnusable(configuration));
    }
    return scope;
  }

  async #load(uri: string, folder: string): Promise<Scope> {
    const scope = await this.#command.load(() => this.#scopes.scopeOf(uri, this.#contextOf(folder)));
    this.#isOfTheWeb ||= scope.loaded.some((loaded) => this.#command.web?.has(loaded.uri));
    return scope;
  }

  /** Tell what has been learned besides findings, so far. */
  knowledge(): Knowledge {
    const { folder } = this.#options;
    const unusable = [...this.#unusable].map(([uri, reason]) => ({
      path: uri.startsWith('file:') ? shownPath(URI.parse(uri).fsPath, folder) : uri,
      reason,
    }));
    return { unusable, questions: this.#files.questions(), isOfTheWeb: this.#isOfTheWeb };
  }

  /** Check a text as that of a file: a document's wording, and what is wrong with a file of ours. */
  check({ file, kind }: Target, text: string, scope: Scope): readonly Finding[] {
    const uri = URI.file(file).toString();
    switch (kind) {
      case 'document':
        return this.#ofDocument(uri, text, scope);
      case 'glossary':
        return this.#problemsOf(uri, text, scope);
      case 'configuration':
        return configurationProblems(uri, text, scope);
    }
  }

  /** Say what is wrong with a glossary, where `isUsed` knows the concepts that the documents of a run use. */
  checkGlossary(
    { file }: Target,
    text: string,
    scope: Scope,
    isUsed: (concept: Concept) => boolean,
  ): readonly Finding[] {
    return this.#problemsOf(URI.file(file).toString(), text, scope, isUsed);
  }

  /**
   * List what a document uses of the glossaries that apply to it and whose unused concepts are looked for; undefined where there
   * are none such, as mostly.
   */
  async usesIn({ file, kind }: Target, text: string, scope: Scope): Promise<ConceptUses | undefined> {
    if (kind !== 'document') return undefined;
    const asking = new Set<string>();
    for (const { uri, isShipped, glossary } of scope.loaded) {
      if (!isShipped && glossary !== undefined && (await this.#isAsking(uri))) asking.add(uri);
    }
    if (asking.size === 0) return undefined;
    const occurrences = this.#occurrencesIn(URI.file(file).toString(), text, scope);
    return occurrences && conceptUses(occurrences, scope.terminology, asking);
  }

  /** What counts for a glossary is what applies where it lies, which need not be what applies to a document. */
  async #isAsking(uri: string): Promise<boolean> {
    const known = this.#asking.get(uri);
    if (known !== undefined) return known;
    const { policy } = await this.#load(uri, dirname(URI.parse(uri).fsPath));
    const isAsking = policy.severities.has(unusedConcept.name);
    this.#asking.set(uri, isAsking);
    return isAsking;
  }

  /** A file of any name may be named as a glossary. One in Markdown is a document as well. */
  #ofDocument(uri: string, text: string, scope: Scope): readonly Finding[] {
    const isGlossary = scope.loaded.flatMap(filesOf).some((file) => file.uri === uri && file.text === text);
    if (!isGlossary) return this.#wordingOf(uri, text, scope);
    const problems = this.#problemsOf(uri, text, scope);
    const isText = languageOf({ uri, languageId: '' })?.id === MARKDOWN;
    return isText ? [...this.#wordingOf(uri, text, scope), ...problems].sort(byPlace) : problems;
  }

  /** Mostly the file has been read to find out what applies beside it; a text from elsewhere, or after fixes, is another. */
  #problemsOf(uri: string, text: string, scope: Scope, isUsed?: (concept: Concept) => boolean): readonly Finding[] {
    const loaded = scope.loaded.flatMap(filesOf).find((glossary) => glossary.uri === uri && glossary.text === text);
    if (loaded !== undefined) return glossaryFindings(loaded, scope, isUsed);
    const read = this.#glossaryReader?.read({ uri, text, defaultName: '' });
    return read === undefined ? [] : glossaryFindings({ places: undefined, ...read, uri, text }, scope, isUsed);
  }

  #wordingOf(uri: string, text: string, scope: Scope): readonly Finding[] {
    const { severities } = scope.policy;
    const occurrences = isChecked(text, scope.policy) ? this.#occurrencesIn(uri, text, scope) : undefined;
    if (occurrences === undefined) return [];
    const found = this.#findings.in(occurrences, scope);
    const suppressions = suppressionsIn(occurrences.document, this.#reader);
    return applySuppressions(found, suppressions, text, { names: checkNames, severities });
  }

  #occurrencesIn(uri: string, text: string, { checked: { vocabulary } }: Scope): Occurrences | undefined {
    const language = languageOf({ uri, languageId: '' });
    if (language === undefined) return undefined;
    const last = this.#last;
    const isSame = last?.vocabulary === vocabulary && last.document.language === language;
    if (isSame && last.document.text === text) return last;
    const document = parseDocument(text, language, this.#reader);
    this.#last = new Occurrences(document, vocabulary, this.#reader, { keepsRegions: true });
    return this.#last;
  }

  #contextOf(folder: string): LoaderContext {
    const { glossaries, shippedGlossary, severities, configuration } = this.#options;
    const checks = { ...defaultSettings.checks, severities: new Map(severities) };
    return {
      settings: { ...defaultSettings, glossaries: glossaries.map((source) => ({ source })), checks },
      ...(configuration === undefined ? {} : { configuration }),
      // Glossaries and configurations apply from the root of the repository down; without one, from the working directory.
      workspaceFolders: [URI.file(this.#files.repositoryOf(folder) ?? this.#options.folder).toString()],
      shippedGlossary,
      // Whoever runs a command in a folder trusts what its configurations name.
      isTrusted: true,
      isWatched: () => false,
      openText: () => undefined,
      openNames: () => [],
    };
  }
}

/** Of what somebody names with `--glossary`. */
const NO_GLOSSARY = 'there is no glossary there';

/** Without it documents are checked as if nobody had written it, so people must hear of it. */
function whyUnusable({ failure, problems, lines }: LoadedGlossary | LoadedConfiguration): string {
  if (failure !== undefined) return failure;
  const problem = problems.find(({ severity }) => severity === 'error');
  if (problem === undefined) return 'it holds nothing';
  return `line ${lines.positionAt(problem.span.start).line + 1}: ${problem.message}`;
}

/** What is wrong with the glossaries that a configuration names is known of the text on disk. */
function configurationProblems(uri: string, text: string, scope: Scope): readonly Finding[] {
  const read = readConfiguration({ uri, text }, checkNames);
  const isRead = scope.configuration?.uri === uri && scope.configuration.lines.getText() === text;
  return configurationFindings(isRead ? withReferences(read, scope.referenceProblems) : read);
}

/** Tell whether what applies to a document applies to all others of its folder. */
function isSameForAll({ configuration, loaded }: Scope): boolean {
  const { overrides = [], glossaries = [] } = configuration?.configuration ?? {};
  const hasParts = loaded.some(({ parts = [] }) => parts.some(({ paths }) => paths.length > 0));
  return overrides.length === 0 && !hasParts && glossaries.every(({ reference }) => reference.when === undefined);
}

/** The id of the language in which a glossary and a document can be one. */
const MARKDOWN = 'markdown';

function copyUnits(text: string, target: Uint16Array): void {
  Buffer.from(target.buffer).write(text, 'utf16le');
}

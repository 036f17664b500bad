import type { TextDocumentChangeEvent, TextDocuments } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import { checkNames } from './analysis/checkList';
import { checks } from './analysis/checks';
import type { Edit, Finding } from './analysis/finding';
import { Findings, isChecked } from './analysis/findings';
import { Occurrences } from './analysis/occurrences';
import type { Policy } from './analysis/policy';
import {
  applySuppressions,
  type IgnoreRequest,
  ignoreInFile,
  ignoreOnLine,
  suppressionsIn,
} from './analysis/suppressions';
import type { ClientAccess } from './clientAccess';
import { configurationFileNames, isConfigurationFile } from './configuration/configurationFiles';
import type { DocumentChanges } from './documentChanges';
import type { ClientTraits, ConfigurationFile, Context, NewConcept, OpenDocument, Subject } from './features/feature';
import { type DiagnosticTraits, findingDiagnostics } from './findingDiagnostics';
import { isGlossaryFile, isGlossaryPath } from './formats/fileNames';
import { newConceptEdit } from './formats/native/newConcept';
import { glossaryFindings } from './glossaryFindings';
import type { Clock, Files, Host } from './host';
import { LOOK_AGAIN } from './keptFiles';
import { languageOf } from './languages';
import { type ParsedDocument, parseDocument, updateDocument } from './languages/document';
import { filesOf, type LoadedGlossary } from './loadedGlossary';
import type { GlossaryStatus } from './protocol';
import { type Scope, ScopeLoader } from './scopes';
import { defaultSettings, type Settings } from './settings';
import type { ExtensionGlossary } from './sources/reference';
import { createWebFiles, type FollowedWebFiles } from './sources/web/files';
import type { WebState } from './sources/web/web';
import { glossaryKey } from './terminology/conceptAddress';
import type { Terminology } from './terminology/terminology';
import { isSameList } from './text/sameList';
import { SourceReader } from './text/source';
import { fileIn, relativePath, workspaceFolderOf } from './workspaceFolders';

/** What is known of a client once it has introduced itself. */
export interface Client {
  readonly traits: ClientTraits;
  readonly shippedGlossary: string;
  /** What the workspace says may name files outside of it. */
  readonly isTrusted: boolean;
  /** Documents that stopped an earlier server. */
  readonly quarantine: readonly string[];
  /** What other extensions of the editor bring. */
  readonly extensionGlossaries: readonly ExtensionGlossary[];
  /** What the person decides about the web; undefined where the client cannot ask. */
  readonly access?: ClientAccess | undefined;
}

/** How long a hover and the like wait for glossaries that take their time, in milliseconds; then what is there will do. */
const PATIENCE = 25;

/** A longer document, in UTF-16 units, is left alone: editors themselves give up features far below (20 MB in VS Code). */
const LONGEST_DOCUMENT = 20_000_000;

/** Answers about documents that are kept; people look at a few at a time. */
const ANSWERS_KEPT = 100;

/** Glossaries of which a document is known that they apply to; more are hardly open at a time. */
const GLOSSARIES_KNOWN = 10_000;

/** All that changes while a server runs. Hands out immutable contexts; nothing else in the server holds state. */
export class Session {
  readonly #client: Client;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #scopes: ScopeLoader;
  readonly #web: FollowedWebFiles | undefined;
  #onWebChange = () => {};
  readonly #changes: DocumentChanges;
  readonly #parsed = new WeakMap<TextDocument, ParsedDocument>();
  /** Those of the vocabularies that were asked for last: hovers and checks may have one of their own each. */
  readonly #occurrences = new WeakMap<TextDocument, readonly Occurrences[]>();
  #findings: Findings | undefined;
  readonly #found = new WeakMap<TextDocument, FoundInDocument>();
  readonly #reader: SourceReader;
  readonly #clock: Clock;
  readonly #files: Files;
  /** What applies to documents, by their URIs as asked; another map as soon as something is told that may change it. */
  #answers = new Map<string, Answer>();
  /** The canonical URIs of open documents. */
  readonly #places = new WeakMap<TextDocument, string>();
  readonly #quarantine: ReadonlySet<string>;
  /** The client tells of changed files in workspace folders. */
  #isWatching = false;
  /** Folders of which the client tells all changes, whatever the files are called. */
  #followed: ReadonlySet<string> = new Set();
  #extensionGlossaries: readonly ExtensionGlossary[];
  #onLoad = () => {};
  /** A document to which each glossary applied, by the URIs of both. */
  readonly #documentOf = new Map<string, string>();
  #settings: Settings = defaultSettings;
  #workspaceFolders: readonly string[];

  constructor(
    host: Host,
    client: Client,
    documents: TextDocuments<TextDocument>,
    changes: DocumentChanges,
    workspaceFolders: readonly string[],
  ) {
    this.#client = { ...client, shippedGlossary: canonical(client.shippedGlossary) };
    this.#documents = documents;
    this.#changes = changes;
    this.#reader = new SourceReader(host.copyUnits);
    this.#clock = host.clock;
    this.#files = host.files;
    this.#web = createWebFiles(host, {
      allowedHosts: () => this.#settings.allowedHosts,
      isTrusted: () => client.isTrusted,
      ask: client.access?.ask,
      token: async (name) => client.access?.token(name),
      onChange: (url) => this.#changeWeb(url),
    });
    this.#scopes = new ScopeLoader(host, {
      web: this.#web,
      onChange: () => {
        this.#answers = new Map();
        this.#onLoad();
      },
    });
    this.#extensionGlossaries = client.extensionGlossaries.map(inOneSpelling);
    this.#quarantine = new Set(client.quarantine.map(canonical));
    this.#workspaceFolders = workspaceFolders.map(canonical);
    const look = ({ document }: TextDocumentChangeEvent<TextDocument>) => this.changeFiles([document.uri]);
    documents.onDidOpen(look);
    documents.onDidClose(look);
    documents.onDidChangeContent(({ document }) => {
      if (this.isRead(document.uri)) this.changeFiles([document.uri]);
    });
  }

  /** The client asks for the findings of checks; else they are sent. */
  get isPulling(): boolean {
    return this.#client.traits.diagnostics.isPulling;
  }

  /** What the client shows of diagnostics. */
  get diagnosticTraits(): DiagnosticTraits {
    return this.#client.traits.diagnostics;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Take new settings; glossaries are looked for anew. */
  configure(settings: Settings): void {
    const isSame = isSameList(settings.allowedHosts, this.#settings.allowedHosts);
    const disabledGlossaries = settings.disabledGlossaries.flatMap((name) => [name, canonical(name)]);
    this.#settings = { ...settings, disabledGlossaries };
    if (!isSame) this.#web?.forgetFailures();
    this.#invalidate();
  }

  /** Take the glossaries that other extensions bring. */
  changeExtensionGlossaries(glossaries: readonly ExtensionGlossary[]): void {
    this.#extensionGlossaries = glossaries.map(inOneSpelling);
    this.#invalidate();
  }

  /** Call somebody whenever glossaries were read that earlier answers do not know of. */
  onLoad(listener: () => void): void {
    this.#onLoad = listener;
  }

  /** List the folders of the workspace in which all changes count, and the files whose names say nothing. */
  placesToFollow(): { readonly folders: readonly string[]; readonly files: readonly string[] } {
    const isInside = (uri: string) => workspaceFolderOf(uri, this.#workspaceFolders) !== undefined;
    return {
      folders: this.#scopes.folders().filter(isInside),
      files: this.#scopes.files().filter((uri) => isInside(uri) && !isGlossaryPath(uri)),
    };
  }

  /** Rely on `changeFiles` for all that changes in these folders and below. */
  follow(folders: readonly string[]): void {
    this.#followed = new Set(folders);
  }

  /** Give the path of a file or a folder below its workspace folder, without a slash at either end. */
  pathInWorkspace(uri: string): string | undefined {
    const root = workspaceFolderOf(uri, this.#workspaceFolders);
    return root === undefined ? undefined : relativePath(root, uri);
  }

  /** Take the workspace folders that were added and give up those that were removed. */
  changeWorkspaceFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(canonical));
    this.#workspaceFolders = [...this.#workspaceFolders.filter((folder) => !gone.has(folder)), ...added.map(canonical)];
    this.#invalidate();
  }

  /** Rely on `changeFiles` for the files in workspace folders from now on; until then each question looks at them again. */
  watch(): void {
    this.#isWatching = true;
    this.#invalidate();
  }

  /** Call `listener` when a glossary on the web is another one, or does otherwise than before. */
  onWebChange(listener: () => void): void {
    this.#onWebChange = listener;
  }

  /** Ask the web again for all glossaries from there. */
  askWebAgain(): void {
    this.#web?.askAgain();
    this.#invalidate();
  }

  #changeWeb(url: string): void {
    this.#scopes.invalidate(url);
    this.#answers = new Map();
    this.#onWebChange();
  }

  /** Look at changed files again. */
  changeFiles(uris: readonly string[]): void {
    for (const uri of uris) this.#scopes.invalidate(canonical(uri));
    this.#answers = new Map();
  }

  #invalidate(): void {
    this.#scopes.invalidate();
    this.#answers = new Map();
  }

  /** Make the context of a request: load what applies, from memory where nothing changed. */
  async contextFor(subject: Subject, { isPatient = false } = {}): Promise<Context> {
    const uri = this.#uriOf(subject);
    const scope = this.#scopeAtHand(uri, isPatient) ?? (await this.load(uri, isPatient ? undefined : PATIENCE));
    const { loaded, off, terminology } = scope;
    const web = this.#web;
    const document = this.#document(uri);
    const quarantined = document === undefined ? undefined : this.whyLeftAlone(document);
    return {
      document: document === undefined || quarantined !== undefined ? undefined : this.#open(document, scope),
      terminology,
      get glossaries() {
        return [...loaded, ...off].map((glossary) => statusOf(glossary, terminology, web?.stateOf(glossary.uri)));
      },
      configuration: this.#configurationFile(uri, scope),
      newConcept: (term) => this.#newConcept(term, scope),
      quarantined,
      settings: this.#settings,
      client: this.#client.traits,
    };
  }

  /**
   * The last answer about a document, while nothing was told that may change it. Where nobody tells, and of files outside of
   * the workspace, it holds as long as the loader would not look again.
   */
  #scopeAtHand(uri: string, isPatient = true): Scope | undefined {
    const answer = this.#answers.get(uri);
    if (isPatient && answer?.scope.isComplete === false) return undefined;
    return answer !== undefined && this.#clock.now() - answer.askedAt < LOOK_AGAIN ? answer.scope : undefined;
  }

  /** Load the glossaries that apply to a document; `patience` is how long to wait for those that take their time. */
  async load(uri: string, patience?: number): Promise<Scope> {
    const answers = this.#answers;
    const askedAt = this.#clock.now();
    const scope = await this.#scopes.scopeOf(canonical(uri), {
      settings: this.#settings,
      workspaceFolders: this.#workspaceFolders,
      shippedGlossary: this.#client.shippedGlossary,
      isTrusted: this.#client.isTrusted,
      extensionGlossaries: this.#extensionGlossaries,
      ...(patience === undefined ? {} : { patience }),
      isFollowed: (folder) => this.#isWatching && this.#followed.has(folder),
      isWatched: (file) => this.#isWatching && workspaceFolderOf(file, this.#workspaceFolders) !== undefined,
      openText: (file) => this.#openText(file),
      openNames: (folder) => this.#openNames(folder),
    });
    if (this.#documentOf.size > GLOSSARIES_KNOWN) this.#documentOf.clear();
    for (const { uri: glossary, isShipped } of scope.loaded) if (!isShipped) this.#documentOf.set(glossary, uri);
    if (answers.size >= ANSWERS_KEPT) answers.clear();
    // What was told while this was loading may not be in it.
    if (answers === this.#answers) answers.set(uri, { scope, askedAt });
    return scope;
  }

  /** Say what checks find in an open document, as the client shows it. */
  async diagnose(document: TextDocument): Promise<Diagnostic[]> {
    if (this.whyLeftAlone(document) !== undefined) return [];
    const scope = this.#scopeAtHand(document.uri) ?? (await this.load(document.uri));
    return findingDiagnostics(this.findingsIn(document, scope), document, this.#client.traits.diagnostics);
  }

  /** Read a file that is not open, and say what checks find in it; undefined where there is nothing to be read or checked. */
  async diagnoseFile(uri: string): Promise<Diagnostic[] | undefined> {
    const read = await this.#files.read(canonical(uri));
    if (read.kind !== 'text') return undefined;
    const document = TextDocument.create(uri, '', 0, read.text);
    return languageOf(document) === undefined ? undefined : this.diagnose(document);
  }

  /** Say why a document is left alone; undefined where it is not. */
  whyLeftAlone(document: TextDocument): string | undefined {
    if (this.#quarantine.has(this.#canonicalOf(document))) {
      return 'Glossary Lens leaves this document alone because it stopped the language server. Restart the server to try again.';
    }
    const { length } = document.getText();
    if (length <= LONGEST_DOCUMENT) return undefined;
    return `Glossary Lens leaves this document alone: it has ${length} characters, and the limit is ${LONGEST_DOCUMENT}.`;
  }

  /** Spell a URI as the client does where the document is open. */
  spelling(uri: string): string {
    return this.#document(uri)?.uri ?? uri;
  }

  /** Tell whether a file is a glossary by its name, or was read as one whatever its name. */
  isGlossary(uri: string): boolean {
    if (isGlossaryPath(uri)) return true;
    const file = canonical(uri);
    return this.#scopes.kept().some((kept) => kept.uri === file);
  }

  /** Tell whether what a file says counts for other files. */
  isRead(uri: string): boolean {
    return isConfigurationFile(fileNameOf(uri)) || this.isGlossary(uri);
  }

  /** Tell whether a file is a glossary or a configuration: what is written there is no text of a document. */
  isOurs(uri: string): boolean {
    if (isConfigurationFile(fileNameOf(uri)) || isGlossaryPath(uri)) return true;
    // A glossary in Markdown is a document as well: its wording is read like that of others.
    return languageOf({ uri, languageId: '' })?.id !== MARKDOWN && this.isGlossary(uri);
  }

  /** A glossary stands for a document that it applies to; nothing in particular for the workspace. */
  #uriOf(subject: Subject): string {
    if (subject === undefined) return NOWHERE;
    if ('uri' in subject) return subject.uri;
    for (const [glossary, document] of this.#documentOf) {
      if (glossaryKey(glossary) === subject.glossary) return document;
    }
    return this.#scopes.kept().find(({ uri }) => glossaryKey(uri) === subject.glossary)?.uri ?? NOWHERE;
  }

  #document(uri: string): TextDocument | undefined {
    const known = this.#documents.get(uri);
    if (known !== undefined) return known;
    const place = canonical(uri);
    return this.#documents.all().find((open) => this.#canonicalOf(open) === place);
  }

  /** Each question looks among the open documents for each glossary file: their URIs are parsed once. */
  #canonicalOf(document: TextDocument): string {
    const known = this.#places.get(document) ?? canonical(document.uri);
    this.#places.set(document, known);
    return known;
  }

  #openText(uri: string): { readonly text: string; readonly version: number } | undefined {
    const document = this.#document(uri);
    return document === undefined ? undefined : { text: document.getText(), version: document.version };
  }

  #openNames(folder: string): readonly string[] {
    const isNamedSo = (name: string) => isGlossaryFile(name) || isConfigurationFile(name);
    const files = this.#documents.all().filter(({ uri }) => isNamedSo(fileNameOf(uri)));
    const uris = files.map((document) => URI.parse(this.#canonicalOf(document)));
    return uris.filter((uri) => Utils.dirname(uri).toString() === folder).map((uri) => Utils.basename(uri));
  }

  #open(document: TextDocument, scope: Scope): OpenDocument {
    return {
      uri: document.uri,
      get text() {
        return document.getText();
      },
      offsetAt: (position) => document.offsetAt(position),
      positionAt: (offset) => document.positionAt(offset),
      occurrences: () => this.#occurrencesIn(document, scope.terminology),
      findings: () => this.findingsIn(document, scope),
      ignoreOnLine: (check, offset) => this.#ignore(ignoreOnLine, document, check, offset),
      ignoreInFile: (check, offset) => this.#ignore(ignoreInFile, document, check, offset),
      problems: () => this.#problemsIn(document, scope),
    };
  }

  #problemsIn(document: TextDocument, scope: Scope): readonly Finding[] {
    const uri = this.#canonicalOf(document);
    const glossary = scope.loaded.flatMap(filesOf).find((loaded) => loaded.uri === uri);
    // What was found in another text is at other places.
    return glossary?.text === document.getText() ? glossaryFindings(glossary, scope) : [];
  }

  #ignore(
    edits: (request: IgnoreRequest) => readonly Edit[] | undefined,
    document: TextDocument,
    check: string,
    offset: number,
  ): readonly Edit[] | undefined {
    const parsed = this.#parsedOf(document);
    return parsed && edits({ document: parsed, reader: this.#reader, check, offset });
  }

  #newConcept(term: string, { loaded }: Scope): NewConcept | undefined {
    for (const { uri, text, glossary, lines, isShipped, format } of loaded.flatMap(filesOf)) {
      const isOther = isShipped || (format !== undefined && format !== OWN_FORMAT);
      const edit = isOther || text === undefined ? undefined : newConceptEdit(text, { term });
      if (edit !== undefined) return { uri: this.spelling(uri), glossary: glossary?.name ?? uri, lines, edit };
    }
    return undefined;
  }

  /** Where there is no configuration yet, it belongs to the top of the workspace folder. One that is not read is not changed. */
  #configurationFile(uri: string, { configuration }: Scope): ConfigurationFile | undefined {
    if (configuration !== undefined) {
      if (configuration.failure !== undefined) return undefined;
      const { lines } = configuration;
      return { uri: this.spelling(configuration.uri), text: lines.getText(), lines, exists: true };
    }
    const folder = workspaceFolderOf(canonical(uri), this.#workspaceFolders);
    const [name] = configurationFileNames;
    if (folder === undefined || name === undefined) return undefined;
    const file = fileIn(folder, name);
    return { uri: file, text: '', lines: TextDocument.create(file, '', 0, ''), exists: false };
  }

  /** Check the wording of a document; a glossary or a configuration has problems of its own instead. */
  findingsIn(document: TextDocument, scope: Scope): readonly Finding[] {
    const { policy, terminology } = scope;
    if (!isChecked(document.getText(), policy) || this.isOurs(document.uri)) return [];
    const occurrences = this.#occurrencesIn(document, scope.checked, true);
    if (occurrences === undefined) return [];
    const known = this.#found.get(document);
    const isCurrent = known?.policy === policy && known.terminology === terminology;
    if (isCurrent && known.occurrences === occurrences) return known.findings;
    const suppressions = suppressionsIn(occurrences.document, this.#reader);
    const { severities } = policy;
    this.#findings ??= new Findings(checks, this.#reader);
    const found = this.#findings.in(occurrences, scope);
    const findings = applySuppressions(found, suppressions, document.getText(), { names: checkNames, severities });
    this.#found.set(document, { occurrences, policy, terminology, findings });
    return findings;
  }

  #occurrencesIn(document: TextDocument, { vocabulary }: Terminology, keepsRegions = false): Occurrences | undefined {
    const parsed = this.#parsedOf(document);
    if (parsed === undefined) return undefined;
    const all = this.#occurrences.get(document) ?? [];
    const kept = all.find((occurrences) => occurrences.vocabulary === vocabulary);
    if (kept?.document === parsed) return kept;
    const occurrences = new Occurrences(parsed, vocabulary, this.#reader, { previous: kept, keepsRegions });
    this.#occurrences.set(document, [occurrences, ...all.filter((other) => other !== kept).slice(0, 1)]);
    return occurrences;
  }

  /** A version is no key: some clients open a document twice, or count from 0 again. What changed is asked for. */
  #parsedOf(document: TextDocument): ParsedDocument | undefined {
    const language = languageOf(document);
    if (language === undefined) return undefined;
    const kept = this.#parsed.get(document);
    // Should anything below fail, the next question starts afresh.
    this.#parsed.delete(document);
    const change = this.#changes.take(document);
    const parsed =
      kept === undefined
        ? parseDocument(document.getText(), language, this.#reader)
        : change === undefined
          ? kept
          : updateDocument(kept, document.getText(), change, this.#reader);
    this.#parsed.set(document, parsed);
    return parsed;
  }
}

/** What checks found in a document, and what it was found with. */
interface FoundInDocument {
  readonly occurrences: Occurrences;
  readonly policy: Policy;
  readonly terminology: Terminology;
  readonly findings: readonly Finding[];
}

/** What applies to a document, and when that was asked, in the milliseconds of the host's clock. */
interface Answer {
  readonly scope: Scope;
  readonly askedAt: number;
}

/** Clients spell one URI in several ways (`c%3A`, `C:`); inside the server there is one. What is no URI is no place. */
function canonical(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return NOWHERE;
  }
}

/** A document that is not saved yet: it belongs to the workspace and to no folder. */
const NOWHERE = 'untitled:';

function fileNameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

function statusOf(loaded: LoadedGlossary, { glossaries }: Terminology, web: WebState | undefined): GlossaryStatus {
  const { uri, glossary, isShipped, isMissing, isOff } = loaded;
  const errors = filesOf(loaded).reduce((sum, file) => sum + errorsIn(file), 0);
  // Those count that no nearer glossary replaces.
  const counting = glossaries.find((other) => other.uri === uri) ?? glossary;
  const replaced = (glossary?.size ?? 0) - (counting?.size ?? 0);
  const failure = web?.failure ?? loaded.failure;
  const confirmedAt = web?.confirmedAt;
  return {
    uri,
    key: glossaryKey(uri),
    name: glossary?.name ?? uri,
    concepts: counting?.size ?? 0,
    ...(replaced > 0 ? { replaced } : {}),
    // What is only on its way is no error.
    errors: isMissing === true && uri.startsWith('https:') ? 0 : errors,
    isShipped,
    ...(isOff === true ? { isOff } : {}),
    ...(failure === undefined ? {} : { failure }),
    ...(confirmedAt === undefined ? {} : { age: Math.max(0, Math.round((Date.now() - confirmedAt) / 1000)) }),
  };
}

function errorsIn({ problems, failure }: LoadedGlossary): number {
  return problems.filter(({ severity }) => severity === 'error').length + (failure === undefined ? 0 : 1);
}

function inOneSpelling(glossary: ExtensionGlossary): ExtensionGlossary {
  return { ...glossary, uri: canonical(glossary.uri) };
}

/** The id of the format that a concept can be added to. */
const OWN_FORMAT = 'yaml';
/** The id of the language in which a glossary and a document can be one. */
const MARKDOWN = 'markdown';

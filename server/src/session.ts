import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { findOccurrences, type Occurrence } from './analysis/occurrences';
import type { ClientTraits, Context, OpenDocument, Subject } from './features/feature';
import { workspaceFolderOf } from './glossaryFolders';
import { GlossaryLoader, type LoadedGlossary } from './glossaryLoader';
import type { Host } from './host';
import { type Language, languageOf } from './languages';
import type { GlossaryStatus } from './protocol';
import { defaultSettings, type Settings } from './settings';
import { glossaryKey } from './terminology/conceptAddress';
import { createTerminology, type Terminology } from './terminology/terminology';

/** What is known of a client once it has introduced itself. */
export interface Client {
  readonly traits: ClientTraits;
  /** The client tells of changed files in workspace folders. */
  readonly isWatching: boolean;
  readonly shippedGlossary: string;
  /** Documents that stopped an earlier server. */
  readonly quarantine: readonly string[];
}

/** A longer document, in UTF-16 units, is left alone: editors themselves give up features far below (20 MB in VS Code). */
export const LONGEST_DOCUMENT = 20_000_000;

/** How many sets of glossaries are kept indexed; a workspace has as many as it has folders with glossaries of their own. */
const TERMINOLOGIES_KEPT = 16;

/** All that changes while a server runs. Hands out immutable contexts; nothing else in the server holds state. */
export class Session {
  readonly #client: Client;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #loader: GlossaryLoader;
  /** The last used first. */
  readonly #terminologies: Terminology[] = [];
  readonly #occurrences = new Map<string, KeptOccurrences>();
  readonly #quarantine: ReadonlySet<string>;
  #settings: Settings = defaultSettings;
  #workspaceFolders: readonly string[];

  constructor(host: Host, client: Client, documents: TextDocuments<TextDocument>, workspaceFolders: readonly string[]) {
    this.#client = client;
    this.#documents = documents;
    this.#loader = new GlossaryLoader(host);
    this.#quarantine = new Set(client.quarantine.map(canonical));
    this.#workspaceFolders = workspaceFolders.map(canonical);
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Take new settings; glossaries are looked for anew. */
  configure(settings: Settings): void {
    this.#settings = settings;
    this.#loader.invalidate();
  }

  /** Take the workspace folders that were added and give up those that were removed. */
  changeWorkspaceFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(canonical));
    this.#workspaceFolders = [...this.#workspaceFolders.filter((folder) => !gone.has(folder)), ...added.map(canonical)];
    this.#loader.invalidate();
  }

  /** Look at changed files again. */
  changeFiles(uris: readonly string[]): void {
    for (const uri of uris) this.#loader.invalidate(canonical(uri));
  }

  /** Forget what was computed for a document that was closed. */
  close(uri: string): void {
    this.#occurrences.delete(uri);
    this.#loader.invalidate(canonical(uri));
  }

  /** Make the context of a request: load what applies, from memory where nothing changed. */
  async contextFor(subject: Subject): Promise<Context> {
    const uri = this.#uriOf(subject);
    const { loaded, terminology } = await this.load(uri);
    const document = this.#documents.get(uri);
    const quarantined = document === undefined ? undefined : this.whyLeftAlone(document);
    return {
      document: document === undefined || quarantined !== undefined ? undefined : this.#open(document, terminology),
      terminology,
      glossaries: loaded.map(statusOf),
      quarantined,
      settings: this.#settings,
      client: this.#client.traits,
    };
  }

  /** Load the glossaries that apply to a document. */
  async load(uri: string): Promise<{ readonly loaded: readonly LoadedGlossary[]; readonly terminology: Terminology }> {
    const loaded = await this.#loader.glossariesFor(canonical(uri), {
      settings: this.#settings,
      workspaceFolders: this.#workspaceFolders,
      shippedGlossary: this.#client.shippedGlossary,
      isWatched: (file) => this.#client.isWatching && workspaceFolderOf(file, this.#workspaceFolders) !== undefined,
      openText: (file) => this.#openText(file),
    });
    return { loaded, terminology: this.#terminologyOf(loaded) };
  }

  /** Say why a document is left alone; undefined where it is not. */
  whyLeftAlone(document: TextDocument): string | undefined {
    if (this.#quarantine.has(canonical(document.uri))) {
      return 'Glossary Lens leaves this document alone because it stopped the language server. Restart the server to try again.';
    }
    // The text of a document is asked for once it is known to be short enough: it is a copy after each edit.
    const length = document.offsetAt({ line: document.lineCount, character: 0 });
    if (length <= LONGEST_DOCUMENT) return undefined;
    return `Glossary Lens leaves this document alone: it has ${length} characters, and the limit is ${LONGEST_DOCUMENT}.`;
  }

  /** Spell a URI as the client does where the document is open. */
  spelling(uri: string): string {
    return this.#documents.all().find((open) => canonical(open.uri) === uri)?.uri ?? uri;
  }

  #uriOf(subject: Subject): string {
    if (subject === undefined)
      return this.#workspaceFolders[0] === undefined ? 'untitled:' : `${this.#workspaceFolders[0]}/`;
    if ('uri' in subject) return subject.uri;
    const kept = this.#loader.kept().find(({ uri }) => glossaryKey(uri) === subject.glossary);
    return kept?.uri ?? 'untitled:';
  }

  #openText(uri: string): { readonly text: string; readonly version: number } | undefined {
    const document = this.#documents.get(uri) ?? this.#documents.all().find((open) => canonical(open.uri) === uri);
    return document === undefined ? undefined : { text: document.getText(), version: document.version };
  }

  #terminologyOf(loaded: readonly LoadedGlossary[]): Terminology {
    const glossaries = loaded.map(({ glossary }) => glossary).filter((glossary) => glossary !== undefined);
    const index = this.#terminologies.findIndex((kept) => isSameList(kept.glossaries, glossaries));
    const [kept] = index < 0 ? [] : this.#terminologies.splice(index, 1);
    const terminology = kept ?? createTerminology(glossaries);
    this.#terminologies.unshift(terminology);
    this.#terminologies.length = Math.min(this.#terminologies.length, TERMINOLOGIES_KEPT);
    return terminology;
  }

  #open(document: TextDocument, terminology: Terminology): OpenDocument {
    return {
      uri: document.uri,
      offsetAt: (position) => document.offsetAt(position),
      positionAt: (offset) => document.positionAt(offset),
      occurrences: () => this.#occurrencesIn(document, terminology),
    };
  }

  #occurrencesIn(document: TextDocument, terminology: Terminology): readonly Occurrence[] {
    const kept = this.#occurrences.get(document.uri);
    if (kept?.version === document.version && kept.terminology === terminology) return kept.occurrences;
    const language: Language | undefined = languageOf(document);
    const occurrences = language === undefined ? [] : findOccurrences(document.getText(), language, terminology.index);
    this.#occurrences.set(document.uri, { version: document.version, terminology, occurrences });
    return occurrences;
  }
}

interface KeptOccurrences {
  readonly version: number;
  readonly terminology: Terminology;
  readonly occurrences: readonly Occurrence[];
}

/** Clients spell one URI in several ways (`c%3A`, `C:`); inside the server there is one. */
function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function statusOf({ uri, glossary, problems, failure, isShipped }: LoadedGlossary): GlossaryStatus {
  const errors = problems.filter(({ severity }) => severity === 'error').length + (failure === undefined ? 0 : 1);
  return { uri, name: glossary?.name ?? uri, concepts: glossary?.concepts.length ?? 0, errors, isShipped };
}

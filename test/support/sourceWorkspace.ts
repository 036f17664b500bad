import type { LoadedGlossary, LoaderContext } from '../../server/src/glossaryLoader';
import { LOOK_AGAIN } from '../../server/src/keptFiles';
import { filesOf } from '../../server/src/loadedGlossary';
import { type Scope, ScopeLoader } from '../../server/src/scopes';
import { readSettings } from '../../server/src/settings';
import type { ExtensionGlossary } from '../../server/src/sources/reference';
import { findInWords } from '../../server/src/terminology/vocabulary';
import { FakeWeb } from './fakeWeb';
import { createMemoryHost, type MemoryHost, uriOf } from './memoryHost';

/** What a workspace is made of. */
export interface SourceWorkspaceOptions {
  /** Files by path or URI. */
  readonly files?: Readonly<Record<string, string>>;
  /** Lines of `/repo/glossary-lens.yaml`. */
  readonly configuration?: string;
  /** As an editor sends them. */
  readonly settings?: unknown;
  readonly extensionGlossaries?: readonly ExtensionGlossary[];
  readonly isTrusted?: boolean;
  /** The client tells of changes in folders. */
  readonly isFollowed?: boolean;
}

/** A workspace folder `/repo` with what applies in it, over a world in memory. */
export class SourceWorkspace {
  readonly host: MemoryHost;
  readonly web = new FakeWeb();
  readonly scopes: ScopeLoader;
  /** How often the loader said that something else was found. */
  changes = 0;
  readonly #options: SourceWorkspaceOptions;
  #told = () => {};

  constructor(options: SourceWorkspaceOptions) {
    this.#options = options;
    const { files = {}, configuration } = options;
    this.host = createMemoryHost(
      configuration === undefined ? files : { ...files, '/repo/glossary-lens.yaml': configuration },
    );
    this.scopes = new ScopeLoader(this.host, { web: this.web, onChange: () => this.#tell() });
  }

  /** Wait until something else is found than was answered. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#told = resolve;
    });
  }

  #tell(): void {
    this.changes++;
    this.#told();
  }

  /** Ask what applies to a document, some time after what was asked before. */
  scope(path = '/repo/docs/a.md', patience?: number): Promise<Scope> {
    this.host.clock.advance(LOOK_AGAIN);
    const { settings, isTrusted = true, isFollowed = false, extensionGlossaries = [] } = this.#options;
    const context: LoaderContext = {
      settings: { ...readSettings(settings, () => {}), shippedGlossary: false },
      workspaceFolders: [uriOf('/repo')],
      shippedGlossary: 'file:///opt/glossary.pack',
      isTrusted,
      extensionGlossaries,
      ...(patience === undefined ? {} : { patience }),
      isWatched: () => false,
      isFollowed: () => isFollowed,
      openText: () => undefined,
      openNames: () => [],
    };
    return this.scopes.scopeOf(uriOf(path), context);
  }

  /** List what `pod` means in a document: the words behind `Means`, the nearest first. */
  async meanings(path?: string): Promise<readonly string[]> {
    const { terminology } = await this.scope(path);
    const found = findInWords('pod', terminology.vocabulary);
    return found.flatMap(({ senses }) =>
      senses.map(({ concept }) => concept.definition.replace(/^Means (.*)\.$/, '$1')),
    );
  }

  /** Name the glossaries that apply, with the terms of each. */
  async glossaries(path?: string): Promise<readonly string[]> {
    const { loaded } = await this.scope(path);
    return loaded.map(summaryOf);
  }

  /** List what is wrong with references: `code: ⟦source⟧ message`. */
  async referenceProblems(path?: string): Promise<readonly string[]> {
    const { referenceProblems } = await this.scope(path);
    const text = this.#options.configuration ?? '';
    return referenceProblems.map(
      ({ code, message, span }) => `${code}: ⟦${text.slice(span.start, span.end)}⟧ ${message}`,
    );
  }

  /** List what is wrong with glossary files: `path code`. */
  async fileProblems(path?: string): Promise<readonly string[]> {
    const { loaded } = await this.scope(path);
    return loaded
      .flatMap(filesOf)
      .flatMap(({ uri, problems }) => problems.map(({ code }) => `${uri.replace('file://', '')} ${code}`));
  }

  write(path: string, text: string): void {
    this.host.files.write(path, text);
    this.scopes.invalidate(uriOf(path));
  }

  delete(path: string): void {
    this.host.files.delete(path);
    this.scopes.invalidate(uriOf(path));
  }
}

function summaryOf({ glossary, failure }: LoadedGlossary): string {
  if (glossary === undefined) return `! ${failure ?? ''}`;
  const terms = glossary.concepts.map(({ terms: [{ text }] }) => text);
  return `${glossary.name} [${glossary.language}]: ${terms.join(', ')}`;
}

/** A glossary that says what `pod` means. */
export function pod(meaning: string, name = ''): string {
  return `${name === '' ? '' : `name: ${name}\n`}concepts: [{ term: pod, definition: Means ${meaning}. }]\n`;
}

import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type ConceptAddress, ConceptPageRequest } from '../../server/src/protocol';
import { PAGE_SCHEME, pageAddress, pagePath } from './conceptAddress';
import type { LanguageServer } from './languageServer';

/** Serve concept pages as read-only files, where the Markdown preview and its links find them. */
export function serveConceptPages(server: LanguageServer): Disposable {
  const pages = new ConceptPages(server);
  return Disposable.from(
    pages,
    // Not `isReadonly`, each page is: the Markdown preview watches nothing of a read-only file system.
    workspace.registerFileSystemProvider(PAGE_SCHEME, pages, { isCaseSensitive: true }),
    server.onDidChangeGlossaries(() => pages.refresh()),
  );
}

/** Open the page of a concept; tells whether there is such a concept. */
export async function openConceptPage(address: ConceptAddress): Promise<boolean> {
  const uri = Uri.from({ scheme: PAGE_SCHEME, path: pagePath(address) });
  try {
    await workspace.fs.stat(uri);
  } catch {
    return false;
  }
  try {
    // Locked: it stays with its concept when another document comes to the front.
    await commands.executeCommand('markdown.showPreview', uri, undefined, { locked: true });
  } catch {
    // The built-in Markdown extension is switched off.
    await window.showTextDocument(uri);
  }
  return true;
}

/** More pages than anybody has open; the oldest are asked for again. */
const PAGES_KEPT = 100;

class ConceptPages implements FileSystemProvider, Disposable {
  readonly #server: LanguageServer;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  /** By path. */
  readonly #pages = new Map<string, Page>();
  /** What VS Code shows: it watches that as long, while it forgets the document behind a preview after some minutes. */
  readonly #watches = new Set<{ readonly uri: Uri }>();

  constructor(server: LanguageServer) {
    this.#server = server;
  }

  readonly onDidChangeFile: Event<FileChangeEvent[]> = this.#changed.event;

  async stat(uri: Uri): Promise<FileStat> {
    const permissions = FilePermission.Readonly;
    if (!uri.path.endsWith('.md')) return { type: FileType.Directory, permissions, ctime: 0, mtime: 0, size: 0 };
    const { content, modified } = await this.#page(uri);
    return { type: FileType.File, permissions, ctime: 0, mtime: modified, size: content.byteLength };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return (await this.#page(uri)).content;
  }

  /** Ask again for the pages that are open, and tell of those that changed. */
  async refresh(): Promise<void> {
    const before = new Map(this.#pages);
    this.#pages.clear();
    const open = new Map(Array.from(this.#watches, ({ uri }) => [uri.path, uri]));
    for (const uri of open.values()) {
      if (pageAddress(uri.path) === undefined) continue;
      const known = before.get(uri.path);
      const type = await this.#load(uri, known).then(
        (page) => (page === known ? undefined : FileChangeType.Changed),
        () => FileChangeType.Deleted,
      );
      if (type !== undefined) this.#changed.fire([{ type, uri }]);
    }
  }

  watch(uri: Uri): Disposable {
    const watch = { uri };
    this.#watches.add(watch);
    return new Disposable(() => this.#watches.delete(watch));
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #page(uri: Uri): Promise<Page> {
    return this.#pages.get(uri.path) ?? this.#load(uri, undefined);
  }

  /** Ask the server for a page; the same content gives the page that is known. */
  async #load(uri: Uri, known: Page | undefined): Promise<Page> {
    const address = pageAddress(uri.path);
    if (address === undefined) throw FileSystemError.FileNotFound(uri);
    const answer = await this.#server.request(ConceptPageRequest, address).catch(() => {
      throw FileSystemError.Unavailable(uri);
    });
    if (answer === null) throw FileSystemError.FileNotFound(uri);
    const page = known?.markdown === answer.markdown ? known : await this.#write(answer.markdown, known);
    this.#pages.set(uri.path, page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > PAGES_KEPT && oldest !== undefined) this.#pages.delete(oldest);
    return page;
  }

  async #write(markdown: string, known: Page | undefined): Promise<Page> {
    const content = await workspace.encode(markdown, { encoding: 'utf8' });
    return { markdown, content, modified: Math.max(Date.now(), (known?.modified ?? 0) + 1) };
  }
}

interface Page {
  readonly markdown: string;
  readonly content: Uint8Array;
  /** In milliseconds since 1970. */
  readonly modified: number;
}

import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import type { GlossaryProblem, RelatedName } from './formats/format';
import { readPack } from './formats/pack';
import { type FolderFiles, findGlossaryFiles, workspaceFolderOf } from './glossaryFolders';
import type { Host } from './host';
import type { LineMap } from './lsp';
import type { Settings } from './settings';
import type { Glossary } from './terminology/glossary';

/** A glossary file as it was last read. Immutable: another reading makes a new value, the same content does not. */
export interface LoadedGlossary {
  readonly uri: string;
  /** The last state that could be read; undefined where there never was one. */
  readonly glossary: Glossary | undefined;
  readonly problems: readonly GlossaryProblem[];
  readonly relatedNames: readonly RelatedName[];
  /** The lines of the text that the problems are in. */
  readonly lines: LineMap;
  /** Why the file is not read at all, in plain words. */
  readonly failure?: string;
  readonly isShipped: boolean;
}

/** What the loader must know of the session, asked anew each time. */
export interface LoaderContext {
  readonly settings: Settings;
  readonly workspaceFolders: readonly string[];
  readonly shippedGlossary: string;
  /** Whether the client tells of changes to a file or in a folder; else each question looks there again. */
  isWatched(uri: string): boolean;
  /** The text of a file that is open in the editor: it counts, saved or not. */
  openText(uri: string): { readonly text: string; readonly version: number } | undefined;
  /** The names of glossary files of a folder that are open in the editor: they count, on disk or not. */
  openNames(folderUri: string): readonly string[];
}

/** A file that nobody tells of is looked at again after this long, in milliseconds: nobody saves one and points sooner. */
export const LOOK_AGAIN = 100;

/** Finds, reads and keeps glossary files. Reads a file again only when it changed, and parses it only when its text did. */
export class GlossaryLoader {
  readonly #host: Host;
  readonly #files = new Map<string, KeptFile>();
  readonly #found = new Map<string, FoundFiles>();
  #shipped: Promise<LoadedGlossary | undefined> | undefined;
  /** Why files are not read, as last logged. */
  readonly #complaints = new Map<string, string>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Load the glossaries that apply to a document, the nearest first: folders, settings, the shipped one. */
  async glossariesFor(documentUri: string, context: LoaderContext): Promise<readonly LoadedGlossary[]> {
    const inFolders = await this.#filesAbove(documentUri, context);
    const listed = listedFiles(documentUri, context);
    const uris = [...new Set([...inFolders, ...listed])].filter((uri) => uri !== context.shippedGlossary);
    // Watchers look for names, and hear nothing of a file whose folder goes: a listed file has any name, and applies on.
    const isTold = (uri: string) => !listed.includes(uri) && context.isWatched(uri);
    const loaded = await Promise.all(uris.map((uri) => this.#load(uri, context, isTold(uri))));
    const shipped = context.settings.shippedGlossary ? [await this.#loadShipped(context)] : [];
    return [...loaded, ...shipped].filter((glossary) => glossary !== undefined);
  }

  /** List all files that are kept, for what is said about a workspace as a whole. */
  kept(): readonly LoadedGlossary[] {
    return [...this.#files.values()].map(({ loaded }) => loaded).filter((loaded) => loaded !== undefined);
  }

  /** Look at the files again at the next question. */
  invalidate(uri?: string): void {
    this.#found.clear();
    if (uri !== undefined) {
      const kept = this.#files.get(uri);
      if (kept !== undefined) kept.isFresh = false;
      return;
    }
    for (const kept of this.#files.values()) kept.isFresh = false;
  }

  #filesAbove(documentUri: string, context: LoaderContext): Promise<readonly string[]> {
    const find = () => findGlossaryFiles(this.#filesWithOpenOnes(context), documentUri, context.workspaceFolders);
    const folder = Utils.dirname(URI.parse(documentUri)).toString();
    const now = this.#host.clock.now();
    const known = this.#found.get(folder);
    if (known !== undefined && (context.isWatched(folder) || now - known.lookedAt < LOOK_AGAIN)) return known.files;
    const files = find();
    this.#found.set(folder, { files, lookedAt: now });
    return files;
  }

  #filesWithOpenOnes(context: LoaderContext): FolderFiles {
    const { files } = this.#host;
    return {
      read: (uri) => files.read(uri),
      list: async (folder) => [...new Set([...(await files.list(folder)), ...context.openNames(folder)])],
    };
  }

  /** Load a file; `isTold` where somebody tells of its changes. */
  async #load(uri: string, context: LoaderContext, isTold: boolean): Promise<LoadedGlossary | undefined> {
    const kept = this.#keep(uri);
    const open = context.openText(uri);
    if (open !== undefined) return this.#readText(kept, `open ${open.version}`, open.text);
    if (kept.isFresh && kept.loading !== undefined) return kept.loading;
    const now = this.#host.clock.now();
    if (kept.isFresh && (isTold || now - kept.lookedAt < LOOK_AGAIN)) return kept.loaded;
    kept.isFresh = true;
    kept.lookedAt = now;
    // A reading under way may have seen the file as it was before: this one comes after it and has the last word.
    const read = () => this.#readFile(kept);
    const loading = Promise.resolve(kept.loading)
      .then(read, read)
      .finally(() => {
        if (kept.loading === loading) kept.loading = undefined;
      });
    kept.loading = loading;
    return loading;
  }

  #keep(uri: string): KeptFile {
    const kept = this.#files.get(uri) ?? {
      uri,
      state: undefined,
      text: undefined,
      loaded: undefined,
      isFresh: false,
      lookedAt: 0,
      loading: undefined,
    };
    this.#files.set(uri, kept);
    return kept;
  }

  async #readFile(kept: KeptFile): Promise<LoadedGlossary | undefined> {
    const stamp = await this.#host.files.stamp(kept.uri);
    if (stamp !== undefined && kept.state === stamp) return kept.loaded;
    const read = stamp === undefined ? ({ kind: 'absent' } as const) : await this.#host.files.read(kept.uri);
    if (read.kind === 'text') return this.#readText(kept, stamp ?? '', read.text);
    kept.state = undefined;
    kept.text = undefined;
    if (read.kind === 'absent') {
      kept.loaded = undefined;
      return undefined;
    }
    this.#complain(kept.uri, read.reason);
    // What cannot be read now may be read a moment later, and nobody tells of that.
    kept.isFresh = false;
    kept.loaded = { ...emptyReading(kept.uri), glossary: kept.loaded?.glossary, failure: read.reason };
    return kept.loaded;
  }

  async #readText(kept: KeptFile, state: string, text: string): Promise<LoadedGlossary | undefined> {
    // The parsers are loaded with the first glossary that needs one: most sessions start without.
    const { formatOf } = await import('./formats');
    kept.state = state;
    this.#complaints.delete(kept.uri);
    if (kept.text === text && kept.loaded !== undefined) return kept.loaded;
    kept.text = text;
    const { glossary, problems, relatedNames } = formatOf(kept.uri).read({
      uri: kept.uri,
      text,
      defaultName: nameOf(kept.uri),
    });
    const what = glossary === undefined ? 'could not be read, the last good state stays' : `${glossary.size} concepts`;
    this.#host.log.info(`${kept.uri}: ${what}, ${problems.length} problems`);
    kept.loaded = {
      uri: kept.uri,
      glossary: glossary ?? kept.loaded?.glossary,
      problems,
      relatedNames,
      lines: TextDocument.create(kept.uri, '', 0, text),
      isShipped: false,
    };
    return kept.loaded;
  }

  /** It comes with the server and does not change while that runs. */
  #loadShipped({ shippedGlossary: uri }: LoaderContext): Promise<LoadedGlossary | undefined> {
    this.#shipped ??= this.#readShipped(uri);
    return this.#shipped;
  }

  async #readShipped(uri: string): Promise<LoadedGlossary | undefined> {
    try {
      const read = await this.#host.files.readBytes(uri);
      if (read.kind !== 'bytes') throw new Error(read.kind === 'absent' ? 'it is not there' : read.reason);
      return { ...emptyReading(uri), glossary: readPack(read, uri), isShipped: true };
    } catch (error) {
      this.#complain(uri, error instanceof Error ? error.message : String(error));
      this.#shipped = undefined;
      return undefined;
    }
  }

  /** Say once why a file is not read, not at each question. */
  #complain(uri: string, reason: string): void {
    if (this.#complaints.get(uri) === reason) return;
    this.#complaints.set(uri, reason);
    this.#host.log.warn(`${uri} is not read: ${reason}`);
  }
}

/** The glossary files that apply to the documents of a folder. */
interface FoundFiles {
  readonly files: Promise<readonly string[]>;
  readonly lookedAt: number;
}

/** A file that was asked for, and how far it is known. */
interface KeptFile {
  readonly uri: string;
  /** The stamp or the version that `loaded` was read at. */
  state: string | undefined;
  text: string | undefined;
  loaded: LoadedGlossary | undefined;
  /** When the last reading began. */
  lookedAt: number;
  /** Nobody has told of a change since the last reading began. */
  isFresh: boolean;
  /** The reading under way, so that questions at one time share it. */
  loading: Promise<LoadedGlossary | undefined> | undefined;
}

function emptyReading(uri: string): LoadedGlossary {
  const lines = TextDocument.create(uri, '', 0, '');
  return { uri, glossary: undefined, problems: [], relatedNames: [], lines, isShipped: false };
}

/** The files of the setting `glossaryLens.glossaries`, as URIs. */
function listedFiles(documentUri: string, { settings, workspaceFolders }: LoaderContext): readonly string[] {
  const folder = workspaceFolderOf(documentUri, workspaceFolders) ?? workspaceFolders[0];
  return settings.glossaries.flatMap((path) => {
    try {
      if (HAS_SCHEME.test(path)) return [URI.parse(path).toString()];
      if (path.startsWith('/') || WINDOWS_DRIVE.test(path)) return [URI.file(path).toString()];
      return folder === undefined ? [] : [Utils.joinPath(URI.parse(folder), path).toString()];
    } catch {
      // What is neither a path nor a URI names no file.
      return [];
    }
  });
}

const HAS_SCHEME = /^[a-zA-Z][a-zA-Z0-9+.-]+:/;
const WINDOWS_DRIVE = /^[a-zA-Z]:[\\/]/;

/** A glossary that does not name itself is called by the first part of its file's name, `glossary.yaml` by its folder. */
function nameOf(uri: string): string {
  const file = URI.parse(uri);
  const [first = ''] = Utils.basename(file).split('.');
  const isGeneral = first === '' || first.toLowerCase() === 'glossary';
  return isGeneral ? Utils.basename(Utils.dirname(file)) || first : first;
}

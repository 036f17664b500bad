import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import type { ConceptPlaces, GlossaryProblem, NamedText, RelatedName } from './formats/format';
import { readPack } from './formats/pack';
import { findGlossaryFiles } from './glossaryFolders';
import type { Host } from './host';
import { KeptFiles, type OpenText, type Parse } from './keptFiles';
import { KeptSearches } from './keptSearches';
import type { LineMap } from './lsp';
import type { Settings } from './settings';
import type { Glossary } from './terminology/glossary';
import { withOpenNames, workspaceFolderOf } from './workspaceFolders';

/** A glossary file as it was last read. Immutable: another reading makes a new value, the same content does not. */
export interface LoadedGlossary {
  readonly uri: string;
  /** The last state that could be read; undefined where there never was one. */
  readonly glossary: Glossary | undefined;
  /** The text that says what `glossary` has; undefined where that is of an earlier text, or of a pack. */
  readonly text: string | undefined;
  /** Where the concepts stand in `text`; undefined where its format does not tell. */
  readonly places: ConceptPlaces | undefined;
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
  /** A configuration file that counts instead of those in folders, as a URI; `false` where none counts. */
  readonly configuration?: string | false;
  /** What the workspace says may name files outside of it. */
  readonly isTrusted: boolean;
  /** Whether the client tells of changes to a file or in a folder; else each question looks there again. */
  isWatched(uri: string): boolean;
  /** The text of a file that is open in the editor: it counts, saved or not. */
  openText(uri: string): OpenText | undefined;
  /** The names of files of a folder that are open in the editor: they count, on disk or not. */
  openNames(folderUri: string): readonly string[];
}

/** Finds, reads and keeps glossary files. Reads a file again only when it changed, and parses it only when its text did. */
export class GlossaryLoader {
  readonly #host: Host;
  readonly #files: KeptFiles<LoadedGlossary>;
  readonly #found: KeptSearches<readonly string[]>;
  #shipped: Promise<LoadedGlossary | undefined> | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#files = new KeptFiles(host, { parser: (file) => this.#parser(file), refuse: refuseGlossary });
    this.#found = new KeptSearches(host.clock);
  }

  /**
   * Load the glossaries that apply to a document, the nearest first: those of its folders, those that its configuration lists
   * (as URIs), those of the settings, the shipped one.
   */
  async glossariesFor(
    documentUri: string,
    context: LoaderContext,
    configured: readonly string[] = [],
  ): Promise<readonly LoadedGlossary[]> {
    const inFolders = await this.#filesAbove(documentUri, context);
    const listed = [...configured, ...listedFiles(documentUri, context)];
    const uris = [...new Set([...inFolders, ...listed])].filter((uri) => uri !== context.shippedGlossary);
    // Watchers look for names, and hear nothing of a file whose folder goes: a listed file has any name, and applies on.
    const isTold = (uri: string) => !listed.includes(uri) && context.isWatched(uri);
    const load = async (uri: string) => {
      const glossary = await this.#files.load(uri, context.openText(uri), isTold(uri));
      // Who wrote its path into a configuration relies on it; a setting is for many workspaces, of which not all have it.
      return (
        glossary ?? (configured.includes(uri) ? refuseGlossary(uri, 'there is no such file', undefined) : undefined)
      );
    };
    const loaded = await Promise.all(uris.map(load));
    const shipped = context.settings.shippedGlossary ? [await this.#loadShipped(context)] : [];
    return [...loaded, ...shipped].filter((glossary) => glossary !== undefined);
  }

  /** List all files that are kept, for what is said about a workspace as a whole. */
  kept(): readonly LoadedGlossary[] {
    return this.#files.kept();
  }

  /** Look at the files again at the next question. */
  invalidate(uri?: string): void {
    this.#found.forget();
    this.#files.invalidate(uri);
  }

  #filesAbove(documentUri: string, context: LoaderContext): Promise<readonly string[]> {
    const files = withOpenNames(this.#host.files, context.openNames);
    const find = () => findGlossaryFiles(files, documentUri, context.workspaceFolders);
    return this.#found.of(documentUri, context.isWatched, find);
  }

  /** What reads a format is loaded with the first glossary that is written in it: most sessions start without. */
  async #parser(file: NamedText): Promise<Parse<LoadedGlossary>> {
    const { readerOf } = await import('./formats');
    const reader = await readerOf(file);
    return (uri, text, last) => {
      const { glossary, problems, relatedNames, places } = reader.read({ uri, text, defaultName: nameOf(uri) });
      const what =
        glossary === undefined ? 'could not be read, the last good state stays' : `${glossary.size} concepts`;
      this.#host.log.info(`${uri}: ${what}, ${problems.length} problems`);
      return {
        uri,
        glossary: glossary ?? last?.glossary,
        text: glossary === undefined ? undefined : text,
        places,
        problems,
        relatedNames,
        lines: TextDocument.create(uri, '', 0, text),
        isShipped: false,
      };
    };
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
      this.#files.complain(uri, error instanceof Error ? error.message : String(error));
      this.#shipped = undefined;
      return undefined;
    }
  }
}

function refuseGlossary(uri: string, reason: string, last: LoadedGlossary | undefined): LoadedGlossary {
  return { ...emptyReading(uri), glossary: last?.glossary, failure: reason };
}

function emptyReading(uri: string): LoadedGlossary {
  const lines = TextDocument.create(uri, '', 0, '');
  return {
    uri,
    glossary: undefined,
    text: undefined,
    places: undefined,
    problems: [],
    relatedNames: [],
    lines,
    isShipped: false,
  };
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

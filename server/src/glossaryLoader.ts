import { readGlob } from './configuration/glob';
import { type GlossaryProblem, problemSeverities } from './formats/format';
import { readPack } from './formats/pack';
import { findGlossaryFiles } from './glossaryFolders';
import type { Host } from './host';
import type { OpenText } from './keptFiles';
import { KeptSearches } from './keptSearches';
import { emptyReading, type LoadedGlossary, missingGlossary } from './loadedGlossary';
import { withinTime } from './patience';
import type { Settings } from './settings';
import { narrowed, renamed, withoutFiles } from './sources/appliedGlossary';
import { importsOf } from './sources/imports';
import { isInFolder, readPlace, referenceAt } from './sources/place';
import type { ExtensionGlossary, GlossaryReference, LocatedReference, SourcePlace } from './sources/reference';
import { type LoadedSource, SourceLoader } from './sources/sourceLoader';
import { withAllPins } from './sources/web/pins';
import type { WebFiles } from './sources/web/web';
import type { Glossary } from './terminology/glossary';
import { quoted } from './text/quotation';
import type { Span } from './text/span';
import { Turns } from './turns';
import { pathIn, withOpenNames, workspaceFolderOf } from './workspaceFolders';

export type { LoadedGlossary } from './loadedGlossary';

/** What the loader must know of the session, asked anew each time. */
export interface LoaderContext {
  readonly settings: Settings;
  readonly workspaceFolders: readonly string[];
  readonly shippedGlossary: string;
  /** A configuration file that counts instead of those in folders, as a URI; `false` where none counts. */
  readonly configuration?: string | false;
  /** What the workspace says may name files outside of it, packages and addresses. */
  readonly isTrusted: boolean;
  /** What other extensions of the editor bring. */
  readonly extensionGlossaries?: readonly ExtensionGlossary[];
  /** How long whoever asks waits for what is still being read, in milliseconds; as long as it takes where nothing is said. */
  readonly patience?: number;
  /** Whether the client tells of changes to a file or in a folder; else each question looks there again. */
  isWatched(uri: string): boolean;
  /** Whether the client tells of all changes below a folder, whatever the files are called. */
  isFollowed?(folderUri: string): boolean;
  /** The text of a file that is open in the editor: it counts, saved or not. */
  openText(uri: string): OpenText | undefined;
  /** The names of files of a folder that are open in the editor: they count, on disk or not. */
  openNames(folderUri: string): readonly string[];
}

/** The glossaries that the configuration of a document names. */
export interface ConfiguredGlossaries {
  /** The URI of the configuration. */
  readonly uri: string;
  /** The path of the document below the folder of the configuration; undefined for one that is not saved yet. */
  readonly path: string | undefined;
  readonly references: readonly LocatedReference[];
}

/** The glossaries that apply to a document. */
export interface AppliedGlossaries {
  /** The nearest first. */
  readonly loaded: readonly LoadedGlossary[];
  /** Those that somebody switched off. */
  readonly off: readonly LoadedGlossary[];
  /** Sources of the settings that stand for nothing, as they are written there. */
  readonly missing: readonly string[];
  /** What is wrong with references of the configuration, at their places in it. */
  readonly problems: readonly GlossaryProblem[];
  /** False where some are still being read: another answer will be better. */
  readonly isComplete: boolean;
}

/** What a loader works with besides the host. */
export interface LoaderPorts {
  readonly web?: WebFiles | undefined;
  /** Called where something was found or read that an earlier answer did not know of. */
  onChange?(): void;
  /** The pieces in which files are parsed. */
  readonly turns?: Turns;
  /** Do with a glossary what a search in it needs, ahead of the first one. */
  prepare?(glossary: Glossary): Promise<void>;
}

/** Finds, reads and keeps glossaries. Reads a file again only when it changed, and parses it only when its text did. */
export class GlossaryLoader {
  readonly #host: Host;
  readonly #sources: SourceLoader;
  readonly #found: KeptSearches<readonly string[]>;
  readonly #onChange: () => void;
  readonly #prepare: (glossary: Glossary) => Promise<void>;
  /** What references gave last, for those who do not wait. */
  readonly #last = new Map<string, LoadedSource>();
  /** Those that a search can begin with at once. */
  readonly #ready = new WeakSet<Glossary>();
  /** What is being loaded. */
  readonly #loading = new Map<string, Loading>();
  #changes = 0;
  #shipped: Promise<LoadedGlossary | undefined> | undefined;
  #complaint: string | undefined;

  constructor(host: Host, { web, onChange = () => {}, turns, prepare = async () => {} }: LoaderPorts = {}) {
    this.#host = host;
    this.#onChange = onChange;
    this.#prepare = prepare;
    this.#sources = new SourceLoader({ host, web, onChange, turns: turns ?? new Turns(host.clock), prepare });
    this.#found = new KeptSearches(host.clock);
  }

  /**
   * Load the glossaries that apply to a document, the nearest first: those of its folders, those that its configuration names,
   * those of the settings, those of extensions, the shipped one.
   */
  async glossariesFor(
    documentUri: string,
    context: LoaderContext,
    configured?: ConfiguredGlossaries,
  ): Promise<AppliedGlossaries> {
    const inFolders = await this.#filesAbove(documentUri, context);
    const sources = await Promise.all([
      ...inFolders.map((uri) => this.#loadFound(uri, documentUri, context)),
      ...this.#configured(documentUri, context, configured),
      ...this.#personal(documentUri, context),
      ...(context.extensionGlossaries ?? []).map((glossary) => this.#loadOfExtension(glossary)),
    ]);
    const imported = await importsOf(
      sources.flatMap(({ applied }) => applied),
      {
        isAllowed: (place) => context.isTrusted || isInWorkspace(place, context),
        load: (place, namedBy) => this.#sources.load({ place, namedBy }, sourceContextOf(context)),
      },
    );
    const shipped = context.settings.shippedGlossary ? await this.#loadShipped(context) : undefined;
    const all = eachOnce(imported, context.shippedGlossary).map(({ loaded, name, path }) => {
      const called = name === undefined ? loaded : renamed(loaded, name);
      return narrowed(called, path);
    });
    const isOff = switchOf(context.settings.disabledGlossaries);
    const applied = shipped === undefined ? all : [...all, shipped];
    return {
      loaded: applied.filter((glossary) => !isOff(glossary)),
      off: applied.filter(isOff).map((glossary) => ({ ...glossary, isOff: true as const })),
      missing: sources.flatMap(({ missing = [] }) => missing),
      problems: sources.flatMap(({ problems }) => problems),
      isComplete: sources.every(({ isComplete }) => isComplete),
    };
  }

  /** List all that is kept, for what is said about a workspace as a whole. */
  kept(): readonly LoadedGlossary[] {
    return this.#sources.kept();
  }

  /** List the folders that are looked into: changes in them and below count, whatever the files are called. */
  folders(): readonly string[] {
    return this.#sources.folders();
  }

  /** List the files that are named, whatever they are called. */
  files(): readonly string[] {
    return this.#sources.files();
  }

  /** Look at the files again at the next question. */
  invalidate(uri?: string): void {
    this.#changes++;
    this.#found.forget();
    this.#sources.invalidate(uri);
  }

  #filesAbove(documentUri: string, context: LoaderContext): Promise<readonly string[]> {
    const files = withOpenNames(this.#host.files, context.openNames);
    const find = () => findGlossaryFiles(files, documentUri, context.workspaceFolders);
    return this.#found.of(documentUri, context.isWatched, find);
  }

  async #loadFound(uri: string, documentUri: string, context: LoaderContext): Promise<NamedSource> {
    const loaded = await this.#sources.loadFound(uri, context.openText(uri), context.isWatched(uri));
    const path = pathIn(homeOf(uri), documentUri, context.workspaceFolders);
    return { ...NOTHING, applied: loaded === undefined ? [] : [{ loaded, name: undefined, path }] };
  }

  /** Whoever opens a configuration hears what is wrong in all of it, whatever documents its glossaries are for. */
  #configured(
    documentUri: string,
    context: LoaderContext,
    configured: ConfiguredGlossaries | undefined,
  ): readonly Promise<NamedSource>[] {
    if (configured === undefined) return [];
    const { path, references, uri } = configured;
    return withAllPins(references).flatMap(({ reference, span }) => {
      if (!context.isTrusted && !isInWorkspace(reference.place, context)) return [];
      const isFor = appliesTo(reference, path);
      if (!isFor && documentUri !== uri) return [];
      return this.#loadNamed({ ...reference, namedBy: uri }, { path, span }, context).then((source) =>
        isFor ? source : { ...source, applied: [] },
      );
    });
  }

  /** A setting is for many workspaces, of which not all have what it names. */
  #personal(documentUri: string, context: LoaderContext): readonly Promise<NamedSource>[] {
    const folder = workspaceFolderOf(documentUri, context.workspaceFolders) ?? context.workspaceFolders[0];
    const path = folder === undefined ? undefined : pathIn(folder, documentUri, context.workspaceFolders);
    const unusable: Promise<NamedSource>[] = [];
    const references = context.settings.glossaries.flatMap((written) => {
      const found = readPlace(written.source, { folder, isPersonal: true });
      if (!('reason' in found)) return [{ reference: referenceAt(found.place, written), source: written.source }];
      this.#complain(`${written.source} is not read: ${found.reason}`);
      unusable.push(Promise.resolve(refusedSource(written.source, found.reason)));
      return [];
    });
    const loaded = withAllPins(references).flatMap(({ reference, source: written }) => {
      if (!appliesTo(reference, path)) return [];
      return this.#loadNamed(reference, { path, span: undefined }, context).then((source) => ({
        ...source,
        applied: source.applied.filter((named) => named.loaded.isMissing !== true || reference.place.kind === 'https'),
        missing: source.applied.some((named) => named.loaded.isMissing === true) ? [written] : [],
      }));
    });
    return [...loaded, ...unusable];
  }

  async #loadOfExtension({ uri, name }: ExtensionGlossary): Promise<NamedSource> {
    // What is in an extension stays as it is; another version lies in another folder.
    const loaded = await this.#sources.loadFound(uri, undefined, true);
    return { ...NOTHING, applied: loaded === undefined ? [] : [{ loaded, name, path: undefined }] };
  }

  async #loadNamed(
    reference: GlossaryReference,
    { path, span }: { readonly path: string | undefined; readonly span: Span | undefined },
    context: LoaderContext,
  ): Promise<NamedSource> {
    const { source, isComplete } = await this.#loadPatiently(reference, context);
    const { name, place } = reference;
    return {
      applied: source.glossaries.map((loaded) => ({
        loaded,
        name: loaded.files === undefined ? name : undefined,
        path,
        within: source.within,
      })),
      problems: span === undefined ? [] : source.problems.map((problem) => problemAt(span, place, problem)),
      isComplete,
    };
  }

  /** A file is read at once; of what takes longer, those who do not wait get what was there before. */
  async #loadPatiently(
    reference: GlossaryReference,
    context: LoaderContext,
  ): Promise<{ readonly source: LoadedSource; readonly isComplete: boolean }> {
    const key = JSON.stringify([reference, [...(reference.columns ?? [])]]);
    const { source: loading, begunAt } = this.#load(key, reference, context);
    const patience = namesOneFile(reference) ? undefined : context.patience;
    // Somebody has waited before: it takes its time.
    const left = patience === undefined ? undefined : patience - (this.#host.clock.now() - begunAt);
    const inTime =
      left === undefined ? await loading : left > 0 ? await withinTime(loading, left, this.#host.clock) : undefined;
    if (inTime !== undefined) {
      this.#remember(key, inTime);
      return { source: inTime, isComplete: true };
    }
    const given = this.#last.get(key) ?? EMPTY_SOURCE;
    const tell = (source: LoadedSource) => {
      this.#remember(key, source);
      this.#onChange();
    };
    loading.then(tell, (error: unknown) => this.#complain(String(error)));
    return { source: given, isComplete: false };
  }

  /** Those who ask at one time share what is loaded, as long as nobody tells of a change. */
  #load(key: string, reference: GlossaryReference, context: LoaderContext): Loading {
    const known = this.#loading.get(key);
    if (known !== undefined && known.changes === this.#changes) return known;
    const source = this.#prepared(this.#sources.load(reference, sourceContextOf(context)));
    const loading = { changes: this.#changes, begunAt: this.#host.clock.now(), source };
    this.#loading.set(key, loading);
    const finish = () => {
      if (this.#loading.get(key) === loading) this.#loading.delete(key);
    };
    source.then(finish, finish);
    return loading;
  }

  async #prepared(source: Promise<LoadedSource>): Promise<LoadedSource> {
    const loaded = await source;
    for (const { glossary } of loaded.glossaries) {
      if (glossary === undefined || this.#ready.has(glossary)) continue;
      await this.#prepare(glossary);
      this.#ready.add(glossary);
    }
    return loaded;
  }

  #remember(key: string, source: LoadedSource): void {
    this.#last.delete(key);
    this.#last.set(key, source);
    const [oldest] = this.#last.keys();
    if (this.#last.size > MOST_REMEMBERED && oldest !== undefined) this.#last.delete(oldest);
  }

  /** Say what is wrong once, and not at each question. */
  #complain(message: string): void {
    if (this.#complaint === message) return;
    this.#complaint = message;
    this.#host.log.warn(message);
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
      this.#complain(`${uri} is not read: ${error instanceof Error ? error.message : String(error)}`);
      this.#shipped = undefined;
      return undefined;
    }
  }
}

/** A reference that is being loaded. */
interface Loading {
  /** How many changes had been told of when that began. */
  readonly changes: number;
  /** In the milliseconds of the clock. */
  readonly begunAt: number;
  readonly source: Promise<LoadedSource>;
}

/** While somebody types a reference, each letter may name something else. */
const MOST_REMEMBERED = 1_000;

/** A glossary as it was named: by another name, and for a document at a path below the folder that it applies to. */
export interface NamedGlossary {
  readonly loaded: LoadedGlossary;
  readonly name: string | undefined;
  readonly path: string | undefined;
  /** The folder that nothing of it leads out of: that of its package. */
  readonly within?: string | undefined;
}

interface NamedSource {
  readonly applied: readonly NamedGlossary[];
  /** As it is written, where it stands for nothing. */
  readonly missing?: readonly string[];
  readonly problems: readonly GlossaryProblem[];
  readonly isComplete: boolean;
}

const NOTHING: NamedSource = { applied: [], problems: [], isComplete: true };
/** An address of no use shows among the glossaries; a path of no use here may be one in another workspace. */
function refusedSource(source: string, reason: string): NamedSource {
  const isAddress = /^https:/i.test(source);
  const loaded = missingGlossary(source, reason);
  return {
    ...NOTHING,
    applied: isAddress ? [{ loaded, name: undefined, path: undefined }] : [],
    missing: [source],
  };
}

const EMPTY_SOURCE: LoadedSource = { glossaries: [], problems: [] };

function sourceContextOf({ isFollowed, openText }: LoaderContext) {
  return { isFollowed: (folder: string) => isFollowed?.(folder) === true, openText };
}

/** A card that leaves such a glossary out would be wrong, and no later one puts that right by itself. */
function namesOneFile({ place }: GlossaryReference): boolean {
  return place.kind === 'file' && !place.isGlob && place.uri.slice(place.uri.lastIndexOf('/') + 1).includes('.', 1);
}

function appliesTo({ when }: GlossaryReference, path: string | undefined): boolean {
  if (when === undefined) return true;
  return path !== undefined && globsOf(when).some(({ matches }) => matches(path));
}

function globsOf(when: readonly string[]) {
  return when.map(readGlob).filter((glob) => typeof glob !== 'string');
}

function isInWorkspace(place: SourcePlace, { workspaceFolders }: LoaderContext): boolean {
  return workspaceFolders.some((folder) => isInFolder(place, folder));
}

/** What is found twice applies once, where it is nearest; a name that somebody gives it counts wherever it was given. */
function eachOnce(glossaries: readonly NamedGlossary[], shipped: string): readonly NamedGlossary[] {
  const once = new Map<string, NamedGlossary>();
  for (const named of glossaries) {
    const { uri, way = '' } = named.loaded;
    if (uri === shipped) continue;
    const key = `${uri}\n${way}`;
    const known = once.get(key);
    if (known === undefined) once.set(key, named);
    else if (known.name === undefined && named.name !== undefined) once.set(key, { ...known, name: named.name });
  }
  const isAlone = ({ files, way }: LoadedGlossary) => files === undefined && way === undefined;
  const alone = new Set([...once.values()].flatMap(({ loaded }) => (isAlone(loaded) ? [loaded.uri] : [])));
  return [...once.values()].flatMap((named) => {
    const loaded = withoutFiles(named.loaded, alone);
    return loaded === undefined ? [] : [loaded === named.loaded ? named : { ...named, loaded }];
  });
}

function problemAt(
  span: Span,
  place: SourcePlace,
  { code, message }: LoadedSource['problems'][number],
): GlossaryProblem {
  const named = place.kind === 'file' ? decodedEnd(place.uri) : place.kind === 'npm' ? place.package : place.url;
  return { code, severity: problemSeverities[code], message: `${quoted(named)}: ${message}`, span };
}

/** The name of a file or a folder as people write it. */
function decodedEnd(uri: string): string {
  const path = uri.endsWith('/') ? uri.slice(0, -1) : uri;
  const end = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(end);
  } catch {
    return end;
  }
}

/** The folder that a glossary applies to: what Contextive keeps is for the folder that holds its own. */
function homeOf(uri: string): string {
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  return folder.endsWith('/.contextive') ? folder.slice(0, folder.lastIndexOf('/')) : folder;
}

function switchOf(disabled: readonly string[]): (loaded: LoadedGlossary) => boolean {
  if (disabled.length === 0) return () => false;
  const all = new Set(disabled);
  return ({ uri, glossary }) => all.has(uri) || (glossary !== undefined && all.has(glossary.name));
}

import { URI, Utils } from 'vscode-uri';
import { defaultNameOf } from '../formats/defaultName';
import type { ProblemCode } from '../formats/format';
import type { Clock, Files, Host } from '../host';
import type { OpenText } from '../keptFiles';
import { type LoadedGlossary, missingGlossary } from '../loadedGlossary';
import type { Glossary } from '../terminology/glossary';
import { quoted } from '../text/quotation';
import { isSameList } from '../text/sameList';
import type { Turns } from '../turns';
import { fileIn } from '../workspaceFolders';
import { KeptGlossaries, NAMED, type ReadingWay } from './keptGlossaries';
import { FORGOTTEN_AFTER, KeptWalks, type WalkedFolder } from './keptWalks';
import { languageFolders } from './languageFolders';
import { mergeGlossaries } from './mergedGlossary';
import { type FoundPackage, Packages } from './packages';
import { globAt } from './place';
import type { FilePlace, GlossaryReference, PackagePlace, WebPlace } from './reference';
import { withWeb } from './web/files';
import type { WebFiles } from './web/web';

/** What a loader of sources must know of the session, asked anew each time. */
export interface SourceContext {
  /** Whether the client tells of all changes below a folder. */
  isFollowed(folderUri: string): boolean;
  /** The text of a file that is open in the editor: it counts, saved or not. */
  openText(uri: string): OpenText | undefined;
}

/** The glossaries that a reference stands for. */
export interface LoadedSource {
  readonly glossaries: readonly LoadedGlossary[];
  /** The folder that nothing of them may lead out of, as a URI; undefined where they may. */
  readonly within?: string;
  /** What is wrong with the reference: to be told where it is named. */
  readonly problems: readonly SourceProblem[];
}

export interface SourceProblem {
  readonly code: ProblemCode;
  readonly message: string;
}

/** What a loader of sources works with. */
export interface SourcePorts {
  readonly host: Host;
  /** Undefined where nothing is read from the web. */
  readonly web: WebFiles | undefined;
  /** Called where something else is found than was answered before. */
  onChange(): void;
  /** The pieces in which files are parsed. */
  readonly turns: Turns;
  /** Do with a glossary what a search in it needs, while nobody waits: done for each file by itself, it keeps nobody waiting. */
  prepare(glossary: Glossary): Promise<void>;
}

/** Finds, reads and keeps the glossaries that references stand for. */
export class SourceLoader {
  readonly #files: Files;
  readonly #web: WebFiles | undefined;
  readonly #kept: KeptGlossaries;
  readonly #walks: KeptWalks;
  /** What reads manifests is loaded with the first package. */
  #packages: Packages | undefined;
  readonly #clock: Clock;
  readonly #prepare: (glossary: Glossary) => Promise<void>;
  /** When files that are named were asked for, by their URIs. */
  readonly #named = new Map<string, number>();
  /** The glossaries of several files, by the URI of each and what was said of it. */
  readonly #merged = new Map<string, Merged>();

  constructor({ host, web, onChange, turns, prepare }: SourcePorts) {
    this.#prepare = prepare;
    const files = withWeb(host.files, web);
    this.#files = files;
    this.#web = web;
    this.#clock = host.clock;
    this.#kept = new KeptGlossaries({ ...host, files }, turns);
    this.#walks = new KeptWalks(files, host.clock, onChange);
  }

  /** Load what a reference stands for. Never fails: what is not there is a problem. */
  load(reference: GlossaryReference, context: SourceContext): Promise<LoadedSource> {
    const { place } = reference;
    switch (place.kind) {
      case 'file':
        return this.#loadFile(place, reference, context);
      case 'npm':
        return this.#loadPackage(place, reference, context);
      case 'https':
        return this.#loadWeb(place, reference);
    }
  }

  /** Load a file that was found by its name; `isTold` where the client tells of its changes. */
  loadFound(uri: string, open: OpenText | undefined, isTold: boolean): Promise<LoadedGlossary | undefined> {
    return this.#kept.load(uri, NAMED, open, isTold);
  }

  /** List all that is kept: files, and glossaries of several files. */
  kept(): readonly LoadedGlossary[] {
    return [...this.#kept.kept(), ...[...this.#merged.values()].map(({ merged }) => merged)];
  }

  /** List the folders that are looked into. */
  folders(): readonly string[] {
    return [...new Set(this.#walks.folders())];
  }

  /** List the files that are named; those that nobody asked for in a while are forgotten. */
  files(): readonly string[] {
    const since = this.#clock.now() - FORGOTTEN_AFTER;
    for (const [uri, askedAt] of this.#named) if (askedAt < since) this.#named.delete(uri);
    return [...this.#named.keys()];
  }

  /** Look at a file, or at all of them, again at the next question. Of a folder nobody tells what is in it. */
  invalidate(uri?: string): void {
    this.#kept.invalidate(uri === undefined || hasExtension(uri) ? uri : undefined);
    this.#walks.invalidate(uri);
  }

  async #loadFile(place: FilePlace, reference: GlossaryReference, context: SourceContext): Promise<LoadedSource> {
    if (place.isGlob || place.uri.endsWith('/')) return this.#loadFolder(place, reference, context);
    this.#named.set(place.uri, this.#clock.now());
    const open = context.openText(place.uri);
    // Watchers look for names, and hear nothing of a file whose folder goes: a listed file has any name.
    const load = () => this.#kept.load(place.uri, wayOf(reference, 'named'), open, false);
    if (open !== undefined) return sourceOf(await load());
    if (!hasExtension(place.uri) && (await this.#isFolder(place.uri))) {
      return this.#loadFolder({ ...place, uri: `${place.uri}/` }, reference, context);
    }
    const loaded = await load();
    if (loaded !== undefined && loaded.failure === undefined) return sourceOf(loaded);
    if (await this.#isFolder(place.uri)) {
      return this.#loadFolder({ ...place, uri: `${place.uri}/` }, reference, context);
    }
    return loaded === undefined ? missing(place.uri, 'there is no such file or folder') : sourceOf(loaded);
  }

  async #isFolder(uri: string): Promise<boolean> {
    return (await this.#files.contents?.(uri)) !== undefined;
  }

  /** A folder is one glossary, or one for each language; of what a glob matches, each file is one that is not a single concept. */
  async #loadFolder(place: FilePlace, reference: GlossaryReference, context: SourceContext): Promise<LoadedSource> {
    const wanted = await walkedFolder(place);
    if (wanted === undefined) return missing(place.uri, 'its glob matches nothing');
    const { folder } = wanted;
    const isTold = context.isFollowed(folder);
    const { paths, exists, bound } = await this.#walks.of(wanted, isTold);
    if (!exists) return missing(folder, 'there is no such folder');
    const problems: SourceProblem[] = bound === undefined ? [] : [{ code: 'too-many-values', message: bound }];
    const languageOf = languageFolders(paths);
    const read: FoundFile[] = [];
    for (let start = 0; start < paths.length; start += BATCH) {
      const batch = paths.slice(start, start + BATCH).map(async (path) => {
        const language = languageOf(path);
        const said =
          reference.language === undefined && language !== undefined ? { ...reference, language } : reference;
        const uri = fileIn(folder, path);
        const way = wayOf(said, place.isGlob ? 'matched' : 'found');
        const loaded = await this.#kept.load(uri, way, context.openText(uri), isTold);
        if (loaded?.glossary !== undefined && isAlone(place, loaded)) await this.#prepare(loaded.glossary);
        return { language, loaded };
      });
      for (const { language, loaded } of await Promise.all(batch)) {
        if (loaded !== undefined) read.push({ language, loaded });
      }
    }
    const glossaries = this.#grouped(read, { place, folder, reference });
    if (glossaries.length > 0) return { glossaries, problems };
    const what = place.isGlob ? 'no glossary matches it' : 'there is no glossary in it';
    const told: SourceProblem = { code: 'empty-source', message: what };
    return { glossaries: [missingGlossary(folder, what)], problems: [...problems, told] };
  }

  #grouped(read: readonly FoundFile[], named: NamedFolder): readonly LoadedGlossary[] {
    const alone = read.map(({ loaded }) => loaded).filter((loaded) => isAlone(named.place, loaded));
    const groups = new Map<string | undefined, LoadedGlossary[]>();
    for (const file of read) {
      if (isAlone(named.place, file.loaded)) continue;
      const group = groups.get(file.language) ?? [];
      groups.set(file.language, group);
      group.push(file.loaded);
    }
    const merged = Array.from(groups, ([language, files]) => this.#merge(language, files, named, groups.size > 1));
    return [...alone, ...merged];
  }

  /** The same files in the same state give the same glossary. */
  #merge(
    language: string | undefined,
    files: readonly LoadedGlossary[],
    { place, folder, reference }: NamedFolder,
    isOneOfSeveral: boolean,
  ): LoadedGlossary {
    const name = reference.name ?? defaultNameOf(fileIn(folder, 'glossary.md'));
    const inFolder = language === undefined ? folder : `${folder}/${language}`;
    const head = {
      uri: place.isGlob ? `${folder}/${encodeURIComponent(globAt(place.uri)?.pattern ?? '')}` : inFolder,
      name: isOneOfSeveral && language !== undefined ? `${name} (${language})` : name,
      language: reference.language ?? language,
    };
    const key = JSON.stringify([head, keyOf(reference)]);
    const known = this.#merged.get(key);
    if (known !== undefined && isSameList(known.files, files)) return known.merged;
    const isPlain = reference.as === undefined && reference.columns === undefined;
    const merged = { ...mergeGlossaries(head, files), ...(isPlain ? {} : { way: keyOf(reference) }) };
    this.#merged.set(key, { files, merged });
    const [oldest] = this.#merged.keys();
    if (this.#merged.size > MOST_MERGED && oldest !== undefined) this.#merged.delete(oldest);
    return merged;
  }

  async #loadPackage(place: PackagePlace, reference: GlossaryReference, context: SourceContext): Promise<LoadedSource> {
    this.#packages ??= new Packages(this.#files);
    const found = await this.#packages.find(place);
    const name = `the package ${quoted(place.package)}`;
    const home = fileIn(place.from, `node_modules/${place.package}`);
    if (found === undefined) {
      return missing(home, `${name} is in no folder \`node_modules\` from here upwards: install it`);
    }
    if (typeof found === 'string') return missing(home, `the \`package.json\` of ${name} is not read: ${found}`);
    const { faults, references, folder } = found;
    const problems = faults.map((fault): SourceProblem => ({ code: 'empty-source', message: `of ${name}: ${fault}` }));
    if (references.length === 0) {
      const message = `${name} names no glossary: its \`package.json\` needs \`glossaryLens.glossaries\``;
      return {
        glossaries: [missingGlossary(folder, message)],
        problems: [...problems, { code: 'empty-source', message }],
      };
    }
    return this.#loadAll(found, reference, problems, context);
  }

  async #loadAll(
    { references, folder }: FoundPackage,
    { place: _, ...said }: GlossaryReference,
    problems: readonly SourceProblem[],
    context: SourceContext,
  ): Promise<LoadedSource> {
    const load = (reference: GlossaryReference) => this.load({ ...reference, ...said }, context);
    const sources = await Promise.all(references.map(load));
    return {
      glossaries: sources.flatMap(({ glossaries }) => glossaries),
      within: folder,
      problems: [...problems, ...sources.flatMap((source) => source.problems)],
    };
  }

  async #loadWeb(place: WebPlace, reference: GlossaryReference): Promise<LoadedSource> {
    const web = this.#web;
    if (web === undefined) return waiting(place.url, 'glossaries on the web are not read here');
    web.follow(place, reference.namedBy);
    const loaded = await this.#kept.load(place.url, wayOf(reference, 'named'), undefined, false);
    const { failure } = web.stateOf(place.url) ?? {};
    // What was read before, of a text that is refused now, does not serve; nor does an earlier text than the pinned one.
    const isPinned = place.sha256 !== undefined || place.alsoPinned !== undefined;
    const isLeft = loaded?.failure !== undefined || (isPinned && loaded?.text === undefined);
    if (isLeft || loaded?.glossary === undefined) {
      const [fault] = loaded?.problems.filter(({ severity }) => severity === 'error') ?? [];
      return waiting(place.url, fault?.message ?? failure ?? loaded?.failure ?? 'it is being fetched');
    }
    if (failure === undefined) return sourceOf(loaded);
    return {
      glossaries: [loaded],
      problems: [{ code: 'waiting-source', message: `the last copy of it counts: ${failure}` }],
    };
  }
}

/** Files that are read at a time: others wait for the disk, too. */
const BATCH = 32;
/** Glossaries of several files that are kept. */
const MOST_MERGED = 1_000;
/** The format of files that are one concept each: all those that a glob matches are one glossary. */
const ONE_CONCEPT = 'front-matter';

interface Merged {
  readonly files: readonly LoadedGlossary[];
  readonly merged: LoadedGlossary;
}

interface FoundFile {
  readonly language: string | undefined;
  readonly loaded: LoadedGlossary;
}

interface NamedFolder {
  readonly place: FilePlace;
  readonly folder: string;
  readonly reference: GlossaryReference;
}

/** A file that a glob matches is a glossary, unless it is one concept of one. */
function isAlone({ isGlob }: FilePlace, { format }: LoadedGlossary): boolean {
  return isGlob && format !== ONE_CONCEPT;
}

/** What formats there are is loaded with the first folder. */
async function walkedFolder({ uri, isGlob }: FilePlace): Promise<WalkedFolder | undefined> {
  const { readExtensions } = await import('../formats');
  const extensions = readExtensions();
  const isReadable = (path: string) => {
    const lower = path.toLowerCase();
    return extensions.some((extension) => lower.endsWith(extension));
  };
  if (!isGlob) return { key: uri, folder: uri.slice(0, -1), isWanted: isReadable, isEntered: () => true };
  const glob = globAt(uri);
  if (glob === undefined) return undefined;
  // Without `**` a glob is for folders of one depth.
  const depth = glob.pattern.includes('**') ? Number.POSITIVE_INFINITY : glob.pattern.split('/').length - 1;
  return {
    key: uri,
    folder: glob.folder,
    isWanted: (path) => isReadable(path) && glob.matches(path),
    isEntered: (path) => path.split('/').length <= depth,
  };
}

function wayOf({ as, language, columns }: GlossaryReference, trust: ReadingWay['trust']): ReadingWay {
  return {
    trust,
    ...(as === undefined ? {} : { as }),
    ...(language === undefined ? {} : { language }),
    ...(columns === undefined ? {} : { columns }),
  };
}

function keyOf({ as, columns }: GlossaryReference): string {
  return JSON.stringify([as, columns === undefined ? undefined : [...columns]]);
}

function hasExtension(uri: string): boolean {
  return Utils.basename(URI.parse(uri)).includes('.', 1);
}

function sourceOf(loaded: LoadedGlossary | undefined): LoadedSource {
  return { glossaries: loaded === undefined ? [] : [loaded], problems: [] };
}

function missing(uri: string, reason: string): LoadedSource {
  return { glossaries: [missingGlossary(uri, reason)], problems: [{ code: 'missing-source', message: reason }] };
}

function waiting(uri: string, reason: string): LoadedSource {
  return { glossaries: [missingGlossary(uri, reason)], problems: [{ code: 'waiting-source', message: reason }] };
}

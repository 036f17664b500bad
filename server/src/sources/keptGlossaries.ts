import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultNameOf } from '../formats/defaultName';
import { isGlossaryPath } from '../formats/fileNames';
import type { GlossaryFormat, GlossaryReader, NamedText, ReadOptions } from '../formats/format';
import type { Host } from '../host';
import { KeptFiles, type OpenText, type Parse } from '../keptFiles';
import { emptyReading, type LoadedGlossary, refuseGlossary } from '../loadedGlossary';
import type { Turns } from '../turns';

/** In which way a file is read: the same one may be read in two of them. */
export interface ReadingWay {
  /** The id of the format; it is found out where none is named. */
  readonly as?: string;
  readonly language?: string;
  readonly columns?: ReadonlyMap<string, string>;
  /**
   * Which files are glossaries where no format is named: one that somebody names is, whatever is in it; of those that a glob
   * matches, one that a format knows, or that may be one of ours; of those in a folder, one that a format or its name says to be.
   */
  readonly trust: 'named' | 'matched' | 'found';
}

/** How a file is read that somebody names and says no more of. */
export const NAMED: ReadingWay = { trust: 'named' };

/** Glossary files that are read and kept, for each way of reading by itself. */
export class KeptGlossaries {
  readonly #host: Host;
  readonly #turns: Turns;
  /** The last used last. */
  readonly #ways = new Map<string, KeptFiles<FileReading>>();

  /** Make a keeper that parses the files of folders in `turns`. */
  constructor(host: Host, turns: Turns) {
    this.#host = host;
    this.#turns = turns;
  }

  /** Load a file, as `KeptFiles.load` does; undefined where there is none, or where it is no glossary. */
  async load(
    uri: string,
    way: ReadingWay,
    open: OpenText | undefined,
    isTold: boolean,
  ): Promise<LoadedGlossary | undefined> {
    const reading = await this.#filesOf(way).load(uri, open, isTold);
    return reading?.isGlossary === true ? reading.loaded : undefined;
  }

  /** List all that is kept. */
  kept(): readonly LoadedGlossary[] {
    const readings = [...this.#ways.values()].flatMap((files) => files.kept());
    return readings.filter(({ isGlossary }) => isGlossary).map(({ loaded }) => loaded);
  }

  /** Look at a file, or at all of them, again at the next question. */
  invalidate(uri?: string): void {
    for (const files of this.#ways.values()) files.invalidate(uri);
  }

  #filesOf(way: ReadingWay): KeptFiles<FileReading> {
    const key = keyOf(way);
    const files =
      this.#ways.get(key) ??
      new KeptFiles<FileReading>(
        this.#host,
        {
          parser: (file) => this.#parser(file, way),
          refuse: (uri, reason, last) => ({ isGlossary: true, loaded: refuseGlossary(uri, reason, last?.loaded) }),
        },
        // One that is named is not kept waiting by the many of a folder.
        way.trust === 'named' ? undefined : this.#turns,
      );
    this.#ways.delete(key);
    this.#ways.set(key, files);
    const [oldest] = this.#ways.keys();
    if (this.#ways.size > MOST_WAYS && oldest !== undefined) this.#ways.delete(oldest);
    return files;
  }

  /** What reads a format is loaded with the first glossary that is written in it: most sessions start without. */
  async #parser(file: NamedText, way: ReadingWay): Promise<Parse<FileReading>> {
    const format = await formatIn(file, way);
    const reader = await format?.reader?.();
    return (uri, text, last) => {
      if (format === undefined || reader === undefined) return { isGlossary: false, loaded: emptyReading(uri) };
      return { isGlossary: true, loaded: this.#read({ uri, text }, way, { format, reader }, last?.loaded) };
    };
  }

  #read(
    { uri, text }: NamedText,
    way: ReadingWay,
    { format, reader }: { readonly format: GlossaryFormat; readonly reader: GlossaryReader },
    last: LoadedGlossary | undefined,
  ): LoadedGlossary {
    const { glossary, ...read } = reader.read({ uri, text, defaultName: defaultNameOf(uri), ...optionsOf(way) });
    const what = glossary === undefined ? 'could not be read, the last good state stays' : `${glossary.size} concepts`;
    this.#host.log.info(`${uri}: ${what}, ${read.problems.length} problems`);
    return {
      ...read,
      uri,
      glossary: glossary ?? last?.glossary,
      text: glossary === undefined ? undefined : text,
      places: read.places,
      lines: TextDocument.create(uri, '', 0, text),
      isShipped: false,
      format: format.id,
      ...(isPlain(way) ? {} : { way: keyOf(way) }),
    };
  }
}

/** While somebody types a reference, each letter may be another way to read. */
const MOST_WAYS = 64;

/** A file as it was read. */
interface FileReading {
  /** False for one beside the glossaries of a folder. */
  readonly isGlossary: boolean;
  readonly loaded: LoadedGlossary;
}

async function formatIn(file: NamedText, { as, trust }: ReadingWay): Promise<GlossaryFormat | undefined> {
  const { formatNamed, formatOf, recognisedFormat } = await import('../formats');
  const named = as === undefined ? undefined : formatNamed(as);
  if (named !== undefined) return named;
  if (trust === 'named') return formatOf(file);
  const recognised = recognisedFormat(file);
  if (recognised !== undefined) return recognised;
  const isOurs = trust === 'found' ? isGlossaryPath(file.uri) : OURS.test(file.uri);
  return isOurs ? formatOf(file) : undefined;
}

/** What is nobody's may be ours. */
const OURS = /\.(?:ya?ml|json)$/i;

function optionsOf({ language, columns }: ReadingWay): { readonly options?: ReadOptions } {
  if (language === undefined && columns === undefined) return {};
  return {
    options: {
      ...(language === undefined ? {} : { language }),
      ...(columns === undefined ? {} : { columns }),
    },
  };
}

function isPlain({ as, language, columns }: ReadingWay): boolean {
  return as === undefined && language === undefined && columns === undefined;
}

function keyOf({ as, language, columns, trust }: ReadingWay): string {
  return JSON.stringify([as, language, columns === undefined ? undefined : [...columns], trust]);
}

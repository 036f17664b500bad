import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import type { Configuration } from './configuration/configuration';
import { findConfigurationFile } from './configurationFolders';
import type { GlossaryProblem } from './formats/format';
import type { LoaderContext } from './glossaryLoader';
import type { Host } from './host';
import { KeptFiles, type Parse } from './keptFiles';
import { KeptSearches } from './keptSearches';
import { pathIn, withOpenNames } from './workspaceFolders';

/** A configuration file as it was last read. Immutable: another reading makes a new value, the same content does not. */
export interface LoadedConfiguration {
  readonly uri: string;
  /** The last state that could be read; undefined where there never was one. */
  readonly configuration: Configuration | undefined;
  readonly problems: readonly GlossaryProblem[];
  /** The text that the problems are in. */
  readonly lines: TextDocument;
  /** Why the file is not read at all, in plain words. */
  readonly failure?: string;
}

/** The configuration file that applies to a document. */
export interface AppliedConfiguration {
  readonly loaded: LoadedConfiguration;
  /** The path of the document, relative to the folder of the file; undefined for one that is not saved yet. */
  readonly path: string | undefined;
}

/** Finds, reads and keeps configuration files, as `GlossaryLoader` does with glossaries. */
export class ConfigurationLoader {
  readonly #host: Host;
  readonly #checkNames: () => readonly string[];
  readonly #files: KeptFiles<LoadedConfiguration>;
  readonly #found: KeptSearches<string | undefined>;

  /** Make a loader; `checkNames` are those of all checks that there are. */
  constructor(host: Host, checkNames: () => readonly string[]) {
    this.#host = host;
    this.#checkNames = checkNames;
    this.#files = new KeptFiles(host, { parser: () => this.#parser(), refuse: refuseConfiguration });
    this.#found = new KeptSearches(host.clock);
  }

  /** Load the configuration that applies to a document; undefined where none does. */
  async configurationFor(
    documentUri: string,
    context: Omit<LoaderContext, 'settings' | 'shippedGlossary' | 'isTrusted'>,
  ): Promise<AppliedConfiguration | undefined> {
    const { workspaceFolders, isWatched, openNames, openText } = context;
    const files = withOpenNames(this.#host.files, openNames);
    const find = () => findConfigurationFile(files, documentUri, workspaceFolders);
    const named = context.configuration;
    const uri = named === undefined ? await this.#found.of(documentUri, isWatched, find) : named || undefined;
    const loaded = uri && (await this.#files.load(uri, openText(uri), isWatched(uri)));
    if (!loaded) return undefined;
    const folder = Utils.dirname(URI.parse(loaded.uri)).toString();
    return { loaded, path: pathIn(folder, documentUri, workspaceFolders) };
  }

  /** List all files that are kept. */
  kept(): readonly LoadedConfiguration[] {
    return this.#files.kept();
  }

  /** Look at the files again at the next question. */
  invalidate(uri?: string): void {
    this.#found.forget();
    this.#files.invalidate(uri);
  }

  /** The parser is loaded with the first configuration: most sessions start without. */
  async #parser(): Promise<Parse<LoadedConfiguration>> {
    const { readConfiguration } = await import('./configuration/readConfiguration');
    return (uri, text, last) => {
      const { configuration, problems } = readConfiguration({ uri, text }, this.#checkNames());
      const what = configuration === undefined ? 'could not be read, the last good state stays' : 'read';
      this.#host.log.info(`${uri}: ${what}, ${problems.length} problems`);
      const lines = TextDocument.create(uri, '', 0, text);
      return { uri, configuration: configuration ?? last?.configuration, problems, lines };
    };
  }
}

function refuseConfiguration(uri: string, reason: string, last: LoadedConfiguration | undefined): LoadedConfiguration {
  const lines = TextDocument.create(uri, '', 0, '');
  return { uri, configuration: last?.configuration, problems: [], lines, failure: reason };
}

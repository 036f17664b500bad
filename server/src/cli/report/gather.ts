import { basename, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { mentionsIn } from '../../analysis/abbreviations';
import { Occurrences } from '../../analysis/occurrences';
import { GlossaryLoader, type LoadedGlossary } from '../../glossaryLoader';
import type { Files } from '../../host';
import { languageOf } from '../../languages';
import { parseDocument } from '../../languages/document';
import { diskFiles } from '../../node/files';
import { defaultSettings } from '../../settings';
import { createStemmers } from '../../terminology/inflection/stemming';
import { createTerminology, type Terminology } from '../../terminology/terminology';
import { indexTerms, type GlossaryTerms } from '../../terminology/vocabulary';
import type { Glossary } from '../../terminology/glossary';
import { copyUnits, SourceReader } from '../../text/source';
import type { UnreadableFile } from '../checkRun';
import { countWords } from './density';
import { runningRegions, sentenceAt } from './runningText';
import { type ExpansionAt, type MentionAt, Usage, type UsedGlossary } from './usage';
import type { UsageReport } from './usageReport';
import { type FoundDocument, walk } from './walk';

export interface GatherOptions {
  readonly paths: readonly string[];
  readonly folder: string;
  readonly glossaryFiles: readonly string[];
  readonly shippedGlossary: string;
  readonly version: string;
  readonly date: string;
}

export async function gather(options: GatherOptions): Promise<UsageReport> {
  const { folder, paths, version, date } = options;
  const files = diskFiles(noFiles);
  const { documents, missing } = walk(paths, folder);
  const usage = new Usage();
  const reader = new SourceReader(copyUnits);
  const unreadable: UnreadableFile[] = missing.map((path) => ({ path, reason: 'it is not there' }));
  const scopes = new Scopes(options, files);
  for (const { uri, path } of documents) {
    const language = languageOf({ uri, languageId: '' });
    if (language === undefined) continue;
    const terminology = await scopes.terminologyFor(uri);
    const read = await files.read(uri);
    if (read.kind !== 'text') {
      unreadable.push({ path, reason: read.kind === 'absent' ? 'it is not there' : read.reason });
      continue;
    }
    const parsed = parseDocument(read.text, language, reader);
    const occurrences = new Occurrences(parsed, terminology.vocabulary, reader);
    let words = 0;
    const unexplained: MentionAt[] = [];
    const expansions: ExpansionAt[] = [];
    for (const region of runningRegions(parsed, reader)) {
      words += countWords(region.text);
      for (const mention of mentionsIn(region.text)) {
        const { abbreviation, span, expansion } = mention;
        const offset = region.sourceOffset(span.start);
        if (expansion !== undefined) expansions.push({ abbreviation, offset, text: expansion.text });
        else if (terminology.find(abbreviation) === undefined) unexplained.push({ abbreviation, offset });
      }
    }
    usage.add({
      path,
      text: read.text,
      words,
      occurrences,
      unexplained,
      expansions,
      sentenceAt: (offset) => sentenceAt(parsed, offset, reader),
    });
  }
  return { title: basename(folder), date, version, unreadable, ...usage.report(scopes.glossaries()) };
}

class Scopes {
  readonly #options: GatherOptions;
  readonly #loader: GlossaryLoader;
  readonly #seen = new Map<string, LoadedGlossary>();
  readonly #terminologies = new Map<string, Terminology>();
  readonly #stemmers = createStemmers();
  readonly #terms = new WeakMap<Glossary, GlossaryTerms>();

  constructor(options: GatherOptions, files: Files) {
    this.#options = options;
    this.#loader = new GlossaryLoader({ files, clock: { now: () => 0, after: () => () => {} }, log: silentLog, copyUnits });
  }

  async terminologyFor(uri: string): Promise<Terminology> {
    const { folder, glossaryFiles, shippedGlossary } = this.#options;
    const loaded = await this.#loader.glossariesFor(uri, {
      settings: { ...defaultSettings, glossaries: glossaryFiles },
      workspaceFolders: [URI.file(folder).toString()],
      shippedGlossary,
      isWatched: () => true,
      openText: () => undefined,
      openNames: () => [],
    });
    for (const one of loaded) this.#seen.set(one.uri, one);
    await this.#stemmers.load(loaded.flatMap(({ glossary }) => glossary?.language ?? []));
    const key = loaded.map((one) => one.uri).join('\n');
    let terminology = this.#terminologies.get(key);
    if (terminology === undefined) {
      terminology = createTerminology(
        loaded.map(({ glossary }) => glossary).filter((glossary) => glossary !== undefined),
        (glossary) => {
          const terms = this.#terms.get(glossary) ?? indexTerms(glossary, (language) => this.#stemmers.of(language));
          this.#terms.set(glossary, terms);
          return terms;
        },
      );
      this.#terminologies.set(key, terminology);
    }
    return terminology;
  }

  glossaries(): readonly UsedGlossary[] {
    return [...this.#seen.values()]
      .flatMap(({ glossary, isShipped, uri }) =>
        glossary === undefined
          ? []
          : [{ glossary, path: isShipped ? undefined : relative(this.#options.folder, URI.parse(uri).fsPath).split(sep).join('/') }],
      )
      .sort((one, other) => Number(one.path === undefined) - Number(other.path === undefined));
  }
}

const noFiles: Files = {
  read: async () => ({ kind: 'absent' }),
  readBytes: async () => ({ kind: 'absent' }),
  list: async () => [],
  stamp: async () => undefined,
};
const silentLog = { info: () => {}, warn: () => {}, error: () => {} };

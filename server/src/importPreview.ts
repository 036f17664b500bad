import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultNameOf } from './formats/defaultName';
import type { LeftOut, NamedText, ReadGlossary } from './formats/format';
import { glossaryLimits } from './formats/limits';
import type { Files } from './host';
import type { ImportAnswer, ImportParams, ImportPreview, ImportProblem } from './protocol';
import { plainText, renderImportPage } from './terminology/card';
import type { Concept } from './terminology/concept';
import { createDistinctIds } from './terminology/distinctIds';
import type { GlossaryContent } from './terminology/glossary';
import { quoted } from './text/quotation';

/** How many files of a folder are read, and how much of them in all, in UTF-16 units: a preview is made in one go. */
const MOST_FILES = 2_000;
const MOST_TEXT = 2 * glossaryLimits.fileLength;

/** Problems and concepts that a preview shows. */
const PROBLEMS_SHOWN = 20;
const CONCEPTS_SHOWN = 10;

/** Read what somebody wants to import, and say what it would become. Nothing is written. */
export async function previewImport(files: Pick<Files, 'read'>, params: ImportParams): Promise<ImportAnswer> {
  const source = nameOf(params.uri);
  const found = await readFiles(files, params);
  if ('reason' in found) return { kind: 'refused', reason: found.reason };
  const readings: FileReading[] = [];
  for (const file of found.texts) readings.push(await readFile(file, params));
  const { content, problems: clashes } = join(params.uri, readings);
  const problems = [...found.problems, ...readings.flatMap((reading) => problemsIn(reading, params)), ...clashes];
  if (content === undefined) {
    return { kind: 'refused', reason: problems[0]?.message ?? 'it is in no format that is known' };
  }
  const { formatNamed } = await import('./formats');
  const written = (await formatNamed('yaml')?.writer?.())?.write(content);
  const preview: Omit<ImportPreview, 'kind' | 'markdown' | 'yaml'> = {
    format: [...new Set(readings.map(({ format }) => format))].join(', '),
    name: content.name,
    language: content.language,
    concepts: content.concepts.length,
    terms: content.concepts.reduce((sum, { terms }) => sum + terms.length, 0),
    columns: columnsOf(readings),
    problems: problems.slice(0, PROBLEMS_SHOWN),
    moreProblems: Math.max(0, problems.length - PROBLEMS_SHOWN),
    leftOut: summed([...readings.flatMap(({ read }) => leftOutOf(read)), ...(written?.leftOut ?? [])]),
    sample: content.concepts.slice(0, CONCEPTS_SHOWN).map(sampleOf),
  };
  const yaml = written?.files[0]?.text ?? null;
  return { kind: 'preview', ...preview, markdown: renderImportPage({ source, ...preview }), yaml };
}

/** Take parameters from a client, which may send anything. */
export function readImportParams(value: unknown): ImportParams {
  const given = new Map<string, unknown>(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  const [uri, files, as, columns] = [given.get('uri'), given.get('files'), given.get('as'), given.get('columns')];
  return {
    uri: typeof uri === 'string' ? uri : '',
    ...(Array.isArray(files) ? { files: files.filter((file) => typeof file === 'string') } : {}),
    ...(typeof as === 'string' ? { as } : {}),
    ...(Array.isArray(columns) ? { columns: columns.filter(isColumn) } : {}),
  };
}

function isColumn(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

/** A file as its format gave it. */
interface FileReading extends NamedText {
  /** The name of the format. */
  readonly format: string;
  readonly read: ReadGlossary;
}

interface FoundTexts {
  readonly texts: readonly NamedText[];
  readonly problems: readonly ImportProblem[];
}

/** Read the files that can be read; of a single one, the reason is told where it cannot. */
async function readFiles(
  files: Pick<Files, 'read'>,
  { uri, files: listed }: ImportParams,
): Promise<FoundTexts | { readonly reason: string }> {
  const texts: NamedText[] = [];
  const problems: ImportProblem[] = [];
  let length = 0;
  for (const file of (listed ?? [uri]).slice(0, MOST_FILES)) {
    const read = await files.read(file);
    if (read.kind === 'text') {
      length += read.text.length;
      if (length > MOST_TEXT) return { reason: `there are more than ${MOST_TEXT} characters` };
      texts.push({ uri: file, text: read.text });
      continue;
    }
    const reason = read.kind === 'absent' ? 'there is no such file' : read.reason;
    if (listed === undefined) return { reason };
    problems.push({ severity: 'error', message: `This file is not read: ${reason}`, file: nameOf(file), line: 1 });
  }
  const left = (listed ?? []).length - MOST_FILES;
  if (left > 0) {
    const message = `Only the first ${MOST_FILES} files are read, and ${left} are left out`;
    problems.push({ severity: 'error', message, file: nameOf(uri), line: 1 });
  }
  return texts.length === 0 ? { reason: problems[0]?.message ?? 'there is no file in it' } : { texts, problems };
}

async function readFile(file: NamedText, { as, columns }: ImportParams): Promise<FileReading> {
  const { formatNamed, formatOf, readerOf } = await import('./formats');
  const format = (as === undefined ? undefined : formatNamed(as)) ?? formatOf(file);
  const reader = await readerOf(file, as);
  const options = columns === undefined ? {} : { options: { columns: new Map(columns) } };
  return {
    ...file,
    format: format.name,
    read: reader.read({ ...file, defaultName: defaultNameOf(file.uri), ...options }),
  };
}

/**
 * Put files together into one glossary; undefined where none of them could be read. A concept whose id an earlier file has gets a
 * number behind it.
 */
function join(
  uri: string,
  readings: readonly FileReading[],
): { readonly content: GlossaryContent | undefined; readonly problems: readonly ImportProblem[] } {
  const distinct = createDistinctIds();
  const concepts: Concept[] = [];
  const problems: ImportProblem[] = [];
  const glossaries = readings.flatMap(({ read }) => read.glossary ?? []);
  for (const glossary of glossaries) {
    const own = distinct(glossary.concepts);
    for (const concept of own.concepts) concepts.push(concept);
    for (const { id, origin } of glossary.concepts) {
      const renamed = own.renamed.get(id);
      if (renamed === undefined) continue;
      const message = `The id ${quoted(id)} belongs to a concept of another file too, so this one is called ${quoted(renamed)}`;
      problems.push({ severity: 'warning', message, file: nameOf(origin.uri), line: origin.line + 1 });
    }
  }
  const [first, ...others] = glossaries;
  if (first === undefined) return { content: undefined, problems };
  const owner = glossaries.find((glossary) => glossary.owner !== undefined)?.owner;
  const content = {
    uri,
    name: others.length === 0 ? first.name : nameOf(uri),
    language: first.language,
    concepts,
    ...(owner === undefined ? {} : { owner }),
  };
  return { content, problems };
}

function problemsIn({ uri, text, read }: FileReading, { files }: ImportParams): readonly ImportProblem[] {
  const lines = TextDocument.create(uri, '', 0, text);
  return read.problems.map(({ severity, message, span }) => ({
    severity,
    message,
    ...(files === undefined ? {} : { file: nameOf(uri) }),
    line: lines.positionAt(span.start).line + 1,
  }));
}

/** The columns of all files, each heading once. */
function columnsOf(readings: readonly FileReading[]): ImportPreview['columns'] {
  const fields = new Map<string, string | null>();
  for (const { read } of readings) {
    for (const { heading, field } of read.columns ?? []) {
      if (!fields.has(heading)) fields.set(heading, field ?? null);
    }
  }
  return Array.from(fields, ([heading, field]) => ({ heading, field }));
}

/** What a glossary of ours says elsewhere, or not at all, is left out as well. */
function leftOutOf({ leftOut = [], imports = [], parts = [] }: ReadGlossary): readonly LeftOut[] {
  return [
    ...leftOut,
    ...(imports.length === 0 ? [] : [{ what: 'other glossaries that it names', count: imports.length }]),
    ...(parts.length === 0 ? [] : [{ what: 'paths that concepts are for', count: parts.length }]),
  ];
}

function summed(all: readonly LeftOut[]): ImportPreview['leftOut'] {
  const counts = new Map<string, number>();
  for (const { what, count } of all) counts.set(what, (counts.get(what) ?? 0) + count);
  return Array.from(counts, ([what, count]) => ({ what, count }));
}

function sampleOf({ terms: [preferred, ...others], definition }: Concept): ImportPreview['sample'][number] {
  return { term: preferred.text, otherTerms: others.map(({ text }) => text), definition: plainText(definition) };
}

/** The name of a file or a folder. */
function nameOf(uri: string): string {
  const path = uri.replace(/[?#].*$/s, '');
  const name = path.slice(path.lastIndexOf('/', path.length - 2) + 1).replace(/\/$/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

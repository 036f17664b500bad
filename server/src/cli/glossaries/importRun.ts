import { basename, extname, resolve } from 'node:path';
import type { GlossaryProblem, GlossaryReader, GlossaryWriter, ReadGlossary } from '../../formats/format';
import { nativeFormat } from '../../formats/native';
import { readTextFile } from '../check/regularFile';
import { UsageError } from '../check/usageError';
import { replaceText } from '../check/wholeFile';
import { inertMessage, inertPath } from '../formats/inertText';
import { type OneGlossary, oneGlossary } from './oneGlossary';
import { isThere, tell, writeFile } from './output';
import { type GlossaryFiles, type ReadingOptions, readFiles } from './readFiles';
import { counted, leftOutLines, problemLines, summaryOf } from './summary';
import { loadUpdate, type UpdateGlossary } from './update';

/** What a command says of an import. */
export interface ImportOptions extends Omit<ReadingOptions, 'except'> {
  /** What to call the glossary; undefined for what it calls itself. */
  readonly name: string | undefined;
  /** A file as it was given; undefined for standard output. */
  readonly output: string | undefined;
  /** Update the file, and keep what is in it. */
  readonly isMerging: boolean;
  /** The file may be overwritten. */
  readonly isForced: boolean;
}

/** What an import does its work with. */
export interface ImportParts {
  /** Load what writes a format of ours. */
  writerOf(id: 'yaml' | 'json'): Promise<GlossaryWriter>;
  /** Reads what was written: what it would find wrong with that is told. */
  readonly reader: GlossaryReader;
  /** Load what updates a glossary of ours. */
  updater(): Promise<UpdateGlossary>;
  /** Write to standard output. */
  print(text: string): void;
  /** Tell people something. */
  tell(lines: readonly string[]): void;
}

const ownParts: ImportParts = {
  async writerOf(id) {
    const { jsonWriter, yamlWriter } = await import('../../formats/native/writer');
    return id === 'json' ? jsonWriter : yamlWriter;
  },
  reader: nativeFormat,
  updater: loadUpdate,
  print: (text) => void process.stdout.write(text),
  tell,
};

/** Exit codes: 0 for done, 1 for nothing found, 2 for what cannot be read or written. */
const NOTHING = 1;
const UNUSABLE = 2;

/** Read glossaries and write them as one of ours. Gives the exit code. Throws a `UsageError`. */
export async function importGlossaries(options: ImportOptions, parts: ImportParts = ownParts): Promise<number> {
  const { output, folder, isMerging, isForced } = options;
  const target = output === undefined ? undefined : resolve(folder, output);
  if (isMerging && output === undefined) throw new UsageError('--merge needs -o, which names the glossary to update');
  const isUpdating = isMerging && target !== undefined && isThere(target);
  if (target !== undefined && !isUpdating && !isForced && isThere(target)) {
    throw new UsageError(`${output} is there already: --merge updates it, and --force replaces it`);
  }
  const found = await readFiles({ ...options, except: target });
  parts.tell(summaryOf(found.files, found.unreadable));
  const whole = joined(found, options.name ?? folderName(options));
  parts.tell(remarks(whole));
  const glossary = options.name === undefined ? whole : { ...whole, name: options.name };
  const code =
    found.unreadable.length > 0 || found.files.some(({ read }) => read.glossary === undefined) ? UNUSABLE : 0;
  if (glossary.concepts.length === 0) {
    parts.tell(['glossary-lens: there is no concept to import']);
    return code === 0 ? NOTHING : code;
  }
  if (isUpdating) await update(target, output ?? '', glossary, parts);
  else if (!(await write(target, output ?? '', glossary, parts))) {
    parts.tell(['glossary-lens: there is no concept to import']);
    return code === 0 ? NOTHING : code;
  }
  return code;
}

/** Put the glossaries of files together. */
export function joined({ files }: GlossaryFiles, name: string): OneGlossary {
  return oneGlossary(
    files.flatMap(({ read }) => read.glossary ?? []),
    name,
  );
}

/** Say what happened when glossaries were put together. */
export function remarks({ renamed, otherLanguages, language }: OneGlossary): readonly string[] {
  return [
    ...(renamed === 0 ? [] : [`  ${counted(renamed, 'id')} of another file got a number: taken before`]),
    ...(otherLanguages.length === 0
      ? []
      : [`  languages: ${otherLanguages.join(', ')} beside ${language}, which the glossary is said to be in`]),
  ];
}

/** Name what several files come to: by the only path, or the working directory. */
export function folderName({ paths, folder }: Pick<ReadingOptions, 'paths' | 'folder'>): string {
  const [only = '.', another] = paths;
  return basename(resolve(folder, another === undefined ? only : '.')) || 'Glossary';
}

/** Write a glossary; false where nothing is written, as all of it would be left out. */
async function write(
  target: string | undefined,
  shown: string,
  glossary: OneGlossary,
  { writerOf, reader, print, tell: say }: ImportParts,
): Promise<boolean> {
  const id = extname(shown).toLowerCase() === '.json' ? 'json' : 'yaml';
  const writer = await writerOf(id);
  const { files, leftOut } = writer.write(glossary);
  const text = files[0]?.text ?? '';
  const read = reader.read({ uri: '', text, defaultName: '' });
  const size = read.glossary?.size ?? glossary.concepts.length;
  say(leftOutLines(leftOut));
  if (size === 0) return false;
  if (target === undefined) print(text);
  else {
    writeFile(target, shown, text);
    say([`${inertPath(shown)}: ${counted(size, 'concept')} written`]);
  }
  say(problemLines(target === undefined ? 'standard output' : shown, text, faultsOf(read)));
  return true;
}

async function update(
  target: string,
  shown: string,
  { concepts }: OneGlossary,
  { updater, reader, tell: say }: ImportParts,
): Promise<void> {
  const updateGlossary = await updater();
  const read = readTextFile(target);
  if ('reason' in read) throw new UsageError(`${shown} is not updated: ${read.reason}`);
  const updated = updateGlossary(read.text, concepts);
  if (updated === undefined) {
    throw new UsageError(`${shown} is not updated: it does not parse, or has aliases; it is left alone`);
  }
  const { text, added, changed, unplaced } = updated;
  if (text !== read.text) {
    const written = replaceText(target, read, text);
    if (written.kind === 'refused') throw new UsageError(`${shown} is not updated: ${written.reason}`);
  }
  say([
    `${inertPath(shown)}: ${counted(added.length, 'concept')} added, ${changed.length} changed`,
    ...(unplaced.length === 0
      ? []
      : [
          `  left out: ${counted(unplaced.length, 'concept')} that cannot be put there, such as ${inertMessage(unplaced[0] ?? '')}`,
        ]),
  ]);
  say(problemLines(shown, text, faultsOf(reader.read({ uri: '', text, defaultName: '' }))));
}

/** Another format may do without what ours asks for. */
function faultsOf({ problems }: ReadGlossary): readonly GlossaryProblem[] {
  return problems.filter(({ severity }) => severity !== 'information');
}

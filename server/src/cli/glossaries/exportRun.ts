import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { formatNamed, formats } from '../../formats';
import type { GlossaryWriter, WrittenGlossary } from '../../formats/format';
import { UsageError } from '../check/usageError';
import { inertPath } from '../formats/inertText';
import { folderName, joined, remarks } from './importRun';
import { isThere, tell, writeFile } from './output';
import { listed, type ReadingOptions, readFiles } from './readFiles';
import { counted, leftOutLines, summaryOf } from './summary';

/** What a command says of an export. */
export interface ExportOptions extends Omit<ReadingOptions, 'except'> {
  /** The id of the format to write. */
  readonly to: string;
  /** What to call the glossary; undefined for what it calls itself. */
  readonly name: string | undefined;
  /** A file or a folder as it was given; undefined for standard output. */
  readonly output: string | undefined;
  /** Files may be overwritten. */
  readonly isForced: boolean;
}

/** Exit codes: 0 for done, 1 for nothing found, 2 for what cannot be read or written. */
const NOTHING = 1;
const UNUSABLE = 2;

/** Read glossaries and write them as one in another format. Gives the exit code. Throws a `UsageError`. */
export async function exportGlossaries(options: ExportOptions): Promise<number> {
  const { output, folder, name } = options;
  const writer = await writerNamed(options.to);
  const target = output === undefined ? undefined : resolve(folder, output);
  const found = await readFiles({ ...options, except: target });
  tell(summaryOf(found.files, found.unreadable));
  const whole = joined(found, name ?? folderName(options));
  tell(remarks(whole));
  const code =
    found.unreadable.length > 0 || found.files.some(({ read }) => read.glossary === undefined) ? UNUSABLE : 0;
  if (whole.concepts.length === 0) {
    tell(['glossary-lens: there is no concept to export']);
    return code === 0 ? NOTHING : code;
  }
  const written = writer.write(name === undefined ? whole : { ...whole, name });
  tell(leftOutLines(written.leftOut));
  if (output === undefined) print(written);
  else write(written, output, options);
  return code;
}

async function writerNamed(id: string): Promise<GlossaryWriter> {
  const writer = await formatNamed(id)?.writer?.();
  if (writer !== undefined) return writer;
  const writable = listed(formats.filter((format) => format.writer !== undefined));
  throw new UsageError(`there is no format '${id}' to write: ${writable}`);
}

function print({ files }: WrittenGlossary): void {
  const [only, another] = files;
  if (another !== undefined) {
    throw new UsageError(`this format has ${files.length} files: name a folder for them with -o`);
  }
  process.stdout.write(only?.text ?? '');
}

/** Write one file under the name that was given, or into the folder of that name; several into the folder. */
function write({ files }: WrittenGlossary, output: string, { folder, isForced }: ExportOptions): void {
  const place = resolve(folder, output);
  const isFolder = files.length > 1 || /[\\/]$/.test(output) || isFolderThere(place);
  const targets = files.map(({ path, text }) => {
    const file = isFolder ? resolve(place, path) : place;
    if (isFolder && !file.startsWith(place.endsWith(sep) ? place : place + sep)) {
      throw new UsageError(`${path} would lie outside of ${output}`);
    }
    return { file, shown: isFolder ? `${output.replace(/[\\/]+$/, '')}/${path}` : output, text };
  });
  const taken = isForced ? undefined : targets.find(({ file }) => isThere(file));
  if (taken !== undefined) throw new UsageError(`${taken.shown} is there already: --force replaces it`);
  for (const { file, shown, text } of targets) writeFile(file, shown, text);
  const [first] = targets;
  const where = targets.length === 1 && first !== undefined ? inertPath(first.shown) : inertPath(output);
  tell([`${where}: ${counted(targets.length, 'file')} written`]);
}

function isFolderThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

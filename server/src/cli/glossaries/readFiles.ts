import { URI } from 'vscode-uri';
import { formatNamed, formatOf, formats, readerOf } from '../../formats';
import { defaultNameOf } from '../../formats/defaultName';
import type { GlossaryFormat, ReadGlossary, ReadOptions } from '../../formats/format';
import { diskFiles } from '../../node/files';
import { UsageError } from '../check/usageError';
import type { UnreadableFile } from '../checkRun';
import { noFiles } from '../noFiles';
import { findFiles, isGlossary } from './findFiles';

/** Which glossaries are read, and how. */
export interface ReadingOptions {
  /** Files and folders, relative to `folder`. */
  readonly paths: readonly string[];
  /** The working directory. */
  readonly folder: string;
  /** The id of a format; undefined where each file tells. */
  readonly from: string | undefined;
  readonly reading: ReadOptions;
  /** A file that is not read where it is found in a folder, absolute: what is written in the end. */
  readonly except: string | undefined;
}

/** A glossary file as it was read. */
export interface GlossaryFile {
  /** As it is shown. */
  readonly path: string;
  readonly text: string;
  readonly format: GlossaryFormat;
  readonly read: ReadGlossary;
}

/** What came of some paths. */
export interface GlossaryFiles {
  readonly files: readonly GlossaryFile[];
  readonly unreadable: readonly UnreadableFile[];
}

/** Read the glossaries that paths lead to. Throws a `UsageError` where there are none, or the format is unknown. */
export async function readFiles(options: ReadingOptions): Promise<GlossaryFiles> {
  const { folder, from, reading, except } = options;
  const asked = from === undefined ? undefined : readableFormat(from);
  const found = findFiles(options.paths, folder);
  const files: GlossaryFile[] = [];
  const unreadable: UnreadableFile[] = [...found.unreadable];
  for (const foundFile of found.files) {
    const { file, path } = foundFile;
    if (file === except && !foundFile.isNamed) continue;
    const uri = URI.file(file).toString();
    const content = await readText(uri);
    if ('reason' in content) {
      unreadable.push({ path, reason: content.reason });
      continue;
    }
    const { text } = content;
    if (!isGlossary(foundFile, { uri, text }, asked)) continue;
    const format = asked ?? formatOf({ uri, text });
    const reader = await readerOf({ uri, text }, format.id);
    files.push({
      path,
      text,
      format,
      read: reader.read({ uri, text, defaultName: defaultNameOf(uri), options: reading }),
    });
  }
  if (files.length === 0 && unreadable.length === 0) {
    throw new UsageError(`there is no glossary in ${options.paths.join(', ')}`);
  }
  return { files, unreadable };
}

/** Read the text of a file, or say why that cannot be in plain words that read after a colon. */
export async function readText(uri: string): Promise<{ readonly text: string } | { readonly reason: string }> {
  const content = await disk.read(uri);
  if (content.kind === 'text') return content;
  return { reason: content.kind === 'absent' ? 'there is no such file or folder' : content.reason };
}

/** List the ids of all formats, for those who complete a command line. */
export function formatIds(): readonly string[] {
  return formats.map(({ id }) => id);
}

/** List ids in a message. */
export function listed(list: readonly GlossaryFormat[]): string {
  return list.map(({ id }) => id).join(', ');
}

function readableFormat(id: string): GlossaryFormat {
  const format = formatNamed(id);
  if (format?.reader !== undefined) return format;
  const readable = listed(formats.filter(({ reader }) => reader !== undefined));
  throw new UsageError(`there is no format '${id}' to read: ${readable}`);
}

const disk = diskFiles(noFiles);

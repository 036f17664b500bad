import { type Stats, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { formats, isGlossaryFile } from '../../formats';
import type { GlossaryFormat, NamedText } from '../../formats/format';
import { codeOf, reasonOf } from '../check/reason';
import { inOrder, shownPath } from '../check/targets';
import { Walker } from '../check/walker';
import type { UnreadableFile } from '../checkRun';

/** A file that may hold a glossary. */
export interface FoundFile {
  /** Absolute. */
  readonly file: string;
  /** As it is shown: relative to the working directory, with `/` between folders. */
  readonly path: string;
  /** It was named, and not found in a folder: it is to be a glossary, whatever it is called. */
  readonly isNamed: boolean;
}

/** The files that paths lead to, each once, in the order of their paths. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly unreadable: readonly UnreadableFile[];
}

/** Find the files that `paths`, relative to `folder`, stand for. In folders these are all that some format may be written in. */
export function findFiles(paths: readonly string[], folder: string): FoundFiles {
  const files = new Map<string, FoundFile>();
  const unreadable = new Map<string, UnreadableFile>();
  const report = ({ path, reason }: UnreadableFile) => {
    const shown = shownPath(path, folder);
    unreadable.set(shown, { path: shown, reason });
  };
  const add = (file: string, isNamed: boolean) => {
    if (isNamed || !files.has(file)) files.set(file, { file, path: shownPath(file, folder), isNamed });
  };
  const walker = new Walker(mayBeGlossary);
  for (const name of paths) {
    const path = resolve(folder, name);
    const found = statOf(path);
    if (typeof found === 'string') report({ path, reason: found });
    else if (found.isDirectory()) for (const file of walker.filesBelow(path, report)) add(file, false);
    else if (found.isFile()) add(path, true);
    else report({ path, reason: 'it is not a regular file' });
  }
  return { files: inOrder([...files.values()]), unreadable: inOrder([...unreadable.values()]) };
}

/**
 * Tell whether a file that was found in a folder is a glossary: by what is in it, or by the name that ours have; where a format is
 * `asked` for, all files with its extensions are.
 */
export function isGlossary({ file, isNamed }: FoundFile, content: NamedText, asked?: GlossaryFormat): boolean {
  const name = basename(file);
  if (isNamed) return true;
  if (asked !== undefined) return hasExtension(name, asked);
  return isGlossaryFile(name) || formats.some((format) => hasExtension(name, format) && format.recognises(content));
}

function mayBeGlossary(name: string): boolean {
  return formats.some((format) => hasExtension(name, format));
}

function hasExtension(name: string, { extensions }: GlossaryFormat): boolean {
  const lowerCase = name.toLowerCase();
  return extensions.some((extension) => lowerCase.endsWith(extension));
}

function statOf(path: string): Stats | string {
  try {
    return statSync(path);
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file or folder' : reasonOf(error);
  }
}

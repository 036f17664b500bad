import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';

/** Read what somebody names with `--glossary`: a file or a folder, relative to `folder`, a glob, a package or an address. */
export function glossarySource(text: string, folder: string): string {
  if (HAS_SCHEME.test(text)) return text;
  const path = resolve(folder, text);
  // What is there is named as it is, whatever has a meaning in a glob.
  return existsSync(path) || !isGlob(text) ? URI.file(path).toString() : path;
}

/** Find the first name of a file or folder that is not there. */
export function missingSource(texts: readonly string[]): string | undefined {
  return texts.find((text) => !HAS_SCHEME.test(text) && !isGlob(text) && !existsSync(text));
}

function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}

const HAS_SCHEME = /^(?:npm|https?|file):/i;

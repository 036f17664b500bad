import type { Language } from './language';
import { markdown } from './markdown';
import { yaml } from './yaml';

export type { Language } from './language';

/** The document languages, every one that there is. */
export const languages: readonly Language[] = [markdown, yaml];

/**
 * Find the language of a document: by the file extension in its URI, which an editor cannot get wrong as it can the
 * language id, else by its language id. A document that was never saved goes by its language id alone.
 */
export function languageOf(document: { readonly uri: string; readonly languageId: string }): Language | undefined {
  return languageOfUri(document.uri) ?? languages.find(({ languageIds }) => languageIds.includes(document.languageId));
}

function languageOfUri(uri: string): Language | undefined {
  if (uri.startsWith('untitled:')) {
    return undefined;
  }
  const name = fileName(uri);
  return languages.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}

/** The last segment of a URI's path in lower case, without query and fragment. */
function fileName(uri: string): string {
  const path = uri.slice(0, pathEnd(uri));
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

function pathEnd(uri: string): number {
  const end = uri.search(/[?#]/);
  return end < 0 ? uri.length : end;
}

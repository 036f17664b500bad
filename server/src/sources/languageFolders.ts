import { canonicalTag } from '../formats/records/languageTag';

/**
 * Tell whether a folder has a folder for each language: then all the folders in it are called by languages. Gives their tags by
 * their names; none where a folder is called in another way. `paths` are those of the glossary files in it.
 */
export function languageFolders(paths: readonly string[]): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const path of paths) {
    const end = path.indexOf('/');
    const name = end === -1 ? undefined : path.slice(0, end);
    if (name === undefined || tags.has(name)) continue;
    const tag = languageOf(name);
    if (tag === undefined) return new Map();
    tags.set(name, tag);
  }
  return tags;
}

/** A language that people have heard of, by its two letters, with a script or a region: `api` would be one of three. */
function languageOf(name: string): string | undefined {
  if (!/^[a-z]{2}(?:[-_][a-z0-9]{2,4}){0,2}$/i.test(name)) return undefined;
  const tag = canonicalTag(name.replaceAll('_', '-'));
  return tag !== undefined && knownNames().of(tag) !== undefined ? tag : undefined;
}

let names: Intl.DisplayNames | undefined;

function knownNames(): Intl.DisplayNames {
  names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return names;
}

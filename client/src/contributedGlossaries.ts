/** What the manifests of extensions say of glossaries that they bring. Knows no VS Code. */

/** A glossary that a manifest names. */
export interface ContributedGlossary {
  /** Relative to the folder of the extension. */
  readonly path: string;
  readonly name?: string;
}

/** More of one extension are not read. */
const MOST_GLOSSARIES = 100;

/** Longer paths and names are none, in UTF-16 units. */
const LONGEST_TEXT = 1_000;

/**
 * Read `contributes.glossaryLens.glossaries` of a manifest: a list of paths, or of records with `path` and perhaps `name`. Whatever
 * is no path that stays inside of the extension is left out.
 */
export function readContributed(manifest: unknown): readonly ContributedGlossary[] {
  const list = fieldOf(fieldOf(fieldOf(manifest, 'contributes'), 'glossaryLens'), 'glossaries');
  if (!Array.isArray(list)) return [];
  return list.slice(0, MOST_GLOSSARIES).flatMap((item: unknown) => {
    const path = insidePath(typeof item === 'string' ? item : fieldOf(item, 'path'));
    const name = fieldOf(item, 'name');
    if (path === undefined) return [];
    return isText(name) ? [{ path, name: name.trim() }] : [{ path }];
  });
}

/** A path that leads to a file below a folder, whatever the file system; without `./` at its start. */
function insidePath(value: unknown): string | undefined {
  if (!isText(value) || /^[a-zA-Z][a-zA-Z0-9+.-]*:|^\/|[\\\p{Cc}]/u.test(value)) return undefined;
  const parts = value.trim().split('/');
  if (parts.includes('..')) return undefined;
  const path = parts.filter((part) => part !== '.' && part !== '').join('/');
  return path === '' ? undefined : path;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT;
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(name);
}

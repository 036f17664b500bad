/** Concept addresses as they come from outside (links, keybindings) and as the paths of pages. Knows no VS Code. */
import type { ConceptAddress } from '../../server/src/protocol';

/** The scheme of concept pages: `glossary-lens:/<glossary>/<id>.md`. */
export const PAGE_SCHEME = 'glossary-lens';

/** Longer than any id that a glossary file may hold, in UTF-16 units. */
const LONGEST_ID = 1_000;

/** Take a value from outside for an address, if it has the form of one. */
export function readAddress(value: unknown): ConceptAddress | undefined {
  if (typeof value !== 'object' || value === null || !('glossary' in value) || !('id' in value)) return undefined;
  const { glossary, id } = value;
  if (typeof glossary !== 'string' || !isGlossaryKey(glossary)) return undefined;
  if (typeof id !== 'string' || !isConceptId(id)) return undefined;
  return { glossary, id };
}

/** Give the path of a concept's page; a URI encodes it. */
export function pagePath({ glossary, id }: ConceptAddress): string {
  return `/${glossary}/${id}${EXTENSION}`;
}

/** Give the address of the concept whose page has this (decoded) path, if it is the path of a page. */
export function pageAddress(path: string): ConceptAddress | undefined {
  const end = path.indexOf('/', 1);
  if (!path.startsWith('/') || end < 0 || !path.endsWith(EXTENSION)) return undefined;
  return readAddress({ glossary: path.slice(1, end), id: path.slice(end + 1, -EXTENSION.length) });
}

const EXTENSION = '.md';

/** The server makes keys of letters and digits. */
function isGlossaryKey(text: string): boolean {
  return /^[0-9a-z]{1,16}$/.test(text);
}

/** Any text that a path can carry as it is: no control characters, and nothing that walks through folders. */
function isConceptId(text: string): boolean {
  if (text === '' || text.length > LONGEST_ID || /[\p{Cc}\\]/u.test(text)) return false;
  return text.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

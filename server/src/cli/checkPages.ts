import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the pages of checks are read: the build puts them beside the folder of this file. */
const FOLDER = join(dirname(__dirname), 'checks');

/** Where people read about Glossary Lens. Constant, as reports of different versions are compared. */
export const INFORMATION_URI = 'https://marketplace.visualstudio.com/items?itemName=glossary-lens.glossary-lens';

/** Give the address of what is written about a check. */
export function helpUriOf(check: string): string {
  return `${INFORMATION_URI}#${encodeURIComponent(check)}`;
}

/** Read the page about a check, Markdown that begins with its name as a heading; undefined where there is none. */
export function readCheckPage(check: string, folder = FOLDER): string | undefined {
  // Names that reports speak of may come from anywhere, paths may not.
  if (!/^[a-z][a-z-]{0,60}$/.test(check)) return undefined;
  try {
    return readFileSync(join(folder, `${check}.md`), 'utf8');
  } catch {
    return undefined;
  }
}

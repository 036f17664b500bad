import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { addRules, GIT_IGNORE, type IgnoreRules, isIgnored, LONGEST_RULES, rulesInside } from '../../ignoreRules';
import { RepositoryFinder } from './repository';

/** A folder with what git ignores in it. Immutable. */
export interface FolderRules {
  /** Below the root of all rules, with `/` between folders; empty for the root. */
  readonly inside: string;
  readonly rules: IgnoreRules | undefined;
}

/** Read the rules that hold in a folder: from its repository's root down; of the folder alone where there is no repository. */
export function rulesFor(folder: string): FolderRules {
  const root = new RepositoryFinder().of(folder) ?? folder;
  let current = root;
  const excluded = withRules({ inside: '', rules: undefined }, excludeFile(root));
  let found = withRules(excluded, join(root, GIT_IGNORE));
  const below = relative(root, folder);
  for (const name of below === '' ? [] : below.split(sep)) {
    current = join(current, name);
    const inside = insideOf(found, name);
    // What lies in an ignored folder is there because somebody asked for it: rules from above have no say in it.
    const rules = isIgnored(found.rules, inside, true) ? undefined : rulesInside(found.rules, inside);
    found = withRules({ inside, rules }, join(current, GIT_IGNORE));
  }
  return found;
}

/** Give the rules for what a folder holds that lies in one with the rules `above`; `hasRules` where it has a `.gitignore`. */
export function rulesWithin(above: FolderRules, name: string, folder: string, hasRules: boolean): FolderRules {
  const inside = insideOf(above, name);
  const entered = { inside, rules: rulesInside(above.rules, inside) };
  return hasRules ? withRules(entered, join(folder, GIT_IGNORE)) : entered;
}

/** Tell whether git ignores what a folder holds under a name. */
export function ignores(folder: FolderRules, name: string, isFolder: boolean): boolean {
  return folder.rules !== undefined && isIgnored(folder.rules, insideOf(folder, name), isFolder);
}

function insideOf({ inside }: FolderRules, name: string): string {
  return inside === '' ? name : `${inside}/${name}`;
}

function withRules({ inside, rules }: FolderRules, file: string): FolderRules {
  const text = readShort(file);
  return { inside, rules: text === undefined ? rules : addRules(rules, inside, text, { isCaseBlind }) };
}

/** As git sets `core.ignoreCase` on the file systems that these systems come with. */
const isCaseBlind = process.platform === 'win32' || process.platform === 'darwin';

/** In a work tree `.git` is a file that names a folder, in which `commondir` names that of the repository. */
function excludeFile(root: string): string {
  const git = join(root, '.git');
  const named = /^gitdir: (.+)$/m.exec(readShort(git) ?? '')?.[1];
  if (named === undefined) return join(git, 'info', 'exclude');
  const own = resolve(root, named);
  const common = readShort(join(own, 'commondir'))?.trim();
  return join(common === undefined ? own : resolve(own, common), 'info', 'exclude');
}

/** Bytes are never fewer than UTF-16 units. */
function readShort(file: string): string | undefined {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    return found?.isFile() === true && found.size <= LONGEST_RULES ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

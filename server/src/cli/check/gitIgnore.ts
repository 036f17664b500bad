import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { RepositoryFinder } from './repository';

/** What git ignores in a folder and below: its own rules and those of the folders above, the nearest first. Immutable. */
export interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
  readonly above: IgnoreRules | undefined;
}

/** Read the rules that hold in a folder: from its repository's root down; of the folder alone where there is no repository. */
export function rulesFor(folder: string): IgnoreRules | undefined {
  const root = new RepositoryFinder().of(folder) ?? folder;
  const inside = relative(root, folder);
  const names = inside === '' ? [] : inside.split(sep);
  let current = root;
  let rules = withRules(undefined, current, excludeFile(root));
  rules = withRules(rules, current, join(current, GIT_IGNORE));
  for (const name of names) {
    current = join(current, name);
    // What lies in an ignored folder is there because somebody asked for it: rules from above have no say in it.
    if (isIgnored(rules, current, true)) rules = undefined;
    rules = withRules(rules, current, join(current, GIT_IGNORE));
  }
  return rules;
}

/** Add the rules of a folder's own `.gitignore`, where it has one. */
export function rulesWithin(above: IgnoreRules | undefined, folder: string): IgnoreRules | undefined {
  return withRules(above, folder, join(folder, GIT_IGNORE));
}

/** Tell whether git ignores a file or a folder that lies in no ignored folder: the nearest rule that says something counts. */
export function isIgnored(rules: IgnoreRules | undefined, path: string, isFolder: boolean): boolean {
  for (let layer = rules; layer !== undefined; layer = layer.above) {
    const inside = relative(layer.folder, path).split(sep).join('/');
    const verdict = layer.rules.test(isFolder ? `${inside}/` : inside);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

export const GIT_IGNORE = '.gitignore';

/** The longest file of rules that is followed, in bytes; real ones have a tenth of it. */
const LONGEST_RULES = 65_536;
/** Rules with more `**` are left out: each lets the regular expression that they become try every folder of a path anew. */
const MOST_DOUBLE_STARS = 2;

function withRules(above: IgnoreRules | undefined, folder: string, file: string): IgnoreRules | undefined {
  const text = readShort(file);
  if (text === undefined) return above;
  const rules = text.split('\n').filter((rule) => rule.split('**').length - 1 <= MOST_DOUBLE_STARS);
  return { folder, rules: ignore({ ignorecase: isCaseBlind }).add(rules.join('\n')), above };
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

function readShort(file: string): string | undefined {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    return found?.isFile() === true && found.size <= LONGEST_RULES ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

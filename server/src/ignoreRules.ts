import ignore, { type Ignore } from 'ignore';

/** What git ignores: the rules of a folder and those of the folders above it, the nearest first. Immutable. */
export interface IgnoreRules {
  /** Where they stand, below the root of all of them, with `/` between folders; empty for the root. */
  readonly folder: string;
  readonly rules: Ignore;
  readonly above: IgnoreRules | undefined;
}

/** The file of rules that a folder may have. */
export const GIT_IGNORE = '.gitignore';

/** The longest file of rules that is followed, in UTF-16 units; real ones have a tenth of it. */
export const LONGEST_RULES = 65_536;
/** Rules with more `**` are left out: each lets the regular expression that they become try every folder of a path anew. */
const MOST_DOUBLE_STARS = 2;

/** Add the text of a folder's rules to those above it; one that is too long says nothing. */
export function addRules(
  above: IgnoreRules | undefined,
  folder: string,
  text: string,
  { isCaseBlind }: { readonly isCaseBlind: boolean },
): IgnoreRules | undefined {
  if (text.length > LONGEST_RULES) return above;
  const followed = text.split('\n').filter((rule) => rule.split('**').length - 1 <= MOST_DOUBLE_STARS);
  return { folder, rules: ignore({ ignorecase: isCaseBlind }).add(followed.join('\n')), above };
}

/** Tell whether git ignores a file or folder below the root, in a folder that was entered: the nearest rule that says something counts. */
export function isIgnored(rules: IgnoreRules | undefined, path: string, isFolder: boolean): boolean {
  for (let layer = rules; layer !== undefined; layer = layer.above) {
    const inside = insideOf(layer, path);
    const verdict = layer.rules.test(isFolder ? `${inside}/` : inside);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

/**
 * Give the rules for what a folder holds. Where nearer rules take back that it is ignored, the farther ones that ignore it as a
 * whole no longer do: as in git, they have a say in each file by its own name alone.
 */
export function rulesInside(rules: IgnoreRules | undefined, folder: string): IgnoreRules | undefined {
  const layers: IgnoreRules[] = [];
  for (let layer = rules; layer !== undefined; layer = layer.above) layers.push(layer);
  const isAnew = layers.map((layer) => layer.rules.test(`${insideOf(layer, folder)}/`).ignored);
  if (!isAnew.includes(true)) return rules;
  return layers.reduceRight<IgnoreRules | undefined>((above, layer, index) => {
    const entered = isAnew[index] === true ? withEntered(layer, insideOf(layer, folder)) : layer.rules;
    return { ...layer, rules: entered, above };
  }, undefined);
}

function insideOf(layer: IgnoreRules, path: string): string {
  return layer.folder === '' ? path : path.slice(layer.folder.length + 1);
}

/** In a list, a line end in the name of a folder is a part of it. */
function withEntered({ rules }: IgnoreRules, folder: string): Ignore {
  return ignore()
    .add(rules)
    .add([`!/${folder.replace(MARKS, '\\$&')}/`]);
}

/** What means something else in a rule than itself. */
const MARKS = /[\\*?[\]!# ]/g;

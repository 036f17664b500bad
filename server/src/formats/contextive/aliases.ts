import { abbreviates } from '../../terminology/abbreviation';
import type { TermKind } from '../../terminology/concept';

/** Take off the Markdown emphasis that encloses a name, as in `_TodoItem_`, but leave names that are written so: `__init__`. */
export function withoutEmphasis(alias: string): string {
  const mark = alias.charAt(0);
  if ((mark !== '_' && mark !== '*') || !alias.endsWith(mark)) return alias;
  const inner = alias.slice(1, -1);
  const isOnePair = inner !== '' && !/^[\s_*]|[\s_*]$/u.test(inner);
  return isOnePair ? inner : alias;
}

/** Tell what an alias is to the name of a term: Contextive has one list for abbreviations and for other names. */
export function aliasKind(alias: string, name: string): TermKind {
  return abbreviates(alias, name) && !isOfWholeWords(alias, name) ? 'abbreviation' : 'variant';
}

/** "Order" of "Order Line" is a name for it, which nothing is left out of but words. */
function isOfWholeWords(alias: string, name: string): boolean {
  const words = new Set(name.toLowerCase().split(/\s+/u));
  return alias
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => words.has(word));
}

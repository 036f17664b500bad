/** Tell whether an abbreviation is the initials of a long form, in order; small words may have none in it. */
export function areInitials(abbreviation: string, longForm: string): boolean {
  const letters = abbreviation.toLowerCase();
  let next = 0;
  let count = 0;
  for (const [word] of longForm.matchAll(WORD)) {
    if (++count > MOST_WORDS) return false;
    const lower = word.toLowerCase();
    if (letters[next] === lower[0]) next++;
    else if (next === 0 || !SMALL_WORDS.has(lower)) return false;
  }
  return next === letters.length && count > 1;
}

/** Tell whether a long form has no more words than an abbreviation has letters, small words aside, and begins with none. */
export function isCompact(abbreviation: string, longForm: string): boolean {
  const words = longForm.split(/[\s-]+/u).map((word) => word.toLowerCase());
  const main = words.filter((word) => !SMALL_WORDS.has(word));
  return main[0] === words[0] && main.length <= abbreviation.length;
}

/** Words in a name, those that are written together with capitals apart. */
const WORD = /\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})|\p{Lo}+|\p{N}+/gu;
const MOST_WORDS = 12;

/** Words that an abbreviation may pass over. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and as at by for from in into is of on or over per the to via with'.split(' '),
);

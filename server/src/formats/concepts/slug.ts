/** Give each slug a number behind it from its second use on, and never one that is taken. */
export function createSlugs(taken: ReadonlySet<string>): (term: string) => string {
  const used = new Set(taken);
  const numbers = new Map<string, number>();
  return (term) => {
    const slug = slugOf(term);
    let id = slug;
    let number = numbers.get(slug) ?? 1;
    while (used.has(id)) {
      number++;
      id = `${slug}-${number}`;
    }
    numbers.set(slug, number);
    used.add(id);
    return id;
  };
}

/**
 * Make an id of a term: its letters and digits in lower case, whatever the script, with `-` for what stands between
 * them. A term of symbols alone gives the code points: `=>` is `u3d-u3e`.
 */
export function slugOf(term: string): string {
  const words = term
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return words === null ? codePoints(term) : words.join('-');
}

function codePoints(term: string): string {
  return Array.from(term, (character) => `u${(character.codePointAt(0) ?? 0).toString(16)}`).join('-');
}

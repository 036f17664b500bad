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
function slugOf(term: string): string {
  let slug = '';
  let isApart = false;
  for (const character of term.normalize('NFC').toLowerCase()) {
    if (/[\p{L}\p{M}\p{N}]/u.test(character)) {
      slug += isApart && slug !== '' ? `-${character}` : character;
      isApart = false;
    } else if (character !== "'" && character !== '’') {
      isApart = true;
    }
  }
  return slug === '' ? codePoints(term) : slug;
}

function codePoints(term: string): string {
  return Array.from(term, (character) => `u${(character.codePointAt(0) ?? 0).toString(16)}`).join('-');
}

/**
 * Tell whether an abbreviation is an ordinary word that somebody shouts, or a name, by the rest of the text: it has the word in
 * capitals and small letters (`zSCAN`, `zScan`), or in lower case: amid other words, where it can be spoken, or anywhere, where
 * it begins with a small letter itself, as products do.
 */
export function isWordElsewhere(source: string, abbreviation: string): boolean {
  const word = abbreviation.toLowerCase();
  if (word.length < SHORTEST) return false;
  const lower = source.toLowerCase();
  // A few letters grow in lower case: then no place in it is one in the text.
  if (lower.length !== source.length) return false;
  const isProduct = /^[a-z]/u.test(abbreviation);
  const maySpeak = word.length >= SHORTEST_SPOKEN && isSpoken(word);
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
    const written = source.slice(at, at + word.length);
    const before = source.slice(Math.max(0, at - 2), at);
    const behind = source.slice(at + word.length, at + word.length + 2);
    if (written === abbreviation || /[\p{L}\p{N}_]$/u.test(before) || /^[\p{L}\p{N}_]/u.test(behind)) continue;
    if (written === word ? isProduct : /[a-z]/u.test(written)) return true;
    if (maySpeak && written === word && /[a-z,]\s$/u.test(before) && /^(?:\s[^|]?|[.,;:!?]\s)$/u.test(behind))
      return true;
  }
  return false;
}

const SHORTEST = 3;

/** Shorter words are listed among those that people shout: too many abbreviations are commands of three letters. */
const SHORTEST_SPOKEN = 4;

/** A word has vowels, and no three consonants in a row. */
function isSpoken(word: string): boolean {
  return /[aeiouy]/u.test(word) && !/[^aeiouy]{3}/u.test(word);
}

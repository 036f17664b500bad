/**
 * Tell whether an abbreviation is an ordinary word that somebody shouts: it can be spoken, and the same text has it in lower
 * case amid other words.
 */
export function isShoutedWord(source: string, abbreviation: string): boolean {
  const word = abbreviation.toLowerCase();
  if (word.length < SHORTEST || !isSpoken(word)) return false;
  for (let at = source.indexOf(word); at >= 0; at = source.indexOf(word, at + 1)) {
    const around = source.slice(Math.max(0, at - 2), at + word.length + 2);
    if (/^[a-z,] .*(?:[ \n][^|]?|[.,;:!?][ \n])$/su.test(around)) return true;
  }
  return false;
}

/** Shorter words are listed among those that people shout: too many abbreviations are commands of three letters. */
const SHORTEST = 4;

/** A word has vowels, and no three consonants in a row. */
function isSpoken(word: string): boolean {
  return /[aeiouy]/u.test(word) && !/[^aeiouy]{3}/u.test(word);
}

/** Reduces a word to what all its forms share, in lower case: `контейнеров` and `контейнер` give the same. */
export type Stemmer = (word: string) => string;

/** Shorter words, and words that would be cut shorter, stand for too much. */
const SHORTEST_WORD = 4;
const SHORTEST_STEM = 3;
/** A word in capitals of no more letters is an abbreviation. */
const LONGEST_ABBREVIATION = 5;

/** Normalise a word and keep a stemmer from what has no stem: short words, abbreviations, names with digits. */
export function guarded(stem: Stemmer): Stemmer {
  return (word) => {
    const lower = word.normalize('NFC').toLowerCase();
    if (lower.length < SHORTEST_WORD || /\p{N}/u.test(lower)) return lower;
    if (word.length <= LONGEST_ABBREVIATION && word !== lower && word === word.toUpperCase()) return lower;
    const stemmed = stem(lower);
    return stemmed.length < SHORTEST_STEM ? lower : stemmed;
  };
}

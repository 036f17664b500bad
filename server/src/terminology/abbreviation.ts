/**
 * Tell whether one name abbreviates another: by its initials or letters, in their order (`CRI`, `mTLS`, `i18n`, `W3C`) or as
 * a translation has them, or by beginnings of its words (`cgroup`, `Pubkey`).
 */
export function abbreviates(short: string, long: string): boolean {
  const letters = lettersOf(short);
  const words = wordsOf(long);
  const length = words.join('').length;
  if (letters.length < 2 || letters.length >= length || length > LONGEST || words.length > MOST_WORDS) return false;
  if (areBeginnings(letters, words) || areBeginnings(letters.replace(/(..)s$/, '$1'), words)) return true;
  if (!looksAbbreviated(short)) return false;
  return areInitials(letters, words) || areLetters(letters, words) || areBeginnings(letters, [...words].reverse());
}

/** Tell whether an abbreviation has two initials of three, or more, of a phrase in another language: `RPC`, `SIG`. */
export function sharesInitials(short: string, long: string): boolean {
  const letters = lettersOf(short);
  const initials = initialsOf(wordsOf(long).filter((word) => word.length > LONGEST_SMALL_WORD));
  if (!isInCapitals(short) || letters.length < 3 || initials.length !== letters.length) return false;
  return 3 * sharedLetters(letters, initials) >= 2 * letters.length;
}

/** Tell whether a name has the look of an abbreviation: a capital or a digit behind its first letter, as in `PaaS`, `K8s`. */
export function looksAbbreviated(name: string): boolean {
  return name.length <= LONGEST_ABBREVIATION && /^[\p{L}\p{N}]\S*[\p{Lu}\p{N}]\S*$/u.test(name);
}

/** Tell whether a name is in capitals, two at least, but perhaps for the -s of a plural: `CSI`, `PVCs`, `CI/CD`. */
export function isInCapitals(name: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}/&-]+s?$/u.test(name);
}

/** Longer names are sentences, which nothing abbreviates; in letters and in words. */
const LONGEST = 120;
const MOST_WORDS = 12;
const LONGEST_ABBREVIATION = 12;
/** An abbreviation may pass over words of so many letters: of, for, der, las. */
const LONGEST_SMALL_WORD = 3;

function lettersOf(short: string): string {
  const singular = /\p{Lu}{2}s$/u.test(short) ? short.slice(0, -1) : short;
  return singular.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of a name in lower case, those that are written together with capitals apart. */
function wordsOf(long: string): readonly string[] {
  const words = long.match(/\p{Lu}?[\p{Ll}\p{M}\p{Lo}]+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu) ?? [];
  return words.map((word) => word.toLowerCase());
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join('');
}

/** Whether letters are the beginnings of some of the words, in order: `sys-call`, `c-group`, `k-ops`. */
function areBeginnings(letters: string, words: readonly string[]): boolean {
  /** How many letters may have been read so far. */
  let read = new Set([0]);
  for (const word of words) {
    const next = new Set(read);
    for (const start of read) {
      let end = start;
      while (end < letters.length && letters[end] === word[end - start]) next.add(++end);
    }
    read = next;
  }
  return read.has(letters.length);
}

/** Whether letters are the initials of words in any order, but for small words. */
function areInitials(letters: string, words: readonly string[]): boolean {
  const initials = initialsOf(words);
  if (sharedLetters(letters, initials) < letters.length) return false;
  return (
    sharedLetters(letters, initialsOf(words.filter((word) => word.length > LONGEST_SMALL_WORD))) >= longWords(words)
  );
}

function longWords(words: readonly string[]): number {
  return words.filter((word) => word.length > LONGEST_SMALL_WORD).length;
}

/** Whether letters stand in the words in this order, the first one first. */
function areLetters(letters: string, words: readonly string[]): boolean {
  const [whole = ''] = words;
  const count = Number(/^.(\d+).$/u.exec(letters)?.[1]);
  if (words.length === 1 && count === whole.length - 2)
    return letters[0] === whole[0] && letters.at(-1) === whole.at(-1);
  const repeated = letters.replace(/(\p{L})([2-4])/gu, (_, letter: string, times: string) =>
    letter.repeat(Number(times)),
  );
  return [words, words.map(soundOf)].some((read) => isWithin(letters, read) || isWithin(repeated, read));
}

/** What abbreviations write for the sound of a word: X for ex- and the cross, digits for numbers. */
function soundOf(word: string): string {
  const digit = NUMBER_SOUNDS.get(word);
  return digit ?? word.replace(/^(?:ex|cross|trans)/, 'x');
}

const NUMBER_SOUNDS = new Map([
  ['to', '2'],
  ['two', '2'],
  ['three', '3'],
  ['for', '4'],
  ['four', '4'],
]);

function isWithin(letters: string, words: readonly string[]): boolean {
  if (letters[0] !== words[0]?.[0]) return false;
  let next = 0;
  for (const letter of words.join('')) if (letter === letters[next]) next++;
  return next === letters.length;
}

function sharedLetters(one: string, other: string): number {
  const left = [...other];
  let shared = 0;
  for (const letter of one) {
    const index = left.indexOf(letter);
    if (index < 0) continue;
    left.splice(index, 1);
    shared++;
  }
  return shared;
}

import { SMALL_WORDS } from './initials';

/** The long forms in a text, by their initials: what a document writes out somewhere. */
export class WrittenOut {
  readonly #rows: readonly Row[];

  constructor(source: string) {
    this.#rows = [
      rowOf(source, PARTS, () => true),
      rowOf(source, PARTS, (word) => !SMALL_WORDS.has(word)),
      rowOf(source, WORDS, (word) => !SMALL_WORDS.has(word)),
    ];
  }

  /** Tell whether words in a row have these initials: in capitals, or so many that it is no chance. */
  has(abbreviation: string): boolean {
    const letters = abbreviation.toLowerCase();
    return this.#rows.some((row) => holds(row, letters));
  }
}

/** Words in a row, by their initials in lower case; a stop stands where no phrase goes on. */
interface Row {
  readonly initials: string;
  /** For each initial, whether the word is written with a capital. */
  readonly capitals: readonly boolean[];
}

const STOP = '.';

/** Words, and those that are written together with capitals one by one. */
const WORDS = /[\p{L}\p{M}]+/gu;
const PARTS = /\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})/gu;

/** So many words in lower case do not have the initials of an abbreviation by chance. */
const FEWEST_SMALL = 4;

function rowOf(source: string, words: RegExp, counts: (word: string) => boolean): Row {
  const initials: string[] = [];
  const capitals: boolean[] = [];
  let end = 0;
  for (const match of source.matchAll(words)) {
    const [word] = match;
    if (!isJoiner(source, end, match.index)) {
      initials.push(STOP);
      capitals.push(false);
    }
    end = match.index + word.length;
    const lower = word.toLowerCase();
    if (!counts(lower)) continue;
    initials.push(lower.charAt(0));
    capitals.push(lower !== word);
  }
  return { initials: initials.join(''), capitals };
}

function holds({ initials, capitals }: Row, letters: string): boolean {
  for (let at = initials.indexOf(letters); at >= 0; at = initials.indexOf(letters, at + 1)) {
    if (letters.length >= FEWEST_SMALL) return true;
    if (capitals.slice(at, at + letters.length).every(Boolean)) return true;
  }
  return false;
}

/** What stands between two words of a phrase: nothing (`PersistentVolume`), white space, a hyphen, markup. */
function isJoiner(source: string, start: number, end: number): boolean {
  if (end - start > LONGEST_JOINER) return false;
  const joiner = source.slice(start, end);
  return /^[\s_*/-]*$/u.test(joiner) && !joiner.includes('\n\n');
}

/** Units between two words of a phrase at most: a line end with the indentation of a list. */
const LONGEST_JOINER = 8;

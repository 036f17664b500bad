import { SMALL_WORDS } from './initials';

/** What a document writes out somewhere, by its initials. */
export interface LongForms {
  /** Tell whether words in a row have these initials: each with a capital, or so many that it is no chance. */
  has(abbreviation: string): boolean;
}

/** Read the phrases of a source text, markup and code included. One loop: this runs after edits. */
export function longFormsIn(source: string): LongForms {
  const parts = new Initials();
  const mainParts = new Initials();
  const mainWords = new Initials();
  for (let at = 0, end = 0; at < source.length; ) {
    if (!isLetter(source.charCodeAt(at))) {
      at++;
      continue;
    }
    if (!isJoiner(source, end, at)) for (const row of [parts, mainParts, mainWords]) row.stop();
    const wordStart = at;
    while (at < source.length && isLetter(source.charCodeAt(at))) {
      const start = at;
      at = partEnd(source, at);
      const isMain = !isSmallWord(source, start, at);
      parts.push(source.charCodeAt(start));
      if (!isMain) continue;
      mainParts.push(source.charCodeAt(start));
      if (start === wordStart) mainWords.push(source.charCodeAt(start));
    }
    end = at;
  }
  return { has: (abbreviation) => [parts, mainParts, mainWords].some((row) => row.has(abbreviation.toLowerCase())) };
}

/** So many words in lower case do not have the initials of an abbreviation by chance. */
const FEWEST_SMALL = 4;

/** The initials of words in a row, as they are written; a stop stands where no phrase goes on. */
class Initials {
  readonly #pieces: string[] = [];
  #text: string | undefined;
  #lower = '';

  push(unit: number): void {
    this.#pieces.push(String.fromCharCode(unit));
  }

  stop(): void {
    this.#pieces.push('.');
  }

  has(letters: string): boolean {
    this.#text ??= this.#pieces.join('');
    // A few letters grow in lower case, where their places would no longer be those of the text.
    if (this.#lower === '') this.#lower = this.#text.replace(/[A-Z]+/gu, (capitals) => capitals.toLowerCase());
    for (let at = this.#lower.indexOf(letters); at >= 0; at = this.#lower.indexOf(letters, at + 1)) {
      if (letters.length >= FEWEST_SMALL) return true;
      if (/^[A-Z]+$/u.test(this.#text.slice(at, at + letters.length))) return true;
    }
    return false;
  }
}

/** Give the end of the part of a word at an offset: `Persistent` of `PersistentVolume`, `DNS` of `DNSPolicy`. */
function partEnd(source: string, start: number): number {
  let at = start + 1;
  if (isCapital(source.charCodeAt(start)) && isCapital(source.charCodeAt(at))) {
    while (isCapital(source.charCodeAt(at))) at++;
    return isLetter(source.charCodeAt(at)) ? at - 1 : at;
  }
  while (isLetter(source.charCodeAt(at)) && !isCapital(source.charCodeAt(at))) at++;
  return at;
}

function isSmallWord(source: string, start: number, end: number): boolean {
  return end - start <= LONGEST_SMALL_WORD && SMALL_WORDS.has(source.slice(start, end).toLowerCase());
}

/** Letters of the longest of the small words: `from`. */
const LONGEST_SMALL_WORD = 4;

/** What stands between two words of a phrase: white space, a hyphen, markup, but no empty line. */
function isJoiner(source: string, start: number, end: number): boolean {
  if (end - start > LONGEST_JOINER) return false;
  let lines = 0;
  for (let at = start; at < end; at++) {
    const character = source.charAt(at);
    if (character === '\n') lines++;
    else if (!JOINERS.has(character)) return false;
  }
  return lines < 2;
}

/** Units between two words of a phrase at most: a line end with the indentation of a list. */
const LONGEST_JOINER = 8;
const JOINERS = new Set([...' \t\r\u00a0*_/-']);

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

/** Letters beyond ASCII are of no abbreviation that is looked for here, but they are of words. */
function isLetter(unit: number): boolean {
  return isCapital(unit) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7);
}

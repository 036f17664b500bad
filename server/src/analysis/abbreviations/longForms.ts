import { SMALL_WORDS } from './initials';

/** What a document writes out somewhere, by its initials. */
export interface LongForms {
  /** Tell whether words in a row have these initials: each with a capital, or so many that it is no chance. */
  has(abbreviation: string): boolean;
}

/** Read the phrases of a source text, markup and code included. One loop: this runs after edits. */
export function longFormsIn(source: string): LongForms {
  const parts = new Row();
  const mainParts = new Row();
  const mainWords = new Row();
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
      const initial = source.charAt(start);
      parts.push(initial, start);
      if (isSmallWord(source, start, at)) continue;
      mainParts.push(initial, start);
      if (start === wordStart) mainWords.push(initial, start);
    }
    end = at;
  }

  function has(abbreviation: string): boolean {
    const letters = abbreviation.toLowerCase();
    if ([parts, mainParts, mainWords].some((row) => row.has(letters, (starts) => isTitle(source, starts)))) return true;
    const isLongEnough = letters.length >= FEWEST_SMALL;
    return isLongEnough && parts.has(letters, (starts) => isPhrase(source, starts, letters));
  }

  return { has };
}

/** Three words in a row or more, none of them one that any sentence is made of, are seldom met by chance. */
const FEWEST_SMALL = 3;

/** So many words in a row are not met by chance, whatever they are. */
const MANY = 4;

/** Words in a row, by their initials; a stop stands where no phrase goes on. */
class Row {
  readonly #initials: string[] = [];
  readonly #starts: number[] = [];
  #text: string | undefined;

  push(initial: string, start: number): void {
    this.#initials.push(initial);
    this.#starts.push(start);
  }

  stop(): void {
    this.push('.', -1);
  }

  /** Tell whether some words with these initials, which start at the offsets handed over, are accepted. */
  has(letters: string, accepts: (starts: readonly number[]) => boolean): boolean {
    // Only ASCII letters are folded: of others, one may become two.
    this.#text ??= this.#initials.join('').replace(/[A-Z]+/gu, (capitals) => capitals.toLowerCase());
    for (let at = this.#text.indexOf(letters); at >= 0; at = this.#text.indexOf(letters, at + 1)) {
      if (accepts(this.#starts.slice(at, at + letters.length))) return true;
    }
    return false;
  }
}

function isTitle(source: string, starts: readonly number[]): boolean {
  return starts.length >= MANY || starts.every((start) => isCapital(source.charCodeAt(start)));
}

/** `key derivation function`, `Proof of concept`, but not `secret to select`, `DaemonSet approach`. */
function isPhrase(source: string, starts: readonly number[], abbreviation: string): boolean {
  const words = starts.map((start) => source.slice(start, partEnd(source, start)));
  const inner = words.slice(1, -1);
  const isPlain = (word: string) => word.length >= SHORTEST_MAIN_WORD && !FUNCTION_WORDS.has(word.toLowerCase());
  const others = words.slice(1).filter((word) => !JOINING_WORDS.has(word));
  const capitals = others.filter((word) => isCapital(word.charCodeAt(0))).length;
  return (
    words.every((word) => isPlain(word) || (inner.includes(word) && JOINING_WORDS.has(word))) &&
    (capitals === 0 || capitals === others.length) &&
    words.every((word) => !/^[A-Z]{2}/u.test(word) && word !== abbreviation)
  );
}

/** Letters of a word that names something. */
const SHORTEST_MAIN_WORD = 3;

/** Words inside of names, which their abbreviations have a letter for: `PoC`, `OOM`, `FoD`. */
const JOINING_WORDS = new Set(['of', 'on', 'in']);

/** Words of three letters and more that sentences are made of. */
const FUNCTION_WORDS = new Set(
  `about after all also and any are because been before between both but can could does each else every for from has have
  how into its may might more most must nor not once one only other our over own per same see set should since some such
  than that the their them then there these they this those through too two under until use used uses using very via was
  were what when where which while who why will with within without would yet you your`.split(/\s+/u),
);

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

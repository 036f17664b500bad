import type { Source } from '../../text/source';
import { SMALL_WORDS } from './initials';

/**
 * Prepare to find which abbreviations a source text writes out somewhere: words in a row that have their initials, each with a
 * capital or so many that it is no chance. Markup and code count, too. One loop over units without an object for a word: it
 * reads every document in which something is not explained.
 */
export function writtenOut(abbreviations: Iterable<string>): (source: Source) => ReadonlySet<string> {
  const wanted = new WantedInitials(abbreviations);
  return (source) => findWrittenOut(source, wanted);
}

function findWrittenOut({ text, units, length }: Source, wanted: WantedInitials): ReadonlySet<string> {
  const found = new Set<string>();
  /** The words in a row in front of the loop: all, but for small ones, and those taken whole. */
  const parts = new RecentInitials();
  const mainParts = new RecentInitials();
  const mainWords = new RecentInitials();
  for (let at = 0, end = 0; at < length; ) {
    if (kindOf(units[at] as number) === NO_LETTER) {
      at++;
      continue;
    }
    if (!isJoiner(units, end, at)) {
      parts.stop();
      mainParts.stop();
      mainWords.stop();
    }
    const wordStart = at;
    while (at < length && kindOf(units[at] as number) !== NO_LETTER) {
      const start = at;
      at = partEnd(units, at, length);
      const initial = units[start] as number;
      parts.push(initial, start);
      if (wanted.mayEndWith(parts.code)) look(parts, true);
      if (isSmallWord(units, start, at)) continue;
      mainParts.push(initial, start);
      if (wanted.mayEndWith(mainParts.code)) look(mainParts, false);
      if (start !== wordStart) continue;
      mainWords.push(initial, start);
      if (wanted.mayEndWith(mainWords.code)) look(mainWords, false);
    }
    end = at;
  }

  function look(row: RecentInitials, isGapless: boolean): void {
    for (const size of wanted.lengths) {
      const abbreviations = row.count < size ? [] : wanted.at(size, row.code);
      for (const abbreviation of abbreviations) {
        if (!found.has(abbreviation) && isMet(row, abbreviation, isGapless)) found.add(abbreviation);
      }
    }
  }

  function isMet(row: RecentInitials, abbreviation: string, isGapless: boolean): boolean {
    const { length: size } = abbreviation;
    if (size >= MANY || row.areCapitals(size)) return true;
    if (!isGapless || size < FEWEST_SMALL) return false;
    const words = row.starts(size).map((start) => text.slice(start, partEnd(units, start, length)));
    return isPhrase(words, abbreviation);
  }

  return found;
}

/** So many words in a row are not met by chance, whatever they are. */
const MANY = 4;

/** So many words in a row, none of them one that any sentence is made of, are seldom met by chance. */
const FEWEST_SMALL = 3;

/** Letters of an abbreviation at most: as many as there is room for in one number. */
const MOST_LETTERS = 6;
const BITS = 5;
const ALL_LETTERS = (1 << (BITS * MOST_LETTERS)) - 1;
const LAST_TWO = (1 << (2 * BITS)) - 1;

/** The initials that are looked for, each row of letters as one number. */
class WantedInitials {
  readonly lengths: readonly number[];
  readonly #abbreviations = new Map<number, readonly string[]>();
  /** By the last two letters, whether anything ends with them: nearly all words are passed over by that. */
  readonly #endings = new Uint8Array(LAST_TWO + 1);

  constructor(abbreviations: Iterable<string>) {
    const lengths = new Set<number>();
    for (const abbreviation of abbreviations) {
      if (!/^[A-Za-z]{2,6}$/u.test(abbreviation)) continue;
      let code = 0;
      for (let at = 0; at < abbreviation.length; at++) code = (code << BITS) | (abbreviation.charCodeAt(at) & LETTER);
      const key = keyOf(abbreviation.length, code);
      // `QoS` and `QOS` are two.
      this.#abbreviations.set(key, [...(this.#abbreviations.get(key) ?? []), abbreviation]);
      this.#endings[code & LAST_TWO] = 1;
      lengths.add(abbreviation.length);
    }
    this.lengths = [...lengths];
  }

  mayEndWith(code: number): boolean {
    return this.#endings[code & LAST_TWO] === 1;
  }

  at(length: number, code: number): readonly string[] {
    return this.#abbreviations.get(keyOf(length, code)) ?? NONE;
  }
}

const NONE: readonly string[] = [];

/** The number of a letter, in either case. */
const LETTER = 0x1f;

/** Tell apart rows of letters of several lengths; the last letters of a code count. */
function keyOf(length: number, code: number): number {
  return (code & ((1 << (BITS * length)) - 1)) * 8 + length;
}

/** The initials of the last words in a row. */
class RecentInitials {
  /** The last six, each as the number of its letter. */
  code = 0;
  /** How many words stand in a row. */
  count = 0;
  /** Where they start, the latest at `count - 1` modulo the length. */
  readonly #starts = new Int32Array(MOST_LETTERS);
  /** For each, whether it is a capital, as one bit. */
  #capitals = 0;

  push(initial: number, start: number): void {
    this.code = ((this.code << BITS) | (initial < 0x80 ? initial & LETTER : 0)) & ALL_LETTERS;
    this.#capitals = ((this.#capitals << 1) | (isCapital(initial) ? 1 : 0)) & LETTER_BITS;
    this.#starts[this.count % MOST_LETTERS] = start;
    this.count++;
  }

  stop(): void {
    this.count = 0;
  }

  areCapitals(length: number): boolean {
    const mask = (1 << length) - 1;
    return (this.#capitals & mask) === mask;
  }

  starts(length: number): readonly number[] {
    return Array.from({ length }, (_, index) => this.#starts[(this.count - length + index) % MOST_LETTERS] ?? 0);
  }
}

const LETTER_BITS = (1 << MOST_LETTERS) - 1;

/** `key derivation function`, `Proof of concept`, but not `secret to select`, `DaemonSet approach`. */
function isPhrase(words: readonly string[], abbreviation: string): boolean {
  const inner = words.slice(1, -1);
  const isPlain = (word: string) => word.length >= SHORTEST_MAIN_WORD && !FUNCTION_WORDS.has(word.toLowerCase());
  const others = words.slice(1).filter((word) => !JOINING_WORDS.has(word));
  const capitals = others.filter((word) => isCapital(word.charCodeAt(0))).length;
  return (
    words.every((word) => isPlain(word) || (inner.includes(word) && JOINING_WORDS.has(word))) &&
    (capitals === 0 || capitals === others.length) &&
    words.every((word) => !/^[A-Z]{2}/u.test(word) && word !== abbreviation.toLowerCase())
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
function partEnd(units: Uint16Array, start: number, end: number): number {
  let at = start + 1;
  if (at < end && kindOf(units[start] as number) === CAPITAL && kindOf(units[at] as number) === CAPITAL) {
    while (at < end && kindOf(units[at] as number) === CAPITAL) at++;
    return at < end && kindOf(units[at] as number) !== NO_LETTER ? at - 1 : at;
  }
  while (at < end && kindOf(units[at] as number) === SMALL) at++;
  return at;
}

function isSmallWord(units: Uint16Array, start: number, end: number): boolean {
  if (end - start > LONGEST_SMALL_WORD) return false;
  let code = 0;
  for (let at = start; at < end; at++) code = (code << BITS) | ((units[at] as number) & LETTER);
  return SMALL_WORD_CODES.has(code);
}

/** Letters of the longest of the small words: `from`. */
const LONGEST_SMALL_WORD = 4;
const SMALL_WORD_CODES = new Set(
  Array.from(SMALL_WORDS, (word) =>
    Array.from(word).reduce((code, letter) => (code << BITS) | (letter.charCodeAt(0) & LETTER), 0),
  ),
);

/** What stands between two words of a phrase: white space, a hyphen, markup, but no empty line. */
function isJoiner(units: Uint16Array, start: number, end: number): boolean {
  // Between most words.
  if (end - start === 1 && units[start] === SPACE) return true;
  if (end - start > LONGEST_JOINER) return false;
  let lines = 0;
  for (let at = start; at < end; at++) {
    const unit = units[at] as number;
    if (unit === LINE_FEED) lines++;
    else if (!JOINERS.has(unit)) return false;
  }
  return lines < 2;
}

/** Units between two words of a phrase at most: a line end with the indentation of a list. */
const LONGEST_JOINER = 8;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
const JOINERS = new Set(Array.from(' \t\r\u00a0*_/-', (sign) => sign.charCodeAt(0)));

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

const NO_LETTER = 0;
const SMALL = 1;
const CAPITAL = 2;

/** Tell what a unit is in a word. Letters beyond ASCII are of no abbreviation that is looked for here, but they are of words. */
function kindOf(unit: number): number {
  if (unit < 0x80) return KINDS[unit] as number;
  return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7 ? SMALL : NO_LETTER;
}

const KINDS = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  isCapital(unit) ? CAPITAL : unit >= 0x61 && unit <= 0x7a ? SMALL : NO_LETTER,
);

/**
 * What a UTF-16 unit is to a reader of words. Units of one class read alike:
 *
 * - `space` and `hyphen` separate the words of a term, and so does `underscore`, which also glues an identifier together;
 * - `ignorable` is not seen at all (soft hyphen, zero-width characters);
 * - `letter` is a letter, digit or combining mark of a script that puts spaces between words;
 * - `ideograph` belongs to a script that writes words without spaces, where each character may begin or end one;
 * - `symbol` is the rest: punctuation, and both halves of a surrogate pair.
 */
export const CharacterClass = {
  space: 0,
  hyphen: 1,
  underscore: 2,
  ignorable: 3,
  letter: 4,
  ideograph: 5,
  symbol: 6,
} as const;

export type CharacterClass = (typeof CharacterClass)[keyof typeof CharacterClass];

/** Tell the class of a UTF-16 unit. */
export function classOf(unit: number): CharacterClass {
  return pageOf(unit).classes[unit & 0xff] as CharacterClass;
}

/** Fold a UTF-16 unit to the one that stands for all its cases and widths: `Ａ`, `A` and `a` are `a`; `’` is `'`. */
export function fold(unit: number): number {
  return pageOf(unit).folded[unit & 0xff] as number;
}

interface Page {
  readonly classes: Uint8Array;
  readonly folded: Uint16Array;
}

/** Pages of 256 units, made on first use: the whole table costs 25 ms of start-up, and a document touches few pages. */
const pages: (Page | undefined)[] = new Array(256).fill(undefined);

function pageOf(unit: number): Page {
  const number = unit >> 8;
  const page = pages[number];
  if (page !== undefined) return page;
  const made = makePage(number << 8);
  pages[number] = made;
  return made;
}

function makePage(first: number): Page {
  const classes = new Uint8Array(256);
  const folded = new Uint16Array(256);
  for (let index = 0; index < 256; index++) {
    const character = String.fromCharCode(first + index);
    classes[index] = classify(character);
    folded[index] = foldCharacter(character);
  }
  return { classes, folded };
}

function classify(character: string): CharacterClass {
  if (/\s/u.test(character) && character !== '\uFEFF') return CharacterClass.space;
  if (/[-\u2010\u2011]/u.test(character)) return CharacterClass.hyphen;
  if (character === '_') return CharacterClass.underscore;
  if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return CharacterClass.ignorable;
  if (UNSPACED_SCRIPTS.test(character)) return CharacterClass.ideograph;
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return CharacterClass.letter;
  return CharacterClass.symbol;
}

const UNSPACED_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30FC]/u;

function foldCharacter(character: string): number {
  const unit = character.charCodeAt(0);
  if (character === '\u2019' || character === '\u02BC' || character === '\uFF07') return 0x27;
  if (unit >= 0xff01 && unit <= 0xff5e) return foldCharacter(String.fromCharCode(unit - 0xfee0));
  // İ and a few others grow in lower case; they stand for themselves, so that one unit folds to one unit.
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

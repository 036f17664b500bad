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
  space: 1,
  hyphen: 2,
  underscore: 3,
  ignorable: 4,
  letter: 5,
  ideograph: 6,
  symbol: 7,
} as const;

export type CharacterClass = (typeof CharacterClass)[keyof typeof CharacterClass];

/**
 * Classes by UTF-16 unit, 0 where a unit was not met yet: `classOf` fills the page of 256 around it then. The whole table
 * would cost 25 ms at start-up, and a document touches few pages. For loops that cannot afford a call for each character.
 */
export const classes = new Uint8Array(0x10000);

/** Folded units by unit, as far as `classes` is filled. */
export const folded = new Uint16Array(0x10000);

/** Tell the class of a UTF-16 unit; what lies behind the end of a text (not a number) is a symbol. */
export function classOf(unit: number): CharacterClass {
  const known = classes[unit];
  if (known !== undefined && known !== 0) return known as CharacterClass;
  if (known === undefined) return CharacterClass.symbol;
  fillPage(unit & 0xff00);
  return classes[unit] as CharacterClass;
}

/** Fold a UTF-16 unit to the one that stands for all its cases and widths: `Ａ`, `A` and `a` are `a`; `’` is `'`. */
export function fold(unit: number): number {
  if (classes[unit] === 0) fillPage(unit & 0xff00);
  return folded[unit] ?? unit;
}

function fillPage(first: number): void {
  for (let unit = first; unit < first + 256; unit++) {
    const character = String.fromCharCode(unit);
    classes[unit] = classify(character);
    folded[unit] = foldCharacter(character);
  }
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

/**
 * What a UTF-16 unit is to a reader of words. Units of one class read alike:
 *
 * - `space` and `hyphen` separate the words of a term, and so does `underscore`, which also glues an identifier together;
 * - `letter` is a Latin letter, a digit, or one of those that stand in the words of any script;
 * - `script` is a letter or mark of another script that puts spaces between words: Cyrillic, Arabic, Devanagari;
 * - `ideograph` belongs to a script that writes words without spaces, where each character may begin or end one, and to
 *   Hangul, whose words take endings that are words of their own;
 * - `lead` is the first half of a surrogate pair, `trail` the second: the pair tells what they are (`pairEnd`);
 * - `ignorable` is not seen at all (soft hyphen, zero-width characters): `readable` leaves it out;
 * - `symbol` is the rest: punctuation.
 *
 * Words end where the class changes: `Pod` in `Podов` and in `Podは`.
 */
export const CharacterClass = {
  space: 1,
  hyphen: 2,
  underscore: 3,
  ignorable: 4,
  symbol: 5,
  letter: 6,
  script: 7,
  ideograph: 8,
  lead: 9,
  trail: 10,
} as const;

export type CharacterClass = (typeof CharacterClass)[keyof typeof CharacterClass];

/**
 * Classes by UTF-16 unit, 0 where a unit was not met yet: `classOf` fills the page of 128 around it then. The whole table
 * would cost 25 ms at start-up, and a document touches few pages. For loops that cannot afford a call for each character.
 */
export const classes = new Uint8Array(0x10000);

/** Folded units by unit, as far as `classes` is filled. */
export const folded = new Uint16Array(0x10000);

/**
 * What a loop over words does with each unit: `LETTER` and the folded unit for those of the class `letter`, 0 for those that
 * separate words or are punctuation, `OTHER` for all that need a closer look, and where `classes` is not filled yet.
 */
export const wordCodes = new Int32Array(0x10000).fill(0x4000_0000);

/** The sign of a word code: the unit is a letter. */
export const LETTER = -0x8000_0000;
/** The bit of a word code: the unit needs a closer look. */
export const OTHER = 0x4000_0000;

/** Tell the class of a UTF-16 unit; what lies behind the end of a text (not a number) is a symbol. */
export function classOf(unit: number): CharacterClass {
  const known = classes[unit];
  if (known !== undefined && known !== 0) return known as CharacterClass;
  if (known === undefined) return CharacterClass.symbol;
  fillPage(unit);
  return classes[unit] as CharacterClass;
}

/** Fold a UTF-16 unit to the one that stands for all its cases and widths: `Ａ`, `A` and `a` are `a`; `’` is `'`. */
export function fold(unit: number): number {
  if (classes[unit] === 0) fillPage(unit);
  return folded[unit] ?? unit;
}

/** Give the unit of the usual width for one of full width, and the straight apostrophe for others; the case stays. */
export function narrow(unit: number): number {
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
  return unit === 0x2019 || unit === 0x02bc ? 0x27 : unit;
}

/** Tell whether a class is that of something read: letters, ideographs and symbols are, what joins words is not. */
export function isRead(unitClass: CharacterClass): boolean {
  return unitClass >= CharacterClass.symbol;
}

/** Tell whether a class is that of something that words are made of. */
export function isOfWord(unitClass: CharacterClass): boolean {
  return unitClass >= CharacterClass.letter;
}

/** 1 for units that others may stand for, in a text that is not `readable`; as far as `classes` is filled. */
const changeable = new Uint8Array(0x10000);

/** Tell whether other units may stand for a unit: only a text without any, or one that is `readable`, is sure to be read. */
export function isChangeable(unit: number): boolean {
  if (classes[unit] === 0) fillPage(unit);
  return changeable[unit] === 1;
}

/**
 * Write a text as the words of terms are compared: composed (NFC), halves of a width joined (`ｶﾞ` is `ガ`), without soft
 * hyphens, zero-width and other characters that are not seen. Folding is another matter: capitals stay.
 */
export function readable(text: string): string {
  return text
    .replace(WIDTHS, (letters) => letters.normalize('NFKC'))
    .normalize('NFC')
    .replace(IGNORABLES, '');
}

/** Half-width letters with marks of their own; `fold` knows the others. */
const WIDTHS = /[\uFF65-\uFFDC]+/gu;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const IGNORABLES = /\p{Default_Ignorable_Code_Point}/gu;

/** Give the end of the surrogate pair that begins at an offset where it is a letter or ideograph; else the offset itself. */
export function pairEnd(units: Uint16Array, offset: number): number {
  const lead = units[offset] ?? 0;
  const trail = units[offset + 1] ?? 0;
  if (classOf(lead) !== CharacterClass.lead || classOf(trail) !== CharacterClass.trail) return offset;
  return WORD.test(String.fromCharCode(lead, trail)) ? offset + 2 : offset;
}

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Tell whether a unit is a syllable of Hangul. */
export function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}

/** Tell whether a unit is Katakana: words from other languages in Japanese. */
export function isKatakana(unit: number): boolean {
  return (unit >= 0x30a1 && unit <= 0x30fe && unit !== 0x30fb) || (unit >= 0x31f0 && unit <= 0x31ff);
}

/** Tell whether a unit cannot be the first of anything: a mark on the letter before it, a long vowel, a small kana. */
export function clings(unit: number): boolean {
  return unit >= 0x300 && CLINGING.test(String.fromCharCode(unit));
}

const CLINGING = /[\p{M}ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ]/u;

/** Units in a page: ASCII is one, and the only one that most documents need. */
const PAGE = 128;

function fillPage(of: number): void {
  const first = of - (of % PAGE);
  for (let unit = first; unit < first + PAGE; unit++) {
    const isAscii = unit < 0x80;
    const character = String.fromCharCode(unit);
    const unitClass = isAscii ? classifyAscii(unit) : classify(unit, character);
    classes[unit] = unitClass;
    folded[unit] = isAscii ? foldAscii(unit) : foldCharacter(character);
    changeable[unit] = !isAscii && mayChange(character) ? 1 : 0;
    wordCodes[unit] = changeable[unit] === 1 ? OTHER : wordCodeOf(unitClass, folded[unit] as number);
  }
}

/** What `classify` says of ASCII, told without patterns: the first hover waits for it. */
function classifyAscii(unit: number): CharacterClass {
  const lower = unit | 0x20;
  if ((lower >= 0x61 && lower <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) return CharacterClass.letter;
  if (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)) return CharacterClass.space;
  if (unit === 0x2d) return CharacterClass.hyphen;
  return unit === 0x5f ? CharacterClass.underscore : CharacterClass.symbol;
}

function foldAscii(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
}

function wordCodeOf(unitClass: CharacterClass, foldedUnit: number): number {
  if (unitClass === CharacterClass.letter) return LETTER | foldedUnit;
  return unitClass > CharacterClass.letter ? OTHER : 0;
}

function classify(unit: number, character: string): CharacterClass {
  if (unit >= 0xd800 && unit <= 0xdbff) return CharacterClass.lead;
  if (unit >= 0xdc00 && unit <= 0xdfff) return CharacterClass.trail;
  if (/\s/u.test(character) && character !== '\uFEFF') return CharacterClass.space;
  if (character === '\u2010' || character === '\u2011') return CharacterClass.hyphen;
  if (IGNORABLE.test(character)) return CharacterClass.ignorable;
  if (UNSPACED.test(character)) return CharacterClass.ideograph;
  if (!/[\p{L}\p{N}\p{M}]/u.test(character)) return CharacterClass.symbol;
  return ANY_WORD.test(character) ? CharacterClass.letter : CharacterClass.script;
}

/** Whether a text that holds the character may be written otherwise with the same meaning. */
function mayChange(character: string): boolean {
  if (/[\p{Default_Ignorable_Code_Point}\uFF65-\uFFDC\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]/u.test(character))
    return true;
  if (character.normalize('NFC') !== character) return true;
  if (!/\p{M}/u.test(character)) return false;
  // A mark may melt into the letter before it (then some letter takes it apart again) or change places with another mark.
  return COMPOSING.test(character) || `${character}\u0334`.normalize('NFC') !== `${character}\u0334`;
}

/** Marks that compose with a letter before them though they never change places. */
const COMPOSING =
  /[\u0300-\u036F\u3099\u309A\u09BE\u09D7\u0B3E\u0B56\u0B57\u0BBE\u0BD7\u0CC2\u0CD5\u0CD6\u0D3E\u0D57\u0DCF\u0DDF\u102E]/u;

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Bopomofo}\u30FC]/u;
const ANY_WORD = /[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

function foldCharacter(character: string): number {
  const unit = character.charCodeAt(0);
  if (narrow(unit) !== unit) return foldCharacter(String.fromCharCode(narrow(unit)));
  // İ and a few others grow in lower case; they stand for themselves, so that one unit folds to one unit.
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

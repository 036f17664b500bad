/** What a UTF-16 unit may mean to the scanner, as bits; one unit may mean several things. A blank is 1, so that bits count. */
export const BLANK = 1;
export const LINE_END = 2;
/** An ASCII letter. */
export const LETTER = 4;
export const DIGIT = 8;
/** May belong to an address, to a path or to base64, to a dotted name: words that refer to something. */
export const ADDRESS = 16;
export const PATH = 32;
export const DOTTED = 64;
/** May open a template inside a word. */
export const SPECIAL = 128;
/** May begin an escape inside quotes, or end them. */
export const ESCAPE = 256;
/** May end a plain scalar. */
export const STOP = 512;
/** Ends a plain scalar inside a flow collection. */
export const FLOW = 1024;
/** Stands in expressions of code and in no name. */
export const CODE = 2048;
/**
 * Belongs to a word beyond ASCII: everything but the blocks of punctuation, symbols, box drawing, dingbats and emoji.
 * Coarse on purpose: it decides whether a stretch is worth reading, not where words end.
 */
export const WIDE_LETTER = 4096;
/** No-break, typographic and ideographic spaces. */
export const WIDE_BLANK = 8192;
/** Belongs to the scripts from CJK upwards, which stand beside Latin words without a space. */
export const UNSPACED = 16384;
/** Behind the end of what is read. */
export const BEHIND = 32768;

/** Any of these in a word: a closer look tells whether it is a reference. */
export const SUSPECT = ADDRESS | PATH | DOTTED;
/** What a word may end before, as the marks `-`, `?` and `:` demand behind them. */
export const SEPARATOR = BLANK | LINE_END | BEHIND;
export const ANY_LETTER = LETTER | WIDE_LETTER;

/** Stands for the unit behind the end of what is read. */
export const END = 0x10000;

/** From here on, scripts stand beside Latin words without a space. */
const FIRST_UNSPACED = 0x2e80;

/** Punctuation, symbols and emoji among the scripts without spaces. */
const SIGNS: readonly (readonly [first: number, last: number])[] = [
  [0x3000, 0x3004],
  [0x3008, 0x3020],
  [0xd83c, 0xd83e],
  [0xdc00, 0xf8ff],
  [0xfe00, 0xfe6f],
  [0xfeff, 0xfeff],
  [0xff00, 0xff0f],
  [0xfff0, 0xffff],
];

const WIDE_BLANKS: readonly (readonly [first: number, last: number])[] = [
  [0xa0, 0xa0],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x3000, 0x3000],
];

/** The bits of each UTF-16 unit and of {@link END}. Loops over many units take it into a variable of their own first. */
export const CLASSES = classes();

/** Give the bits of a UTF-16 unit or of {@link END}. */
export function classOf(unit: number): number {
  return CLASSES[unit] ?? 0;
}

/** Tell whether `unit` is a space or a tab, YAML's only white space inside a line. */
export function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}

/** Tell whether `unit` ends a line: LF or CR (CRLF counts once, see {@link lineAfter}); nothing else does in YAML 1.2. */
export function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

/** Tell whether a word may end before `unit`. */
export function isSeparator(unit: number): boolean {
  return (classOf(unit) & SEPARATOR) !== 0;
}

/** Tell whether `unit` is an ASCII letter or digit. */
export function isAlphanumeric(unit: number): boolean {
  return (classOf(unit) & (LETTER | DIGIT)) !== 0;
}

/** Give the offset behind the blanks that stand at `offset`. */
export function skipBlanks(units: Uint16Array, offset: number, end: number): number {
  let at = offset;
  while (at < end && isBlank(units[at] ?? 0)) at++;
  return at;
}

/** Give the offset of the line end at or behind `offset`, or `end`. */
export function lineEndFrom(units: Uint16Array, offset: number, end: number): number {
  const table = CLASSES;
  let at = offset;
  while (at < end && ((table[units[at] ?? 0] ?? 0) & LINE_END) === 0) at++;
  return at;
}

/** Give the start of the line behind the line end at `offset`; CR LF is one line end. */
export function lineAfter(units: Uint16Array, offset: number, end: number): number {
  if (offset >= end) return end;
  return units[offset] === 13 && offset + 1 < end && units[offset + 1] === 10 ? offset + 2 : offset + 1;
}

/** Tell whether `prefix` stands at `offset` of `text` and ends by `end`. */
export function holdsAt(text: string, prefix: string, offset: number, end: number): boolean {
  return offset + prefix.length <= end && text.startsWith(prefix, offset);
}

/** Tell whether the text between the offsets holds a letter of any script: punctuation, digits and symbols are not read. */
export function hasLetter(units: Uint16Array, start: number, end: number): boolean {
  const table = CLASSES;
  for (let at = start; at < end; at++) {
    if (((table[units[at] ?? 0] ?? 0) & ANY_LETTER) !== 0) return true;
  }
  return false;
}

function classes(): Uint16Array {
  const table = new Uint16Array(END + 1);
  const mark = (characters: string, bits: number) => {
    for (const character of characters) {
      const unit = character.charCodeAt(0);
      table[unit] = (table[unit] ?? 0) | bits;
    }
  };
  mark(' \t', BLANK);
  mark('\n\r', LINE_END | STOP);
  mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', LETTER);
  mark('0123456789', DIGIT);
  mark(':@', ADDRESS);
  mark('/\\*=+', PATH);
  mark('.', DOTTED);
  mark('{$', SPECIAL);
  mark('\\\'"', ESCAPE);
  mark(':#{', STOP);
  mark(',[]{}', FLOW);
  mark('(){}|\\^;', CODE);
  table[END] = BEHIND;
  table.fill(WIDE_LETTER, 0xc0, 0x2000);
  mark('\u00aa\u00b5\u00ba', WIDE_LETTER);
  table[0xd7] = 0;
  table[0xf7] = 0;
  table.fill(WIDE_LETTER, 0x2c00, FIRST_UNSPACED);
  table.fill(WIDE_LETTER | UNSPACED, FIRST_UNSPACED, END);
  for (const [first, last] of SIGNS) table.fill(UNSPACED, first, last + 1);
  for (const [first, last] of WIDE_BLANKS)
    table.fill(WIDE_BLANK | (first < FIRST_UNSPACED ? 0 : UNSPACED), first, last + 1);
  return table;
}

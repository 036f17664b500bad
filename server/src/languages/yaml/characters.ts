/** What an ASCII character may mean to the scanner, as bits; one character may mean several things. */
export const BLANK = 1;
export const LINE_END = 2;
export const LETTER = 4;
export const DIGIT = 8;
/** May belong to something that is not words: a path, an address, a reference. */
export const SUSPECT = 16;
/** May open a template, an escape or a doubled quote inside a word. */
export const SPECIAL = 32;
/** May end a plain scalar. */
export const STOP = 64;
/** Ends a plain scalar inside a flow collection. */
export const FLOW = 128;
/** Stands in expressions of code and in no name. */
export const CODE = 256;

const CLASSES = classes();

/** Stands for the unit behind the end of what is read. */
export const END = -1;

/** Give the bits of the UTF-16 unit `unit`; units beyond ASCII, {@link END} and `NaN` have none. */
export function classOf(unit: number): number {
  return unit >= 0 && unit < 128 ? (CLASSES[unit] ?? 0) : 0;
}

/** Tell whether `unit` is a space or a tab, YAML's only white space inside a line. */
export function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}

/** Tell whether `unit` ends a line: LF or CR (CRLF counts once, see {@link lineAfter}); nothing else does in YAML 1.2. */
export function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

/** Tell whether a word may end before `unit`, as the marks `-`, `?` and `:` demand behind them. */
export function isSeparator(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13 || unit === END;
}

/** Tell whether `unit` is an ASCII letter or digit. */
export function isAlphanumeric(unit: number): boolean {
  return (classOf(unit) & (LETTER | DIGIT)) !== 0;
}

/** Give the offset behind the blanks that stand at `offset`. */
export function skipBlanks(text: string, offset: number, end: number): number {
  let at = offset;
  while (at < end && isBlank(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

/** Give the offset of the line end at or behind `offset`, or `end`. */
export function lineEndFrom(text: string, offset: number, end: number): number {
  let at = offset;
  while (at < end && !isLineEnd(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

/** Give the start of the line behind the line end at `offset`; CR LF is one line end. */
export function lineAfter(text: string, offset: number, end: number): number {
  const length = text.charCodeAt(offset) === 13 && text.charCodeAt(offset + 1) === 10 ? 2 : 1;
  return Math.min(offset + length, end);
}

/** Tell whether `prefix` stands at `offset` of `text` and ends by `end`. */
export function holdsAt(text: string, prefix: string, offset: number, end: number): boolean {
  return offset + prefix.length <= end && text.startsWith(prefix, offset);
}

/** Tell whether the text between the offsets holds a letter of any script: punctuation, digits and symbols are not read. */
export function hasLetter(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128 ? (classOf(unit) & LETTER) !== 0 : isLetterBeyondAscii(unit)) {
      return true;
    }
  }
  return false;
}

/**
 * Tell whether a unit of 128 or more belongs to a word: everything but the blocks of punctuation, symbols, box drawing,
 * dingbats and emoji. Coarse on purpose: it decides whether a stretch is worth reading, not where words end.
 */
export function isLetterBeyondAscii(unit: number): boolean {
  if (unit < 0x2000) {
    return unit >= 0xc0 ? unit !== 0xd7 && unit !== 0xf7 : unit === 0xaa || unit === 0xb5 || unit === 0xba;
  }
  if (unit < 0x2c00) {
    return false;
  }
  return !(
    (unit >= 0x3000 && unit <= 0x3004) ||
    (unit >= 0x3008 && unit <= 0x3020) ||
    (unit >= 0xd83c && unit <= 0xd83e) ||
    (unit >= 0xdc00 && unit <= 0xf8ff) ||
    (unit >= 0xfe00 && unit <= 0xfe6f) ||
    (unit >= 0xff00 && unit <= 0xff0f) ||
    unit >= 0xfff0 ||
    unit === 0xfeff
  );
}

/** Tell whether a unit of 128 or more is white space: no-break, typographic and ideographic spaces. */
export function isWideBlank(unit: number): boolean {
  return unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x2028 || unit === 0x2029 || unit === 0x3000;
}

/** Tell whether `unit` belongs to the scripts from CJK upwards, which stand beside Latin words without a space. */
export function isUnspaced(unit: number): boolean {
  return unit >= 0x2e80;
}

function classes(): Uint16Array {
  const table = new Uint16Array(128);
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
  mark('/:@.\\*=+', SUSPECT);
  mark("{$\\'", SPECIAL);
  mark(':#{', STOP);
  mark(',[]{}', FLOW);
  mark('(){}|\\^;', CODE);
  return table;
}

/** UTF-16 codes of the characters that are syntax in Markdown. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const QUOTE = 34;
export const HASH = 35;
export const DOLLAR = 36;
export const PERCENT = 37;
export const AMPERSAND = 38;
export const APOSTROPHE = 39;
export const OPEN_PARENTHESIS = 40;
export const CLOSE_PARENTHESIS = 41;
export const ASTERISK = 42;
export const PLUS = 43;
export const DASH = 45;
export const DOT = 46;
export const SLASH = 47;
export const COLON = 58;
export const SEMICOLON = 59;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;
export const AT = 64;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const CARET = 94;
export const UNDERSCORE = 95;
export const BACKTICK = 96;
export const OPEN_BRACE = 123;
export const PIPE = 124;
export const CLOSE_BRACE = 125;
export const TILDE = 126;

/** Tell whether `code` is a space or a tab. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** Tell whether `code` is a space, a tab, a line end or another ASCII control that separates words. */
export function isSpace(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= CR);
}

/** Tell whether `code` is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Tell whether `code` is an ASCII letter. */
export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** Tell whether `code` is an ASCII letter or digit. */
export function isAlphanumeric(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** Tell whether `code` is ASCII punctuation: what a backslash escapes. */
export function isPunctuation(code: number): boolean {
  return code > SPACE && code < 127 && !isAlphanumeric(code);
}

/** Give the offset of the first character at or behind `at` that is neither space nor tab, `end` at most. */
export function skipBlanks(text: string, at: number, end: number): number {
  let offset = at;
  while (offset < end && isBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

/** Give the offset behind the run of `code` that starts at `at`, `end` at most. */
export function skipRun(text: string, at: number, end: number, code: number): number {
  let offset = at;
  while (offset < end && text.charCodeAt(offset) === code) offset++;
  return offset;
}

/** Give `end` less the spaces and tabs in front of it, `start` at least. */
export function trimBlanks(text: string, start: number, end: number): number {
  let offset = end;
  while (offset > start && isBlank(text.charCodeAt(offset - 1))) offset--;
  return offset;
}

/** Give the offset behind the line end at `at` (LF, CR LF or CR), `at` itself where there is none. */
export function skipLineEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === CR) return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  return code === LF ? at + 1 : at;
}

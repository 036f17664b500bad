/**
 * Write a text of a cell so that no spreadsheet takes it for a formula: an apostrophe goes before one that begins like one. The
 * apostrophe is no part of the text: `withoutGuard` takes it off.
 */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Take the apostrophe off a text that would be a formula without it. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

/** What spreadsheets take for a formula, full width too, behind white space; and the same behind apostrophes, to read back. */
const FORMULA = /^(?:\s*|'+\s*)[=+\-@\t\r＝＋－＠]/u;

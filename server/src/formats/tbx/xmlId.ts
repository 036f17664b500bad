/**
 * Write any id so that XML takes it for one: a letter or `_` first, then letters, digits, `.`, `-` and `_`. All else becomes the
 * number of its UTF-16 unit, as in `_x0020_`; `xmlIdValue` reads it back.
 */
export function xmlIdOf(id: string): string {
  return id.replace(UNWRITABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`);
}

/** Read an id of an XML file, whoever wrote it. */
export function xmlIdValue(written: string): string {
  return written.replace(/_x([0-9a-f]{4})_/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)));
}

/** What cannot stand at the beginning, what cannot stand anywhere, and a `_` that would be read as the beginning of a number. */
const UNWRITABLE = /^[^A-Za-z_]|[^A-Za-z0-9._-]|_(?=x[0-9a-f]{4}_)/g;

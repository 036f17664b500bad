import type { LocatedText } from '../concepts/conceptRecord';
import type { Reading } from '../records/fields';

/** Tell whether a text is the address of a web page: links open in a browser and nowhere else, no files, no commands. */
export function isAddressOfPage(text: string): boolean {
  return /^https?:\/\/[^\s/?#\\][^\s\p{Cc}]*$/iu.test(text);
}

/** Tell whether a text of a file is the address of a web page, and report one that is not. */
export function isWebAddress({ problems }: Reading, { text, span }: LocatedText): boolean {
  if (isAddressOfPage(text)) return true;
  problems.report('unusable-link', span, 'A link must be a web address that begins with `https://` or `http://`');
  return false;
}

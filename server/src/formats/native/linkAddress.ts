import type { LocatedText } from '../concepts/conceptRecord';
import { isWebAddress } from '../concepts/webAddress';
import type { Reading } from '../records/fields';

/** Tell whether a text of a file is the address of a web page, and report one that is not. */
export function isLinkAddress({ problems }: Reading, { text, span }: LocatedText): boolean {
  if (isWebAddress(text)) return true;
  problems.report('unusable-link', span, 'A link must be a web address that begins with `https://` or `http://`');
  return false;
}

/** Tell whether a note of a term to avoid says why: a phrase that can stand behind a colon, and no source or treatise. */
export function isReason(text: string): boolean {
  return text !== '' && text.length <= LONGEST_REASON && !text.includes('://');
}

/** In UTF-16 units. */
const LONGEST_REASON = 200;

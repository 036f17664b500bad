import { abbreviates, sharesInitials } from '../../terminology/abbreviation';

/**
 * Tell whether a text is the name that a short form stands for, rather than a definition of it: the short form abbreviates
 * it, and it is no sentence. "Lightweight Directory Access Protocol" is what LDAP stands for; "Linux file system" tells what
 * BTRFS is.
 */
export function isExpansion(short: string, text: string): boolean {
  if (!isName(text)) return false;
  const name = withoutRemark(text);
  return !hasWord(name, short) && (abbreviates(short, name) || sharesInitials(short, name));
}

/** Tell whether a text may be a name: it is short, and no sentence. */
export function isName(text: string): boolean {
  return text !== '' && text.length <= LONGEST_NAME && !SENTENCE_SIGNS.test(withoutRemark(text));
}

/** Take the full stop off the end of a name; that of `Inc.` stays. */
export function withoutFullStop(name: string): string {
  return name.replace(/(?<=\p{Ll}{4})\.$/u, '');
}

/** What stands in brackets at the end is no part of the name. */
function withoutRemark(text: string): string {
  return withoutFullStop(text.trim()).replace(/\s*\([^()]*\)$/u, '');
}

/** In characters, with a remark in brackets. */
const LONGEST_NAME = 200;

/** What is in no name: line ends, the end of a sentence, what joins a thing to what it is. */
const SENTENCE_SIGNS =
  /[\n\r]|\p{Ll}{3}[.!?] \p{Lu}|[;!?]$| (?:is|are) (?:an?|the|another|used|now) | (?:ist|sind) (?:eine?|der|die|das) | est (?:une?|le|la) | es (?:una?|el|la) /u;

/** Whether a short form stands in a text as a word, or begins it in whatever capitals: what follows tells about it then. */
function hasWord(text: string, short: string): boolean {
  const words = ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return words.includes(` ${short} `) || words.trimStart().toLowerCase().startsWith(`${short.toLowerCase()} `);
}

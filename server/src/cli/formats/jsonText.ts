import { withoutCommands } from './inertText';

/**
 * Write a value as JSON that means the same and is safe to print: what is not seen is escaped, and runners of continuous
 * integration find no command in it.
 */
export function jsonText(value: unknown, indent = 0): string {
  // Nothing that is replaced stands outside of strings, where an escape means the very character.
  return withoutCommands(JSON.stringify(value, undefined, indent)).replace(UNSEEN, escapesOf);
}

/** JSON.stringify escapes U+0000 to U+001F and lone surrogates only. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\ufff9-\ufffb\p{Default_Ignorable_Code_Point}]/gu;

function escapesOf(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

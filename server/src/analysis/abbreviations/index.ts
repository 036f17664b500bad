import { type CapitalWord, capitalWordsIn } from './capitalWords';
import { emphasizedIn } from './emphasis';
import { expansionOf } from './expansions';
import type { Mention } from './mention';

export type { Expansion, Mention } from './mention';

/**
 * Find the abbreviations in a run of text without markup, in order; spans are offsets into it. They are of Latin letters.
 * Words that are only in capitals to be heard, units and numerals are none, nor is what a machine reads: constants, paths.
 */
export function mentionsIn(text: string): readonly Mention[] {
  const words = capitalWordsIn(text);
  if (words.length === 0) return NONE;
  const emphasized = emphasizedIn(text, words);
  const mentions: Mention[] = [];
  for (const word of words) {
    if (word.abbreviation === undefined || emphasized.has(word)) continue;
    mentions.push(mentionOf(text, word, word.abbreviation));
  }
  return mentions;
}

const NONE: readonly Mention[] = [];

function mentionOf(text: string, word: CapitalWord, abbreviation: string): Mention {
  const span = { start: word.start, end: word.end };
  const expansion = expansionOf(text, span, abbreviation);
  return { abbreviation, span, ...(expansion !== undefined && { expansion }) };
}

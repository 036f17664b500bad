import type { GlossaryContent } from '../../terminology/glossary';
import { createLeftovers, type Leftovers } from '../concepts/leftOut';
import { replacementsOf, wordingsOf } from '../concepts/replacements';
import { addUnkeptFields } from '../concepts/unkeptFields';
import type { GlossaryWriter } from '../format';

/** Writes a configuration of CSpell, to be imported by another. */
export const cspellWriter: GlossaryWriter = {
  write(glossary) {
    const leftOut = createLeftovers();
    addUnkeptFields(glossary, leftOut);
    const words = wordsOf(glossary);
    const configuration = {
      version: '0.2',
      name: glossary.name,
      words: [...words.values()].sort(inOrder),
      flagWords: flagWords(glossary, words, leftOut),
      suggestWords: suggestWords(glossary),
    };
    return {
      files: [{ path: 'cspell.glossary.json', text: `${JSON.stringify(configuration, null, 2)}\n` }],
      leftOut: leftOut.list(),
    };
  },
};

/** The words of the terms that are fine, by their lower case: CSpell knows a word in any capitals that it has in small letters. */
function wordsOf({ concepts, language }: GlossaryContent): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { terms } of concepts) {
    for (const term of terms) {
      if (term.status === 'deprecated') continue;
      for (const wording of wordingsOf(term, language)) {
        for (const word of splitWords(wording)) if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), word);
      }
    }
  }
  return words;
}

/** Split a term where CSpell does; `K8s` and `GitHub` are one word. */
function splitWords(text: string): readonly string[] {
  return text.normalize('NFC').match(/\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*/gu) ?? [];
}

/** CSpell looks at single words, in any capitals: what takes more to tell is left out. */
function flagWords(
  glossary: GlossaryContent,
  words: ReadonlyMap<string, string>,
  leftOut: Leftovers,
): readonly string[] {
  const flagged: string[] = [];
  for (const { avoided, preferred } of replacementsOf(glossary, leftOut)) {
    if (splitWords(avoided)[0] !== avoided) leftOut.add('terms to avoid that are more than one word, or hold signs');
    else if (words.has(avoided.toLowerCase()))
      leftOut.add('terms to avoid that other terms hold, or that only capitals tell apart');
    else flagged.push(withSuggestion(avoided, preferred, leftOut));
  }
  return flagged;
}

function suggestWords({ concepts }: GlossaryContent): readonly string[] {
  const leftOut = createLeftovers();
  const suggested = concepts.flatMap(({ terms: [preferred, ...others] }) =>
    others
      .filter(({ status, kind, text }) => status === 'admitted' && kind === 'variant' && splitWords(text)[0] === text)
      .filter(({ text }) => !splitWords(preferred.text).some((word) => word.toLowerCase() === text.toLowerCase()))
      .filter(() => isSuggestion(preferred.text))
      .map(({ text }) => withSuggestion(text, preferred.text, leftOut)),
  );
  return [...new Set(suggested)];
}

/** What follows the arrow is parted at commas. */
function isSuggestion(text: string): boolean {
  return !/[,:]|->/.test(text);
}

function withSuggestion(word: string, suggestion: string, leftOut: Leftovers): string {
  if (isSuggestion(suggestion)) return `${word}->${suggestion}`;
  leftOut.add('what to write instead, where it holds a comma or a colon');
  return word;
}

/** Alike on every machine. */
function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

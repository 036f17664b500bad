import { irregularPastsOf } from './irregularVerbs';
import { isAbbreviation, pluralsByRule, withInitialOf } from './plurals';

/**
 * List the forms of an English verb: `evicts`, `evicted`, `evicting`. Of several words the first one bends: `rolled back`.
 * What nobody writes is never found, so that where spellings differ both are made: `labelled` and `labeled`.
 */
export function verbForms(term: string): readonly string[] {
  const forms = new Set(tenses.flatMap((tense) => verbFormsIn(tense, term)));
  forms.delete(term);
  return [...forms];
}

/** What a verb takes -s, -ed and -ing for. */
export const tenses = ['present', 'past', 'participle'] as const;

export type Tense = (typeof tenses)[number];

/** List how an English verb is written in a tense, as in `verbForms`. */
export function verbFormsIn(tense: Tense, term: string): readonly string[] {
  const [word = ''] = /^[\p{L}\p{M}\p{N}'’]*/u.exec(term) ?? [];
  if (!/\p{L}/u.test(word)) return [];
  return rules[tense](word).map((form) => form + term.slice(word.length));
}

const rules: Readonly<Record<Tense, (word: string) => readonly string[]>> = {
  present: presentsOf,
  past: pastsOf,
  participle: participlesOf,
};

function presentsOf(word: string): readonly string[] {
  return /[aeiou]z$/i.test(word) ? [`${word}zes`] : pluralsByRule(word);
}

function pastsOf(word: string): readonly string[] {
  if (isAbbreviation(word)) return [`${word}ed`];
  const { pasts, isCompound } = irregularPastsOf(word.toLowerCase());
  const irregular = pasts.map((past) => withInitialOf(word, past));
  if (pasts.length > 0 && !isCompound) return irregular;
  if (/e$/i.test(word)) return [...irregular, `${word}d`];
  if (/[^aeiou]y$/i.test(word)) return [...irregular, `${word.slice(0, -1)}ied`];
  return [...irregular, ...stemsOf(word).map((stem) => `${stem}ed`)];
}

/** The forms in -ing: without -e, but for `seeing`, `toeing` and `dyeing`, and with -y- for -ie-. */
function participlesOf(word: string): readonly string[] {
  if (isAbbreviation(word)) return [`${word}ing`];
  if (/ie$/i.test(word)) return [`${word.slice(0, -2)}ying`];
  if (/[^eoy]e$/i.test(word)) {
    const short = `${word.slice(0, -1)}ing`;
    return /ue$/i.test(word) ? [short, `${word}ing`] : [short];
  }
  return stemsOf(word).map((stem) => `${stem}ing`);
}

/**
 * What stands before -ed and -ing. A single consonant behind a single vowel is doubled in words of one syllable, such as
 * `map`, and only by ear in longer ones: `committed`, `edited`, the likelier one first; -c takes a k.
 */
function stemsOf(word: string): readonly string[] {
  if (/[aeiou]c$/i.test(word)) return [`${word}k`, word];
  if (!/(?:[^aeiou]|qu)[aeiou][^aeiouchjqwxy]$/i.test(word)) return [word];
  const doubled = word + word.slice(-1);
  const syllables =
    word
      .toLowerCase()
      .replace('qu', 'q')
      .match(/[aeiouy]+/g) ?? [];
  if (syllables.length === 1) return [doubled];
  return STRESSED_AT_THE_END.test(word) ? [doubled, word] : [word, doubled];
}

/** Of longer verbs these endings are mostly stressed: `commit`, `refer`, `occur`, `propel`, `control`, `reset`. */
const STRESSED_AT_THE_END = /(?:mit|fer|cur|pel|trol|set|get|put|run|gret|quip)$/i;

import type { Term } from '../concept';
import { hasOtherScript, isEnglish } from './bendingLanguage';
import { longVowelVariants } from './longVowels';
import { endsInAbbreviation, endsInLatin, nounForms } from './plurals';
import { isStemmed } from './stemming';
import { type TermForms, UNBENT } from './termForms';
import { verbForms } from './verbForms';

export { regularPlurals } from './plurals';
export type { TermForms } from './termForms';

/**
 * Find how a term may be written in a document. The forms that its author lists are all there are. Otherwise an English
 * term bends, and so does a term in Latin letters in a language without stems of its own or with another script, for it is
 * mostly borrowed, and an abbreviation anywhere: `Pods` in Japanese and Vietnamese, `APIs` in German.
 */
export function formsOf(term: Term, language: string): TermForms {
  if (term.forms !== undefined) return { listed: term.forms, bends: false };
  const forms = bendsAsEnglish(term.text, language) ? englishForms(term) : UNBENT;
  const variants = longVowelVariants(term.text);
  return variants.length === 0 ? forms : { ...forms, listed: [...forms.listed, ...variants] };
}

/** List the forms of an English noun that no rule makes. */
export function listedForms(term: string): readonly string[] {
  return nounForms(term).listed;
}

function bendsAsEnglish(text: string, language: string): boolean {
  if (isEnglish(language)) return true;
  return isStemmed(language) && !hasOtherScript(language) ? endsInAbbreviation(text) : endsInLatin(text);
}

function englishForms({ text, pos }: Term): TermForms {
  if (pos === undefined || pos === 'noun') return nounForms(text);
  return pos === 'verb' ? { listed: verbForms(text), bends: false } : UNBENT;
}

import { foldedLetters } from '../../text/likeness';
import type { Term } from '../concept';
import { nounForms, regularPlurals } from './plurals';
import { type Tense, tenses, verbFormsIn } from './verbForms';

/** How a use of a term differs from the term in its ending: by number, by tense, or by its place among the forms that an author lists. */
export type WordForm = 'base' | 'plural' | 'singular' | Tense | { readonly listed: number };

/** Tell in which form of an English term a text is written, whatever its capitals and joiners; undefined where no rule knows. */
export function formOf(term: Term, written: string): WordForm | undefined {
  const letters = foldedLetters(written);
  const isAlike = (form: string) => foldedLetters(form) === letters;
  if (isAlike(term.text)) return 'base';
  if (term.forms !== undefined) {
    const listed = term.forms.findIndex(isAlike);
    return listed < 0 ? undefined : { listed };
  }
  if (term.pos === 'verb') return tenses.find((tense) => verbFormsIn(tense, term.text).some(isAlike));
  if (pluralsOf(term.text).some(isAlike)) return 'plural';
  return singularsOf(term.text).some(isAlike) ? 'singular' : undefined;
}

/** List how a term may be written in a form, the likeliest first; empty where it has none of the kind. */
export function inForm(term: Term, form: WordForm): readonly string[] {
  if (form === 'base') return [term.text];
  if (typeof form === 'object') return term.forms?.slice(form.listed, form.listed + 1) ?? [];
  if (term.forms !== undefined) return [];
  if (form === 'plural') return pluralsOf(term.text);
  return form === 'singular' ? singularsOf(term.text) : verbFormsIn(form, term.text);
}

/** What is listed beside the regular plural is irregular, and then it is the one to write: `indices`. */
function pluralsOf(term: string): readonly string[] {
  const listed = nounForms(term).listed.filter((form) => !isSingularOf(form, term));
  return [...listed, ...regularPlurals(term)];
}

function singularsOf(term: string): readonly string[] {
  return nounForms(term).listed.filter((form) => isSingularOf(form, term));
}

/** The forms of a term in the plural are singulars: `release note`, `criterion`, `child`. */
function isSingularOf(form: string, term: string): boolean {
  if (/[ai]$/.test(term)) return /(?:on|um|us|is)$/.test(form);
  return form.length < term.length && /(?:s|en)$/i.test(term);
}

import { isExact, type Term } from '../../terminology/concept';
import type { GlossaryContent } from '../../terminology/glossary';
import { formsOf } from '../../terminology/inflection';
import { isEnglish } from '../../terminology/inflection/bendingLanguage';
import { inForm } from '../../terminology/inflection/wordForms';
import type { Leftovers } from './leftOut';

/** What not to write, and what to write instead. */
export interface WordReplacement {
  readonly avoided: string;
  readonly preferred: string;
  /** Whether the capitals of what is avoided bind. */
  readonly isExact: boolean;
}

/**
 * List what the terms to avoid of a glossary are replaced by, form by form: `whitelists` by `allowlists`. What two concepts
 * avoid is replaced once, and what some concept calls itself not at all.
 */
export function replacementsOf(
  { concepts, language }: Pick<GlossaryContent, 'concepts' | 'language'>,
  leftOut: Leftovers,
): readonly WordReplacement[] {
  const fine = new Set(
    concepts.flatMap(({ terms }) => terms.filter(({ status }) => status !== 'deprecated').map(({ text }) => text)),
  );
  const found = new Map<string, WordReplacement>();
  for (const { terms } of concepts) {
    for (const term of terms) {
      if (term.status !== 'deprecated') continue;
      if (found.has(term.text) || fine.has(term.text)) {
        leftOut.add('terms to avoid that another concept avoids or uses');
        continue;
      }
      for (const [avoided, preferred] of formPairs(term, terms[0], language)) {
        if (!found.has(avoided) && !fine.has(avoided))
          found.set(avoided, { avoided, preferred, isExact: isExact(term) });
      }
    }
  }
  return [...found.values()];
}

/** List the ways in which the terms of a glossary that are fine are written, plurals that rules make included. */
export function wordingsOf(term: Term, language: string): readonly string[] {
  if (term.forms !== undefined) return [term.text, ...term.forms];
  return bendsAsNoun(term, language)
    ? [term.text, ...inForm(term, 'plural')]
    : [term.text, ...formsOf(term, language).listed];
}

function formPairs(avoided: Term, preferred: Term, language: string): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [[avoided.text, preferred.text]];
  if (!bendsAsNoun(avoided, language)) return pairs;
  const plural = bendsAsNoun(preferred, language) ? inForm(preferred, 'plural')[0] : undefined;
  if (plural !== undefined) for (const form of inForm(avoided, 'plural')) pairs.push([form, plural]);
  return pairs;
}

function bendsAsNoun({ pos, forms }: Term, language: string): boolean {
  return isEnglish(language) && forms === undefined && (pos === undefined || pos === 'noun');
}

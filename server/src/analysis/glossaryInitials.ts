import type { Sense } from '../terminology/concept';
import type { Glossary } from '../terminology/glossary';
import { inForm } from '../terminology/inflection/wordForms';
import { initialismOf } from '../terminology/initialism';
import type { Terminology } from '../terminology/terminology';

/** A long form that an abbreviation may stand for. */
export interface LikelyLongForm {
  readonly sense: Sense;
  readonly singular: string;
  readonly plural: string;
}

/**
 * Find the term that has an abbreviation for its initials, though no glossary lists the abbreviation: a guess, for people to
 * look at. Undefined where there is none, or several in one glossary.
 */
export function spelledOutAs(abbreviation: string, { glossaries }: Terminology): LikelyLongForm | undefined {
  for (const glossary of glossaries) {
    const number = initialsOf(glossary).get(abbreviation);
    const sense = number === undefined ? undefined : glossary.terms.sense(number);
    if (sense === undefined || sense.term.status === 'deprecated') continue;
    const { term } = sense;
    return { sense, singular: term.text, plural: inForm(term, 'plural')[0] ?? term.text };
  }
  return undefined;
}

/** Terms of a glossary at most: in a larger one, initials stand for too much to guess, and reading them all takes its time. */
const MOST_TERMS = 20_000;

const known = new WeakMap<Glossary, ReadonlyMap<string, number | undefined>>();

function initialsOf(glossary: Glossary): ReadonlyMap<string, number | undefined> {
  const kept = known.get(glossary);
  if (kept !== undefined) return kept;
  const numbers = new Map<string, number | undefined>();
  const { terms } = glossary;
  for (let number = 0; number < terms.count && terms.count <= MOST_TERMS; number++) {
    const initials = initialismOf(terms.text(number));
    if (initials !== undefined) numbers.set(initials, numbers.has(initials) ? undefined : number);
  }
  known.set(glossary, numbers);
  return numbers;
}

import type { Sense } from '../terminology/concept';
import type { Glossary } from '../terminology/glossary';
import { initialismOf } from '../terminology/initialism';
import type { CheckedDocument } from './checkedDocument';

/** List the glossaries whose terms a document uses: those that have a say in its wording. */
export function glossariesUsed({
  uses,
  terminology,
}: Pick<CheckedDocument, 'uses' | 'terminology'>): readonly Glossary[] {
  const used = new Set<Glossary>();
  for (const { senses } of uses) {
    const glossary = terminology.glossaryOf(senses[0].concept);
    if (glossary !== undefined) used.add(glossary);
  }
  return [...used];
}

/**
 * Find the term that has an abbreviation for its initials, though its glossary does not list the abbreviation: a guess, for
 * people to look at. Where several terms of a glossary have them, that tells nothing.
 */
export function likelySense(abbreviation: string, glossaries: readonly Glossary[]): Sense | undefined {
  for (const glossary of glossaries) {
    const number = initialsOf(glossary).get(abbreviation);
    const sense = number === undefined ? undefined : glossary.terms.sense(number);
    if (sense !== undefined && sense.term.status !== 'deprecated') return sense;
  }
  return undefined;
}

/** Terms of a glossary at most: in a larger one, initials stand for too much to guess, and reading them all takes its time. */
const MOST_TERMS = 20_000;

const known = new WeakMap<Glossary, ReadonlyMap<string, number | undefined>>();

/** Map initials to the numbers of terms; to undefined where several terms have them. */
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

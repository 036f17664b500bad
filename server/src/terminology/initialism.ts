import type { Concept, Term } from './concept';

/**
 * Make the initialism of a long name: `PVC` of PersistentVolumeClaim and of "persistent volume claim". Undefined for a name
 * of fewer words than three, with an abbreviation in it, or in other letters than Latin ones.
 */
export function initialismOf(name: string): string | undefined {
  if (name.length > LONGEST_NAME || !/^[A-Za-z][A-Za-z'’ -]*$/.test(name) || /[A-Z]{2}/.test(name)) return undefined;
  let initials = '';
  for (const [word] of name.matchAll(/[A-Z]?[a-z'’]+|[A-Z]/g)) {
    if (!SMALL_WORDS.has(word.toLowerCase())) initials += word.charAt(0);
  }
  return initials.length < FEWEST || initials.length > MOST ? undefined : initials.toUpperCase();
}

/**
 * Derive an initialism for each concept that lists no abbreviation of its own. They are weak: one that a concept lists, in
 * whatever capitals, or that would stand for two concepts is left out.
 */
export function derivedTerms(concepts: readonly Concept[]): ReadonlyMap<Concept, Term> {
  const owners = new Map<string, Concept | undefined>();
  for (const concept of concepts) {
    const initials = derivedFrom(concept);
    if (initials !== undefined) owners.set(initials, owners.has(initials) ? undefined : concept);
  }
  if (owners.size === 0) return new Map();
  for (const { terms } of concepts) {
    for (const { text } of terms) if (text.length <= MOST) owners.delete(text.toUpperCase());
  }
  const derived = new Map<Concept, Term>();
  for (const [text, concept] of owners) {
    const term = { text, status: 'admitted', kind: 'abbreviation', caseRule: 'exact', derived: true } as const;
    if (concept !== undefined) derived.set(concept, term);
  }
  return derived;
}

/** Name the term of a concept that a derived one was made of. */
export function derivationOf(concept: Concept, derived: Term): Term {
  return concept.terms.find(({ text }) => initialismOf(text) === derived.text) ?? concept.terms[0];
}

function derivedFrom({ terms }: Concept): string | undefined {
  if (terms.some(({ kind }) => kind === 'abbreviation')) return undefined;
  for (const { text, status } of terms) {
    const initials = status === 'deprecated' ? undefined : initialismOf(text);
    if (initials !== undefined) return initials;
  }
  return undefined;
}

/** Two letters stand for too much, and nobody abbreviates a sentence. */
const FEWEST = 3;
const MOST = 6;
const LONGEST_NAME = 80;

const SMALL_WORDS = new Set(['a', 'an', 'and', 'for', 'of', 'or', 'the', 'to']);

import type { Concept, Term } from './concept';

/**
 * Make the initialism of a long name: `PVC` of PersistentVolumeClaim and of "persistent volume claim". Undefined for a name
 * of fewer words than three, with an abbreviation in it, or in other letters than Latin ones.
 */
export function initialismOf(name: string): string | undefined {
  let initials = '';
  /** Where the word begins that the loop is in, -1 between words. */
  let start = -1;
  // A loop, since this looks at every name of a million, of which few have an initialism.
  for (let index = 0; index <= name.length; index++) {
    const unit = name.charCodeAt(index);
    const isCapital = unit >= CAPITAL_A && unit <= CAPITAL_Z;
    const isInWord = (unit >= SMALL_A && unit <= SMALL_Z) || unit === APOSTROPHE || unit === CURLY_APOSTROPHE;
    if (!isCapital && !isInWord && unit !== SPACE && unit !== HYPHEN && index < name.length) return undefined;
    if (start >= 0 && !isInWord) {
      if (isCapital && index - start === 1 && name.charCodeAt(start) <= CAPITAL_Z) return undefined;
      if (!isSmallWord(name, start, index)) initials += name.charAt(start);
      if (initials.length > MOST) return undefined;
      start = -1;
    }
    if (start < 0 && (isCapital || isInWord)) start = index;
  }
  return initials.length < FEWEST ? undefined : initials.toUpperCase();
}

/**
 * Derive an initialism for each concept that lists no abbreviation of its own and has a name in one piece, such as
 * PersistentVolumeClaim or persistent-volume-claim. They are weak: one that a concept lists, in
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
    const term = { text, status: 'admitted', kind: 'abbreviation', caseRule: 'exact', derived: 'initials' } as const;
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
    // The initials of a phrase stand for too many other things: SCA, OTP.
    const initials = status === 'deprecated' || text.includes(' ') ? undefined : initialismOf(text);
    if (initials !== undefined) return initials;
  }
  return undefined;
}

/** Two letters stand for too much, and nobody abbreviates a sentence. */
const FEWEST = 3;
const MOST = 6;

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
const CURLY_APOSTROPHE = 0x2019;

const SMALL_WORDS = new Set(['a', 'an', 'and', 'for', 'of', 'or', 'the', 'to']);
const LONGEST_SMALL_WORD = 3;

function isSmallWord(name: string, start: number, end: number): boolean {
  return end - start <= LONGEST_SMALL_WORD && SMALL_WORDS.has(name.slice(start, end).toLowerCase());
}

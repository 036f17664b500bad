import { CharacterClass, classOf } from '../../text/characters';
import { irregularForms, isSingular } from './irregularPlurals';
import { REGULAR, type TermForms, UNBENT } from './termForms';

/**
 * Find how an English noun may be written. Listed is what the rules of `regularPlurals` do not make: `indices` for `index`,
 * `release note` for `release notes`, `proofs of concept`. Forms are made of the glossary's terms: bending the words of a
 * document instead would turn Kubernetes into Kubernete.
 */
export function nounForms(term: string): TermForms {
  const start = lastWordStart(term);
  const word = term.slice(start);
  if (!isWord(word)) return UNBENT;
  const bent = otherForms(word, start > 0);
  const heads = start > 0 && term.includes('of', 2) ? headPlurals(term) : NONE;
  if (bent.length + heads.length === 0) return REGULAR;
  const before = term.slice(0, start);
  return { listed: [...bent.map((form) => before + form), ...heads], bends: true };
}

/** List the plurals that the rules of English make of a term, with -s, -es or -ies for -y: `pods`, `meshes`, `proxies`. */
export function regularPlurals(term: string): readonly string[] {
  const start = lastWordStart(term);
  const word = term.slice(start);
  if (!isWord(word)) return NONE;
  const before = term.slice(0, start);
  return pluralsByRule(word).map((form) => before + form);
}

/** Tell whether the last word of a term is written in Latin letters. */
export function endsInLatin(term: string): boolean {
  return /\p{Script=Latin}/u.test(term.slice(lastWordStart(term)));
}

/** Tell whether the last word of a term is an abbreviation. */
export function endsInAbbreviation(term: string): boolean {
  return isAbbreviation(term.slice(lastWordStart(term)));
}

/** List the plurals, or present tenses, that the rules of English make of one word. */
export function pluralsByRule(word: string): readonly string[] {
  // An abbreviation only ever takes -s, or -es behind a hiss: APIs, OSes, SLAs, K8s stays.
  if (isAbbreviation(word)) return /[sxz]$/i.test(word) ? [`${word}es`] : [`${word}s`];
  // A capitalised name that ends in -s (Kubernetes, Jenkins) has no plural worth looking for.
  if (/[^s]s$/.test(word) && /^\p{Lu}/u.test(word)) return NONE;
  const lower = word.toLowerCase();
  if (/(?:[sxz]|[cs]h)$/.test(lower)) return [`${word}es`];
  if (/[^aeiou]y$/.test(lower)) return [`${word.slice(0, -1)}ies`];
  if (/[^aeiou]o$/.test(lower)) return [`${word}s`, `${word}es`];
  return [`${word}s`];
}

/** Find where the last word of a term begins: the letters, digits and apostrophes at its end. */
function lastWordStart(term: string): number {
  let start = term.length;
  while (start > 0 && isWordUnit(term.charCodeAt(start - 1))) start--;
  return start;
}

/** Tell whether a word is an abbreviation: in capitals, but perhaps for its last letter, such as `API` and `APIs`. */
export function isAbbreviation(word: string): boolean {
  // Nearly all words are told by their second letter, without a regular expression.
  if (word.length < 2 || (word.length > 2 && isSmallLetter(word.charCodeAt(1)))) return false;
  return !/\p{Ll}/u.test(word.slice(0, -1)) && /\p{Lu}/u.test(word);
}

const NONE: readonly string[] = [];
const LETTER_A = 0x61;
const LETTER_S = 0x73;
const LETTER_Z = 0x7a;
const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
const TO_SMALL = 0x20;

function isSmallLetter(unit: number): boolean {
  return unit >= LETTER_A && unit <= LETTER_Z;
}

function isWordUnit(unit: number): boolean {
  if (isSmallLetter(unit | TO_SMALL)) return true;
  return unit === APOSTROPHE || unit === CURLY_APOSTROPHE || classOf(unit) === CharacterClass.letter;
}

/** A word that bends has a letter that bends: not `2.0`. */
function isWord(word: string): boolean {
  return isSmallLetter(word.charCodeAt(0) | TO_SMALL) || /^\p{N}*\p{L}/u.test(word);
}

/** The forms of a word that `pluralsByRule` does not make. */
function otherForms(word: string, isBehindAnother: boolean): readonly string[] {
  const lower = word.toLowerCase();
  const irregular = irregularForms(lower);
  if (irregular.length > 0) return isAbbreviation(word) ? NONE : irregular.map((form) => withInitialOf(word, form));
  return word.charCodeAt(word.length - 1) === LETTER_S ? singularsByRule(word, lower, isBehindAnother) : NONE;
}

/**
 * A term given in the plural is met in the singular too. A word alone with a capital may be a name (Windows, Jenkins), and
 * a short one may merely end in -s; behind another word both are plurals: `Resource Quotas`, `add-ons`. What nobody writes
 * is never found, so that of two spellings both are made: `cookie` and `cooky`.
 */
function singularsByRule(word: string, lower: string, isBehindAnother: boolean): readonly string[] {
  if (isBehindAnother ? word.length < 3 : word.length < 5 || word !== lower) {
    return /^\p{Lu}{2,}s$/u.test(word) ? [word.slice(0, -1)] : NONE;
  }
  if (/(?:ss|us|is)$/.test(word) || isSingular(lower)) return NONE;
  const withoutS = word.slice(0, -1);
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`, withoutS];
  return /(?:[sxz]|[cs]h)es$/.test(word) ? [word.slice(0, -2), withoutS] : [withoutS];
}

/** In `proof of concept` it is the first noun that bends. */
function headPlurals(term: string): readonly string[] {
  const end = term.search(/[ -]of[ -]/);
  if (end < 0) return NONE;
  const start = lastWordStart(term.slice(0, end));
  const noun = term.slice(start, end);
  if (!isWord(noun) || isAbbreviation(noun)) return NONE;
  const plurals = [...otherForms(noun, true), ...pluralsByRule(noun)];
  return plurals.map((plural) => term.slice(0, start) + plural + term.slice(end));
}

/** Give a form the capital that a word begins with. */
export function withInitialOf(word: string, form: string): string {
  const initial = word.charAt(0);
  return initial === initial.toLowerCase() ? form : form.charAt(0).toUpperCase() + form.slice(1);
}

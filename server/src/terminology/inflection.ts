import { CharacterClass, classOf } from '../text/characters';

/**
 * List the written forms of an English term that no rule makes of it: `indices` and `indexes` for `index`, `release note`
 * for `release notes`. Only the last word bends. Forms are made of the glossary's terms: bending the words of a document
 * instead would turn Kubernetes into Kubernete.
 */
export function listedForms(term: string): readonly string[] {
  const start = lastWordStart(term);
  const word = term.slice(start);
  if (!isWord(word)) return [];
  const forms = [...irregularPlurals(word), ...singulars(word, start > 0)];
  return forms.length === 0 ? forms : forms.map((form) => term.slice(0, start) + form);
}

/** List the plurals that the rules of English make of a term, with -s, -es or -ies for -y: `pods`, `meshes`, `proxies`. */
export function regularPlurals(term: string): readonly string[] {
  const start = lastWordStart(term);
  const word = term.slice(start);
  if (!isWord(word) || UNCHANGED.has(word.toLowerCase()) || irregularPlurals(word).length > 0) return [];
  return rulePlurals(word).map((form) => term.slice(0, start) + form);
}

function lastWordStart(term: string): number {
  let start = term.length;
  while (start > 0 && isWordUnit(term.charCodeAt(start - 1))) start--;
  return start;
}

function isWordUnit(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || classOf(unit) === CharacterClass.letter;
}

/** A word that bends has a letter that bends: not `2.0`. */
function isWord(word: string): boolean {
  return /^\p{N}*\p{L}/u.test(word);
}

function irregularPlurals(word: string): readonly string[] {
  const lower = word.toLowerCase();
  const irregular = IRREGULAR.get(lower);
  if (irregular !== undefined) return irregular.map((plural) => withInitialOf(word, plural));
  if (isAbbreviation(word)) return [];
  for (const [ending, plural] of IRREGULAR_ENDINGS) {
    if (lower.endsWith(ending)) return [word.slice(0, word.length - ending.length) + plural];
  }
  return [];
}

function rulePlurals(word: string): readonly string[] {
  // An abbreviation only ever takes -s, or -es behind a hiss: APIs, OSes, SLAs, K8s stays.
  if (isAbbreviation(word)) return /[sxz]$/i.test(word) ? [`${word}es`] : [`${word}s`];
  const lower = word.toLowerCase();
  // A capitalised name that ends in -s (Kubernetes, Jenkins) has no plural worth looking for.
  if (/^\p{Lu}.*[^s]s$/u.test(word)) return [];
  if (/(?:[sxz]|[cs]h)$/.test(lower)) return [`${word}es`];
  if (/[^aeiou]y$/.test(lower)) return [`${word.slice(0, -1)}ies`];
  if (/[^aeiou]o$/.test(lower)) return [`${word}s`, `${word}es`];
  return [`${word}s`];
}

/**
 * A term given in the plural is met in the singular too. A word alone with a capital may be a name (Windows, Jenkins), and
 * a short one may merely end in -s; behind another word both are plurals: `Resource Quotas`, `add-ons`.
 */
function singulars(word: string, isBehindAnother: boolean): readonly string[] {
  const isLikelyPlural = isBehindAnother ? word.length > 2 : word.length > 4 && word === word.toLowerCase();
  if (!isLikelyPlural || SINGULAR_IN_S.has(word.toLowerCase())) return [];
  if (/(?:ss|us|is)$/.test(word) || !word.endsWith('s')) return [];
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  if (/(?:sses|shes|ches|xes|zzes)$/.test(word)) return [word.slice(0, -2)];
  return [word.slice(0, -1)];
}

function isAbbreviation(word: string): boolean {
  return word.length > 1 && !/\p{Ll}/u.test(word.slice(0, -1)) && /\p{Lu}/u.test(word);
}

function withInitialOf(word: string, form: string): string {
  return word.charAt(0) === word.charAt(0).toLowerCase() ? form : form.charAt(0).toUpperCase() + form.slice(1);
}

/** Words with no plural of their own in technical English. */
const UNCHANGED = new Set([
  'data',
  'metadata',
  'series',
  'species',
  'software',
  'hardware',
  'middleware',
  'malware',
  'firmware',
]);

/** Lower-case words whose singular ends in -s. */
const SINGULAR_IN_S = new Set([
  'alias',
  'always',
  'atlas',
  'bias',
  'canvas',
  'chaos',
  'cosmos',
  'devops',
  'ethos',
  'gas',
  'kubernetes',
  'kudos',
  'lens',
  'news',
  'perhaps',
  'physics',
  'series',
  'species',
  'windows',
]);

const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map([
  ['addendum', ['addenda']],
  ['analysis', ['analyses']],
  ['appendix', ['appendices', 'appendixes']],
  ['axis', ['axes']],
  ['basis', ['bases']],
  ['child', ['children']],
  ['crisis', ['crises']],
  ['criterion', ['criteria']],
  ['datum', ['data']],
  ['foot', ['feet']],
  ['half', ['halves']],
  ['hypothesis', ['hypotheses']],
  ['index', ['indexes', 'indices']],
  ['knife', ['knives']],
  ['leaf', ['leaves']],
  ['life', ['lives']],
  ['man', ['men']],
  ['matrix', ['matrices', 'matrixes']],
  ['medium', ['media', 'mediums']],
  ['mouse', ['mice']],
  ['person', ['people', 'persons']],
  ['phenomenon', ['phenomena']],
  ['quiz', ['quizzes']],
  ['schema', ['schemas', 'schemata']],
  ['self', ['selves']],
  ['shelf', ['shelves']],
  ['thesis', ['theses']],
  ['vertex', ['vertices', 'vertexes']],
  ['wolf', ['wolves']],
  ['woman', ['women']],
]);

/** Endings that bend irregularly in every word of more letters: hypertheses, grandchildren, workpeople. */
const IRREGULAR_ENDINGS: readonly (readonly [string, string])[] = [
  ['children', 'children'],
  ['child', 'children'],
  ['person', 'people'],
  ['analysis', 'analyses'],
  ['hypothesis', 'hypotheses'],
  ['synthesis', 'syntheses'],
  ['shelf', 'shelves'],
];

/**
 * Write the other grammatical number of an English term: `pods` for `pod`, `indices` and `indexes` for `index`,
 * `release note` for `release notes`. Only the last word bends. Forms are made of the glossary's terms and looked up as
 * they stand: bending the words of a document instead would turn Kubernetes into Kubernete.
 */
export function englishForms(term: string): readonly string[] {
  const start = lastWordStart(term);
  const head = term.slice(0, start);
  const word = term.slice(start);
  if (!/^\p{L}[\p{L}\p{N}'’]*$/u.test(word) && !/^\p{N}+\p{L}[\p{L}\p{N}]*$/u.test(word)) return [];
  const forms = [...plurals(word), ...singulars(word, start > 0)];
  return forms.map((form) => head + form);
}

function lastWordStart(term: string): number {
  let start = term.length;
  while (start > 0 && /[\p{L}\p{N}\p{M}'’]/u.test(term.charAt(start - 1))) start--;
  return start;
}

function plurals(word: string): readonly string[] {
  const lower = word.toLowerCase();
  if (UNCHANGED.has(lower)) return [];
  const irregular = IRREGULAR.get(lower);
  if (irregular !== undefined) return irregular.map((plural) => withInitialOf(word, plural));
  // An abbreviation only ever takes -s, or -es behind a hiss: APIs, OSes, SLAs, K8s stays.
  if (isAbbreviation(word)) return /[sxz]$/i.test(word) ? [`${word}es`] : [`${word}s`];
  for (const [ending, plural] of IRREGULAR_ENDINGS) {
    if (lower.endsWith(ending)) return [word.slice(0, word.length - ending.length) + plural];
  }
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

import published from 'irregular-plurals';

/**
 * List what a word in lower case bends to against the rules of English: the plurals of a noun, `indices` for `index`, or
 * the noun that it is the plural of, `criterion` for `criteria`.
 */
export function irregularForms(word: string): readonly string[] {
  const known = FORMS.get(word);
  if (known !== undefined) return known;
  const endings = word.length < SHORTEST_COMPOUND ? undefined : ENDINGS.get(word.charCodeAt(word.length - 1));
  if (endings === undefined) return NONE;
  for (const [ending, plural] of endings) {
    if (!word.endsWith(ending) || isSingular(word)) continue;
    return [word.slice(0, word.length - ending.length) + plural];
  }
  return NONE;
}

/** Tell whether a word, in lower case, is known as a noun in the singular: `status`, `series`, `lens`. */
export function isSingular(word: string): boolean {
  return published.has(word) || SINGULAR_IN_S.has(word);
}

const NONE: readonly string[] = [];

/** Plurals of technical English that the published list lacks, or has in one of several forms. */
const TECHNICAL: readonly (readonly [noun: string, plural: string])[] = [
  ['antenna', 'antennae'],
  ['apex', 'apices'],
  ['appendix', 'appendices'],
  ['automaton', 'automata'],
  ['ephemeris', 'ephemerides'],
  ['focus', 'foci'],
  ['forum', 'fora'],
  ['formula', 'formulae'],
  ['index', 'indices'],
  ['lemma', 'lemmata'],
  ['modulus', 'moduli'],
  ['nebula', 'nebulae'],
  ['octopus', 'octopi'],
  ['schema', 'schemata'],
  ['staff', 'staves'],
  ['stigma', 'stigmata'],
  ['syllabus', 'syllabi'],
];

/** The published list has demonstratives, and the lumen of anatomy, which physics gives a plural in -s. */
const NO_NOUNS = new Set(['lumen', 'that', 'this']);

/** The plural is a word of its own meaning: who explains `media` does not explain every `medium`. */
const OWN_WORDS = new Set(['agenda', 'data', 'media', 'people']);

const FORMS = new Map<string, readonly string[]>();
for (const [noun, plural] of [...published, ...TECHNICAL]) {
  // What is its own plural, or takes -s or -es, needs no entry.
  if (plural === noun || plural === `${noun}s` || plural === `${noun}es` || NO_NOUNS.has(noun)) continue;
  FORMS.set(noun, [...(FORMS.get(noun) ?? NONE), plural]);
  if (!OWN_WORDS.has(plural)) FORMS.set(plural, [...(FORMS.get(plural) ?? NONE), noun]);
}

/** Shorter words are no compounds of the endings below. */
const SHORTEST_COMPOUND = 6;

/** Endings that bend irregularly in compounds and learned words, by their last letter: grandchild, photosynthesis. */
const ENDINGS = new Map<number, (readonly [ending: string, plural: string])[]>();
for (const ending of [
  ['child', 'children'],
  ['person', 'people'],
  ['woman', 'women'],
  ['sis', 'ses'],
  ['shelf', 'shelves'],
  ['index', 'indices'],
  ['matrix', 'matrices'],
  ['vertex', 'vertices'],
  ['schema', 'schemata'],
  ['medium', 'media'],
] as const) {
  const last = ending[0].charCodeAt(ending[0].length - 1);
  ENDINGS.set(last, [...(ENDINGS.get(last) ?? []), ending]);
}

/** Lower-case words in -s that are no plural, beside those of the published list. */
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
  'lens',
  'perhaps',
  'windows',
]);

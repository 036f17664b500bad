import { foldedLetters } from '../../text/likeness';
import type { LocatedTerm, LocatedText } from '../concepts/conceptRecord';
import { isUsableTerm, locatedTerm, titleTerms } from '../concepts/terms';
import type { GlossaryLimits } from '../limits';
import { plainText } from '../markdown/inline';
import type { Reading } from '../records/fields';
import { linesIn, type PageFields } from './fields';
import { statedNames } from './statedNames';

/** What the terms of a page are found in. */
export interface TermReading {
  readonly reading: Reading;
  readonly fields: PageFields;
  readonly language: string;
  readonly limits: GlossaryLimits;
}

/** List the terms that a page gives its concept: in its title, its fields and its first sentences; see `titleTerms`. */
export function termsOf(
  { reading, fields, language, limits }: TermReading,
  title: LocatedText,
  id: string,
  prose: readonly string[],
): ReturnType<typeof titleTerms> {
  const { terms: named, ...told } = titleTerms(title.text.slice(0, limits.termLength), title.span, id);
  const [preferred, ...others] = named;
  const terms: [LocatedTerm, ...LocatedTerm[]] = [preferred, ...others];
  const known = new Set(terms.map(({ term }) => foldedLetters(term.text)));
  const add = (located: LocatedTerm) => {
    const key = foldedLetters(located.term.text);
    if (known.has(key) || !isUsableTerm(located.term.text)) return;
    known.add(key);
    terms.push(located);
  };
  for (const { text, span } of linesIn(reading, fields.values.get('abbreviations'), '`abbreviations`'))
    add(locatedTerm(text, span, 'admitted', 'abbreviation'));
  for (const { text, span } of linesIn(reading, fields.values.get('also'), '`aka`')) {
    // Sites list the old addresses of a page as its aliases.
    if (text.startsWith('/') || /^https?:/i.test(text)) continue;
    for (const { term } of titleTerms(plainText(text).text, span, id).terms)
      add(locatedTerm(term.text, span, 'admitted', kindOf(term.text)));
  }
  if (!/^en\b/.test(language)) {
    // Translations share the id, which is the name in the language that they were made from: writers use it too.
    if (isName(id)) add(locatedTerm(id, title.span, 'admitted', 'variant'));
    return { terms, ...told };
  }
  for (const text of prose) {
    const names = terms.map(({ term }) => term.text);
    for (const stated of statedNames(text, names)) add(locatedTerm(stated.text, title.span, 'admitted', stated.kind));
  }
  return { terms, ...told };
}

function isName(id: string): boolean {
  return /^\p{L}[\p{L}\p{N}_-]+$/u.test(id) && id.length <= LONGEST_NAME;
}

/** Longer ids are made of a sentence, in UTF-16 units. */
const LONGEST_NAME = 60;

function kindOf(name: string): 'abbreviation' | 'variant' {
  return /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(name) ? 'abbreviation' : 'variant';
}

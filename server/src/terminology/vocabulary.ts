import { SourceReader } from '../text/source';
import { type Concept, isExact, type Sense } from './concept';
import type { Glossary } from './glossary';
import { listedForms } from './inflection';
import { TermIndex, type TermRules } from './termIndex';
import { type Matches, Numbers, TermSearch } from './termSearch';

/** The terms of one glossary with their index; a term's number is its place among all terms, concept by concept. */
export interface GlossaryTerms {
  readonly index: TermIndex;
  sense(term: number): Sense;
}

/** Index the terms of a glossary. */
export function indexTerms(glossary: Glossary): GlossaryTerms {
  const { concepts, name } = glossary;
  const firstTerms = new Int32Array(concepts.length + 1);
  for (const [place, { terms }] of concepts.entries()) firstTerms[place + 1] = (firstTerms[place] ?? 0) + terms.length;
  const count = firstTerms[concepts.length] ?? 0;

  function sense(term: number): Sense {
    let low = 0;
    let high = concepts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((firstTerms[middle + 1] ?? count) <= term) low = middle + 1;
      else high = middle;
    }
    const concept = concepts[low];
    const named = concept?.terms[term - (firstTerms[low] ?? 0)];
    if (concept === undefined || named === undefined) throw new RangeError(`There is no term ${term}`);
    return { concept, term: named, glossary: name };
  }

  const index = new TermIndex((term) => sense(term).term.text, count);
  const isEnglish = glossary.language === 'en' || glossary.language.startsWith('en-');
  // From the last to the first: the index gives those first that were added last.
  for (let term = count - 1; term >= 0; term--) index.add(term, rulesOf(sense(term), isEnglish));
  return { index, sense };
}

function rulesOf({ term }: Sense, isEnglish: boolean): TermRules {
  return { isExact: isExact(term), bends: isEnglish, listed: isEnglish ? listedForms(term.text) : [] };
}

/** The terms of all glossaries that apply to a document, made to be found. */
export interface Vocabulary {
  /** See `TermSearch.find`. */
  find(units: Uint16Array, start: number, end: number, matches: Matches): boolean;
  /** Give what a match may mean whose number of forms stands in `cell` of `matches`: nearest glossary first, each concept once. */
  senses(matches: Int32Array, cell: number): readonly [Sense, ...Sense[]];
}

/** A place in a text where a term is used, and what it may mean there. */
export interface Match {
  /** UTF-16 offsets, the end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly senses: readonly [Sense, ...Sense[]];
}

/** Find the terms that a short text uses, which is all words and no markup. */
export function findInWords(text: string, vocabulary: Vocabulary): readonly Match[] {
  const { units, length } = new SourceReader().read(text);
  const matches = new Numbers();
  vocabulary.find(units, 0, length, matches);
  const found: Match[] = [];
  for (let cell = 0; cell < matches.length; cell += 3 + 2 * (matches.cells[cell + 2] ?? 0)) {
    const [start = 0, end = 0] = matches.cells.subarray(cell, cell + 2);
    found.push({ start, end, senses: vocabulary.senses(matches.cells, cell + 2) });
  }
  return found;
}

/** Put the terms of glossaries together, the nearest first. */
export function createVocabulary(glossaries: readonly GlossaryTerms[]): Vocabulary {
  const search = new TermSearch(glossaries.map(({ index }) => index));
  return {
    find: (units, start, end, matches) => search.find(units, start, end, matches),
    senses(matches, cell) {
      const found: { readonly place: number; readonly term: number }[] = [];
      const end = cell + 1 + 2 * (matches[cell] ?? 0);
      for (let form = cell + 1; form < end; form += 2) {
        const place = matches[form] ?? 0;
        found.push({ place, term: glossaries[place]?.index.term(matches[form + 1] ?? 0) ?? 0 });
      }
      found.sort((one, other) => one.place - other.place || one.term - other.term);
      const byConcept = new Map<Concept, Sense>();
      for (const { place, term } of found) {
        const sense = glossaries[place]?.sense(term);
        if (sense !== undefined && !byConcept.has(sense.concept)) byConcept.set(sense.concept, sense);
      }
      const [first, ...others] = byConcept.values();
      if (first === undefined) throw new RangeError(`There is no match at ${cell}`);
      return [first, ...others];
    },
  };
}

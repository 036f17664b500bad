import { SourceReader } from '../text/source';
import { type Concept, isExact, type Sense, type Term } from './concept';
import type { Glossary } from './glossary';
import { formsOf } from './inflection';
import { primaryOf } from './inflection/bendingLanguage';
import type { Stemmer } from './inflection/stemmer';
import { derivedTerms } from './initialism';
import { linkedNames } from './linkedNames';
import { mergeMatches } from './matches';
import type { Parts } from './parts';
import { StemReading, stemTerm } from './stemReading';
import { TermIndex } from './termIndex';
import { type Matches, Numbers, TermSearch } from './termSearch';

/** The terms of one glossary with their index; a term's number is its place among all terms, concept by concept. */
export interface GlossaryTerms {
  readonly index: TermIndex;
  /** The terms by their stems, where the language of the glossary has a stemmer; the numbers of terms are the same. */
  readonly stems: StemIndex | undefined;
  /** How many terms there are, those counted that were made of others. */
  readonly count: number;
  /** Give the number of the concept of a term. */
  owner(term: number): number;
  sense(term: number): Sense;
  /** Not 0 for each term that is not to be found; undefined where all are. The index is the same, and shared. */
  readonly hidden?: Uint8Array | undefined;
}

export interface StemIndex {
  /** The primary language, such as `de`. */
  readonly language: string;
  readonly stem: Stemmer;
  readonly index: TermIndex;
}

/** Index the terms of a glossary, or take the index that the build made; `stemmerOf` gives the stemmers at hand. */
export function indexTerms(
  glossary: Glossary,
  stemmerOf: (language: string) => Stemmer | undefined = () => undefined,
): GlossaryTerms {
  const { terms, language, name, index: parts } = glossary;
  const derived: readonly DerivedTerm[] =
    parts === undefined ? derive(glossary) : JSON.parse(String(parts.get(DERIVED)));
  const count = terms.count + derived.length;

  function sense(number: number): Sense {
    const found = number < terms.count ? terms.sense(number) : derivedSense(derived[number - terms.count]);
    if (found === undefined) throw new RangeError(`There is no term ${number}`);
    return found;
  }

  function derivedSense([owner, term]: DerivedTerm = [-1, NO_TERM]): Sense | undefined {
    const concept = glossary.conceptAt(owner);
    return concept && { concept, term, glossary: name };
  }

  const owner = (number: number) =>
    (number < terms.count ? terms.owner(number) : derived[number - terms.count]?.[0]) ?? -1;
  const textOf = (number: number) =>
    number < terms.count ? terms.text(number) : (derived[number - terms.count]?.[1].text ?? '');
  const index = parts === undefined ? indexForms(count, textOf, sense, language) : TermIndex.from(parts, textOf);
  const stem = stemmerOf(language);
  const stems =
    stem === undefined ? undefined : { language: primaryOf(language), stem, index: indexStems(count, sense, stem) };
  return { index, stems, count, owner, sense };
}

/** Take the indexed terms of a glossary for one that has another name. */
export function renameTerms(terms: GlossaryTerms, name: string): GlossaryTerms {
  return { ...terms, sense: (number) => ({ ...terms.sense(number), glossary: name }) };
}

/** Index the terms of a glossary for a build to store: `indexTerms` takes it back. */
export function indexParts(glossary: Glossary): Parts {
  const { index } = indexTerms(glossary);
  return new Map([...index.parts(), [DERIVED, JSON.stringify(derive(glossary))]]);
}

/** A term that a glossary does not list, with the number of its concept. */
type DerivedTerm = readonly [concept: number, term: Term];

const DERIVED = 'derived';
const NO_TERM: Term = { text: '', status: 'admitted', kind: 'variant', caseRule: 'auto' };

function derive({ concepts }: Glossary): readonly DerivedTerm[] {
  const derived = [...derivedTerms(concepts), ...linkedNames(concepts)];
  if (derived.length === 0) return [];
  const numbers = new Map(concepts.map((concept, number) => [concept, number]));
  return derived.map(([concept, term]) => [numbers.get(concept) ?? -1, term]);
}

function indexForms(
  count: number,
  textOf: (number: number) => string,
  sense: (number: number) => Sense,
  language: string,
): TermIndex {
  const index = new TermIndex(textOf, count);
  // From the last to the first: the index gives those first that were added last.
  for (let number = count - 1; number >= 0; number--) {
    const { term } = sense(number);
    index.add(number, { isExact: isExact(term), ...formsOf(term, language) });
  }
  return index;
}

/** Forms that an author lists are all there are, and capitals that bind have no endings. */
function indexStems(count: number, sense: (term: number) => Sense, stem: Stemmer): TermIndex {
  const texts = Array.from({ length: count }, (_, number) => {
    const { term } = sense(number);
    return term.forms !== undefined || isExact(term) ? '' : stemTerm(term.text, stem);
  });
  const index = new TermIndex((number) => texts[number] ?? '', count);
  for (let number = count - 1; number >= 0; number--) {
    if (texts[number] !== '') index.add(number, { isExact: false, bends: false, listed: [] });
  }
  return index;
}

/** The terms of all glossaries that apply to a document, made to be found. */
export interface Vocabulary {
  /** The languages in which terms are found by their stems. */
  readonly stemmedLanguages: ReadonlySet<string>;
  /** See `TermSearch.find`; in a text in the stemmed language `language`, words are found in all their forms. */
  find(units: Uint16Array, start: number, end: number, matches: Matches, language?: string): boolean;
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

/** Used again for each short text: nothing of one outlives its search. */
const reader = new SourceReader();

/** Find the terms that a short text uses, which is all words and no markup. */
export function findInWords(text: string, vocabulary: Vocabulary): readonly Match[] {
  const { units, length } = reader.read(text);
  const matches = new Numbers();
  vocabulary.find(units, 0, length, matches);
  const found: Match[] = [];
  for (let cell = 0; cell < matches.length; cell += 3 + 2 * (matches.cells[cell + 2] ?? 0)) {
    const [start = 0, end = 0] = matches.cells.subarray(cell, cell + 2);
    found.push({ start, end, senses: vocabulary.senses(matches.cells, cell + 2) });
  }
  return found;
}

/** Put the terms of glossaries together, the nearest first; `scannedFrom` is for `TermSearch`. */
export function createVocabulary(glossaries: readonly GlossaryTerms[], scannedFrom?: number): Vocabulary {
  const search = new TermSearch(
    glossaries.map(({ index }) => index),
    scannedFrom,
    glossaries.map(({ hidden }) => hidden),
  );
  /** What the places in matches stand for: the indexes of all glossaries, then those of stems. */
  const places = glossaries.map(({ index }, rank) => ({ index, rank }));
  const searchesOfStems = new Map<
    string,
    { readonly reading: StemReading; readonly search: TermSearch; readonly shift: number }
  >();
  for (const language of new Set(glossaries.flatMap(({ stems }) => stems?.language ?? []))) {
    const stemmed = glossaries.flatMap(({ stems, hidden }, rank) =>
      stems?.language === language ? [{ index: stems.index, rank, stem: stems.stem, hidden }] : [],
    );
    const [first] = stemmed;
    if (first === undefined) continue;
    const searchOfStems = new TermSearch(
      stemmed.map(({ index }) => index),
      undefined,
      stemmed.map(({ hidden }) => hidden),
    );
    searchesOfStems.set(language, {
      reading: new StemReading(first.stem),
      search: searchOfStems,
      shift: places.length,
    });
    places.push(...stemmed);
  }
  const written = new Numbers();
  const stemmed = new Numbers();

  function find(units: Uint16Array, start: number, end: number, matches: Matches, language?: string): boolean {
    const stems = language === undefined ? undefined : searchesOfStems.get(language);
    if (stems === undefined) return search.find(units, start, end, matches);
    written.length = 0;
    const isReadable = search.find(units, start, end, written);
    stemmed.length = 0;
    const { reading } = stems;
    reading.read(units, start, end);
    stems.search.find(reading.units, 0, reading.length, stemmed);
    reading.toSource(stemmed, stems.shift);
    mergeMatches(written, stemmed, matches);
    return isReadable;
  }

  function senses(matches: Int32Array, cell: number): readonly [Sense, ...Sense[]] {
    const found: { readonly rank: number; readonly term: number }[] = [];
    const end = cell + 1 + 2 * (matches[cell] ?? 0);
    for (let form = cell + 1; form < end; form += 2) {
      const place = places[matches[form] ?? 0];
      if (place !== undefined) found.push({ rank: place.rank, term: place.index.term(matches[form + 1] ?? 0) });
    }
    found.sort((one, other) => one.rank - other.rank || one.term - other.term);
    const all = found.map(({ rank, term }) => glossaries[rank]?.sense(term)).filter((sense) => sense !== undefined);
    // What a glossary says itself is better than what is made of it.
    const told = all.filter(({ term }) => term.derived === undefined);
    const byConcept = new Map<Concept, Sense>();
    for (const sense of told.length > 0 ? told : all) {
      if (!byConcept.has(sense.concept)) byConcept.set(sense.concept, sense);
    }
    const [first, ...others] = byConcept.values();
    if (first === undefined) throw new RangeError(`There is no match at ${cell}`);
    return [first, ...others];
  }

  return { stemmedLanguages: new Set(searchesOfStems.keys()), find, senses };
}

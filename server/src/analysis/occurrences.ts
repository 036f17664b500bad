import { type ParsedDocument, parseDocument, sectionAt, sectionRegions } from '../languages/document';
import type { Language } from '../languages/language';
import { type PackedRegions, type RegionKind, regionKinds } from '../languages/regions';
import type { Sense } from '../terminology/concept';
import { Numbers } from '../terminology/termSearch';
import type { Vocabulary } from '../terminology/vocabulary';
import { type Source, SourceReader } from '../text/source';
import type { Span } from '../text/span';
import { languageOfText } from './documentLanguage';
import { isPartOfName } from './names';
import { Reading } from './reading';

/** A place in a document where a term is used. */
export interface Occurrence {
  readonly span: Span;
  readonly region: RegionKind;
  /** What the term may mean here, nearest glossary first. */
  readonly senses: readonly [Sense, ...Sense[]];
}

/** Find where the terms of `vocabulary` are used in a text, in source order and disjoint. */
export function findOccurrences(
  text: string,
  language: Language,
  vocabulary: Vocabulary,
  reader = new SourceReader(),
): readonly Occurrence[] {
  return [...new Occurrences(parseDocument(text, language, reader), vocabulary, reader)];
}

/**
 * Where the terms of a vocabulary are used in a document, in source order and disjoint: the leftmost longest term wins, and no
 * term reaches from one region into another. Sections are searched when they are asked for, each once: after an edit, those
 * that it left alone are not searched again.
 */
export class Occurrences implements Iterable<Occurrence> {
  readonly #document: ParsedDocument;
  readonly #vocabulary: Vocabulary;
  readonly #reader: SourceReader;
  /** What was found in each section; undefined in one that nobody asked about yet. */
  readonly #found: (FoundInSection | undefined)[];
  /** How many occurrences `#found` holds: a look into each section costs more than the search of the one that changed. */
  #foundCount = 0;
  /** The language that people write in it, where that matters. */
  readonly #writtenIn: string | undefined;
  readonly #keepsRegions: boolean;

  /**
   * Search `document`; what `previous` found with the same vocabulary in the same sections is taken over. Regions are kept for
   * those who read them, too, and else forgotten.
   */
  constructor(
    document: ParsedDocument,
    vocabulary: Vocabulary,
    reader: SourceReader,
    { previous, keepsRegions = false }: OccurrencesOptions = {},
  ) {
    this.#document = document;
    this.#keepsRegions = keepsRegions;
    this.#vocabulary = vocabulary;
    this.#reader = reader;
    const known = previous !== undefined && previous.#vocabulary === vocabulary ? previous : undefined;
    this.#found = known === undefined ? emptyList(document.sections.length) : this.#takeOver(known);
    this.#writtenIn = known === undefined ? languageIn(document, vocabulary) : known.#writtenIn;
  }

  get document(): ParsedDocument {
    return this.#document;
  }

  get vocabulary(): Vocabulary {
    return this.#vocabulary;
  }

  /** How many there are. */
  get count(): number {
    this.#searchAll();
    return this.#foundCount;
  }

  /** Find the occurrence at `offset`, its end included; of two that meet there, the one that begins there. */
  at(offset: number): Occurrence | undefined {
    const place = sectionAt(this.#document, offset);
    const start = this.#startOf(place);
    const here = this.#atOffset(place, offset - start);
    return here === undefined && offset === start && place > 0
      ? this.#atOffset(place - 1, start - this.#startOf(place - 1))
      : here;
  }

  /** List those of the section at a place among the document's. */
  inSection(place: number): readonly Occurrence[] {
    if (this.#found[place] === undefined) this.#search(place, place + 1);
    const found = this.#found[place];
    if (found === undefined) return [];
    const start = this.#startOf(place);
    return found.starts.map((cell) => this.#occurrence(found, cell, start));
  }

  /** Give the regions of the section at a place, with offsets from its start, and whether they hang on what the document defines. */
  regionsIn(place: number): { readonly regions: PackedRegions; readonly asked: boolean } {
    if (this.#found[place] === undefined) this.#search(place, place + 1);
    const found = this.#found[place];
    const section = this.#document.sections[place];
    if (found?.regions !== undefined) return { regions: found.regions, asked: found.asked };
    if (section === undefined) return { regions: new Int32Array(0), asked: false };
    const start = this.#startOf(place);
    const source = this.#reader.read(this.#document.text.slice(start, start + section.length));
    return sectionRegions(section, source, 0, this.#document.defined);
  }

  *[Symbol.iterator](): Iterator<Occurrence> {
    this.#searchAll();
    for (const place of this.#found.keys()) yield* this.inSection(place);
  }

  /** Take over what is known of the sections that an edit left alone, in front of it and behind it. */
  #takeOver(known: Occurrences): (FoundInSection | undefined)[] {
    const before = known.#document.sections;
    const after = this.#document.sections;
    const shortest = Math.min(before.length, after.length);
    let first = 0;
    while (first < shortest && before[first] === after[first]) first++;
    let last = 0;
    while (last < shortest - first && before[before.length - 1 - last] === after[after.length - 1 - last]) last++;
    const behind = before.length - last;
    const fresh = emptyList(after.length - first - last);
    const found = [...known.#found.slice(0, first), ...fresh, ...known.#found.slice(behind)];
    let count = known.#foundCount;
    for (const gone of known.#found.slice(first, behind)) count -= gone?.starts.length ?? 0;
    if (known.#document.defined !== this.#document.defined) {
      for (const [place, section] of found.entries()) {
        if (section?.asked !== true) continue;
        count -= section.starts.length;
        found[place] = undefined;
      }
    }
    this.#foundCount = count;
    return found;
  }

  /** Where a section starts, or the text ends. */
  #startOf(place: number): number {
    return this.#document.starts[place] ?? this.#document.text.length;
  }

  #atOffset(place: number, offset: number): Occurrence | undefined {
    if (this.#found[place] === undefined) this.#search(place, place + 1);
    const found = this.#found[place];
    if (found === undefined) return undefined;
    const { cells, starts } = found;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cells[starts[middle] ?? 0] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const cell = starts[low - 1];
    if (cell === undefined || offset > (cells[cell + 1] ?? 0)) return undefined;
    return this.#occurrence(found, cell, this.#startOf(place));
  }

  /** Search what nobody asked about yet; sections that follow one another are read in one go. */
  #searchAll(): void {
    const found = this.#found;
    for (let first = 0; first < found.length; first++) {
      if (found[first] !== undefined) continue;
      let end = first + 1;
      while (end < found.length && found[end] === undefined) end++;
      this.#search(first, end);
      first = end;
    }
  }

  /** Search the sections from the one at `first` to that in front of `end`. */
  #search(first: number, end: number): void {
    const { sections, text, defined } = this.#document;
    const from = this.#startOf(first);
    const source = this.#reader.read(text.slice(from, this.#startOf(end)));
    const found: Omit<FoundInSection, 'cells'>[] = [];
    occurrences.length = 0;
    for (let place = first; place < end; place++) {
      const section = sections[place];
      if (section === undefined) break;
      const start = this.#startOf(place) - from;
      const { regions, asked } = sectionRegions(section, source, start, defined);
      const starts = searchRegions(source, regions, start, this.#vocabulary, this.#writtenIn);
      found.push({ starts, asked, regions: this.#keepsRegions ? regions : undefined });
    }
    const cells = occurrences.cells.slice(0, occurrences.length);
    for (const [index, { starts, asked, regions }] of found.entries()) {
      this.#found[first + index] = { cells, starts, asked, regions };
      this.#foundCount += starts.length;
    }
  }

  #occurrence({ cells }: FoundInSection, cell: number, shift: number): Occurrence {
    const vocabulary = this.#vocabulary;
    return {
      span: { start: shift + (cells[cell] ?? 0), end: shift + (cells[cell + 1] ?? 0) },
      region: regionKinds[cells[cell + 2] ?? 0] ?? 'prose',
      get senses() {
        return vocabulary.senses(cells, cell + 3);
      },
    };
  }
}

function languageIn({ text }: ParsedDocument, { stemmedLanguages }: Vocabulary): string | undefined {
  return stemmedLanguages.size > 0 ? languageOfText(text, stemmedLanguages) : undefined;
}

/** What was found in a section. */
interface FoundInSection {
  /**
   * For each occurrence its start and end, counted from the section's, the number of its region's kind, and its forms as in
   * `Matches`; those of all sections that were searched together.
   */
  readonly cells: Int32Array;
  /** Where each occurrence of the section begins in `cells`. */
  readonly starts: readonly number[];
  /** The regions hang on what the document defines. */
  readonly asked: boolean;
  readonly regions: PackedRegions | undefined;
}

/** How to search a document. */
export interface OccurrencesOptions {
  /** What was found before an edit. */
  readonly previous?: Occurrences | undefined;
  readonly keepsRegions?: boolean;
}

function emptyList(length: number): undefined[] {
  return new Array<undefined>(length).fill(undefined);
}

/** Arrays that are filled again for each search: nothing in them outlives it. */
const reading = new Reading();
const matches = new Numbers();
const occurrences = new Numbers();

/** Search the regions of a section, which starts at `shift` of the source; gives where in `occurrences` each one found begins. */
function searchRegions(
  source: Source,
  regions: PackedRegions,
  shift: number,
  vocabulary: Vocabulary,
  language: string | undefined,
): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at < regions.length; ) {
    const kind = regions[at] as number;
    const first = at + 2;
    const last = first + 2 * (regions[at + 1] as number);
    at = last;
    searchRegion(source, regions, first, last, kind, shift, vocabulary, language, starts);
  }
  return starts;
}

function searchRegion(
  { units, length }: Source,
  spans: Int32Array,
  first: number,
  last: number,
  kind: number,
  shift: number,
  vocabulary: Vocabulary,
  language: string | undefined,
  starts: number[],
): void {
  matches.length = 0;
  const kindName = regionKinds[kind] ?? 'prose';
  const isOneSpan = last - first === 2;
  const start = shift + (spans[first] as number);
  const end = shift + (spans[first + 1] as number);
  if (isOneSpan && vocabulary.find(units, start, end, matches, language)) {
    for (let cell = 0; cell < matches.length; cell = cellBehind(cell)) {
      const from = matches.cells[cell] as number;
      const to = matches.cells[cell + 1] as number;
      if (!isPartOfName(kindName, units, from, to, start, end)) take(cell, from - shift, to - shift, kind, starts);
    }
    return;
  }
  reading.join(units, spans, first, last, shift);
  matches.length = 0;
  if (!vocabulary.find(reading.units, 0, reading.length, matches, language)) {
    reading.compose();
    matches.length = 0;
    vocabulary.find(reading.units, 0, reading.length, matches, language);
  }
  for (let cell = 0; cell < matches.length; cell = cellBehind(cell)) {
    const matchStart = matches.cells[cell] as number;
    const matchEnd = matches.cells[cell + 1] as number;
    if (isPartOfName(kindName, reading.units, matchStart, matchEnd, 0, reading.length)) continue;
    const [from, to] = reading.sourceSpan(units, length, matchStart, matchEnd);
    take(cell, from - shift, to - shift, kind, starts);
  }
}

/** Take over the match at a cell as an occurrence; `senses` reads its forms, of which the number comes first. */
function take(cell: number, start: number, end: number, kind: number, starts: number[]): void {
  starts.push(occurrences.length);
  occurrences.push(start);
  occurrences.push(end);
  occurrences.push(kind);
  const behind = cellBehind(cell);
  for (let at = cell + 2; at < behind; at++) occurrences.push(matches.cells[at] as number);
}

/** Give the cell of the match behind that at a cell. */
function cellBehind(cell: number): number {
  return cell + 3 + 2 * (matches.cells[cell + 2] as number);
}

import type { Concept } from './concept';
import { nameConcepts, nameKey } from './conceptNames';
import { createGlossary, type Glossary, type TermList } from './glossary';
import { asWritten, mergeConcepts } from './mergedConcept';

/** A glossary as it counts among others. */
export interface CountingGlossary {
  /** As it was given: what is made of it, such as an index, is made once. */
  readonly given: Glossary;
  /** Without the concepts that a nearer one replaces, and with those that it adds to; the given one where there are none. */
  readonly glossary: Glossary;
  /** The numbers of the concepts of `given` that a nearer glossary replaces. */
  readonly hidden: ReadonlySet<number>;
  /** Whether some of its concepts are made of several: an index of `given` lacks terms of theirs. */
  readonly isMerged: boolean;
}

/** A concept by the place of its glossary in a list, and its number there. */
interface Place {
  readonly rank: number;
  readonly number: number;
}

/** The ids that several glossaries have, each with its places, the nearest first. */
export type SharedIds = ReadonlyMap<string, readonly Place[]>;

/**
 * Find the ids that several glossaries have. Linear in all of them, and of the largest nothing is kept: one of a million concepts
 * beside smaller ones is only asked.
 */
export function sharedIds(glossaries: readonly Glossary[]): SharedIds {
  const largest = glossaries.reduce((most, { size }, rank) => (size > (glossaries[most]?.size ?? 0) ? rank : most), 0);
  const firsts = new Map<string, Place>();
  const shared = new Map<string, Place[]>();
  const note = (id: string, first: Place, place: Place) => {
    const places = shared.get(id);
    if (places === undefined) shared.set(id, [first, place]);
    else places.push(place);
  };
  for (const [rank, glossary] of glossaries.entries()) {
    if (rank === largest) continue;
    for (let number = 0; number < glossary.size; number++) {
      const id = glossary.idAt(number) ?? '';
      const first = firsts.get(id);
      if (first === undefined) firsts.set(id, { rank, number });
      else note(id, first, { rank, number });
    }
  }
  const last = glossaries[largest];
  for (let number = 0; last !== undefined && firsts.size > 0 && number < last.size; number++) {
    const id = last.idAt(number) ?? '';
    const first = firsts.get(id);
    if (first !== undefined) note(id, first, { rank: largest, number });
  }
  for (const places of shared.values()) places.sort((one, other) => one.rank - other.rank);
  return shared;
}

/** Let a nearer concept replace the farther one of the same id, or add to it where it says `extends`. The nearest come first. */
export function applyPrecedence(glossaries: readonly Glossary[], shared: SharedIds): readonly CountingGlossary[] {
  const hidden = glossaries.map(() => new Set<number>());
  const merged = glossaries.map(() => new Map<number, Concept>());
  for (const [nearest, ...farther] of shared.values()) {
    if (nearest === undefined) continue;
    for (const { rank, number } of farther) hidden[rank]?.add(number);
    const concept = mergedAt([nearest, ...farther], glossaries);
    if (concept !== undefined) merged[nearest.rank]?.set(nearest.number, concept);
  }
  return glossaries.map((given, rank) => countingGlossary(given, hidden[rank] ?? new Set(), merged[rank] ?? new Map()));
}

/** Put together what the concepts of an id say, as far as each adds to the next; undefined where the nearest does not. */
function mergedAt(places: readonly Place[], glossaries: readonly Glossary[]): Concept | undefined {
  const chain: Concept[] = [];
  for (const { rank, number } of places) {
    const concept = glossaries[rank]?.conceptAt(number);
    if (concept !== undefined) chain.push(concept);
    if (concept?.extends !== true) break;
  }
  if (chain.length < 2) return undefined;
  return chain.reduceRight((far, near) => mergeConcepts(near, far));
}

function countingGlossary(
  given: Glossary,
  hidden: ReadonlySet<number>,
  merged: ReadonlyMap<number, Concept>,
): CountingGlossary {
  const isMerged = merged.size > 0;
  if (hidden.size === 0 && !isMerged) return { given, glossary: given, hidden, isMerged };
  const glossary = isMerged ? withMerged(given, hidden, merged) : withoutHidden(given, hidden);
  return { given, glossary, hidden, isMerged };
}

/** Of a pack, or of a million concepts, no more is read than is asked for. */
function withoutHidden(given: Glossary, hidden: ReadonlySet<number>): Glossary {
  let concepts: readonly Concept[] | undefined;
  let places: readonly number[] | undefined;
  let names: ReadonlyMap<string, number> | undefined;
  let terms: TermList | undefined;
  const list = () => {
    concepts ??= given.concepts.filter((_, number) => !hidden.has(number));
    return concepts;
  };
  const placeOf = (number: number) => {
    places ??= Array.from({ length: given.size }, (_, place) => place).filter((place) => !hidden.has(place));
    return places[number] ?? given.size;
  };
  const hiddenConcepts = new Set(Array.from(hidden, (number) => given.conceptAt(number)));
  return {
    uri: given.uri,
    name: given.name,
    language: given.language,
    ...(given.owner === undefined ? {} : { owner: given.owner }),
    size: given.size - hidden.size,
    get concepts() {
      return list();
    },
    conceptAt: (number) => given.conceptAt(placeOf(number)),
    idAt: (number) => given.idAt(placeOf(number)),
    // One that is hidden still belongs to it.
    holds: (concept) => given.holds(concept),
    find(name) {
      const found = given.find(name);
      if (found === undefined || !hiddenConcepts.has(found)) return found;
      // Another concept may have that name, too.
      names ??= nameConcepts(list());
      const number = names.get(nameKey(name));
      return number === undefined ? undefined : list()[number];
    },
    get terms() {
      terms ??= termsWithout(given.terms, hidden);
      return terms;
    },
    index: undefined,
  };
}

/** List terms without those of some concepts; they come in the order of their concepts. */
function termsWithout(given: TermList, hidden: ReadonlySet<number>): TermList {
  const inOrder = [...hidden].sort((one, other) => one - other);
  const numbers: number[] = [];
  const owners: number[] = [];
  let passed = 0;
  for (let term = 0; term < given.count; term++) {
    const owner = given.owner(term) ?? -1;
    while ((inOrder[passed] ?? Number.POSITIVE_INFINITY) < owner) passed++;
    if (inOrder[passed] === owner) continue;
    numbers.push(term);
    owners.push(owner - passed);
  }
  const at = (term: number) => numbers[term] ?? given.count;
  return {
    count: numbers.length,
    text: (term) => given.text(at(term)),
    owner: (term) => owners[term],
    sense: (term) => given.sense(at(term)),
  };
}

/** The last glossary made of each: as long as it is made of the same concepts it is the same, and so is its index. */
const made = new WeakMap<Glossary, Merged>();

interface Merged {
  /** The numbers that are hidden, and for each merged concept its number and what it is made of. */
  readonly of: readonly (number | Concept)[];
  readonly glossary: Glossary;
}

/** A team's own glossary adds to others, and is small enough to be made anew. */
function withMerged(given: Glossary, hidden: ReadonlySet<number>, merged: ReadonlyMap<number, Concept>): Glossary {
  const of: readonly (number | Concept)[] = [
    ...hidden,
    ...Array.from(merged, ([number, concept]) => [-1 - number, ...asWritten(concept)]).flat(),
  ];
  const known = made.get(given);
  if (known !== undefined && known.of.length === of.length && known.of.every((part, index) => part === of[index])) {
    return known.glossary;
  }
  const concepts = given.concepts
    .map((concept, number) => merged.get(number) ?? concept)
    .filter((_, number) => !hidden.has(number));
  const { uri, name, language, owner } = given;
  const whole = createGlossary({ uri, name, language, concepts, ...(owner === undefined ? {} : { owner }) });
  const glossary: Glossary = { ...whole, holds: (concept) => given.holds(asWritten(concept)[0]) };
  made.set(given, { of, glossary });
  return glossary;
}

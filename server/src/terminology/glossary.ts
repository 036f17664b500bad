import type { Concept, Sense } from './concept';
import { nameConcepts, nameKey } from './conceptNames';
import type { Parts } from './parts';

/** The concepts of one file, immutable: a reload makes a new value. */
export interface Glossary {
  /** Where it was read, the identity of the glossary. */
  readonly uri: string;
  /** Shown on cards as the source; the file's `name`, else its folder's or its own name. */
  readonly name: string;
  /** BCP 47 tag of the language the terms are in. */
  readonly language: string;
  /** Who keeps it, named at the foot of its cards; undefined where nobody is said to. */
  readonly owner?: Owner;
  /** How many concepts there are. */
  readonly size: number;
  /** All concepts in order. A pack reads every one of them at the first question: for some there is `conceptAt`. */
  readonly concepts: readonly Concept[];
  /** Give a concept by its number, counted from 0: the same object each time. */
  conceptAt(number: number): Concept | undefined;
  /** Give the id of a concept by its number; of a pack no concept is read for it. */
  idAt(number: number): string | undefined;
  /** Tell whether a concept is one of these. */
  holds(concept: Concept): boolean;
  /** Find the concept that an id or a term names: ids first, and of several the one written first. */
  find(name: string): Concept | undefined;
  readonly terms: TermList;
  /** The same glossary by the name that it gives itself, whose index serves this one, too. */
  readonly original?: Glossary;
  /** What the build made of an index over the terms; undefined where none is kept. */
  readonly index: Parts | undefined;
}

/** Who keeps a glossary: a company or a team. Plain text on one line each. */
export interface Owner {
  readonly name: string;
  /** A page of theirs, `https:` or `http:`. */
  readonly url?: string;
  /** How to reach them, a phrase: "ask #glossary". */
  readonly contact?: string;
}

/** The terms of a glossary, concept by concept, numbered from 0. */
export interface TermList {
  readonly count: number;
  /** Write a term out; of a pack no concept is read for it. */
  text(term: number): string;
  /** Give the number of the concept of a term. */
  owner(term: number): number | undefined;
  /** Read a term as its concept. */
  sense(term: number): Sense | undefined;
}

/** What a glossary is made of. */
export interface GlossaryContent extends Pick<Glossary, 'uri' | 'name' | 'language'> {
  readonly owner?: Owner;
  readonly concepts: readonly Concept[];
}

/** Make a glossary of concepts that are in memory. */
export function createGlossary({ uri, name, language, owner, concepts }: GlossaryContent): Glossary {
  let members: ReadonlySet<Concept> | undefined;
  let names: ReadonlyMap<string, number> | undefined;
  let terms: TermList | undefined;
  return {
    uri,
    name,
    language,
    ...(owner === undefined ? {} : { owner }),
    size: concepts.length,
    concepts,
    conceptAt: (number) => concepts[number],
    idAt: (number) => concepts[number]?.id,
    holds(concept) {
      members ??= new Set(concepts);
      return members.has(concept);
    },
    find(text) {
      names ??= nameConcepts(concepts);
      const number = names.get(nameKey(text));
      return number === undefined ? undefined : concepts[number];
    },
    get terms() {
      terms ??= listTerms(concepts, name);
      return terms;
    },
    index: undefined,
  };
}

/** Call a glossary by another name; of a pack no concept is read for it. */
export function renameGlossary(original: Glossary, name: string): Glossary {
  return {
    ...(original.owner === undefined ? {} : { owner: original.owner }),
    uri: original.uri,
    name,
    language: original.language,
    size: original.size,
    get concepts() {
      return original.concepts;
    },
    conceptAt: (number) => original.conceptAt(number),
    idAt: (number) => original.idAt(number),
    holds: (concept) => original.holds(concept),
    find: (text) => original.find(text),
    get terms() {
      const { terms } = original;
      return { ...terms, sense: (term: number) => calledAfter(name, terms.sense(term)) };
    },
    index: undefined,
    original,
  };
}

function calledAfter(name: string, sense: Sense | undefined): Sense | undefined {
  return sense && { ...sense, glossary: name };
}

function listTerms(concepts: readonly Concept[], glossary: string): TermList {
  const { owners, firsts } = numberTerms(concepts);

  function sense(number: number): Sense | undefined {
    const owner = owners[number] ?? -1;
    const concept = concepts[owner];
    const term = concept?.terms[number - (firsts[owner] ?? 0)];
    return concept === undefined || term === undefined ? undefined : { concept, term, glossary };
  }

  return {
    count: owners.length,
    text: (term) => sense(term)?.term.text ?? '',
    owner: (term) => owners[term],
    sense,
  };
}

/** Number the terms of concepts: the concept of each term, and the first term of each concept. */
export function numberTerms(concepts: readonly Concept[]): {
  readonly owners: Uint32Array;
  readonly firsts: Uint32Array;
} {
  const firsts = new Uint32Array(concepts.length);
  let count = 0;
  for (const [number, { terms }] of concepts.entries()) {
    firsts[number] = count;
    count += terms.length;
  }
  const owners = new Uint32Array(count);
  for (const [number, { terms }] of concepts.entries()) {
    const first = firsts[number] ?? 0;
    owners.fill(number, first, first + terms.length);
  }
  return { owners, firsts };
}

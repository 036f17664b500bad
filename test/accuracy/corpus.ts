import type { Concept } from '../../server/src/terminology/concept';
import { createGlossary, type Glossary } from '../../server/src/terminology/glossary';
import { splitName } from '../../server/src/terminology/nameParts';
import type { Span } from '../../server/src/text/span';
import { conceptOf } from '../support/concepts';

/** A place that an author linked to an entry of the glossary. */
export interface Mark {
  readonly span: Span;
  readonly conceptId: string;
}

/** A document as its readers see it, the markers replaced by their visible text, and where they stood. */
export interface MarkedDocument {
  readonly path: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The entry whose own page this is; a page does not explain its own term. */
  readonly entryId?: string;
}

/** Documents in one language with the marks of their authors, and the glossary that the marks speak of. */
export interface MarkedCorpus {
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  readonly glossary: Glossary;
  readonly documents: readonly MarkedDocument[];
}

/** An entry of somebody's glossary, as far as finding it goes. */
export interface Entry {
  readonly id: string;
  /** As written, with what stands in parentheses. */
  readonly title: string;
  readonly aliases?: readonly string[];
}

/** Make a glossary of entries, each with the names in its title, its aliases and its id as one more name. */
export function glossaryOf(name: string, language: string, entries: readonly Entry[]): Glossary {
  return createGlossary({ uri: `test:/${name}`, name, language, concepts: entries.map(conceptWith) });
}

function conceptWith({ id, title, aliases = [] }: Entry): Concept {
  const { name, abbreviation, others } = splitName(title, id);
  const names = new Set([...(abbreviation === undefined ? [] : [abbreviation]), ...others, ...aliases, id]);
  names.delete(name);
  return { ...conceptOf(name, ...names), id };
}

/** Find the ids of a glossary by how they are written in links: in any case. */
export function idsOf(entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(entries.map(({ id }) => [id.toLowerCase(), id]));
}

import { foldedLetters } from '../text/likeness';
import type { Concept, Term } from './concept';

/** What a merged concept was made of, as written: the nearest first. Nothing is kept here that nobody else keeps. */
const parts = new WeakMap<Concept, readonly [Concept, ...Concept[]]>();

/** List the concepts as their glossaries have them that make up a concept, the nearest first: itself, where it extends none. */
export function asWritten(concept: Concept): readonly [Concept, ...Concept[]] {
  return parts.get(concept) ?? [concept];
}

/**
 * Add a concept to the one of the same id that it extends: what it says itself counts and comes first, what it does not say is
 * as in the other. Its place is its own.
 */
export function mergeConcepts(near: Concept, far: Concept): Concept {
  const { description = far.description, pronunciation = far.pronunciation } = near;
  const { category = far.category, plain = far.plain } = near;
  const audience = joined(near.audience ?? [], far.audience ?? [], (reader) => reader);
  const merged: Concept = {
    id: near.id,
    ...(near.isUnnamed === true && far.isUnnamed === true ? { isUnnamed: true as const } : {}),
    terms: mergeTerms(near, far),
    definition: near.definition === '' ? far.definition : near.definition,
    ...(description === undefined ? {} : { description }),
    ...(pronunciation === undefined ? {} : { pronunciation }),
    ...(category === undefined ? {} : { category }),
    ...(audience.length === 0 ? {} : { audience }),
    ...(plain === undefined ? {} : { plain }),
    examples: joined(near.examples, far.examples, ({ text }) => text),
    faq: joined(near.faq, far.faq, ({ question }) => question),
    links: joined(near.links, far.links, ({ url }) => url),
    related: joined(near.related, far.related, (name) => name),
    origin: near.origin,
    // What a build wrote of the fields of one says nothing of those of the other.
  };
  parts.set(merged, [near, ...asWritten(far)]);
  return merged;
}

/** The nearer preferred term comes first, unless it only stands in for one. */
function mergeTerms(near: Concept, far: Concept): readonly [Term, ...Term[]] {
  const [first, ...others] = near.terms;
  const isPlaceholder = near.isUnnamed === true;
  const all = joined(isPlaceholder ? others : near.terms, far.terms, readingOf);
  const usable = all.find(({ status }) => status !== 'deprecated');
  const preferred = isPlaceholder ? (all.find(({ status }) => status === 'preferred') ?? usable ?? first) : first;
  const rest = all.filter((term) => term !== preferred);
  return [asStatus(preferred, 'preferred'), ...rest.map(asNext)];
}

/** One term is preferred: another that was is one that may be used. */
function asNext(term: Term): Term {
  return term.status === 'preferred' ? asStatus(term, 'admitted') : term;
}

function asStatus(term: Term, status: Term['status']): Term {
  return term.status === status ? term : { ...term, status };
}

function readingOf({ text }: Term): string {
  return foldedLetters(text);
}

/** Put two lists together, those of the second left out that the first has by their keys. */
function joined<Item>(own: readonly Item[], others: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  if (others.length === 0) return own;
  const keys = new Set(own.map(keyOf));
  return own.concat(others.filter((item) => !keys.has(keyOf(item))));
}

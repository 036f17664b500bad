import type { Concept } from '../../terminology/concept';
import type { GlossaryContent } from '../../terminology/glossary';
import type { Leftovers } from './leftOut';

/** Count what concepts say beside their terms: what a format of words alone has no place for, one kind for each field. */
export function addUnkeptFields({ concepts, owner }: GlossaryContent, leftOut: Leftovers): void {
  if (owner !== undefined) leftOut.add('the owner');
  for (const [what, isThere] of FIELDS) {
    for (const concept of concepts) if (isThere(concept)) leftOut.add(what);
  }
}

const FIELDS: readonly (readonly [what: string, isThere: (concept: Concept) => boolean])[] = [
  ['definitions', ({ definition }) => definition !== ''],
  ['descriptions', ({ description }) => description !== undefined],
  ['pronunciations', ({ pronunciation }) => pronunciation !== undefined],
  ['categories', ({ category }) => category !== undefined],
  ['audiences', ({ audience }) => audience !== undefined],
  ['plain words', ({ plain }) => plain !== undefined],
  ['examples', ({ examples }) => examples.length > 0],
  ['questions', ({ faq }) => faq.length > 0],
  ['links', ({ links }) => links.length > 0],
  ['related concepts', ({ related }) => related.length > 0],
  ['reasons of terms to avoid', ({ terms }) => terms.some(({ reason }) => reason !== undefined)],
];

import type { Sense } from '../terminology/concept';
import type { RelatedPlace } from './finding';

/** Point to where the concept of a sense is written. */
export function conceptPlace({ concept, glossary }: Sense): RelatedPlace {
  const { uri, line } = concept.origin;
  return { message: `"${concept.terms[0].text}" in ${glossary}`, uri, line };
}

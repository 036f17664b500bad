import type { Concept, FieldBlock } from '../concept';
import { isPlain, readField } from './fieldReader';
import { markdown } from './markdown';

/** Write the Markdown fields of a concept that need a parser as safe Markdown, by their source. */
export function writeFields(concept: Concept): ReadonlyMap<string, readonly FieldBlock[]> {
  const { definition, description = '', examples, faq } = concept;
  const sources = [definition, description, ...examples.map(({ text }) => text), ...faq.map(({ answer }) => answer)];
  return new Map(sources.filter((source) => !isPlain(source)).map((source) => [source, readField(source, markdown)]));
}

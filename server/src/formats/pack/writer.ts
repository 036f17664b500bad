import { writeFields } from '../../terminology/card';
import type { Concept } from '../../terminology/concept';
import { nameConcepts } from '../../terminology/conceptNames';
import { createGlossary, type Glossary, numberTerms } from '../../terminology/glossary';
import type { Part, Parts } from '../../terminology/parts';
import { writeParts } from './file';
import { type ConceptRecord, type Description, INDEX_PREFIX } from './record';
import { endsOf, textParts } from './texts';

/** What the writer of a pack is told beside the glossaries. */
export interface PackOptions {
  /** Name a source file relative to where the pack will lie. */
  pathOf(uri: string): string;
  /** Give the UTF-8 of a text. */
  encode(text: string): Uint8Array;
  /** Make the index over the terms of a glossary, in parts. */
  indexOf?(glossary: Glossary): Parts;
}

/** Write glossaries as one pack, under the name and in the language of the first. */
export function writePack(glossaries: readonly Glossary[], { pathOf, encode, indexOf }: PackOptions): Uint8Array {
  const { name, language } = glossaries[0] ?? { name: '', language: 'en' };
  const description: Description = { name, language, files: glossaries.map(({ uri }) => pathOf(uri)) };
  const records = glossaries.flatMap((glossary, file) =>
    glossary.concepts.map((concept) => encode(JSON.stringify(recordOf(concept, file)))),
  );
  const concepts = glossaries.flatMap((glossary) => glossary.concepts);
  const names = [...nameConcepts(concepts)].sort(([one], [other]) => (one < other ? -1 : 1));
  const index = indexOf?.(createGlossary({ uri: '', name, language, concepts })) ?? [];
  return writeParts(
    new Map<string, Part>([
      ['description', JSON.stringify(description)],
      ['concepts', joined(records)],
      ['conceptEnds', endsOf(records)],
      ...textParts(
        'ids',
        concepts.map(({ id }) => id),
      ),
      ...textParts(
        'terms',
        concepts.flatMap(({ terms }) => terms.map(({ text }) => text)),
      ),
      ['termOwners', numberTerms(concepts).owners],
      ...textParts(
        'names',
        names.map(([key]) => key),
      ),
      ['nameOwners', Uint32Array.from(names, ([, concept]) => concept)],
      ...[...index].map(([part, content]): [string, Part] => [INDEX_PREFIX + part, content]),
    ]),
    encode,
  );
}

function recordOf(concept: Concept, file: number): ConceptRecord {
  const { origin, written: _, ...rest } = concept;
  const written = [...writeFields(concept)];
  return {
    ...rest,
    origin: [file, origin.span.start, origin.span.end, origin.line],
    ...(written.length === 0 ? {} : { written }),
  };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const ends = endsOf(pieces);
  const whole = new Uint8Array(ends.at(-1) ?? 0);
  for (const [index, piece] of pieces.entries()) whole.set(piece, ends[index - 1] ?? 0);
  return whole;
}

import type { Concept, FieldBlock } from '../../terminology/concept';

/** What a pack says of itself. */
export interface Description {
  readonly name: string;
  readonly language: string;
  /** Paths of the source files. */
  readonly files: readonly string[];
}

/** A concept as a pack holds it: its origin in short, and the fields that need a parser as safe Markdown. */
export interface ConceptRecord extends Omit<Concept, 'origin' | 'written'> {
  readonly origin: readonly [file: number, start: number, end: number, line: number];
  readonly written?: readonly (readonly [source: string, blocks: readonly FieldBlock[]])[];
}

/** The parts of the index are stored under their own names behind this. */
export const INDEX_PREFIX = 'index ';

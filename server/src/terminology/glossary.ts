import type { Concept } from './concept';

/** The concepts of one file, immutable: a reload makes a new value. */
export interface Glossary {
  /** Where it was read, the identity of the glossary. */
  readonly uri: string;
  /** Shown on cards as the source; the file's `name`, else its folder's or its own name. */
  readonly name: string;
  /** BCP 47 tag of the language the terms are in. */
  readonly language: string;
  readonly concepts: readonly Concept[];
}

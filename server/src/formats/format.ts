import type { Glossary } from '../terminology/glossary';
import type { Span } from '../text/span';

/** A way to write a glossary down. One file or folder per format implements it. */
export interface GlossaryFormat {
  /** Our name of the format, unique. */
  readonly id: string;
  /** Extensions of the files it reads, in lower case with their dot. */
  readonly extensions: readonly string[];
  /** Read a text, whatever is in it. Total and linear: a broken text gives fewer concepts and more problems. */
  read(source: GlossarySource): ReadGlossary;
}

/** The text of a glossary file and what is known of the file. */
export interface GlossarySource {
  readonly uri: string;
  readonly text: string;
  /** The name of a glossary that does not name itself. */
  readonly defaultName: string;
}

/** What a text gave. All spans are offsets into the text as it was handed over. */
export interface ReadGlossary {
  /** Undefined where the text does not parse at all: the caller keeps the last good one. */
  readonly glossary: Glossary | undefined;
  /** In the order of the text, at most `limits.problems` and one that counts the others. */
  readonly problems: readonly GlossaryProblem[];
  /** The related concepts as written, in the order of the text. */
  readonly relatedNames: readonly RelatedName[];
  /** Where the concepts of `glossary` stand, in their order; undefined where the format does not tell. */
  readonly places?: ConceptPlaces;
}

/**
 * Where in a glossary file the preferred term and the definition of each concept stand: four offsets for each, packed, since
 * a file may have a million. `termPlace` and `definitionPlace` read them.
 */
export type ConceptPlaces = Int32Array;

/** Give the span of the preferred term of a concept, by its number, quotes included. */
export function termPlace(places: ConceptPlaces, concept: number): Span {
  return { start: places[4 * concept] ?? 0, end: places[4 * concept + 1] ?? 0 };
}

/** Give the span of the definition of a concept, by its number: quotes and the mark of a block included. */
export function definitionPlace(places: ConceptPlaces, concept: number): Span {
  return { start: places[4 * concept + 2] ?? 0, end: places[4 * concept + 3] ?? 0 };
}

/** An id or a term that a concept names as related, and where. */
export interface RelatedName {
  readonly name: string;
  readonly span: Span;
}

/** Something in a glossary or a configuration that its author should know. */
export interface GlossaryProblem {
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  /** Plain words without a full stop at the end. */
  readonly message: string;
  /** The narrowest stretch of text that is wrong; empty where something is missing. */
  readonly span: Span;
  readonly related?: readonly RelatedPlace[];
  readonly replacement?: Replacement;
}

/** What to write in the place of a problem's span. */
export interface Replacement {
  readonly text: string;
  /** Nobody needs to look: it can hardly be meant otherwise. */
  readonly isSafe: boolean;
}

/** Another place that a problem is about. */
export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
}

/** An error loses something that was written, a warning does not, an information is no fault of this file alone. */
export type ProblemSeverity = 'error' | 'warning' | 'information';

/**
 * Tell the severity of each kind of problem that readers find; docs/glossary-format.md and docs/configuration.md have their
 * meaning.
 */
export const problemSeverities = {
  syntax: 'error',
  'unclear-syntax': 'warning',
  'unknown-tag': 'warning',
  'unknown-anchor': 'error',
  'alias-cycle': 'error',
  'merge-conflict': 'error',
  'too-large': 'error',
  'too-deep': 'error',
  'too-many-parts': 'error',
  'too-many-aliases': 'error',
  'too-much-aliased': 'error',
  'too-many-concepts': 'error',
  'too-long': 'error',
  'empty-glossary': 'information',
  'not-a-glossary': 'error',
  'unknown-version': 'warning',
  'unknown-field': 'warning',
  'misspelt-field': 'warning',
  'duplicate-field': 'error',
  'wrong-type': 'error',
  'unknown-value': 'error',
  'missing-term': 'error',
  'missing-definition': 'error',
  'missing-field': 'error',
  'unusable-term': 'error',
  'unusable-link': 'error',
  'duplicate-id': 'error',
  'duplicate-term': 'warning',
  'repeated-term': 'warning',
  'not-a-configuration': 'error',
  'unusable-glob': 'error',
  'unusable-path': 'error',
  'too-many-values': 'error',
  'more-problems': 'information',
} as const satisfies Readonly<Record<string, ProblemSeverity>>;

/** The name of a kind of problem, stable: settings and suppressions may use it. */
export type ProblemCode = keyof typeof problemSeverities;

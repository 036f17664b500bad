import type { Glossary, GlossaryContent } from '../terminology/glossary';
import type { Span } from '../text/span';

/** A way to write a glossary down. One folder per format implements it; what reads and writes it is loaded when it is needed. */
export interface GlossaryFormat {
  /** What people name it by, in `as:`, `--from` and `--to`; unique. */
  readonly id: string;
  /** As messages name it: `CSV`. */
  readonly name: string;
  /** Extensions of its files, in lower case with their dot. */
  readonly extensions: readonly string[];
  /** Tell whether a file with one of the extensions is written in it, by a look that is linear and never throws. */
  recognises(file: NamedText): boolean;
  /** Load what reads it; undefined where it is only written. */
  reader?(): Promise<GlossaryReader>;
  /** Load what writes it; undefined where it is only read. */
  writer?(): Promise<GlossaryWriter>;
}

/** The text of a file and how it is called. */
export interface NamedText {
  readonly uri: string;
  readonly text: string;
}

/** Reads a format. */
export interface GlossaryReader {
  /** Read a text, whatever is in it. Total and linear: a broken text gives fewer concepts and more problems. */
  read(source: GlossarySource): ReadGlossary;
}

/** Writes a format. */
export interface GlossaryWriter {
  /** Write a glossary down. The same glossary gives the same text; what the format cannot keep is listed. */
  write(glossary: GlossaryContent): WrittenGlossary;
}

/** What a glossary became. */
export interface WrittenGlossary {
  /** One file, or several where the format has a file for each kind of thing: paths relative to where they go, with `/`. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly leftOut: readonly LeftOut[];
}

/** A kind of thing that one format holds and another cannot keep. */
export interface LeftOut {
  /** As the format names it: "the column `CreatedBy`". */
  readonly what: string;
  readonly count: number;
  /** The first place, in a file that is read. */
  readonly span?: Span;
}

/** The text of a glossary file and what is known of the file. */
export interface GlossarySource extends NamedText {
  /** The name of a glossary that does not name itself. */
  readonly defaultName: string;
  /** What was said about the file where it is named; what it does not say itself. */
  readonly options?: ReadOptions;
}

/** What may be said of a file from outside. Immutable. */
export interface ReadOptions {
  /** BCP 47, canonical: the language of a file that does not name its own. */
  readonly language?: string;
  /** Which field each column, or name of a record, of a table stands for; the names as they are written. */
  readonly columns?: ReadonlyMap<string, string>;
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
  /** What the file holds and a glossary cannot keep. */
  readonly leftOut?: readonly LeftOut[];
  /** Which field each column of a table was taken for, in their order; undefined for a column that is none. */
  readonly columns?: readonly TakenColumn[];
  /** Other glossaries that the file names, to be read with it: paths relative to it, or addresses. */
  readonly imports?: readonly Import[];
  /** Parts that hold for some documents alone; concepts in none of them hold for all. */
  readonly parts?: readonly GlossaryPart[];
}

/** A column of a table, by its heading, and the field that it was taken for. */
export interface TakenColumn {
  readonly heading: string;
  readonly field: string | undefined;
}

/** Another glossary that a file names, as written, and where. */
export interface Import {
  readonly source: string;
  readonly span: Span;
}

/** Concepts of a glossary that hold for some documents alone. */
export interface GlossaryPart {
  /** Globs of ours, which say what the file says in its own way: for paths below the folder that the file applies to. */
  readonly paths: readonly string[];
  /** The numbers of its concepts in the glossary: from `start` on, `end` exclusive. */
  readonly concepts: { readonly start: number; readonly end: number };
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
  'missing-source': 'error',
  'empty-source': 'warning',
  'waiting-source': 'information',
  'circular-import': 'warning',
  'nothing-to-extend': 'information',
  'more-problems': 'information',
} as const satisfies Readonly<Record<string, ProblemSeverity>>;

/** The name of a kind of problem, stable: settings and suppressions may use it. */
export type ProblemCode = keyof typeof problemSeverities;

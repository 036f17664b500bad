import type { Concept, Term } from '../../terminology/concept';
import type { Span } from '../../text/span';

/** A text of a file and where it stands, quotes included. */
export interface LocatedText {
  readonly text: string;
  readonly span: Span;
}

/** A term and the span of its text. */
export interface LocatedTerm {
  readonly term: Term;
  readonly span: Span;
}

/** A concept as a file says it, whatever the format, before it is compared with the others of its file. */
export interface ConceptRecord {
  readonly id: LocatedText | undefined;
  /** The number of the context that it is in, where a file has several: one term may be in each and mean something else. */
  readonly context?: number;
  /** The preferred one first. */
  readonly terms: readonly [LocatedTerm, ...LocatedTerm[]];
  readonly related: readonly LocatedText[];
  readonly content: Omit<Concept, 'id' | 'terms' | 'related' | 'origin'>;
  readonly definitionSpan: Span;
  /** The whole record, without white space at its end. */
  readonly span: Span;
}

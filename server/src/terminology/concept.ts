import type { Span } from '../text/span';

/** Which term to use: ISO 12620 administrative status. */
export type TermStatus = 'preferred' | 'admitted' | 'deprecated';

/** What a term is to its concept: the full form, an abbreviation of it, or another way to write it. */
export type TermKind = 'full' | 'abbreviation' | 'variant';

/**
 * How the capitals of a term bind: `exact` as written, `fold` in any case, `auto` exact for a term without lower-case
 * letters (`API`) and in any case otherwise (`K8s`).
 */
export type CaseRule = 'auto' | 'exact' | 'fold';

/** What kind of word a term is, which tells how it bends; `proper` is a name, and so has no plural. */
export type PartOfSpeech = 'verb' | 'noun' | 'adjective' | 'proper';

/** A word or phrase that designates a concept (ISO 1087 *designation*). */
export interface Term {
  readonly text: string;
  readonly status: TermStatus;
  readonly kind: TermKind;
  readonly caseRule: CaseRule;
  /** Why a deprecated term is not to be used, a phrase that reads after a colon. */
  readonly reason?: string;
  /** Taken for a noun where nothing is said. */
  readonly pos?: PartOfSpeech;
  /** How the term is written beside its text: nothing else is looked for then. */
  readonly forms?: readonly string[];
  /**
   * What a term that no glossary lists was made of: the initials of another term of the concept, or the text of a link to the
   * concept. It gives way to any that is listed.
   */
  readonly derived?: 'initials' | 'link';
}

/** Tell whether the capitals of a term bind: by its rule, or because it is written all in capitals. */
export function isExact({ caseRule, text }: Term): boolean {
  if (caseRule !== 'auto') return caseRule === 'exact';
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** A titled situation that shows the concept at work; `text` is Markdown. */
export interface Example {
  readonly title?: string;
  readonly text: string;
}

/** A question that newcomers ask, with its answer; both are Markdown. */
export interface Question {
  readonly question: string;
  readonly answer: string;
}

/** A page elsewhere about the concept; `url` is `https:` or `http:`. */
export interface Link {
  readonly title: string;
  readonly url: string;
}

/** Where a concept was written: the file and the span of its record in it. */
export interface Origin {
  readonly uri: string;
  readonly span: Span;
  /** The line on which the span starts, counted from 0: the text to count in is not kept. */
  readonly line: number;
}

/** A block of a Markdown field as cards show it: its lines, and whether it is running text rather than a list or code. */
export interface FieldBlock {
  readonly text: string;
  readonly isParagraph: boolean;
}

/** A unit of knowledge (ISO 1087): one glossary record describes one concept. */
export interface Concept {
  /** Stable slug, unique in its glossary: `rolling-update`. */
  readonly id: string;
  /** What it says is added to the concept of the same id in a farther glossary, which it would replace otherwise. */
  readonly extends?: true;
  /** It names no term: the preferred one only stands for its id, until the concept that it adds to names one. */
  readonly isUnnamed?: true;
  /** Exactly one is preferred, and it comes first. */
  readonly terms: readonly [Term, ...Term[]];
  /** Markdown, one sentence; empty where its terms are all that is known: an abbreviation and what it stands for. */
  readonly definition: string;
  /** Markdown, one paragraph or several. */
  readonly description?: string;
  /** A respelling with the stress in capitals: `koo-ber-NET-eez`. */
  readonly pronunciation?: string;
  /** The subject field where the concept holds, shown as its category. */
  readonly category?: string;
  /** Whom the concept is for, in the words of the glossary: `developers`; for all where nothing is said. */
  readonly audience?: readonly string[];
  /** What to write for its term to those whom it is not for, on one line. */
  readonly plain?: string;
  readonly examples: readonly Example[];
  readonly faq: readonly Question[];
  readonly links: readonly Link[];
  /** Ids or terms of other concepts, as written; `relatedConcepts` of a glossary list resolves them. */
  readonly related: readonly string[];
  readonly origin: Origin;
  /** All its Markdown fields that need a parser, written as safe Markdown by the build, by their source. */
  readonly written?: ReadonlyMap<string, readonly FieldBlock[]>;
}

/** One term read as one concept: two senses on one form are homonyms. */
export interface Sense {
  readonly concept: Concept;
  readonly term: Term;
  /** The name of the glossary that holds the concept. */
  readonly glossary: string;
}

import { perHundredWords } from './density';
import type { TermUsage, UsageReport } from './usageReport';

/** The figures of a report as a whole. */
export interface Summary {
  readonly documents: number;
  /** Words of running text. */
  readonly words: number;
  /** Uses of terms in running text, and how many stand in a hundred words. */
  readonly uses: number;
  readonly density: number;
  /** Concepts used of any glossary. */
  readonly usedConcepts: number;
  /** Concepts of the glossaries but for the shipped one, and how many of them are used. */
  readonly ownConcepts: number;
  readonly usedOwnConcepts: number;
  /** Abbreviations that no glossary has and that some document does not explain. */
  readonly abbreviations: number;
  /** Uses of terms that a glossary says not to use. */
  readonly avoidedUses: number;
}

/** Add the figures of a report up. */
export function summaryOf(report: UsageReport): Summary {
  const { documents, glossaries, concepts, abbreviations } = report;
  const own = glossaries.filter(({ path }) => path !== undefined);
  const words = sum(documents.map((document) => document.words));
  const uses = sum(documents.map((document) => document.uses));
  return {
    documents: documents.length,
    words,
    uses,
    density: perHundredWords(uses, words),
    usedConcepts: concepts.length,
    ownConcepts: sum(own.map((glossary) => glossary.concepts)),
    usedOwnConcepts: sum(own.map(({ usedConcepts }) => usedConcepts)),
    abbreviations: abbreviations.length,
    avoidedUses: sum(avoidedTerms(report).map((term) => term.uses)),
  };
}

/** A term in use that a glossary says not to use. */
export interface AvoidedTerm extends Pick<TermUsage, 'text' | 'uses' | 'first'> {
  /** The preferred term. */
  readonly instead: string;
}

/** List the terms in use that a glossary says not to use, the most used first. */
export function avoidedTerms({ concepts }: UsageReport): readonly AvoidedTerm[] {
  return concepts
    .flatMap(({ term, terms }) =>
      terms
        .filter(({ status }) => status === 'deprecated')
        .map(({ text, uses, first }) => ({ text, uses, first, instead: term })),
    )
    .sort((one, other) => other.uses - one.uses);
}

/** Add numbers up. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

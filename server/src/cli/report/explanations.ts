import type { CheckedDocument } from '../../analysis/checkedDocument';
import { checks } from '../../analysis/checks';
import type { ExpansionAt, MentionAt } from './usage';

/** What a document explains of its abbreviations, and what it does not. */
export interface Explanations {
  /** Every mention of those that neither a glossary nor the document explains, in order. */
  readonly unexplained: readonly MentionAt[];
  /** Where it says what one stands for, in order. */
  readonly expansions: readonly ExpansionAt[];
}

/** Tell which abbreviations of a document nobody explains: what the check finds, so that it and a report cannot disagree. */
export function explanationsIn(document: CheckedDocument): Explanations {
  const { mentions } = document;
  const starts = new Set<number>();
  for (const check of checks) {
    if (check.scope !== 'document' || check.name !== 'undefined-abbreviation') continue;
    for (const { span } of check.find(document)) starts.add(span.start);
  }
  // The check points at one mention of each.
  const names = new Set(mentions.filter(({ span }) => starts.has(span.start)).map(({ abbreviation }) => abbreviation));
  return {
    unexplained: mentions
      .filter(({ abbreviation }) => names.has(abbreviation))
      .map(({ abbreviation, span }) => ({ abbreviation, offset: span.start })),
    expansions: mentions.flatMap(({ abbreviation, span, expansion }) =>
      expansion === undefined ? [] : [{ abbreviation, offset: span.start, text: expansion.text }],
    ),
  };
}

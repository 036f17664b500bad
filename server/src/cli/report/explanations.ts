import type { CheckedDocument } from '../../analysis/checkedDocument';
import { undefinedAbbreviation } from '../../analysis/checks/undefinedAbbreviation';
import type { Finding } from '../../analysis/finding';
import { applySuppressions, suppressionsIn } from '../../analysis/suppressions';
import type { ParsedDocument } from '../../languages/document';
import type { Source, SourceReader } from '../../text/source';
import type { ExpansionAt, MentionAt } from './usage';

/** What a document explains of its abbreviations, and what it does not. */
export interface Explanations {
  /** Every mention of those that neither a glossary nor the document explains, in order. */
  readonly unexplained: readonly MentionAt[];
  /** Where it says what one stands for, in order. */
  readonly expansions: readonly ExpansionAt[];
}

/**
 * Tell which abbreviations of a document nobody explains: what the check finds and no comment keeps quiet, so that a report
 * and the check cannot disagree. Whether the check is on or off is another matter.
 */
export function explanationsIn(ground: Ground, parsed: ParsedDocument, reader: SourceReader): Explanations {
  const { mentions, text } = ground;
  const found = findingsIn({
    ...ground,
    uses: [],
    searchSections: (_name, _key, prepare) => searchEach(sectionTexts(parsed), prepare(), reader),
  });
  const left = applySuppressions(found, found.length === 0 ? [] : suppressionsIn(parsed, reader), text, NO_OTHERS);
  const starts = new Set(left.map(({ span }) => span.start));
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

/** What the check needs besides the sections: uses of terms only help it to guess a long form, which is left to editors. */
type Ground = Omit<CheckedDocument, 'uses' | 'searchSections'>;

function searchEach<T>(texts: readonly string[], search: (source: Source) => T, reader: SourceReader): readonly T[] {
  return texts.map((text) => search(reader.read(text)));
}

/** Each section is searched once here, so that nothing is kept of it. */
function sectionTexts({ text, sections, starts }: ParsedDocument): readonly string[] {
  return sections.map(({ length }, place) => text.slice(starts[place], (starts[place] ?? 0) + length));
}

/** Nothing is said here of suppressions that keep nothing quiet. */
const NO_OTHERS = { names: [], severities: new Map() };

function findingsIn(document: CheckedDocument): readonly Finding[] {
  const { name: check } = undefinedAbbreviation;
  return Array.from(undefinedAbbreviation.find(document), ({ span, message }) => ({
    check,
    severity: 'information',
    span,
    message,
    fixes: [],
    related: [],
    isDeprecated: false,
  }));
}

import { quoted } from '../../formats/quotation';
import { regionsOf } from '../../languages/document';
import { markdown } from '../../languages/markdown';
import { SourceReader } from '../../text/source';
import type { Span } from '../../text/span';
import { mentionsIn } from '../abbreviations';
import { findOccurrences } from '../occurrences';
import { regionText } from '../regionText';
import { definitionSpan } from './conceptPlaces';
import type { CheckedGlossary, GlossaryCheck } from './glossaryCheck';

/** An abbreviation in a definition that neither the definition nor any glossary explains. */
export const undefinedInDefinition: GlossaryCheck = {
  name: 'undefined-in-definition',
  defaultSeverity: 'off',
  summary: 'An abbreviation in a definition that no glossary explains',
  *find(file) {
    const { glossary } = file;
    if (glossary === undefined) return;
    const reader = new SourceReader();
    for (const [number, concept] of glossary.concepts.entries()) {
      for (const { abbreviation, span } of unexplainedIn(concept.definition, file, reader)) {
        const message = `The definition of ${quoted(concept.terms[0].text)} uses ${quoted(abbreviation)}, which no glossary explains that applies`;
        yield { span: definitionSpan(file, concept, number, span), message, abbreviation };
      }
    }
  },
};

interface Unexplained {
  readonly abbreviation: string;
  readonly span: Span;
}

/** Find the abbreviations of a definition that nothing explains, each at its first place. */
function unexplainedIn(
  definition: string,
  { terminology, policy, uri }: CheckedGlossary,
  reader: SourceReader,
): readonly Unexplained[] {
  const mentions = abbreviationsIn(definition, reader).filter(
    ({ abbreviation }) => !policy.acceptedAbbreviations.has(abbreviation),
  );
  if (mentions.length === 0) return NONE;
  const explained = new Set(mentions.filter(({ isExplained }) => isExplained).map(({ abbreviation }) => abbreviation));
  const terms = findOccurrences(definition, markdown, terminology.vocabulary, reader);
  /** Both are in the order of the text: the first term that does not end in front of the mention. */
  let term = 0;
  const found: Unexplained[] = [];
  for (const { abbreviation, span } of mentions) {
    if (explained.has(abbreviation)) continue;
    explained.add(abbreviation);
    while ((terms[term]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) term++;
    const isPartOfTerm = (terms[term]?.span.start ?? Number.POSITIVE_INFINITY) < span.end;
    if (!isPartOfTerm && terminology.find(abbreviation, uri) === undefined) found.push({ abbreviation, span });
  }
  return found;
}

const NONE: readonly never[] = [];

interface DefinitionMention extends Unexplained {
  /** The definition says here what it stands for. */
  readonly isExplained: boolean;
}

function abbreviationsIn(definition: string, reader: SourceReader): readonly DefinitionMention[] {
  return regionsOf(definition, markdown, reader).flatMap(({ kind, spans }): readonly DefinitionMention[] => {
    if (kind === 'code' || kind === 'comment') return NONE;
    const cells = Int32Array.from(spans.flatMap(({ start, end }) => [start, end]));
    const { text, spanOf } = regionText(definition, cells, 0, cells.length);
    return mentionsIn(text).map(({ abbreviation, span, expansion }) => ({
      abbreviation,
      span: spanOf(span),
      isExplained: expansion !== undefined,
    }));
  });
}

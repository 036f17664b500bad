import { regionsOf } from '../../languages/document';
import { markdown } from '../../languages/markdown';
import type { Concept } from '../../terminology/concept';
import { initialismOf } from '../../terminology/initialism';
import { quoted } from '../../text/quotation';
import { SourceReader } from '../../text/source';
import type { Span } from '../../text/span';
import { mentionsIn } from '../abbreviations';
import { explanationsIn } from '../abbreviations/explanations';
import { isFamiliar, isListed } from '../documentAbbreviations';
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
      for (const { abbreviation, span } of unexplainedIn(concept, file, reader)) {
        const message = `The definition of ${quoted(concept.terms[0].text)} uses ${quoted(abbreviation)}, which no glossary explains that applies`;
        yield { span: definitionSpan(file, concept, number, span), message, abbreviation };
      }
    }
  },
};

interface DefinitionMention {
  readonly abbreviation: string;
  /** Offsets into the definition. */
  readonly span: Span;
  /** The definition says here what it stands for. */
  readonly isExplained: boolean;
}

/** Find the abbreviations of a definition that nothing explains, each at its first place. */
function unexplainedIn(concept: Concept, file: CheckedGlossary, reader: SourceReader): readonly DefinitionMention[] {
  const { definition } = concept;
  const mentions = abbreviationsIn(definition, reader).filter(
    ({ abbreviation }) => !isFamiliar(abbreviation, file) && !isOwn(abbreviation, concept),
  );
  if (mentions.length === 0) return NONE;
  const settled = new Set(mentions.filter(({ isExplained }) => isExplained).map(({ abbreviation }) => abbreviation));
  const terms = findOccurrences(definition, markdown, file.terminology.vocabulary, reader);
  /** Both are in the order of the text: the first term that does not end in front of the mention. */
  let term = 0;
  const found: DefinitionMention[] = [];
  for (const mention of mentions) {
    const { abbreviation, span } = mention;
    if (settled.has(abbreviation)) continue;
    settled.add(abbreviation);
    while ((terms[term]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) term++;
    const isPartOfTerm = (terms[term]?.span.start ?? Number.POSITIVE_INFINITY) < span.end;
    if (!isPartOfTerm && !isListed(abbreviation, file)) found.push(mention);
  }
  return found;
}

const NONE: readonly never[] = [];

/** A definition of _Site Reliability Engineering (SRE)_ or _FLP impossibility_ explains SRE and FLP, whatever it says. */
function isOwn(abbreviation: string, { terms }: Concept): boolean {
  return terms.some(({ text }) => text.includes(abbreviation) || initialismOf(text) === abbreviation);
}

function abbreviationsIn(definition: string, reader: SourceReader): readonly DefinitionMention[] {
  const isExplainedAt = explanationsIn(definition);
  return regionsOf(definition, markdown, reader).flatMap(({ kind, spans }): readonly DefinitionMention[] => {
    if (kind === 'code' || kind === 'comment') return NONE;
    const cells = Int32Array.from(spans.flatMap(({ start, end }) => [start, end]));
    const { text, spanOf } = regionText(definition, cells, 0, cells.length);
    return mentionsIn(text).map(({ abbreviation, span, expansion }) => {
      const written = spanOf(span);
      const isExplained = expansion !== undefined || isExplainedAt(written);
      return { abbreviation, span: written, isExplained };
    });
  });
}

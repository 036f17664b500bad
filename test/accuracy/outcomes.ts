import { findOccurrences, type Occurrence } from '../../server/src/analysis/occurrences';
import { languageOf } from '../../server/src/languages';
import { regionsOf } from '../../server/src/languages/document';
import type { Language } from '../../server/src/languages/language';
import type { Glossary } from '../../server/src/terminology/glossary';
import { createTerminology } from '../../server/src/terminology/terminology';
import type { Vocabulary } from '../../server/src/terminology/vocabulary';
import { SourceReader } from '../../server/src/text/source';
import type { Span } from '../../server/src/text/span';
import { plain } from '../support/plain';
import { stemmedTerms } from '../support/stemmedTerms';
import type { Mark, MarkedCorpus, MarkedDocument } from './corpus';
import { withLinkTexts } from './linkTexts';

/** What our detection makes of one mark. */
export interface Outcome {
  readonly document: MarkedDocument;
  readonly mark: Mark;
  /** The occurrences that share text with the mark. */
  readonly found: readonly Occurrence[];
  /** Whether the text of the mark is read at all. */
  readonly isRead: boolean;
  /** Exactly the span of the mark, with its concept among the senses. */
  readonly isFound: boolean;
  /** … as the first of them. */
  readonly isFirst: boolean;
}

/** Run our detection on a corpus and compare with each mark. */
export function outcomesOf(corpus: MarkedCorpus): readonly Outcome[] {
  const vocabulary = vocabularyOf(corpus.glossary);
  return corpus.documents.flatMap((document) => outcomesIn(document, vocabulary));
}

/** Do the same with the link texts of the other entries as further names. */
export function outcomesWithLinkTexts(corpus: MarkedCorpus): readonly Outcome[] {
  const all = vocabularyOf(withLinkTexts(corpus));
  return corpus.documents.flatMap((document) => {
    if (document.marks.length === 0) return [];
    const vocabulary = document.entryId === undefined ? all : vocabularyOf(withLinkTexts(corpus, document));
    return outcomesIn(document, vocabulary);
  });
}

function vocabularyOf(glossary: Glossary): Vocabulary {
  return createTerminology([glossary], stemmedTerms).vocabulary;
}

function outcomesIn(document: MarkedDocument, vocabulary: Vocabulary): readonly Outcome[] {
  if (document.marks.length === 0) return [];
  // A format that is not ours comes without its markup: all of it is read.
  const language = languageOf({ uri: `file:///${document.path}`, languageId: '' }) ?? plain;
  const occurrences = [...findOccurrences(document.text, language, vocabulary)];
  const spans = spansRead(document.text, language);
  return document.marks.map((mark) => {
    const found = occurrences.filter(({ span }) => overlaps(span, mark.span));
    const exact = found.find(({ span }) => span.start === mark.span.start && span.end === mark.span.end);
    const rank = exact?.senses.findIndex(({ concept }) => concept.id === mark.conceptId) ?? -1;
    const isRead = spans.some((span) => overlaps(span, mark.span));
    return { document, mark, found, isRead, isFound: rank >= 0, isFirst: rank === 0 };
  });
}

function spansRead(text: string, language: Language): readonly Span[] {
  return regionsOf(text, language, new SourceReader()).flatMap(({ spans }) => spans);
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

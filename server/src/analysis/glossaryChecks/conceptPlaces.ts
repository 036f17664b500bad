import { definitionPlace, termPlace } from '../../formats/format';
import { lineEndWithin } from '../../formats/records/lines';
import type { Concept } from '../../terminology/concept';
import type { Span } from '../../text/span';
import type { CheckedGlossary } from './glossaryCheck';

/** Find where the preferred term of a concept stands in its file. */
export function termSpan({ text, places }: CheckedGlossary, concept: Concept, number: number): Span {
  return places === undefined ? headOf(text, concept.origin.span) : termPlace(places, number);
}

/**
 * Find where a stretch of a definition stands in its file, where white space, quotes and escapes may be others; the first line
 * of the definition where it is written in another way.
 */
export function definitionSpan(
  { text, places }: CheckedGlossary,
  { definition, origin }: Concept,
  number: number,
  { start, end }: Span,
): Span {
  if (places === undefined) return headOf(text, origin.span);
  const written = definitionPlace(places, number);
  let at = written.start;
  let from = at;
  for (let index = 0; index < end; index++) {
    const unit = definition.charCodeAt(index);
    if (isWhiteSpace(unit)) continue;
    while (at < written.end && text.charCodeAt(at) !== unit) at++;
    if (index <= start) from = at;
    at++;
  }
  const isThere = at <= written.end && squeezed(text.slice(from, at)) === squeezed(definition.slice(start, end));
  return isThere ? { start: from, end: at } : headOf(text, written);
}

function headOf(text: string, { start, end }: Span): Span {
  return { start, end: lineEndWithin(text, start, end) };
}

function squeezed(text: string): string {
  return text.replace(/[\s'"\\]/g, '');
}

function isWhiteSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

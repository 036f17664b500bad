import type { ReadGlossary } from '../../server/src/formats/format';
import type { Concept, Term } from '../../server/src/terminology/concept';

/** Write the concepts of a reading on one line each: `Term (abbreviations) = also ≠ avoid: definition`. */
export function shownConcepts({ glossary }: ReadGlossary): readonly string[] | undefined {
  return glossary?.concepts.map(shownConcept);
}

/** Write the problems of a reading with the text that they are at. */
export function shownProblems({ problems }: ReadGlossary, text: string): readonly string[] {
  return problems.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);
}

/** Write what was left out, with its count. */
export function shownLeftOut({ leftOut = [] }: ReadGlossary): readonly string[] {
  return leftOut.map(({ what, count }) => `${count} × ${what}`);
}

function shownConcept({ terms, definition }: Concept): string {
  const [preferred, ...others] = terms;
  const texts = (isWanted: (term: Term) => boolean) => others.filter(isWanted).map(({ text }) => text);
  const abbreviations = texts(({ status, kind }) => status === 'admitted' && kind === 'abbreviation');
  const also = texts(({ status, kind }) => status === 'admitted' && kind !== 'abbreviation');
  const avoid = texts(({ status }) => status === 'deprecated');
  return [
    preferred.text,
    ...(abbreviations.length === 0 ? [] : [` (${abbreviations.join(', ')})`]),
    ...(also.length === 0 ? [] : [` = ${also.join(' = ')}`]),
    ...(avoid.length === 0 ? [] : [` ≠ ${avoid.join(' ≠ ')}`]),
    ...(definition === '' ? [] : [`: ${definition}`]),
  ].join('');
}

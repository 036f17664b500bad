import type { CaseRule, Concept, Sense, Term } from '../../server/src/terminology/concept';
import { createTermIndex, type TermIndex } from '../../server/src/terminology/termIndex';

/** Make a concept that has the given terms, the first preferred, and a definition. */
export function conceptOf(first: string | Partial<Term>, ...others: (string | Partial<Term>)[]): Concept {
  const preferred = termOf(first, 'preferred');
  return {
    id: preferred.text.toLowerCase().replaceAll(' ', '-'),
    terms: [preferred, ...others.map((other) => termOf(other, 'admitted'))],
    definition: `What ${preferred.text} means.`,
    examples: [],
    faq: [],
    links: [],
    related: [],
    origin: { uri: 'test:/glossary.yaml', span: { start: 0, end: 1 }, line: 0 },
  };
}

/** Index the terms of concepts, each given by its terms. */
export function indexOf(concepts: readonly Concept[], language = 'en'): TermIndex {
  return createTermIndex(concepts.flatMap((concept) => sensesOf(concept).map((sense) => ({ sense, language }))));
}

/** List the senses of a concept, one for each term. */
export function sensesOf(concept: Concept, glossary = 'Test'): readonly Sense[] {
  return concept.terms.map((term) => ({ concept, term, glossary }));
}

function termOf(given: string | Partial<Term>, status: Term['status']): Term {
  const term = typeof given === 'string' ? { text: given } : given;
  const caseRule: CaseRule = term.caseRule ?? 'auto';
  return { text: '', status, kind: 'full', ...term, caseRule };
}

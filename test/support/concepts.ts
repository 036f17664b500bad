import type { CaseRule, Concept, Sense, Term } from '../../server/src/terminology/concept';
import { createGlossary } from '../../server/src/terminology/glossary';
import { createVocabulary, indexTerms, type Vocabulary } from '../../server/src/terminology/vocabulary';

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

/** Make the terms of concepts ready to be found. */
export function vocabularyOf(concepts: readonly Concept[], language = 'en'): Vocabulary {
  return createVocabulary([
    indexTerms(createGlossary({ uri: 'test:/glossary.yaml', name: 'Test', language, concepts })),
  ]);
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

import type { Glossary } from '../../server/src/terminology/glossary';
import { stemmerOf } from '../../server/src/terminology/inflection/stemmers';
import { type GlossaryTerms, indexTerms } from '../../server/src/terminology/vocabulary';

/** Index the terms of a glossary with the stemmer of its language. */
export function stemmedTerms(glossary: Glossary): GlossaryTerms {
  return indexTerms(glossary, stemmerOf);
}

import { quoted } from '../../text/quotation';
import { termSpan } from './conceptPlaces';
import type { GlossaryCheck } from './glossaryCheck';

/** A concept that no checked document mentions; whether it is needed, only its team knows. */
export const unusedConcept: GlossaryCheck = {
  name: 'unused-concept',
  defaultSeverity: 'off',
  summary: 'A concept whose terms no checked document uses',
  *find(file) {
    const { glossary, isUsed } = file;
    if (glossary === undefined || isUsed === undefined) return;
    for (const [number, concept] of glossary.concepts.entries()) {
      if (isUsed(concept)) continue;
      const message = `No checked document uses ${quoted(concept.terms[0].text)} or another term of this concept`;
      yield { span: termSpan(file, concept, number), message };
    }
  },
};

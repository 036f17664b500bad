import { quoted } from '../../text/quotation';
import type { Draft } from '../finding';
import { termSpan } from './conceptPlaces';
import type { CheckedGlossary } from './glossaryCheck';

/** Find the concepts that add to one of another glossary, while none that applies has it: they stay as they are written. */
export function* nothingToExtend(file: CheckedGlossary): Iterable<Draft> {
  const { uri, glossary, terminology } = file;
  // Of one that is switched off, nobody knows what it would add to.
  if (glossary === undefined || terminology.given.every((given) => given.uri !== uri)) return;
  for (const [number, concept] of glossary.concepts.entries()) {
    if (concept.extends !== true || terminology.hasFarther(concept.id, uri)) continue;
    const message = `No glossary further away has the id ${quoted(concept.id)}, so there is nothing to extend: this concept counts as it is written here`;
    yield { span: termSpan(file, concept, number), message };
  }
}

import { quoted } from '../../text/quotation';
import type { GlossaryCheck } from './glossaryCheck';

/** A related name that no glossary knows: it may belong to another file, in a folder further up or the shipped one. */
export const unknownRelated: GlossaryCheck = {
  name: 'unknown-related',
  defaultSeverity: 'information',
  summary: 'A related concept that no glossary knows which applies',
  *find({ uri, relatedNames, terminology }) {
    for (const { name, span } of relatedNames) {
      if (terminology.find(name, uri) !== undefined) continue;
      const message = `No concept has the id or term ${quoted(name)}, here or in another glossary that applies`;
      yield { span, message };
    }
  },
};

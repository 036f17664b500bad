import type { Location } from 'vscode-languageserver-protocol';
import { lineStart } from '../lsp';
import { type ConceptAddress, ConceptLocationRequest } from '../protocol';
import { conceptAt } from '../terminology/conceptAddress';
import type { Feature } from './feature';

/** `glossaryLens/conceptLocation`: where a concept is written, for the card's link to its source. */
export const conceptLocation: Feature<ConceptAddress, Location | null> = {
  method: ConceptLocationRequest.method,
  capabilities: {},
  subject: ({ glossary }) => ({ glossary }),
  handle({ terminology }, address) {
    const origin = conceptAt(address, terminology)?.origin;
    return origin === undefined ? null : { uri: origin.uri, range: lineStart(origin.line) };
  },
  fallback: null,
};

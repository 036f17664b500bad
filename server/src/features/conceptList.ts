import { type ConceptListItem, type ConceptListParams, ConceptListRequest } from '../protocol';
import { plainText } from '../terminology/card';
import { addressOf } from './conceptLinks';
import type { Feature } from './feature';

/** `glossaryLens/concepts`: every concept that applies, for picking one by any of its terms. */
export const conceptList: Feature<ConceptListParams, readonly ConceptListItem[]> = {
  method: ConceptListRequest.method,
  capabilities: {},
  subject: ({ uri }) => (uri === undefined ? undefined : { uri }),
  handle({ terminology }) {
    return terminology.glossaries.flatMap((glossary) =>
      glossary.concepts.map((concept) => {
        const [preferred, ...others] = concept.terms;
        return {
          address: addressOf(concept, terminology),
          term: preferred.text,
          otherTerms: others.filter(({ status }) => status !== 'deprecated').map(({ text }) => text),
          definition: plainText(concept.definition),
          glossary: glossary.name,
        };
      }),
    );
  },
  fallback: [],
};

import { type ConceptAddress, type ConceptPage, ConceptPageRequest } from '../protocol';
import { renderPage } from '../terminology/card';
import { conceptAt } from '../terminology/conceptAddress';
import { pageLinks } from './conceptLinks';
import type { Feature } from './feature';

/** `glossaryLens/conceptPage`: the whole of a concept, for the page that a related-term link opens. */
export const conceptPage: Feature<ConceptAddress, ConceptPage | null> = {
  method: ConceptPageRequest.method,
  capabilities: {},
  subject: ({ glossary }) => ({ glossary }),
  handle({ terminology }, address) {
    const concept = conceptAt(address, terminology);
    if (concept === undefined) return null;
    const home = terminology.glossaryOf(concept);
    const markdown = renderPage(concept, {
      glossary: home?.name ?? '',
      owner: home?.owner,
      related: (name) => terminology.find(name, home?.uri),
      links: pageLinks(terminology),
    });
    return { title: concept.terms[0].text, markdown };
  },
  fallback: null,
};

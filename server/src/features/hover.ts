import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import { offsetOf, rangeOf } from '../lsp';
import { renderCard } from '../terminology/card';
import { cardLinks } from './conceptLinks';
import type { Feature } from './feature';

/** `textDocument/hover`: the card of the term under the cursor, with the term's exact range. */
export const hover: Feature<HoverParams, Hover | null> = {
  method: 'textDocument/hover',
  capabilities: { hoverProvider: true },
  subject: ({ textDocument }) => textDocument,
  handle({ document, terminology, settings, client }, { position }) {
    if (document === undefined || !settings.hover.enabled) return null;
    const offset = offsetOf(document, position);
    const occurrence = offset === undefined ? undefined : document.occurrences()?.at(offset);
    if (occurrence === undefined) return null;
    const value = renderCard({
      senses: occurrence.senses,
      related: (name, from) => terminology.find(name, terminology.glossaryOf(from)?.uri),
      owner: (concept) => terminology.glossaryOf(concept)?.owner,
      links: cardLinks(terminology, client),
      format: client.hoverFormat,
      detail: settings.hover.detail,
    });
    return { contents: { kind: client.hoverFormat, value }, range: rangeOf(document, occurrence.span) };
  },
  fallback: null,
};

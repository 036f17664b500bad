import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver-protocol';
import { lineStart, offsetOf, rangeOf } from '../lsp';
import type { Feature } from './feature';

/** `textDocument/definition`: where the concepts of the term under the cursor are written, the nearest glossary first. */
export const definition: Feature<DefinitionParams, Location[] | LocationLink[] | null> = {
  method: 'textDocument/definition',
  capabilities: { definitionProvider: true },
  subject: ({ textDocument }) => textDocument,
  handle({ document, client }, { position }) {
    const offset = document === undefined ? undefined : offsetOf(document, position);
    if (document === undefined || offset === undefined) return null;
    const occurrence = document.occurrences()?.at(offset);
    if (occurrence === undefined) return null;
    const origins = [...new Set(occurrence.senses.map(({ concept }) => concept.origin))];
    if (!client.definitionLinks) return origins.map(({ uri, line }) => ({ uri, range: lineStart(line) }));
    return origins.map(({ uri, line }) => ({
      originSelectionRange: rangeOf(document, occurrence.span),
      targetUri: uri,
      targetRange: lineStart(line),
      targetSelectionRange: lineStart(line),
    }));
  },
  fallback: null,
};

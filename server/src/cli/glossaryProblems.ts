import { relative } from 'node:path';
import { URI } from 'vscode-uri';
import type { LoadedGlossary } from '../glossaryLoader';
import { isWebAddress } from './allowedHosts';

/** Say what is wrong with a glossary, as `file:line:column: message` with the file relative to `folder`. */
export function problemsIn({ uri, problems, lines, failure }: LoadedGlossary, folder: string): readonly string[] {
  const path = isWebAddress(uri) ? uri : relative(folder, URI.parse(uri).fsPath) || '.';
  if (failure !== undefined) return [`${path}:1:1: This glossary is not read: ${failure}`];
  const told = problems.filter(({ severity }) => severity !== 'information');
  return told.map(({ span, message }) => {
    const { line, character } = lines.positionAt(span.start);
    return `${path}:${line + 1}:${character + 1}: ${message}`;
  });
}

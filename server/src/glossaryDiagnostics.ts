import type { Diagnostic, Position } from 'vscode-languageserver-protocol';
import { checkNames } from './analysis/checkList';
import { type DiagnosticTraits, diagnosticOf, diagnosticSeverities } from './findingDiagnostics';
import { type GlossaryScope, glossaryFindings } from './glossaryFindings';
import type { LoadedGlossary } from './loadedGlossary';
import { lineStart } from './lsp';

/** Say what is wrong with a glossary file, as an editor shows it; `scope` is what applies where the file lies. */
export function diagnosticsOf(loaded: LoadedGlossary, scope: GlossaryScope, traits: DiagnosticTraits): Diagnostic[] {
  if (loaded.failure !== undefined) return [failureOf(loaded.failure)];
  const { uri, lines } = loaded;
  const file = {
    uri,
    offsetAt: (position: Position) => lines.offsetAt(position),
    positionAt: (offset: number) => lines.positionAt(offset),
  };
  // Checks have pages, other problems have none.
  const withoutPage = { ...traits, checkPages: undefined };
  return glossaryFindings(loaded, scope).map((finding) =>
    diagnosticOf(finding, file, checkNames.includes(finding.check) ? traits : withoutPage),
  );
}

function failureOf(reason: string): Diagnostic {
  const message = `This glossary is not read: ${reason}`;
  return { range: lineStart(0), severity: diagnosticSeverities.error, source: 'glossary-lens', message };
}

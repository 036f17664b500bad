import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol';
import type { GlossaryProblem } from './formats/format';
import { unknownRelated } from './formats/related';
import type { LoadedGlossary } from './glossaryLoader';
import { lineStart, rangeOf } from './lsp';
import type { Terminology } from './terminology/terminology';

/** Say what is wrong with a glossary file, as an editor shows it; `terminology` is what applies where the file lies. */
export function diagnosticsOf(loaded: LoadedGlossary, terminology: Terminology): Diagnostic[] {
  if (loaded.failure !== undefined) return [failureOf(loaded.failure)];
  const isKnown = (name: string) => terminology.find(name, loaded.uri) !== undefined;
  const problems = [...loaded.problems, ...unknownRelated(loaded.relatedNames, isKnown)];
  return problems.map((problem) => diagnosticOf(problem, loaded));
}

function failureOf(reason: string): Diagnostic {
  const message = `This glossary is not read: ${reason}`;
  return { range: lineStart(0), severity: DiagnosticSeverity.Error, source: 'glossary-lens', message };
}

function diagnosticOf(
  { code, severity, message, span, related }: GlossaryProblem,
  { uri, lines }: LoadedGlossary,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeOf(lines, span),
    severity: severities[severity],
    code,
    source: 'glossary-lens',
    message,
  };
  if (related === undefined) return diagnostic;
  const relatedInformation = related.map((place) => ({
    location: { uri, range: rangeOf(lines, place.span) },
    message: place.message,
  }));
  return { ...diagnostic, relatedInformation };
}

const severities: Readonly<Record<GlossaryProblem['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

import type { Diagnostic } from 'vscode-languageserver-protocol';
import { type Finding, findingOf } from './analysis/finding';
import type { LoadedConfiguration } from './configurationLoader';
import { type DiagnosticTraits, diagnosticOf, diagnosticSeverities } from './findingDiagnostics';
import type { GlossaryProblem } from './formats/format';
import { lineStart } from './lsp';

/** Say what is wrong with a configuration file, as checks say it of documents. */
export function configurationFindings({ problems }: Pick<LoadedConfiguration, 'problems'>): readonly Finding[] {
  return problems.map(({ code, severity, message, span, related = [] }) =>
    findingOf(code, severity, { message, span, related }),
  );
}

/** Add what is wrong with the glossaries that a configuration names to what is wrong with its text. */
export function withReferences<T extends Pick<LoadedConfiguration, 'problems'>>(
  loaded: T,
  references: readonly GlossaryProblem[],
): T {
  if (references.length === 0) return loaded;
  const problems = [...loaded.problems, ...references].sort((one, other) => one.span.start - other.span.start);
  return { ...loaded, problems };
}

/** Say what is wrong with a configuration file, as an editor shows it. */
export function configurationDiagnostics(loaded: LoadedConfiguration, traits: DiagnosticTraits): Diagnostic[] {
  if (loaded.failure !== undefined) {
    const message = `This configuration is not read: ${loaded.failure}`;
    return [{ range: lineStart(0), severity: diagnosticSeverities.error, source: 'glossary-lens', message }];
  }
  const { uri, lines } = loaded;
  const file = { uri, offsetAt: lines.offsetAt.bind(lines), positionAt: lines.positionAt.bind(lines) };
  return configurationFindings(loaded).map((finding) =>
    diagnosticOf(finding, file, { ...traits, checkPages: undefined }),
  );
}

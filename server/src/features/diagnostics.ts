import type { DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { findingDiagnostics } from '../findingDiagnostics';
import { fingerprintOf } from '../text/fingerprint';
import type { Feature } from './feature';

/** `textDocument/diagnostic`: what checks have to say of a document's wording. */
export const diagnostics: Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> = {
  method: 'textDocument/diagnostic',
  capabilities: {
    diagnosticProvider: { identifier: 'glossary-lens', interFileDependencies: true, workspaceDiagnostics: false },
  },
  subject: ({ textDocument }) => textDocument,
  isPatient: true,
  handle({ document, client }, { previousResultId }) {
    const items = document === undefined ? [] : findingDiagnostics(document.findings(), document, client.diagnostics);
    // Two answers in a row of one length that share a fingerprint by chance: nobody will see that.
    const resultId = `${items.length}-${fingerprintOf(JSON.stringify(items))}`;
    return resultId === previousResultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
  },
  fallback: { kind: 'full', items: [] },
};

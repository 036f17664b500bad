import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import type { Edit, Finding } from '../analysis/finding';
import { safeEdits } from '../analysis/fixing';
import { diagnosticOf } from '../findingDiagnostics';
import { offsetOf, rangeOf } from '../lsp';
import type { Context, Feature, OpenDocument } from './feature';

/** The kind of the action that makes all safe fixes of a document, for `editor.codeActionsOnSave`. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.glossaryLens`;

/** `textDocument/codeAction`: what can be done about findings. */
export const codeActions: Feature<CodeActionParams, CodeAction[]> = {
  method: 'textDocument/codeAction',
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } },
  subject: ({ textDocument }) => textDocument,
  handle({ document, client }, { range, context: { only } }) {
    if (document === undefined || !client.codeActions) return [];
    const wants = (kind: string) => only === undefined || only.some((wanted) => isWithin(kind, wanted));
    const fixAll = wants(FIX_ALL) ? fixAllAction(document, only !== undefined) : [];
    const start = offsetOf(document, range.start);
    const end = offsetOf(document, range.end);
    if (!wants(CodeActionKind.QuickFix) || start === undefined || end === undefined) return fixAll;
    const near = document.findings().filter(({ span }) => span.start <= end && start <= span.end);
    return [...near.flatMap((finding) => quickFixes(finding, document, client)), ...fixAll];
  },
  fallback: [],
};

/** `source` asks for `source.fixAll.glossaryLens` too. */
function isWithin(kind: string, wanted: string): boolean {
  return kind === wanted || kind.startsWith(`${wanted}.`) || wanted === '';
}

function quickFixes(finding: Finding, document: OpenDocument, client: Context['client']): CodeAction[] {
  const diagnostics: Diagnostic[] = [diagnosticOf(finding, document, client.diagnostics)];
  return finding.fixes.map(({ title, edits, isSafe }, index) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...(index === 0 && isSafe ? { isPreferred: true } : {}),
    edit: { changes: { [document.uri]: edits.map((edit) => textEdit(edit, document)) } },
  }));
}

/** In the menu of a light bulb it shows where it does something; who asks for it on saving is told of nothing to do, too. */
function fixAllAction(document: OpenDocument, isAskedFor: boolean): CodeAction[] {
  const edits = safeEdits(document.findings());
  if (edits.length === 0 && !isAskedFor) return [];
  return [
    {
      title: 'Fix all wording that can be fixed safely',
      kind: FIX_ALL,
      edit: { changes: { [document.uri]: edits.map((edit) => textEdit(edit, document)) } },
    },
  ];
}

function textEdit({ span, text }: Edit, document: OpenDocument): TextEdit {
  return { range: rangeOf(document, span), newText: text };
}

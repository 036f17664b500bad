import type { CodeAction, CodeActionParams, Diagnostic, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { checkNames } from '../analysis/checkList';
import type { Edit, Finding } from '../analysis/finding';
import { safeEdits } from '../analysis/fixing';
import { acceptAbbreviationEdits, switchOffEdits } from '../configuration/configurationEdits';
import { diagnosticOf } from '../findingDiagnostics';
import { type LineMap, offsetOf, rangeOf } from '../lsp';
import type { ConfigurationFile, Context, Feature, OpenDocument } from './feature';

// The constants of the protocol are written out: a value out of the library would load all of it.
const QUICK_FIX = 'quickfix';
/** The kind of the action that makes all safe fixes of a document, for `editor.codeActionsOnSave`. */
const FIX_ALL = 'source.fixAll.glossaryLens';

/** `textDocument/codeAction`: what can be done about findings. */
export const codeActions: Feature<CodeActionParams, CodeAction[]> = {
  method: 'textDocument/codeAction',
  capabilities: { codeActionProvider: { codeActionKinds: [QUICK_FIX, FIX_ALL] } },
  subject: ({ textDocument }) => textDocument,
  handle(context, { range, context: { only } }) {
    const { document, client } = context;
    if (document === undefined || !client.codeActions) return [];
    const wants = (kind: string) => only === undefined || only.some((wanted) => isWithin(kind, wanted));
    const fixAll = wants(FIX_ALL) ? fixAllAction(document, only !== undefined) : [];
    const start = offsetOf(document, range.start);
    const end = offsetOf(document, range.end);
    if (!wants(QUICK_FIX) || start === undefined || end === undefined) return fixAll;
    const near = mendable(document).filter(({ span }) => span.start <= end && start <= span.end);
    const isFew = near.length <= MOST_WITH_CHOICES;
    return [...near.flatMap((finding) => quickFixes(finding, document, context, isFew)), ...fixAll];
  },
  fallback: [],
};

/** Where more findings lie in a selection, nobody chooses for each: what takes time to make is left out. */
const MOST_WITH_CHOICES = 5;

/** A document is read for its wording or as a glossary; of that, nothing can be done about what is no check's. */
function mendable(document: OpenDocument): readonly Finding[] {
  const problems = document.problems().filter(({ check }) => checkNames.includes(check));
  return [...document.findings(), ...problems];
}

/** `source` asks for `source.fixAll.glossaryLens` too. */
function isWithin(kind: string, wanted: string): boolean {
  return kind === wanted || kind.startsWith(`${wanted}.`) || wanted === '';
}

function quickFixes(finding: Finding, document: OpenDocument, context: Context, hasChoices: boolean): CodeAction[] {
  const diagnostics: Diagnostic[] = [diagnosticOf(finding, document, context.client.diagnostics)];
  const fixes = finding.fixes.map(({ title, edits, isSafe }, index) => ({
    ...action(title, changesTo(document.uri, edits, document)),
    ...(index === 0 && isSafe ? { isPreferred: true } : {}),
  }));
  const choices = hasChoices
    ? [
        ...glossaryActions(finding, context),
        ...ignoreActions(finding, document),
        ...configurationActions(finding, context),
      ]
    : [];
  return [...fixes, ...choices].map((fix) => ({
    ...fix,
    kind: QUICK_FIX,
    diagnostics,
  }));
}

function action(title: string, edit: WorkspaceEdit): CodeAction {
  return { title, edit };
}

/** Offer to begin a concept for an abbreviation that nothing explains. */
function glossaryActions({ abbreviation }: Finding, context: Context): readonly CodeAction[] {
  const concept = abbreviation === undefined ? undefined : context.newConcept(abbreviation);
  if (concept === undefined) return [];
  const { uri, glossary, edit, lines } = concept;
  return [action(`Add "${abbreviation}" to ${glossary}`, changesTo(uri, [edit], lines))];
}

/** Offer to switch a check off in the document itself. */
function ignoreActions({ check, span }: Finding, document: OpenDocument): readonly CodeAction[] {
  const places: readonly (readonly [place: string, edits: readonly Edit[] | undefined])[] = [
    ['here', document.ignoreOnLine(check, span.start)],
    ['in this file', document.ignoreInFile(check, span.start)],
  ];
  return places.flatMap(([place, edits]) =>
    edits === undefined ? [] : [action(`Ignore ${check} ${place}`, changesTo(document.uri, edits, document))],
  );
}

/** Offer to switch a check off, or to accept an abbreviation, for all documents of the configuration. */
function configurationActions(
  { check, abbreviation }: Finding,
  { configuration, client }: Context,
): readonly CodeAction[] {
  if (configuration === undefined || (!configuration.exists && !client.makesFiles)) return [];
  const name = configuration.uri.slice(configuration.uri.lastIndexOf('/') + 1);
  const accepted =
    abbreviation === undefined ? undefined : acceptAbbreviationEdits(configuration, abbreviation, checkNames);
  const off = switchOffEdits(configuration, check, checkNames);
  return [
    ...(accepted === undefined
      ? []
      : [action(`Accept "${abbreviation}" in ${name}`, changesToConfiguration(configuration, accepted))]),
    ...(off === undefined
      ? []
      : [action(`Switch ${check} off in ${name}`, changesToConfiguration(configuration, off))]),
  ];
}

function changesToConfiguration({ uri, lines, exists }: ConfigurationFile, edits: readonly Edit[]): WorkspaceEdit {
  if (exists) return changesTo(uri, edits, lines);
  const create = { kind: 'create', uri, options: { ignoreIfExists: true } } as const;
  const change = { textDocument: { uri, version: null }, edits: edits.map((edit) => textEdit(edit, lines)) };
  return { documentChanges: [create, change] };
}

function changesTo(uri: string, edits: readonly Edit[], lines: LineMap): WorkspaceEdit {
  return { changes: { [uri]: edits.map((edit) => textEdit(edit, lines)) } };
}

/** In the menu of a light bulb it shows where it does something; who asks for it on saving is told of nothing to do, too. */
function fixAllAction(document: OpenDocument, isAskedFor: boolean): CodeAction[] {
  const edits = safeEdits(mendable(document));
  if (edits.length === 0 && !isAskedFor) return [];
  return [
    {
      title: 'Fix all wording that can be fixed safely',
      kind: FIX_ALL,
      edit: changesTo(document.uri, edits, document),
    },
  ];
}

function textEdit({ span, text }: Edit, lines: LineMap): TextEdit {
  return { range: rangeOf(lines, span), newText: text };
}

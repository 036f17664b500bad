import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationDiagnostics, withReferences } from './configurationDiagnostics';
import type { LoadedConfiguration } from './configurationLoader';
import { errorText } from './errorText';
import { diagnosticSeverities } from './findingDiagnostics';
import type { GlossaryProblem } from './formats/format';
import { diagnosticsOf } from './glossaryDiagnostics';
import type { Host } from './host';
import { filesOf, type LoadedGlossary } from './loadedGlossary';
import { lineStart } from './lsp';
import { type CheckedFiles, GlossariesChangedNotification } from './protocol';
import type { Scope } from './scopes';
import type { Session } from './session';
import type { Introduction } from './settings';
import { Turns } from './turns';

/** A change shows in diagnostics once typing has paused this long, in milliseconds; hovers never wait. */
const REFRESH_DELAY = 100;

/** Loads what the open documents need ahead of the first hover, and shows what is wrong with them and with glossary files. */
export interface Refresher {
  refreshSoon(): void;
  /** Show what checks find in files that are not open, until they are opened; gives how many there were. */
  checkFiles(uris: readonly string[], isCancelled: () => boolean): Promise<CheckedFiles>;
}

/** What a refresher works with. */
export interface RefresherContext {
  /** Called when all that open documents need was looked at. */
  onRefresh?(): void;
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: TextDocuments<TextDocument>;
  readonly session: Session;
  readonly introduction: Introduction;
}

/** Make the refresher of a server at work, for a client that can do as it says. */
export function createRefresher(context: RefresherContext, { workspace }: ClientCapabilities): Refresher {
  const { connection, host, documents, session, introduction } = context;
  const canAskAgain = session.isPulling && workspace?.diagnostics?.refreshSupport === true;
  let published: ReadonlyMap<string, string> = new Map();
  let scopes: ReadonlyMap<string, Scope> = new Map();
  /** What was found in files that are not open, by URI, as JSON. */
  const inFiles = new Map<string, string>();
  let cancel = () => {};
  let refreshes = 0;
  const turns = new Turns(host.clock);

  async function refresh(): Promise<void> {
    const turn = ++refreshes;
    const current = await collect(documents, session, turns);
    // A refresh that began later knows better.
    if (turn !== refreshes) return;
    for (const [uri, diagnostics] of current.diagnostics) {
      if (published.get(uri) !== diagnostics) publish(uri, JSON.parse(diagnostics));
    }
    for (const uri of published.keys()) {
      if (!current.diagnostics.has(uri)) publish(uri, []);
    }
    // An open document has findings of its own.
    for (const { uri } of documents.all()) {
      if (inFiles.delete(uri) && !current.diagnostics.has(uri)) publish(uri, []);
    }
    published = current.diagnostics;
    context.onRefresh?.();
    const isOutOfDate = hasChanged(scopes, current.scopes);
    scopes = current.scopes;
    // Only our own client knows this notification.
    if (introduction.commandLinks) await connection.sendNotification(GlossariesChangedNotification);
    if (isOutOfDate && canAskAgain) await connection.sendRequest('workspace/diagnostic/refresh');
  }

  async function checkFiles(uris: readonly string[], isCancelled: () => boolean): Promise<CheckedFiles> {
    let checked = 0;
    let findings = 0;
    for (const uri of uris) {
      if (isCancelled()) break;
      const open = documents.get(uri);
      const found = open === undefined ? await session.diagnoseFile(uri) : await session.diagnose(open);
      if (found !== undefined) checked++;
      findings += found?.length ?? 0;
      const isGlossary = published.has(uri);
      if (open !== undefined || isGlossary) continue;
      const known = inFiles.get(uri) ?? NOTHING;
      // Of a file that is gone nothing is left to be told.
      const told = JSON.stringify(found ?? []);
      if (told !== known) publish(uri, found ?? []);
      if (told === NOTHING) inFiles.delete(uri);
      else inFiles.set(uri, told);
    }
    return { checked, findings };
  }

  function publish(uri: string, diagnostics: Diagnostic[]): void {
    const fail = (error: unknown) => host.log.error(`Diagnostics were not sent: ${errorText(error)}`);
    connection.sendDiagnostics({ uri, diagnostics }).catch(fail);
  }

  return {
    checkFiles,
    refreshSoon() {
      cancel();
      cancel = host.clock.after(REFRESH_DELAY, () => {
        refresh().catch((error) => host.log.error(`Glossaries were not refreshed: ${errorText(error)}`));
      });
    },
  };
}

const NOTHING = '[]';

interface Collected {
  /** By document, as JSON, so that what did not change is not sent again. Files without problems are left out. */
  readonly diagnostics: ReadonlyMap<string, string>;
  /** What applies to each open document. */
  readonly scopes: ReadonlyMap<string, Scope>;
}

async function collect(documents: TextDocuments<TextDocument>, session: Session, turns: Turns): Promise<Collected> {
  const diagnostics = new Map<string, string>();
  const scopes = new Map<string, Scope>();
  const glossaries = new Map<string, Set<LoadedGlossary>>();
  const configurations = new Map<string, LoadedConfiguration>();
  const references = new Map<string, Map<string, GlossaryProblem>>();
  for (const document of documents.all()) {
    const reason = session.whyLeftAlone(document);
    const own = reason === undefined ? [] : [leftAlone(reason)];
    const found = session.isPulling ? [] : await session.diagnose(document);
    if (own.length + found.length > 0) diagnostics.set(document.uri, JSON.stringify([...own, ...found]));
    const scope = await session.load(document.uri);
    scopes.set(document.uri, scope);
    for (const glossary of scope.loaded.flatMap(filesOf)) {
      if (!isMendedHere(glossary)) continue;
      const readings = glossaries.get(glossary.uri) ?? new Set();
      glossaries.set(glossary.uri, readings.add(glossary));
    }
    if (scope.configuration === undefined) continue;
    const { uri } = scope.configuration;
    configurations.set(uri, scope.configuration);
    const problems = references.get(uri) ?? new Map<string, GlossaryProblem>();
    references.set(uri, problems);
    for (const problem of scope.referenceProblems) problems.set(JSON.stringify(problem), problem);
  }
  const add = (uri: string, found: readonly Diagnostic[]) => {
    if (found.length === 0) return;
    const known: Diagnostic[] = JSON.parse(diagnostics.get(session.spelling(uri)) ?? NOTHING);
    diagnostics.set(session.spelling(uri), JSON.stringify(known.concat(found)));
  };
  for (const configuration of configurations.values()) {
    const told = withReferences(configuration, [...(references.get(configuration.uri)?.values() ?? [])]);
    add(configuration.uri, configurationDiagnostics(told, session.diagnosticTraits));
  }
  for (const [uri, readings] of glossaries) {
    // The same file read in two ways has most of its problems twice.
    const found = new Map<string, Diagnostic>();
    for (const glossary of readings) {
      const scope = await session.load(uri);
      const problems = await turns.take(() => diagnosticsOf(glossary, scope, session.diagnosticTraits));
      for (const problem of problems) {
        found.set(JSON.stringify(problem), problem);
      }
    }
    add(uri, [...found.values()]);
  }
  return { diagnostics, scopes };
}

/** What is wrong with what comes from elsewhere is for others to mend; that it is not there is told where it is named. */
function isMendedHere({ isShipped, isMissing, uri }: LoadedGlossary): boolean {
  return !isShipped && isMissing !== true && !uri.startsWith('https:');
}

function leftAlone(message: string): Diagnostic {
  return { range: lineStart(0), severity: diagnosticSeverities.information, source: 'glossary-lens', message };
}

/** Tell whether something else applies now to a document that was open before: what it was told may be out of date. */
function hasChanged(before: ReadonlyMap<string, Scope>, after: ReadonlyMap<string, Scope>): boolean {
  for (const [uri, { checked, terminology, policy }] of after) {
    const known = before.get(uri);
    if (known === undefined) continue;
    if (known.checked !== checked || known.policy !== policy || known.terminology !== terminology) return true;
  }
  return false;
}

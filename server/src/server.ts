import {
  type CancellationToken,
  type Connection,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  MarkupKind,
  ParameterStructures,
  RequestType,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientAccess, clientAccess } from './clientAccess';
import { configurationFilePatterns } from './configuration/configurationFiles';
import { DocumentChanges } from './documentChanges';
import { errorText } from './errorText';
import { features } from './features';
import type { Feature } from './features/feature';
import { createFolderWatch } from './folderWatch';
import { glossaryFilePatterns } from './formats/fileNames';
import type { Host } from './host';
import {
  AskAgainRequest,
  type CheckFilesParams,
  CheckFilesRequest,
  ExtensionGlossariesNotification,
  type ExtensionGlossariesParams,
  type ImportAnswer,
  ImportPreviewRequest,
  PingRequest,
} from './protocol';
import { createRefresher, type Refresher } from './refresher';
import { type Client, Session } from './session';
import {
  type Introduction,
  readExtensionGlossaries,
  readIntroduction,
  readSettings,
  type Settings,
  sectionOf,
} from './settings';

/** What a server must be told of the place it runs in. */
export interface Environment {
  /** Where the shipped glossary lies, unless the client says so. */
  readonly shippedGlossary: string;
  readonly version: string;
  /** The client has told the URI of a folder for what outlives the server. */
  keepIn?(folder: string): void;
  /** The client has told its process id: it is time to see that the server does not outlive it. */
  followProcess?(processId: number): void;
  /** The client has told where the shipped glossary lies: the other files of the extension lie around it. */
  findShipped?(shippedGlossary: string): void;
}

/** A request that takes longer than this, in milliseconds, is worth a line in the log. */
const SLOW_REQUEST = 100;

/** Serve the Language Server Protocol over `connection` until it closes. */
export function startServer(connection: Connection, host: Host, environment: Environment): void {
  const changes = new DocumentChanges();
  const documents = new TextDocuments({
    create: createDocument,
    update: (document, edits, version) => changes.update(document, edits, version),
  });
  let introduced: Introduced | undefined;
  let session: Session | undefined;
  let isShutDown = false;

  connection.onInitialize((params): InitializeResult => {
    if (introduced !== undefined) throw new ResponseError(ErrorCodes.InvalidRequest, 'Initialized already');
    const introduction = readIntroduction(params.initializationOptions);
    const settings = readSettings(introduction.settings, (problem) => host.log.warn(problem));
    introduced = { connection, host, documents, changes, environment, params, introduction, settings };
    if (introduction.shippedGlossary !== undefined) environment.findShipped?.(introduction.shippedGlossary);
    if (introduction.storage !== undefined) environment.keepIn?.(introduction.storage);
    if (typeof params.processId === 'number') environment.followProcess?.(params.processId);
    return { capabilities: capabilities(), serverInfo: { name: 'Glossary Lens', version: environment.version } };
  });

  /** Only now is the code of all that follows loaded: a client waits for the answer to `initialize`, and is idle then. */
  function sessionOf(client: Introduced): Session {
    session ??= createSession(client);
    return session;
  }

  connection.onInitialized(() => {
    if (introduced === undefined) return;
    const running = { ...introduced, session: sessionOf(introduced) };
    const folders = createFolderWatch(running);
    const refresher = createRefresher({ ...running, onRefresh: () => folders.follow() }, running.params.capabilities);
    running.session.onLoad(() => refresher.refreshSoon());
    followExtensionGlossaries(running, refresher);
    followFiles(running, refresher);
    followSettings(running, refresher);
    followWorkspaceFolders(running, refresher);
    followDocuments(running, refresher);
    followWeb(running, refresher);
    connection.onRequest(CheckFilesRequest.method, (params: CheckFilesParams | null, token: CancellationToken) =>
      refresher.checkFiles(readUris(params?.uris), () => token.isCancellationRequested),
    );
    connection.onRequest<ImportAnswer, void>(ImportPreviewRequest.method, async (params: unknown) => {
      // Few people import, and they once: the code is loaded then.
      const { previewImport, readImportParams } = await import('./importPreview');
      return previewImport(host.files, readImportParams(params));
    });
    refresher.refreshSoon();
  });

  connection.onShutdown(() => {
    isShutDown = true;
  });

  for (const feature of features) {
    const type = new RequestType<never, unknown, void>(feature.method, ParameterStructures.byName);
    connection.onRequest(type, (params, token) => {
      if (introduced === undefined) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'Not initialized yet');
      if (isShutDown) throw new ResponseError(ErrorCodes.InvalidRequest, 'Shut down already');
      return answer(feature, sessionOf(introduced), host, params, token);
    });
  }
  connection.onRequest(PingRequest.method, () => null);

  documents.listen(connection);
  connection.listen();
}

/** A server that a client has introduced itself to. */
interface Introduced {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: TextDocuments<TextDocument>;
  readonly changes: DocumentChanges;
  readonly environment: Environment;
  readonly params: InitializeParams;
  readonly introduction: Introduction;
  /** As the client introduced itself with them. */
  readonly settings: Settings;
}

/** A server at work. */
interface Running extends Introduced {
  readonly session: Session;
}

function createSession(introduced: Introduced): Session {
  const { connection, host, documents, changes, environment, params, introduction, settings } = introduced;
  const session = new Session(
    host,
    clientOf(params, introduction, environment, clientAccess(connection, host.clock)),
    documents,
    changes,
    workspaceFoldersOf(params),
  );
  session.configure(settings);
  return session;
}

/** What a client sends may be anything. */
function readUris(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((uri) => typeof uri === 'string') : [];
}

/** A document without a name or a text would fail each later question about documents: it fails its own message. */
function createDocument(uri: string, languageId: string, version: number, text: string): TextDocument {
  if (typeof uri === 'string' && typeof text === 'string') return TextDocument.create(uri, languageId, version, text);
  throw new ResponseError(ErrorCodes.InvalidParams, 'A document needs a URI and a text');
}

/** Run a feature: time it, honour cancellation, and turn what it throws into its fallback and a line in the log. */
async function answer(
  feature: Feature<never, unknown>,
  session: Session,
  host: Host,
  params: never,
  token: CancellationToken,
): Promise<unknown> {
  const start = host.clock.now();
  try {
    const context = await session.contextFor(feature.subject(params), { isPatient: feature.isPatient === true });
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
    return feature.handle(context, params);
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    host.log.error(`${feature.method} failed: ${errorText(error)}`);
    return feature.fallback;
  } finally {
    const milliseconds = Math.round(host.clock.now() - start);
    if (milliseconds > SLOW_REQUEST) host.log.warn(`${feature.method} took ${milliseconds} ms`);
  }
}

function capabilities(): ServerCapabilities {
  const own: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  return Object.assign(own, ...features.map((feature) => feature.capabilities));
}

function clientOf(
  { capabilities }: InitializeParams,
  introduction: Introduction,
  environment: Environment,
  access: ClientAccess,
): Client {
  const { hover, definition, diagnostic, publishDiagnostics, codeAction } = capabilities.textDocument ?? {};
  const { workspaceEdit } = capabilities.workspace ?? {};
  const formats = hover?.contentFormat ?? [];
  // Newer clients say what they show with what they ask for, older ones with what is sent to them.
  const shown = [diagnostic, publishDiagnostics];
  const shippedGlossary = introduction.shippedGlossary ?? environment.shippedGlossary;
  return {
    traits: {
      hoverFormat: formats.includes(MarkupKind.Markdown) ? 'markdown' : 'plaintext',
      commandLinks: introduction.commandLinks,
      definitionLinks: definition?.linkSupport === true,
      diagnostics: {
        isPulling: diagnostic !== undefined,
        relatedInformation: shown.some((can) => can?.relatedInformation === true),
        deprecatedTag: shown.some((can) => can?.tagSupport?.valueSet.includes(DiagnosticTag.Deprecated) === true),
        checkPages: shown.some((can) => can?.codeDescriptionSupport === true)
          ? checkPagesBeside(shippedGlossary)
          : undefined,
      },
      codeActions: codeAction?.codeActionLiteralSupport !== undefined,
      makesFiles:
        workspaceEdit?.documentChanges === true && workspaceEdit.resourceOperations?.includes('create') === true,
    },
    shippedGlossary,
    isTrusted: introduction.isTrusted,
    quarantine: introduction.quarantine,
    extensionGlossaries: introduction.extensionGlossaries,
    access: introduction.webAccess ? access : undefined,
  };
}

/** The pages of checks lie in a folder beside the shipped glossary. */
function checkPagesBeside(shippedGlossary: string): string {
  return `${shippedGlossary.slice(0, shippedGlossary.lastIndexOf('/'))}/checks`;
}

function workspaceFoldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null) return workspaceFolders.map(({ uri }) => uri);
  return typeof rootUri === 'string' ? [rootUri] : [];
}

function followFiles({ connection, host, params, session }: Running, refresher: Refresher): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    session.changeFiles(changes.map(({ uri }) => uri));
    refresher.refreshSoon();
  });
  if (params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  const watchers = [...glossaryFilePatterns, ...configurationFilePatterns, '.gitignore'].map((name) => ({
    globPattern: `**/${name}`,
  }));
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).then(
    () => session.watch(),
    (error) => host.log.warn(`The client does not watch files: ${errorText(error)}`),
  );
}

function followExtensionGlossaries({ connection, session }: Running, refresher: Refresher): void {
  connection.onNotification(ExtensionGlossariesNotification, (params: ExtensionGlossariesParams | null) => {
    session.changeExtensionGlossaries(readExtensionGlossaries(params?.extensionGlossaries));
    refresher.refreshSoon();
  });
}

function followSettings(running: Running, refresher: Refresher): void {
  const { connection, host, params, session, introduction } = running;
  const { workspace } = params.capabilities;
  const canPull = workspace?.configuration === true;

  function take(section: unknown): void {
    session.configure(readSettings(section, (problem) => host.log.warn(problem)));
    refresher.refreshSoon();
  }

  async function pull(): Promise<void> {
    try {
      // Clients that know no such section answer null: what they said at first stays.
      take((await connection.workspace.getConfiguration('glossaryLens')) ?? introduction.settings);
    } catch (error) {
      host.log.warn(`The client did not tell its settings: ${errorText(error)}`);
    }
  }

  connection.onDidChangeConfiguration(({ settings }) => {
    const section = sectionOf(settings);
    if (section !== undefined) take(section);
    else if (canPull) void pull();
  });
  if (workspace?.didChangeConfiguration?.dynamicRegistration === true) {
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: 'glossaryLens' })
      .catch((error) => host.log.warn(`The client does not tell of changed settings: ${errorText(error)}`));
  }
  if (canPull) void pull();
}

function followWorkspaceFolders({ connection, params, session }: Running, refresher: Refresher): void {
  if (params.capabilities.workspace?.workspaceFolders !== true) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    session.changeWorkspaceFolders(
      added.map(({ uri }) => uri),
      removed.map(({ uri }) => uri),
    );
    refresher.refreshSoon();
  });
}

function followDocuments({ documents, session }: Running, refresher: Refresher): void {
  documents.onDidOpen(() => refresher.refreshSoon());
  documents.onDidChangeContent(({ document }) => {
    if (!session.isPulling || session.isRead(document.uri)) refresher.refreshSoon();
  });
  documents.onDidClose(() => refresher.refreshSoon());
}

function followWeb({ connection, session }: Running, refresher: Refresher): void {
  session.onWebChange(() => refresher.refreshSoon());
  connection.onRequest(AskAgainRequest.method, () => {
    session.askWebAgain();
    refresher.refreshSoon();
    return null;
  });
}

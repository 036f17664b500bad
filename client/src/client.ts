import { commands, type ExtensionContext, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type ClientIntroduction,
  CONCEPT_COMMAND,
  SOURCE_COMMAND,
  SWITCH_OFF_COMMAND,
} from '../../server/src/protocol';
import { RESTART_COMMAND, registerCommands, showFailure } from './commands';
import { serveConceptPages } from './conceptPages';
import { documentSelector } from './documents';
import { extensionGlossaries, followExtensions } from './extensionGlossaries';
import { serveFiles } from './fileRequests';
import { type Environment, LanguageServer } from './languageServer';
import { showStatus } from './status';
import { copiesFolder } from './storedBytes';
import { createWebAccess } from './webAccess';

/** What the extension gives to other extensions, and to its own tests. */
export interface GlossaryLens {
  /** Settles when the server answers. */
  readonly ready: Promise<void>;
  /** How long it took to become active, in milliseconds, once the file was loaded. */
  readonly activationTime: number;
  stop(): Promise<void>;
}

/** Start the server, without waiting for it, and put everything into place that VS Code shows. */
export function startClient(context: ExtensionContext, environment: Environment): GlossaryLens {
  const { clock } = environment;
  const start = clock.now();
  const log = window.createOutputChannel('Glossary Lens', { log: true });
  const webAccess = createWebAccess(context);
  const setup = {
    options: (quarantine: readonly string[]) => clientOptions(context, log, quarantine),
    serve(client: BaseLanguageClient) {
      serveFiles(client, context);
      webAccess.serve(client);
    },
    onGiveUp: (isAwaited: boolean) => {
      if (isAwaited) void showFailure('the language server failed too often and is not started again.');
    },
  };
  const server = new LanguageServer(environment, setup, log);
  context.subscriptions.push(log, serveConceptPages(server), registerCommands(server, log), showStatus(server));
  context.subscriptions.push(followExtensions(server));
  context.subscriptions.push(webAccess.register(server));
  context.subscriptions.push(workspace.onDidGrantWorkspaceTrust(() => commands.executeCommand(RESTART_COMMAND)));
  void commands.executeCommand('setContext', 'glossaryLens.isActive', true);
  server.start();
  return { ready: server.ready, activationTime: clock.now() - start, stop: () => server.stop() };
}

function clientOptions(
  context: ExtensionContext,
  log: LogOutputChannel,
  quarantine: readonly string[],
): LanguageClientOptions {
  const client: ClientIntroduction = {
    shippedGlossary: Uri.joinPath(context.extensionUri, 'dist', 'glossary.pack').toString(),
    commandLinks: true,
    quarantine,
    storage: copiesFolder(context.globalStorageUri).toString(),
    webAccess: true,
    isTrusted: workspace.isTrusted,
    extensionGlossaries: extensionGlossaries(),
  };
  return {
    documentSelector,
    initializationOptions: { glossaryLens: readSection(), client },
    markdown: {
      isTrusted: { enabledCommands: [CONCEPT_COMMAND, SOURCE_COMMAND, SWITCH_OFF_COMMAND] },
      supportHtml: false,
    },
    outputChannel: log,
  };
}

/** The settings as plain data: what VS Code hands out cannot be sent to a worker. */
function readSection(): unknown {
  const section = workspace.getConfiguration().get<unknown>('glossaryLens');
  return section === undefined ? undefined : JSON.parse(JSON.stringify(section));
}

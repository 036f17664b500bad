import { LanguageClient, type LanguageClientOptions, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import { quieten, supervised } from '../languageClient';
import type { Connection } from '../languageServer';

/** The port where a debugger finds the server, when the extension is being debugged. */
const DEBUG_PORT = 6009;

/**
 * Make a client whose server is the Node program `module`, run as a child process in the folder `cwd`. From version 22 on Node
 * keeps what it compiled in the folder `cache`: a server starts in two thirds of the time.
 */
export function connectToProcess(
  module: string,
  { cwd, cache }: { readonly cwd: string; readonly cache: string },
  options: LanguageClientOptions,
  onClosed: () => void,
): Connection {
  const run: NodeModule = {
    module,
    transport: TransportKind.ipc,
    options: { cwd, env: { NODE_COMPILE_CACHE: cache } },
  };
  const debug: NodeModule = { ...run, options: { cwd, execArgv: ['--nolazy', `--inspect=${DEBUG_PORT}`] } };
  const client = quieten(
    new LanguageClient('glossaryLens', 'Glossary Lens', { run, debug }, supervised(options, onClosed)),
  );
  let server = client.serverProcess;
  client.onDidChangeState(() => {
    server = client.serverProcess ?? server;
  });
  return {
    client,
    get isDebugged() {
      return client.isInDebugMode;
    },
    kill: () => (client.serverProcess ?? server)?.kill('SIGKILL'),
  };
}

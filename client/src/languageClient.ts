/** What both environments ask of the language client library; part of the file that is loaded with it. */
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';

/** So many errors of a connection in a row, and it counts as gone. */
const MOST_ERRORS = 3;

/** Complete the options of a client that neither restarts its server nor shows messages: the caller does. */
export function supervised(options: LanguageClientOptions, onClosed: () => void): LanguageClientOptions {
  return {
    ...options,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    errorHandler: {
      error(_error, _message, count) {
        if (count !== undefined && count > MOST_ERRORS) onClosed();
        return { action: ErrorAction.Continue, handled: true };
      },
      closed() {
        onClosed();
        return { action: CloseAction.DoNotRestart, message: 'The connection is closed.', handled: true };
      },
    },
  };
}

/** Keep a client from showing messages and from failing where nobody looks; the log has everything. */
export function quieten<Client extends BaseLanguageClient>(client: Client): Client {
  const logError = client.error.bind(client);
  const stop = client.stop.bind(client);
  client.error = (message, data) => logError(message, data, false);
  client.stop = (timeout) => stop(timeout).catch(() => {});
  return client;
}

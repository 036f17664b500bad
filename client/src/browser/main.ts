import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type GlossaryLens, startClient } from '../client';
import { clockOf } from '../clock';
import { quieten, supervised } from '../languageClient';

let glossaryLens: GlossaryLens | undefined;

/** Start the extension in a web extension host: the server is a Web Worker. */
export function activate(context: ExtensionContext): GlossaryLens {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server', 'browser.js').toString(true);
  glossaryLens = startClient(context, {
    clock: clockOf(globalThis),
    async connect(options, onClosed) {
      const worker = new Worker(script);
      const client = quieten(
        new LanguageClient('glossaryLens', 'Glossary Lens', worker, supervised(options, onClosed)),
      );
      // As a process that ends at an error nobody caught: the worker is in a state that nobody knows.
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        client.error(event.message);
        onClosed();
      });
      return {
        client,
        isDebugged: false,
        kill() {
          worker.terminate();
          // The end of a worker makes no sound, so the client would keep on asking it.
          if (client.isRunning()) void client.stop(0);
        },
      };
    },
  });
  return glossaryLens;
}

/** Stop the server. */
export function deactivate(): Promise<void> | undefined {
  return glossaryLens?.stop();
}

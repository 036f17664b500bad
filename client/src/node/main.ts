import path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { type GlossaryLens, startClient } from '../client';
import { clockOf } from '../clock';

let glossaryLens: GlossaryLens | undefined;

/** Start the extension in a Node extension host: the server is a child process. */
export function activate(context: ExtensionContext): GlossaryLens {
  const module = context.asAbsolutePath(path.join('dist', 'server', 'node.js'));
  glossaryLens = startClient(context, {
    clock: clockOf(globalThis),
    async connect(options, onClosed) {
      // The library is by far the largest part: a file of its own, which the extension is active without. An `import`
      // would stay one in the built file, and there look for an ES module.
      const library: typeof import('./languageClient') = require('./languageClient');
      // Nobody but the extension writes to its storage.
      const cache = path.join(context.globalStorageUri.fsPath, 'compiled');
      return library.connectToProcess(module, { cwd: context.extensionPath, cache }, options, onClosed);
    },
  });
  return glossaryLens;
}

/** Stop the server. */
export function deactivate(): Promise<void> | undefined {
  return glossaryLens?.stop();
}

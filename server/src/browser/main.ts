/** The server as a Web Worker, started by an editor in a browser. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from '../clientFiles';
import { startServer } from '../server';
import { copyUnits } from '../text/source';

/** The version in package.json, put in by the build. */
declare const GLOSSARY_LENS_VERSION: string;

/** Where the files lie that are loaded later: the build writes what reads it. */
declare global {
  var glossaryLensFolder: string;
}
// Beside a worker that was started from its own file; else the client tells.
globalThis.glossaryLensFolder = self.location.href.replace(/\/server\/[^/]*$/, '');

const decoder = new TextDecoder();
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

startServer(
  connection,
  {
    files: clientFiles(connection, (utf8) => decoder.decode(utf8)),
    clock: {
      now: () => performance.now(),
      after(milliseconds, action) {
        const timer = setTimeout(action, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    log: connection.console,
    copyUnits,
  },
  {
    // The client says where the shipped glossary lies: a worker does not know where it came from.
    shippedGlossary: 'glossary-lens:/none',
    version: GLOSSARY_LENS_VERSION,
    findShipped(shippedGlossary) {
      globalThis.glossaryLensFolder = shippedGlossary.slice(0, shippedGlossary.lastIndexOf('/'));
    },
  },
);

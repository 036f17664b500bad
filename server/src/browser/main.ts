/** The server as a Web Worker, started by an editor in a browser. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from '../clientFiles';
import { clientStorage } from '../clientStorage';
import type { Clock } from '../host';
import { startServer } from '../server';
import { copyUnits } from '../text/source';
import { fetchFromWeb } from './network';

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
const clock: Clock = {
  now: () => performance.now(),
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
  rest: () => new Promise((resolve) => setTimeout(resolve, 0)),
};

startServer(
  connection,
  {
    files: clientFiles(connection, (utf8) => decoder.decode(utf8)),
    clock,
    log: connection.console,
    copyUnits,
    network: { get: (request) => fetchFromWeb(request) },
    storage: clientStorage(connection, clock),
    digest: async (bytes) => hexadecimal(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)),
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

function hexadecimal(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

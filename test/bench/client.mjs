/** A language client that measures: it starts a server over standard input and output and times its answers. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

/**
 * Start a server, open a document in it and ask for a hover.
 * @param {readonly string[]} command what Node runs
 * @param {{ document: { uri: string, languageId: string, text: string }, settings?: object,
 *   position: { line: number, character: number } }} session
 * @returns the milliseconds from the start of the process to the first answers, and how to go on
 */
export async function startServer(command, { document, settings, position }) {
  const start = performance.now();
  const server = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onRequest(() => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: 'file:///bench',
    capabilities: {
      textDocument: { hover: { contentFormat: ['markdown'] } },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    initializationOptions: { glossaryLens: settings },
  });
  const initialize = performance.now() - start;
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', { textDocument: { ...document, version: 1 } });
  await hover(position);
  const firstHover = performance.now() - start;

  /** Ask for a hover, and tell how many milliseconds the answer took. */
  async function hover(place) {
    const asked = performance.now();
    const answer = await connection.sendRequest('textDocument/hover', {
      textDocument: { uri: document.uri },
      position: place,
    });
    const milliseconds = performance.now() - asked;
    if (answer === null) throw new Error(`No hover at ${place.line}:${place.character} of ${document.uri}`);
    return milliseconds;
  }

  async function stop() {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await new Promise((resolve) => server.once('exit', resolve));
    connection.dispose();
  }

  return { initialize, firstHover, hover, residentMegabytes: () => residentMemory(server.pid), stop };
}

/** Linux alone tells; elsewhere it is not a number. */
function residentMemory(pid) {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;
  } catch {
    return Number.NaN;
  }
}

/** A language client that measures: it starts a server over standard input and output and times its answers. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

/**
 * Run a server once: start it, open `document`, ask for the hover at each of `positions`, stop it.
 * @param {{ command: readonly string[], document: { uri: string, languageId: string, text: string },
 *   positions: readonly { line: number, character: number }[] }} run
 * @returns {Promise<{ initialize: number, firstHover: number, hovers: readonly number[], residentMegabytes: number }>}
 *   milliseconds from the start of the process to the answer; milliseconds of each later hover
 */
export async function measure({ command, document, positions }) {
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
  });
  const initialize = performance.now() - start;
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', { textDocument: { ...document, version: 1 } });
  const [first, ...rest] = positions;
  await hover(connection, document.uri, first);
  const firstHover = performance.now() - start;
  const hovers = [];
  for (const position of rest) hovers.push(await hover(connection, document.uri, position));
  const residentMegabytes = residentMemory(server.pid);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await new Promise((resolve) => server.once('exit', resolve));
  connection.dispose();
  return { initialize, firstHover, hovers, residentMegabytes };
}

async function hover(connection, uri, position) {
  const start = performance.now();
  const answer = await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  const milliseconds = performance.now() - start;
  if (answer === null) throw new Error(`No hover at ${position.line}:${position.character} of ${uri}`);
  return milliseconds;
}

/** Linux alone tells; elsewhere it is not a number. */
function residentMemory(pid) {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;
  } catch {
    return Number.NaN;
  }
}

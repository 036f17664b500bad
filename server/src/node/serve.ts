import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Connection, createConnection } from 'vscode-languageserver/node';
import { clientFiles } from '../clientFiles';
import type { Host } from '../host';
import { startServer } from '../server';
import { diskFiles } from './files';
import { FrameGuard } from './frames';
import { MessageJoiner } from './messageJoiner';
import { nodeWeb } from './web';

/** The version in package.json, put in by the build. */
declare const GLOSSARY_LENS_VERSION: string;

/**
 * How long after `initialize` the watchdog starts, in milliseconds: a thread takes a while that would be missing from the
 * first answers, and documents are looked at later than this unless somebody asks for it.
 */
const WATCHDOG_DELAY = 50;

/**
 * Serve a client until it goes: over the transport that the arguments of this process name (`--node-ipc`, `--socket=…`,
 * `--pipe=…`), else over standard input and output. `dist` is the folder of the built files.
 */
export function serve(dist: string, isStandardIo: boolean): void {
  // Threads that wait for files: a hover reads a handful, and each thread takes its time to start and its memory.
  process.env.UV_THREADPOOL_SIZE ??= '2';
  process.on('uncaughtException', (error) => leave(error));
  process.on('unhandledRejection', (reason) => leave(reason));
  const connection = isStandardIo ? createStandardIoConnection() : createConnection();
  let storage: string | undefined;
  startServer(
    connection,
    nodeHost(connection, () => storage),
    {
      shippedGlossary: pathToFileURL(join(dist, 'glossary.pack')).href,
      version: GLOSSARY_LENS_VERSION,
      keepIn: (folder) => {
        storage = pathOf(folder);
      },
      followProcess: (processId) => setTimeout(follow, WATCHDOG_DELAY, processId, join(dist, 'server', 'watchdog.js')),
    },
  );
}

function createStandardIoConnection(): Connection {
  const guard = new FrameGuard();
  // It hears each chunk before the connection does, and what it throws ends the process.
  process.stdin.on('data', (chunk) => guard.check(chunk));
  // Standard output belongs to the protocol; what libraries print goes to standard error.
  console.log = console.error;
  console.info = console.error;
  return createConnection(process.stdin, new MessageJoiner(process.stdout));
}

function nodeHost(connection: Connection, storage: () => string | undefined): Host {
  return {
    files: diskFiles(clientFiles(connection, (utf8) => new TextDecoder().decode(utf8))),
    clock: {
      // `performance` would load a part of Node that nothing else here needs.
      now: () => Number(process.hrtime.bigint()) / 1e6,
      after(milliseconds, action) {
        const timer = setTimeout(action, milliseconds);
        return () => clearTimeout(timer);
      },
      // What is received before the first of them is worked on by the protocol library behind it, and before the second.
      rest: () => new Promise((resolve) => setImmediate(() => setImmediate(resolve))),
    },
    log: connection.console,
    copyUnits: (text, target) => Buffer.from(target.buffer).write(text, 'utf16le'),
    ...nodeWeb(storage),
  };
}

/** The path of a folder on disk; a client may name one that is elsewhere. */
function pathOf(folder: string): string | undefined {
  try {
    return fileURLToPath(folder);
  } catch {
    return undefined;
  }
}

function follow(processId: number, watchdog: string): void {
  const worker = new Worker(watchdog, { workerData: processId, resourceLimits: { maxOldGenerationSizeMb: 16 } });
  worker.on('error', (error) => process.stderr.write(`The watchdog failed: ${error.message}\n`));
  worker.unref();
}

/** A server in an unknown state ends, and its client starts another. */
function leave(reason: unknown): void {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  // Where nobody reads standard error any more, writing to it fails in turn, and that must not start over.
  process.stderr.on('error', () => process.exit(1));
  process.stderr.write(`${text}\n`, () => process.exit(1));
}

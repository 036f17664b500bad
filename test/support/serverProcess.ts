import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Wire } from './wire';

const dist = path.join(__dirname, '../../dist');
/** The server as our client starts it. */
export const NODE_SERVER = path.join(dist, 'server/node.js');
/** The thread that watches the editor. */
export const WATCHDOG = path.join(dist, 'server/watchdog.js');
/** The command line, which is a server too. */
export const COMMAND_LINE = path.join(dist, 'cli/main.js');

/** How a process ended. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process of a test, with what it said on standard error and how it ends. */
export class TestProcess {
  static readonly #running = new Set<TestProcess>();
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<End>;
  errors = '';

  constructor(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const missing = args.find((arg) => arg.startsWith(dist) && !existsSync(arg));
    if (missing !== undefined) throw new Error(`${missing} is not built: run \`npm run build\``);
    this.child = spawn(process.execPath, args, { env: { ...process.env, ...environment } });
    TestProcess.#running.add(this);
    this.ended = once(this.child, 'close').then(([code, signal]) => {
      TestProcess.#running.delete(this);
      return { code, signal };
    });
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
    // A process that is gone is what some tests are about.
    this.child.stdin.on('error', () => {});
  }

  get id(): number {
    if (this.child.pid === undefined) throw new Error('The process did not start');
    return this.child.pid;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Wait until standard error holds a text. */
  async says(text: string): Promise<void> {
    while (!this.errors.includes(text)) await once(this.child.stderr, 'data');
  }

  /** End every process that a test has left running. */
  static async endAll(): Promise<void> {
    const running = [...TestProcess.#running];
    for (const left of running) {
      left.kill();
      left.child.stdout.resume();
    }
    await Promise.all(running.map(({ ended }) => ended));
  }
}

/** Start a server and introduce a client to it. */
export async function startServerProcess(
  args: readonly string[],
  processId: number | null = null,
): Promise<{ readonly server: TestProcess; readonly wire: Wire }> {
  const server = new TestProcess(args);
  const wire = new Wire(server.child.stdout, server.child.stdin);
  await wire.request('initialize', { processId, rootUri: null, capabilities: {} });
  wire.notify('initialized', {});
  return { server, wire };
}

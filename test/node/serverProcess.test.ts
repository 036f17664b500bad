import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import {
  COMMAND_LINE,
  type End,
  NODE_SERVER,
  startServerProcess,
  TestProcess,
  WATCHDOG,
} from '../support/serverProcess';

const servers: readonly (readonly [string, readonly string[]])[] = [
  ['server/node.js --stdio', [NODE_SERVER, '--stdio']],
  ['glossary-lens lsp --stdio', [COMMAND_LINE, 'lsp', '--stdio']],
];

/** Start the server with a line of script that runs when the process gets the signal SIGUSR2. */
const withScript = (script: string) => [
  '--eval',
  `process.on('SIGUSR2', () => { ${script} }); require(${JSON.stringify(NODE_SERVER)})`,
  '--',
  '--stdio',
];
/** By then the watchdog has started. */
const SPIN = `setTimeout(() => { require('node:fs').writeSync(2, 'spinning'); for (;;); }, 500)`;

/** An editor that does nothing but live. */
const idleEditor = () => new TestProcess(['--eval', 'setInterval(() => {}, 1e9)']);

const position = { line: 0, character: 1 };
const textDocument = { uri: 'untitled:a', languageId: 'markdown', version: 0, text: 'K8s' };

describe('the server process', function () {
  this.timeout(30_000);
  afterEach(() => TestProcess.endAll());

  for (const [name, args] of servers) {
    describe(name, () => {
      it('answers a hover and ends when it is asked to', async () => {
        const { server, wire } = await startServerProcess(args);
        wire.notify('textDocument/didOpen', { textDocument });
        const hover = await wire.request('textDocument/hover', { textDocument, position });
        assert.match(JSON.stringify(hover), /Kubernetes/);
        await wire.request('shutdown');
        wire.notify('exit');
        assert.deepEqual(await server.ended, { code: 0, signal: null });
        assert.equal(server.errors, '');
      });

      it('fails when it ends without being asked to', async () => {
        const { server, wire } = await startServerProcess(args);
        wire.notify('exit');
        assert.equal((await server.ended).code, 1);
      });

      it('ends when its input does', async () => {
        const { server } = await startServerProcess(args);
        server.child.stdin.end();
        assert.equal((await server.ended).code, 1);
      });

      for (const bad of ['Content-Length: 9999999999\r\n\r\n', 'Content-Length: -5\r\n\r\n', 'garbage\r\n\r\n']) {
        it(`fails at once at ${JSON.stringify(bad)}`, async () => {
          const { server } = await startServerProcess(args);
          server.child.stdin.write(bad);
          assert.deepEqual(await endWithin(server, 5000), { code: 1, signal: null });
          assert.match(server.errors, /The client sent a message that cannot be read/);
        });
      }

      for (const body of ['not JSON', '[]', '7', 'null', '""', '{"jsonrpc":"2.0"}', '['.repeat(100_000)]) {
        it(`goes on after a message that is ${body.slice(0, 20)}`, async () => {
          const { server, wire } = await startServerProcess(args);
          server.child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
          assert.equal(await wire.request('glossaryLens/ping'), null);
        });
      }
    });
  }

  it('ends after its editor although its input stays open', async () => {
    const editor = idleEditor();
    const { server } = await startServerProcess([NODE_SERVER, '--stdio'], editor.id);
    editor.kill();
    assert.notEqual((await endWithin(server, 5000)).code, 0);
  });

  it('ends after its editor although it spins', async () => {
    const editor = idleEditor();
    const { server } = await startServerProcess(withScript(SPIN), editor.id);
    process.kill(server.id, 'SIGUSR2');
    await server.says('spinning');
    editor.kill();
    assert.deepEqual(await endWithin(server, 5000), { code: null, signal: 'SIGKILL' });
  });

  it('ends after its editor although nobody reads what it says', async () => {
    const editor = idleEditor();
    const { server, wire } = await startServerProcess([NODE_SERVER, '--stdio'], editor.id);
    server.child.stdout.pause();
    for (let count = 0; count < 20; count++) wire.send({ id: count, method: 'glossaryLens/concepts', params: {} });
    const ended = once(server.child, 'exit', { signal: AbortSignal.timeout(10_000) });
    editor.kill();
    const [code] = await ended;
    server.child.stdout.resume();
    assert.notEqual(code, 0);
  });

  it('lives as long as its editor', async () => {
    const editor = idleEditor();
    const script = `new (require('node:worker_threads').Worker)(${JSON.stringify(WATCHDOG)}, { workerData: ${editor.id} });`;
    const watched = new TestProcess(['--eval', `${script} setTimeout(() => process.exit(7), 2500)`]);
    assert.deepEqual(await watched.ended, { code: 7, signal: null });
  });

  for (const [name, script] of [
    ['an error that nobody catches', `throw new Error('out of order')`],
    ['a promise that nobody awaits', `Promise.reject(new Error('out of order'))`],
    ['something that is no error', `throw 'out of order'`],
  ] as const) {
    it(`ends at ${name}, and says why`, async () => {
      const { server } = await startServerProcess(withScript(script));
      process.kill(server.id, 'SIGUSR2');
      assert.deepEqual(await endWithin(server, 5000), { code: 1, signal: null });
      assert.match(server.errors, /out of order/);
    });
  }

  it('ends at an error although nobody hears why', async () => {
    const { server } = await startServerProcess(withScript(`throw new Error('out of order')`));
    server.child.stderr.destroy();
    process.kill(server.id, 'SIGUSR2');
    assert.deepEqual(await endWithin(server, 5000), { code: 1, signal: null });
  });
});

/** Wait for the end of a process, for some milliseconds at most. */
async function endWithin(server: TestProcess, milliseconds: number): Promise<End> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Still alive after ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([server.ended, late]);
  } finally {
    clearTimeout(timer);
  }
}

import assert from 'node:assert/strict';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { PATIENCE } from '../../client/src/inFlight';
import { LanguageServer } from '../../client/src/languageServer';
import { PingRequest, type RequestMethod } from '../../server/src/protocol';
import { ManualClock } from './manualClock';

const Question: RequestMethod<{ readonly uri: string }, string> = { method: 'glossaryLens/question' };

describe('the server as the client keeps it', () => {
  it('is not started before the extension is active', async () => {
    const { server, lives, clock } = keep();
    server.start();
    assert.equal(lives.length, 0);
    clock.advance(0);
    await server.ready;
    assert.equal(lives.length, 1);
    assert.equal(server.state, 'running');
  });

  it('answers a question that was asked before it ran', async () => {
    const { server, clock } = keep();
    server.start();
    const answer = server.request(Question, { uri: 'a' });
    clock.advance(0);
    assert.equal(await answer, 'answer of 1');
  });

  it('is started again when it has gone, and asked again', async () => {
    const { server, lives, clock } = await running();
    lives[0]?.fallSilent();
    const answer = server.request(Question, { uri: 'a' });
    await settle();
    lives[0]?.die();
    assert.equal(server.state, 'starting');
    clock.advance(500);
    assert.equal(await answer, 'answer of 2');
    assert.equal(lives[0]?.isKilled, true);
  });

  it('leaves the document alone that was in work at two deaths', async () => {
    const { server, lives, clock } = await running();
    for (const wait of [500, 1000]) {
      lives.at(-1)?.fallSilent();
      server.request(Question, { uri: 'bad' }).catch(() => {});
      await settle();
      lives.at(-1)?.die();
      clock.advance(wait);
      await server.ready;
    }
    assert.deepEqual(
      lives.map(({ quarantine }) => quarantine),
      [[], [], ['bad']],
    );
  });

  it('ends a server that hangs, and leaves the document alone that it hangs on', async () => {
    const { server, lives, clock } = await running();
    lives[0]?.fallSilent();
    server.request(Question, { uri: 'bad' }).catch(() => {});
    await settle();
    clock.advance(PATIENCE);
    assert.equal(lives[0]?.isKilled, false);
    clock.advance(PATIENCE);
    assert.equal(lives[0]?.isKilled, true);
    clock.advance(500);
    await server.ready;
    assert.deepEqual(lives[1]?.quarantine, ['bad']);
  });

  it('is given up after five quick deaths, with nobody told who did not ask', async () => {
    const { server, lives, clock, givenUp } = await running();
    await dieFiveTimes(lives, clock);
    assert.equal(server.state, 'failed');
    assert.equal(lives.length, 5);
    assert.deepEqual(givenUp, [false]);
    assert.equal(clock.timers, 0);
    await assert.rejects(server.request(Question, { uri: 'a' }));
  });

  it('is given up with a word to somebody whose hover failed', async () => {
    const { lives, clock, givenUp } = await running();
    lives[0]?.fallSilent();
    lives[0]?.ask('textDocument/hover').catch(() => {});
    await dieFiveTimes(lives, clock);
    assert.deepEqual(givenUp, [true]);
  });

  it('runs again when somebody restarts it, with everything forgotten', async () => {
    const { server, lives, clock } = await running();
    await dieFiveTimes(lives, clock);
    await server.restart();
    assert.equal(server.state, 'running');
    assert.equal(lives.length, 6);
    lives[5]?.die();
    assert.equal(server.state, 'starting');
  });

  it('is one server, however often it is restarted at once', async () => {
    const { server, lives } = await running();
    await Promise.all([server.restart(), server.restart(), server.restart()]);
    assert.equal(lives.length, 2);
    assert.equal(lives.filter(({ isKilled }) => !isKilled).length, 1);
  });

  it('takes its leave and is gone, with no timer left', async () => {
    const { server, lives, clock } = await running();
    await server.stop();
    assert.equal(lives[0]?.isStopped, true);
    assert.equal(lives[0]?.isKilled, true);
    assert.equal(clock.timers, 0);
  });

  it('is not started again when it is stopped while it waits for its next start', async () => {
    const { server, lives, clock } = await running();
    lives[0]?.die();
    await server.stop();
    clock.advance(60_000);
    assert.equal(lives.length, 1);
  });

  it('is started again when it does not start', async () => {
    const { server, lives, clock } = keep({ isStuck: true });
    server.start();
    clock.advance(0);
    await settle();
    clock.advance(60_000);
    assert.equal(lives[0]?.isKilled, true);
    clock.advance(500);
    assert.equal(lives.length, 2);
    assert.equal(server.state, 'starting');
  });
});

/** A server that a test can silence and kill, with its client. */
class FakeLife {
  readonly quarantine: readonly string[];
  isKilled = false;
  isStopped = false;
  readonly #options: LanguageClientOptions;
  readonly #onClosed: () => void;
  readonly #number: number;
  readonly #isStuck: boolean;
  #isSilent = false;

  constructor(options: LanguageClientOptions, onClosed: () => void, number: number, isStuck: boolean) {
    this.quarantine = options.initializationOptions;
    this.#options = options;
    this.#onClosed = onClosed;
    this.#number = number;
    this.#isStuck = isStuck;
  }

  /** The part of a client that is used. */
  get client(): BaseLanguageClient {
    const client = {
      start: () => (this.#isStuck ? new Promise(() => {}) : Promise.resolve()),
      stop: async () => {
        this.isStopped = true;
      },
      isRunning: () => !this.isKilled && !this.#isStuck,
      sendRequest: (method: string, params: unknown) => this.ask(method, params),
      onRequest: () => {},
      onNotification: () => {},
    };
    return client as unknown as BaseLanguageClient;
  }

  /** Send a request as the library does, through the middleware. */
  ask(method: string, params?: unknown): Promise<unknown> {
    const answer = () => (this.#isSilent ? new Promise<never>(() => {}) : Promise.resolve(`answer of ${this.#number}`));
    if (method === PingRequest.method) return answer();
    return this.#options.middleware?.sendRequest?.(method, params, undefined, answer) ?? answer();
  }

  fallSilent(): void {
    this.#isSilent = true;
  }

  die(): void {
    this.#onClosed();
  }
}

function keep({ isStuck = false } = {}) {
  const clock = new ManualClock();
  const lives: FakeLife[] = [];
  const givenUp: boolean[] = [];
  const server = new LanguageServer(
    {
      clock,
      async connect(options, onClosed) {
        const life = new FakeLife(options, onClosed, lives.length + 1, isStuck);
        lives.push(life);
        return {
          client: life.client,
          isDebugged: false,
          kill() {
            life.isKilled = true;
          },
        };
      },
    },
    {
      options: (quarantine) => ({ initializationOptions: quarantine }),
      serve: () => {},
      onGiveUp: (isAwaited) => givenUp.push(isAwaited),
    },
    { warn: () => {}, error: () => {} },
  );
  return { server, lives, clock, givenUp };
}

async function running() {
  const kept = keep();
  kept.server.start();
  kept.clock.advance(0);
  await kept.server.ready;
  return kept;
}

async function dieFiveTimes(lives: readonly FakeLife[], clock: ManualClock): Promise<void> {
  for (const wait of [500, 1000, 2000, 4000, 0]) {
    lives.at(-1)?.die();
    clock.advance(wait);
    await settle();
  }
}

/** Let everything happen that waits for no clock. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

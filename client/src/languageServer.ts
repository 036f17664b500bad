import type { BaseLanguageClient, LanguageClientOptions, Middleware } from 'vscode-languageclient';
import { GlossariesChangedNotification, PingRequest, type RequestMethod } from '../../server/src/protocol';
import type { Clock } from './clock';
import { isPage } from './documents';
import { InFlight } from './inFlight';
import { Listeners } from './listeners';
import { Recovery } from './recovery';
import type { ServerState } from './statusText';

/** What differs between the desktop and the web. */
export interface Environment {
  readonly clock: Clock;
  /** Make a client with a server of its own; `onClosed` is called when that has gone. */
  connect(options: LanguageClientOptions, onClosed: () => void): Promise<Connection>;
}

/** A client and the process or worker behind it. */
export interface Connection {
  readonly client: BaseLanguageClient;
  /** Somebody may have stopped the server at a breakpoint. */
  readonly isDebugged: boolean;
  /** End the server at once, whatever it does; harmless when it has gone. */
  kill(): void;
}

/** Where it is noted what happens to servers. */
export interface Log {
  warn(message: string): void;
  error(message: string): void;
}

/** What every server is started with and connected to. */
export interface ServerSetup {
  /** Give the options of a client whose server leaves the documents of `quarantine` alone. */
  options(quarantine: readonly string[]): LanguageClientOptions;
  /** Serve the requests of a server. */
  serve(client: BaseLanguageClient): void;
  /** The server failed too often; `isAwaited` tells whether somebody waits for an answer of it. */
  onGiveUp(isAwaited: boolean): void;
}

/** A start that takes longer than this, in milliseconds, is a hang: on the web the server comes over the network. */
const LONGEST_START = 60_000;
/** How long a server may take its leave, in milliseconds. */
const LONGEST_STOP = 1_500;

/** Keeps a server running: starts it anew when it died or hangs, and leaves alone the document that did it. */
export class LanguageServer {
  readonly #environment: Environment;
  readonly #setup: ServerSetup;
  readonly #log: Log;
  readonly #recovery = new Recovery();
  readonly #stateChanged = new Listeners();
  readonly #glossariesChanged = new Listeners();
  #life: Life | undefined;
  #state: ServerState = 'starting';
  #running = createGate<BaseLanguageClient>();
  #cancelStart = () => {};
  #wasAwaited = false;

  constructor(environment: Environment, setup: ServerSetup, log: Log) {
    this.#environment = environment;
    this.#setup = setup;
    this.#log = log;
  }

  get state(): ServerState {
    return this.#state;
  }

  readonly onDidChangeState = this.#stateChanged.add;
  /** A status or a page asked for earlier may be out of date. */
  readonly onDidChangeGlossaries = this.#glossariesChanged.add;

  /** Settles when a server runs, or is started no more. */
  get ready(): Promise<void> {
    const ready = this.#running.promise.then(() => {});
    ready.catch(() => {});
    return ready;
  }

  /** Start, or start anew with everything forgotten that earlier servers did. */
  async restart(): Promise<void> {
    this.#recovery.clear();
    this.#wasAwaited = false;
    this.#awaitNext();
    await this.#end();
    this.#start();
    await this.ready;
  }

  /** Start a server soon: the editor that activates the extension goes on first. */
  start(): void {
    this.#cancelStart = this.#environment.clock.after(0, () => this.#start());
  }

  /** Ask the server; a question that dies with it is asked once more, of the next. */
  async request<Params, Result>(request: RequestMethod<Params, Result>, params: Params): Promise<Result> {
    const client = await this.#running.promise;
    try {
      return await client.sendRequest<Result>(request.method, params);
    } catch (error) {
      if (!(error instanceof ServerGone)) throw error;
      return (await this.#running.promise).sendRequest<Result>(request.method, params);
    }
  }

  /** Tell the server something, as soon as one runs. */
  notify(method: string, params: unknown): void {
    // One that ends meanwhile leaves it to its next one, which is told with its introduction.
    this.#running.promise.then((client) => client.sendNotification(method, params)).catch(() => {});
  }

  /** End the server for good. */
  async stop(): Promise<void> {
    await this.#end();
    this.#running.fail(new ServerGone());
  }

  /** Let those who ask wait for the next server. */
  #awaitNext(): void {
    if (this.#running.isSettled) this.#running = createGate();
    this.#setState('starting');
  }

  #start(): void {
    if (this.#life !== undefined) return;
    const life = new Life(this.#environment.clock, (inWork) => this.#died(life, 'does not answer', inWork));
    this.#life = life;
    this.#connect(life).catch((error) => {
      if (life === this.#life) this.#log.error(`The server could not be started: ${messageOf(error)}`);
      this.#died(life, 'could not be started');
    });
  }

  async #connect(life: Life): Promise<void> {
    const { clock } = this.#environment;
    const options = this.#setup.options(this.#recovery.quarantine);
    const cancelLimit = clock.after(LONGEST_START, () => this.#died(life, 'does not start', []));
    life.atEnd(cancelLimit);
    const connection = await this.#environment.connect({ ...options, middleware: middlewareFor(life) }, () =>
      this.#died(life, 'has gone'),
    );
    life.atEnd(() => connection.kill());
    if (life !== this.#life) return;
    life.connection = connection;
    this.#setup.serve(connection.client);
    connection.client.onNotification(GlossariesChangedNotification, () => this.#glossariesChanged.call());
    await connection.client.start();
    cancelLimit();
    if (life !== this.#life) return;
    this.#setState('running');
    this.#running.open(connection.client);
  }

  /** Deal with the end of a server that should have lived on; `inWork` is given for one that hangs. */
  #died(life: Life, what: string, inWork?: readonly string[]): void {
    if (life !== this.#life) return;
    this.#life = undefined;
    this.#wasAwaited ||= life.inFlight.isAwaited;
    const left = new Set(this.#recovery.quarantine);
    const time = this.#environment.clock.now();
    const step = this.#recovery.died({
      time,
      lifetime: time - life.start,
      isHang: inWork !== undefined,
      inWork: inWork ?? life.inFlight.documents,
    });
    life.end();
    this.#awaitNext();
    const next = step.kind === 'giveUp' ? 'it is not started again' : `the next start is in ${step.delay} ms`;
    this.#log.error(`The server ${what}; ${next}.`);
    for (const uri of this.#recovery.quarantine) {
      if (!left.has(uri)) this.#log.warn(`${uri} is left alone: it was in work when the server ended.`);
    }
    if (step.kind === 'giveUp') {
      this.#setState('failed');
      this.#running.fail(new ServerGone());
      this.#setup.onGiveUp(this.#wasAwaited);
      return;
    }
    this.#cancelStart = this.#environment.clock.after(step.delay, () => this.#start());
  }

  /** End the server that runs, if any, in good order if it will. */
  async #end(): Promise<void> {
    this.#cancelStart();
    const life = this.#life;
    this.#life = undefined;
    if (life === undefined) return;
    try {
      const { client } = life.connection ?? {};
      if (client?.isRunning()) await client.stop(LONGEST_STOP);
    } catch (error) {
      this.#log.warn(`The server did not take its leave: ${messageOf(error)}`);
    } finally {
      life.end();
    }
  }

  #setState(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#stateChanged.call();
  }
}

/** The server ended before it answered. */
export class ServerGone extends Error {
  constructor() {
    super('The language server has stopped.');
  }
}

/** One server from its start to its end. */
class Life {
  readonly inFlight: InFlight;
  readonly start: number;
  connection: Connection | undefined;
  isOver = false;
  /** Run at the end. */
  readonly #last = new Set<() => void>();

  constructor(clock: Clock, onSilence: (inWork: readonly string[]) => void) {
    this.start = clock.now();
    this.inFlight = new InFlight(clock, {
      ping: async () => this.connection?.client.sendRequest(PingRequest.method),
      onSilence: (inWork) => {
        if (!this.connection?.isDebugged) onSilence(inWork);
      },
    });
  }

  /** Run `action` at the end, or now if that is past; the answer calls that off. */
  atEnd(action: () => void): () => void {
    if (this.isOver) action();
    else this.#last.add(action);
    return () => this.#last.delete(action);
  }

  end(): void {
    this.isOver = true;
    this.inFlight.end();
    const last = [...this.#last];
    this.#last.clear();
    for (const action of last) action();
  }

  /** Give what comes first: the answer, or the end of the server. */
  orEnd<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const settled = this.atEnd(() => reject(new ServerGone()));
      answer.then(resolve, reject).finally(settled);
    });
  }
}

/** Notes what is sent to a server, and keeps our own pages from it. */
function middlewareFor(life: Life): Middleware {
  return {
    sendRequest(type, params, token, next) {
      const method = methodOf(type);
      if (method === PingRequest.method) return next(type, params, token);
      // Of our own requests, whoever sent them hears that they failed.
      const isAskedFor = method.startsWith('textDocument/');
      const answered = life.inFlight.send({ uri: uriOf(params), isAskedFor });
      return life.orEnd(next(type, params, token)).finally(answered);
    },
    sendNotification(type, next, params) {
      const uri = TOUCHING.has(methodOf(type)) ? uriOf(params) : undefined;
      if (uri !== undefined) life.inFlight.touch(uri);
      return next(type, params);
    },
    didOpen: async (document, next) => (isPage(document) ? undefined : next(document)),
    didChange: async (change, next) => (isPage(change.document) ? undefined : next(change)),
    didClose: async (document, next) => (isPage(document) ? undefined : next(document)),
    provideHover: (document, position, token, next) => (isPage(document) ? undefined : next(document, position, token)),
    provideDefinition: (document, position, token, next) =>
      isPage(document) ? undefined : next(document, position, token),
  };
}

const TOUCHING: ReadonlySet<string> = new Set(['textDocument/didOpen', 'textDocument/didChange']);

function methodOf(type: string | { readonly method: string }): string {
  return typeof type === 'string' ? type : type.method;
}

/** The document of a request, LSP's or ours. */
function uriOf(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null) return undefined;
  const subject = 'textDocument' in params ? params.textDocument : params;
  if (typeof subject !== 'object' || subject === null || !('uri' in subject)) return undefined;
  return typeof subject.uri === 'string' ? subject.uri : undefined;
}

/** A promise that is settled from outside. */
interface Gate<T> {
  readonly promise: Promise<T>;
  readonly isSettled: boolean;
  open(value: T): void;
  fail(reason: Error): void;
}

function createGate<T>(): Gate<T> {
  let isSettled = false;
  let open = (_value: T) => {};
  let fail = (_reason: Error) => {};
  const promise = new Promise<T>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  // Nobody may be waiting.
  promise.catch(() => {});
  return {
    promise,
    get isSettled() {
      return isSettled;
    },
    open(value) {
      isSettled = true;
      open(value);
    },
    fail(reason) {
      isSettled = true;
      fail(reason);
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

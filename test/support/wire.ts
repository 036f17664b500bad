import type { Readable, Writable } from 'node:stream';
import { type Message, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

/** What came back for a request. */
export interface Response {
  readonly id: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** What a server sends on its own. */
export interface Incoming {
  readonly method: string;
  /** Undefined for a notification. */
  readonly id?: unknown;
  readonly params?: unknown;
}

/** The client's end of a connection: it sends what it is told to, right or wrong. */
export class Wire {
  readonly #writer: StreamMessageWriter;
  readonly #pending = new Map<unknown, (response: Response) => void>();
  #lastId = 0;

  constructor(fromServer: Readable, toServer: Writable, receive: (message: Incoming) => void = () => {}) {
    this.#writer = new StreamMessageWriter(toServer);
    const reader = new StreamMessageReader(fromServer);
    // A message cut short by the end of a server would keep a timer going for ever.
    reader.partialMessageTimeout = 0;
    reader.listen((message) => {
      const { method, ...response } = message as Message & Response & Partial<Incoming>;
      if (method !== undefined) {
        receive({ ...response, method });
        return;
      }
      this.#pending.get(response.id)?.(response);
      this.#pending.delete(response.id);
    });
  }

  /** Send a request and answer its result; an error is thrown. */
  async request(method: string, params?: unknown): Promise<unknown> {
    const { result, error } = await this.exchange(params === undefined ? { method } : { method, params });
    if (error !== undefined) throw new Error(`${method} was answered with ${error.code}: ${error.message}`);
    return result;
  }

  /** Send a request as it stands and wait for what comes back. */
  exchange(request: { readonly id?: unknown; readonly method: string; readonly params?: unknown }): Promise<Response> {
    const id = request.id ?? ++this.#lastId;
    const response = new Promise<Response>((resolve) => this.#pending.set(id, resolve));
    this.send({ ...request, id });
    return response;
  }

  notify(method: string, params?: unknown): void {
    this.send(params === undefined ? { method } : { method, params });
  }

  /** Send a message, whatever it is. */
  send(message: object): void {
    // A server that is gone is what some tests are about.
    this.#writer.write({ jsonrpc: '2.0', ...message } as Message).catch(() => {});
  }
}

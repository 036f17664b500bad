import { createHash } from 'node:crypto';
import type { Network, Storage, WebAnswer, WebRequest } from '../../server/src/host';

/** What a test lets the web answer: a text, or any answer. */
export type Served = string | Partial<Extract<WebAnswer, { kind: 'answer' }>> | { readonly fails: string };

/** A web that a test writes. Answers at once unless it is held. */
export class MemoryNetwork implements Network {
  readonly asked: WebRequest[] = [];
  readonly #served = new Map<string, Served | (() => Served)>();
  #gate: Promise<void> = Promise.resolve();

  serve(url: string, served: Served | (() => Served)): void {
    this.#served.set(url, served);
  }

  /** Let every question wait until the answer is called. */
  hold(): () => void {
    let release = () => {};
    this.#gate = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  /** The addresses that were asked, in order. */
  get urls(): readonly string[] {
    return this.asked.map(({ url }) => url);
  }

  async get(request: WebRequest): Promise<WebAnswer> {
    this.asked.push(request);
    const found = this.#served.get(request.url);
    const served = typeof found === 'function' ? found() : found;
    await this.#gate;
    if (served === undefined) return { kind: 'failed', reason: 'its host is not known, or this machine is offline' };
    if (typeof served === 'object' && 'fails' in served) return { kind: 'failed', reason: served.fails };
    return typeof served === 'string' ? answer({ body: bytesOf(served) }) : answer(served);
  }
}

/** Complete an answer. */
function answer(given: Partial<Extract<WebAnswer, { kind: 'answer' }>>): WebAnswer {
  return { kind: 'answer', status: 200, headers: new Map(), body: new Uint8Array(), ...given };
}

/** Bytes that outlive the server of a test, whole or not at all. */
export class MemoryStorage implements Storage {
  readonly kept = new Map<string, Uint8Array>();

  async read(key: string): Promise<Uint8Array | undefined> {
    return this.kept.get(key);
  }

  async write(key: string, bytes: Uint8Array): Promise<void> {
    this.kept.set(key, bytes);
  }
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

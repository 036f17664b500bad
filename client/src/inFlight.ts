import type { Clock } from './clock';

/** How long a request may go unanswered before the server is asked whether it is well, and how long that may take. */
export const PATIENCE = 5_000;

/** How many of the documents last opened or changed are remembered until the server answers something later. */
const DOCUMENTS_KEPT = 3;

/** A request on its way. */
export interface Request {
  /** The document it is about, if any. */
  readonly uri: string | undefined;
  /** A person waits for the answer, and nothing else would tell that it does not come. */
  readonly isAskedFor: boolean;
}

/** Reaches the server, and hears that it does not answer. */
export interface Pulse {
  /** Settles when the server answers; may fail. */
  ping(): Promise<unknown>;
  /** The server is silent; `inWork` is the document that it most likely works on. */
  onSilence(inWork: readonly string[]): void;
}

/**
 * What a server has been sent and not answered yet. While something is unanswered for long it feels the server's pulse;
 * while nothing is, there is no timer.
 */
export class InFlight {
  readonly #clock: Clock;
  readonly #pulse: Pulse;
  /** The oldest first. */
  readonly #requests = new Set<SentRequest>();
  /** The oldest first. */
  #documents: readonly SentDocument[] = [];
  #count = 0;
  #stopTimer: (() => void) | undefined;
  #isOver = false;

  constructor(clock: Clock, pulse: Pulse) {
    this.#clock = clock;
    this.#pulse = pulse;
  }

  /** Note a request that is being sent; the answer notes that it was answered. */
  send(request: Request): () => void {
    const sent: SentRequest = { ...request, order: this.#count++, time: this.#clock.now() };
    this.#requests.add(sent);
    this.#watch();
    return () => this.#answered(sent);
  }

  /** Note that a document was opened or changed. */
  touch(uri: string): void {
    const others = this.#documents.filter((document) => document.uri !== uri);
    this.#documents = [...others, { uri, order: this.#count++ }].slice(-DOCUMENTS_KEPT);
  }

  /** The documents that the server may be working on, as URIs. */
  get documents(): readonly string[] {
    const requested = Array.from(this.#requests, ({ uri }) => uri).filter((uri) => uri !== undefined);
    return [...new Set([...requested, ...this.#documents.map(({ uri }) => uri)])];
  }

  /** Whether a person waits for an answer. */
  get isAwaited(): boolean {
    return Array.from(this.#requests).some(({ isAskedFor }) => isAskedFor);
  }

  /** End the watch; nothing happens afterwards. */
  end(): void {
    this.#isOver = true;
    this.#rest();
  }

  #answered(request: SentRequest): void {
    this.#requests.delete(request);
    // The server takes messages in order: with this answer, what was sent before it is dealt with.
    this.#documents = this.#documents.filter(({ order }) => order > request.order);
    if (this.#requests.size === 0) this.#rest();
  }

  #rest(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
  }

  #watch(): void {
    const [oldest] = this.#requests;
    if (this.#isOver || this.#stopTimer !== undefined || oldest === undefined) return;
    const age = this.#clock.now() - oldest.time;
    // A slow server that is well is asked again after as long as at first.
    const wait = age < PATIENCE ? PATIENCE - age : PATIENCE;
    this.#stopTimer = this.#clock.after(wait, () => this.#check());
  }

  #check(): void {
    this.#stopTimer = undefined;
    const [oldest] = this.#requests;
    if (oldest === undefined) return;
    if (this.#clock.now() - oldest.time < PATIENCE) {
      this.#watch();
      return;
    }
    const stopTimer = this.#clock.after(PATIENCE, () => {
      this.#stopTimer = undefined;
      this.#pulse.onSilence(this.#mostLikely());
    });
    this.#stopTimer = stopTimer;
    const goOn = () => {
      if (this.#stopTimer !== stopTimer) return;
      this.#rest();
      this.#watch();
    };
    this.#pulse.ping().then(goOn, goOn);
  }

  /** The server works in order, so the first document that it was asked about holds the rest up. */
  #mostLikely(): readonly string[] {
    const requested = Array.from(this.#requests).find(({ uri }) => uri !== undefined)?.uri;
    const uri = requested ?? this.#documents[0]?.uri;
    return uri === undefined ? [] : [uri];
  }
}

interface SentRequest extends Request {
  readonly order: number;
  /** In milliseconds of the clock. */
  readonly time: number;
}

interface SentDocument {
  readonly uri: string;
  readonly order: number;
}

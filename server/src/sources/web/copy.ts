import type { Clock, Digest, FileRead, Log, Network, Storage } from '../../host';
import type { WebPlace } from '../reference';
import type { WebAccess } from './access';
import { readWebAddress } from './address';
import { SHORTEST_AGE } from './answer';
import { type Exchange, exchange, notAllowed } from './exchange';
import { decodeText, encodeText } from './standards';
import { type CopyFacts, readCopy, writeCopy } from './storedCopy';
import type { WebState } from './web';

/** What copies go through. */
export interface WebPorts {
  readonly network: Network;
  readonly storage: Storage | undefined;
  readonly access: WebAccess;
  readonly clock: Clock;
  /** Tells how long the web takes; that of commands goes on while their `clock` stands still. The clock where there is none. */
  readonly stopwatch?: Pick<Clock, 'now'> | undefined;
  readonly digest: Digest;
  readonly log: Log;
  /** Milliseconds since 1970, which may jump: for what people are told, and for ages from one run to the next. */
  date(): number;
  /** Called when a copy is another one, or does otherwise than before. */
  onChange(url: string): void;
}

/** How long a copy holds where nobody says so, in seconds. */
const USUAL_AGE = 3_600;
/** How long nobody is asked after a failure, in milliseconds: twice as long each time, up to an hour. */
const FIRST_PAUSE = 60_000;
const LONGEST_PAUSE = 3_600_000;

/** The copy of what is at one address: what is read is what was last received whole and matches all pins. */
export class WebCopy {
  readonly #url: string;
  readonly #ports: WebPorts;
  /** What each configuration says of it, by the URI of that. */
  readonly #places = new Map<string, WebPlace>();
  /** The key that it is stored under; undefined until it is known. */
  #key: string | undefined;
  #held: HeldCopy | undefined;
  /** When that was last confirmed, by the clock of this run. */
  #confirmedAt = 0;
  #failures = 0;
  /** Not before this, by the clock, is the web asked again. */
  #pauseUntil = 0;
  #failure: string | undefined;
  /** The pins that the last attempt was made for. */
  #triedPins = '';
  readonly #restored: Promise<void>;
  #asking: Promise<void> | undefined;

  constructor(url: string, ports: WebPorts) {
    this.#url = url;
    this.#ports = ports;
    this.#restored = this.#restore().catch(() => {});
  }

  /** Take what a configuration says of it now, and ask the web where that is due. */
  follow(place: WebPlace, namedBy: string): void {
    this.#places.set(namedBy, place);
    this.#asking ??= this.#askWhereDue().finally(() => {
      this.#asking = undefined;
    });
  }

  async read(): Promise<FileRead> {
    await this.#restored;
    const held = this.#usable();
    if (held !== undefined) return { kind: 'text', text: held.text };
    return { kind: 'refused', reason: this.#failure ?? 'it is being fetched' };
  }

  async stamp(): Promise<string> {
    await this.#restored;
    return this.#usable()?.facts.sha256 ?? `none: ${this.#failure}`;
  }

  get state(): WebState {
    return { confirmedAt: this.#usable()?.facts.confirmedAt, failure: this.#failure };
  }

  /** What is under way; undefined where nothing is. */
  get pending(): Promise<void> | undefined {
    return this.#asking;
  }

  /** Ask at the next occasion, whatever failed before. */
  forgetFailures(): void {
    this.#failures = 0;
    this.#pauseUntil = 0;
  }

  /** Ask at the next occasion, however fresh the copy is. */
  askAgain(): void {
    this.forgetFailures();
    this.#confirmedAt = Number.NEGATIVE_INFINITY;
  }

  /** Take the copy of an earlier run, where it is whole. */
  async #restore(): Promise<void> {
    const { storage, digest, clock, date } = this.#ports;
    this.#key = await digest(encodeText(this.#url));
    const copy = readCopy((await storage?.read(this.#key)) ?? new Uint8Array());
    if (copy === undefined || copy.facts.url !== this.#url) return;
    const text = decodeText(copy.bytes);
    if (text === undefined || (await digest(copy.bytes)) !== copy.facts.sha256) return;
    this.#held = { facts: copy.facts, text };
    // A clock that was set back meanwhile makes no copy fresh: it is confirmed sooner.
    const age = date() - copy.facts.confirmedAt;
    this.#confirmedAt = clock.now() - (age >= 0 ? age : Number.POSITIVE_INFINITY);
  }

  async #askWhereDue(): Promise<void> {
    await this.#restored;
    const pins = this.#pins();
    const pinned = [...pins].join(' ');
    // Somebody has written another pin, and waits for what comes of it.
    if (pinned !== this.#triedPins) this.forgetFailures();
    this.#triedPins = pinned;
    if (pins.size > 1) this.#tell(CONTRADICTION);
    else if (this.#isDue()) await this.#ask();
    else if (this.#failure === CONTRADICTION) this.#tell(undefined);
  }

  #isDue(): boolean {
    const now = this.#ports.clock.now();
    if (now < this.#pauseUntil) return false;
    const held = this.#usable();
    return held === undefined || now - this.#confirmedAt >= this.#lifetime(held) * 1_000;
  }

  /** In seconds. What a configuration says goes before what the server says. */
  #lifetime({ facts }: HeldCopy): number {
    const wanted = [...this.#places.values()].flatMap(({ maxAge }) => maxAge ?? []);
    const age = wanted.length > 0 ? Math.min(...wanted.slice(0, MOST_PLACES)) : (facts.maxAge ?? USUAL_AGE);
    return Math.max(SHORTEST_AGE, age);
  }

  async #ask(): Promise<void> {
    const { access } = this.#ports;
    const known = this.#usable();
    const namedBy = [...this.#places.keys()].at(-1) || undefined;
    const read = readWebAddress(this.#url);
    // The person may take their time to answer, or never do.
    if (read.kind === 'address' && !access.isAllowed(read.address)) this.#tell(notAllowed(read.address.host));
    try {
      const { network, clock, stopwatch = clock } = this.#ports;
      const question = { url: this.#url, namedBy, known: known?.facts };
      await this.#take(await exchange(question, { network, access, clock: stopwatch }), known);
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  async #take(came: Exchange, known: HeldCopy | undefined): Promise<void> {
    switch (came.kind) {
      case 'forbidden':
        this.#tell(came.reason);
        return;
      case 'failed':
        this.#fail(came.reason);
        return;
      case 'unchanged':
        if (known === undefined) return;
        await this.#hold({ facts: this.#confirmed(known.facts, came.maxAge), text: known.text });
        return;
      case 'copy': {
        const { bytes, text, ...said } = came;
        const sha256 = await this.#ports.digest(bytes);
        const pin = [...this.#pins()].find((pinned) => pinned !== sha256);
        if (pin !== undefined) {
          this.#fail(`its SHA-256 is ${sha256}, and it is pinned to ${pin}; see what has changed before you pin that`);
          return;
        }
        const { etag, lastModified, answeredBy, maxAge } = said;
        const facts = { url: this.#url, answeredBy, etag, lastModified, sha256, maxAge, confirmedAt: 0 };
        await this.#hold({ facts: this.#confirmed(facts, maxAge), text }, bytes);
      }
    }
  }

  #confirmed(facts: CopyFacts, maxAge: number | undefined): CopyFacts {
    return { ...facts, maxAge: maxAge ?? facts.maxAge, confirmedAt: Math.max(0, Math.trunc(this.#ports.date())) };
  }

  /** Serve a copy from now on, and keep it for later runs. */
  async #hold(copy: HeldCopy, received?: Uint8Array): Promise<void> {
    const isOther = this.#held?.facts.sha256 !== copy.facts.sha256;
    this.#held = copy;
    this.#confirmedAt = this.#ports.clock.now();
    this.forgetFailures();
    this.#tell(undefined, isOther);
    const { storage } = this.#ports;
    const bytes = received ?? (await this.#bytesOf(copy));
    if (storage !== undefined && this.#key !== undefined && bytes !== undefined) {
      await storage.write(this.#key, writeCopy(copy.facts, bytes));
    }
  }

  /** The bytes of a copy are not kept beside its text: that has them all, but for a byte order mark. */
  async #bytesOf({ facts, text }: HeldCopy): Promise<Uint8Array | undefined> {
    for (const start of ['', BYTE_ORDER_MARK]) {
      const bytes = encodeText(`${start}${text}`);
      if ((await this.#ports.digest(bytes)) === facts.sha256) return bytes;
    }
    return undefined;
  }

  #fail(reason: string): void {
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(this.#failures, MOST_DOUBLINGS));
    this.#failures++;
    this.#pauseUntil = this.#ports.clock.now() + pause;
    this.#tell(reason);
  }

  /** Take a failure, or that there is none; whoever follows hears of it where that is news. */
  #tell(failure: string | undefined, isOther = false): void {
    const isNews = this.#failure !== failure || isOther;
    this.#failure = failure;
    if (!isNews) return;
    const { log, onChange } = this.#ports;
    const read = readWebAddress(this.#url);
    const shown = read.kind === 'address' ? read.address.shown : 'an address of no use';
    if (failure === undefined) log.info(`${shown} is up to date`);
    else log.warn(`${shown} could not be fetched: ${failure}`);
    onChange(this.#url);
  }

  /** The copy, where it matches the pin of everyone who names it. */
  #usable(): HeldCopy | undefined {
    const held = this.#held;
    if (held === undefined) return undefined;
    for (const pin of this.#pins()) if (pin !== held.facts.sha256) return undefined;
    return held;
  }

  #pins(): ReadonlySet<string> {
    const all = [...this.#places.values()].flatMap(({ sha256, alsoPinned = [] }) =>
      [sha256 ?? [], ...alsoPinned].flat(),
    );
    return new Set(all.map((pin) => pin.toLowerCase()));
  }
}

/** A copy that was received whole. */
interface HeldCopy {
  readonly facts: CopyFacts;
  readonly text: string;
}

const CONTRADICTION = 'it is pinned to one digest here and to another there; write the same one in both';
const BYTE_ORDER_MARK = '\uFEFF';
/** Configurations that name one address and are heard about its age. */
const MOST_PLACES = 1_000;
/** So many, and the pause is the longest. */
const MOST_DOUBLINGS = 6;

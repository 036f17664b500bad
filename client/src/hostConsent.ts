/** Whom glossaries may be fetched from: what the person is asked, and what is made of the answer. Knows no VS Code. */

/** What a decision is made with. */
export interface ConsentPorts {
  /** Nothing in a workspace that nobody trusts makes the person be asked. */
  isTrusted(): boolean;
  /** Show the question; undefined where it is put off. */
  ask(host: string, namedBy: string | undefined): Promise<'allow' | 'never' | undefined>;
  /** Keep that a host is allowed, among the settings of the person. */
  allow(host: string): Promise<void>;
  /** The hosts that were refused for good. */
  refused(): readonly string[];
  refuse(host: string): Promise<void>;
}

/** Asks the person about hosts, at most once for each in a session, however many servers ask. */
export class HostConsent {
  readonly #ports: ConsentPorts;
  readonly #answers = new Map<string, Promise<boolean>>();

  constructor(ports: ConsentPorts) {
    this.#ports = ports;
  }

  /** Tell whether a glossary may be fetched from a host, as a server asks; whatever it asks, any doubt is a no. */
  mayFetch(params: unknown): Promise<boolean> {
    const host = readHost(fieldOf(params, 'host'));
    if (host === undefined || !this.#ports.isTrusted()) return Promise.resolve(false);
    const known = this.#answers.get(host);
    if (known !== undefined) return known;
    const namedBy = fieldOf(params, 'namedBy');
    const answer = this.#ask(host, namedBy === undefined ? undefined : shownName(namedBy)).catch(() => false);
    this.#answers.set(host, answer);
    return answer;
  }

  async #ask(host: string, namedBy: string | undefined): Promise<boolean> {
    const { ask, allow, refuse, refused } = this.#ports;
    if (refused().includes(host)) return false;
    const answer = await ask(host, namedBy);
    if (answer === 'never') await refuse(host);
    if (answer === 'allow') await allow(host);
    return answer === 'allow';
  }
}

/** Read a host as addresses and people have it, with a port at most; undefined where it is anything else. */
export function readHost(text: string | undefined): string | undefined {
  const host = text?.trim().toLowerCase().replace(/:443$/, '') ?? '';
  return host.length <= LONGEST_HOST && HOST.test(host) ? host : undefined;
}

const LONGEST_HOST = 260;
/** A name or an address, with a port at most. What is no ASCII stands there as `xn--…`, so that nobody is taken in. */
const HOST = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;

/** Name the file of a URI; a link in a message would be one that can be clicked, and a file may have any name. */
function shownName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1, uri.length);
  return decoded(last).replace(UNSAFE, '_').slice(0, LONGEST_NAME);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const LONGEST_NAME = 80;
/** Brackets and what steers the direction or the layout of a line. */
const UNSAFE = /[[\]()<>*_`\\]|\p{C}|[\u2028\u2029]/gu;

function fieldOf(params: unknown, name: string): string | undefined {
  const value = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

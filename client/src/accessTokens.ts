/** The access tokens of hosts. They stay where the editor keeps secrets. Knows no VS Code. */
import { readHost } from './hostConsent';

/** Where an editor keeps secrets, and what need not be one. */
export interface TokenPorts {
  /** Nothing in a workspace that nobody trusts makes a token be sent. */
  isTrusted(): boolean;
  readonly secrets: {
    get(key: string): PromiseLike<string | undefined>;
    store(key: string, value: string): PromiseLike<void>;
    delete(key: string): PromiseLike<void>;
  };
  /** The hosts with a token, for those who want to take one away: secrets are not listed. */
  hosts(): readonly string[];
  keepHosts(hosts: readonly string[]): PromiseLike<void>;
}

/** Keeps an access token for each host. */
export class AccessTokens {
  readonly #ports: TokenPorts;

  constructor(ports: TokenPorts) {
    this.#ports = ports;
  }

  /** Give the token of a host to a server that asks; null where there is none. */
  async tokenFor(params: unknown): Promise<string | null> {
    const named = typeof params === 'object' && params !== null ? Reflect.get(params, 'host') : undefined;
    const host = typeof named === 'string' ? readHost(named) : undefined;
    if (host === undefined || !this.#ports.isTrusted()) return null;
    return (await this.#ports.secrets.get(keyOf(host))) ?? null;
  }

  get hosts(): readonly string[] {
    return this.#ports.hosts();
  }

  async set(host: string, token: string): Promise<void> {
    await this.#ports.secrets.store(keyOf(host), token);
    await this.#ports.keepHosts([...new Set([...this.hosts, host])].sort());
  }

  async remove(host: string): Promise<void> {
    await this.#ports.secrets.delete(keyOf(host));
    await this.#ports.keepHosts(this.hosts.filter((other) => other !== host));
  }
}

/** Say what is wrong with a token; undefined where it can be sent. */
export function tokenProblem(token: string): string | undefined {
  if (token === '') return 'Enter the token that the host gave you';
  if (token.length > LONGEST_TOKEN) return `A token has ${LONGEST_TOKEN} characters at most`;
  return /^[\x21-\x7e]+$/.test(token) ? undefined : 'A token has letters, digits and signs, and no spaces';
}

/** In characters: servers take no header that is much longer. */
const LONGEST_TOKEN = 4_096;

function keyOf(host: string): string {
  return `glossaryLens.token:${host}`;
}

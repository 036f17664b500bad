import { readHost, type WebAddress } from './address';
import { isLocalHost } from './internetAddress';

/** What may be asked of the web, and as whom. Only the person decides: nothing that a workspace says changes it. */
export interface WebAccess {
  /** Tell whether a host may be asked, by what is known already. */
  isAllowed(address: WebAddress): boolean;
  /** Ask the person about a host that is not allowed yet, at most once; false where nobody can be asked. */
  mayAllow(address: WebAddress, namedBy: string | undefined): Promise<boolean>;
  /** Give the access token of a host, `host:port` where the port is not the usual one. */
  token(host: string): Promise<string | undefined>;
  /** Look at the list again for hosts that the person has been asked about and has not answered for. */
  reconsider(): void;
}

/** Where decisions of the person come from. */
export interface WebAccessSources {
  /** As the person wrote them, asked anew each time. */
  allowedHosts(): readonly string[];
  /** Nothing in a workspace that nobody trusts makes the server ask the web for anything. */
  isTrusted(): boolean;
  /** Show the question to the person; undefined where the client cannot. */
  readonly ask?: ((question: HostQuestion) => Promise<boolean>) | undefined;
  token(host: string): Promise<string | undefined>;
}

export interface HostQuestion {
  readonly host: string;
  readonly url: string;
  /** The URI of what names the glossary. */
  readonly namedBy?: string;
}

/** Hosts that one person is asked about, in one run: nobody names more, and a hostile file shall not go on for ever. */
const MOST_QUESTIONS = 16;

/** Make what decides about hosts, for one run. */
export function createWebAccess(sources: WebAccessSources): WebAccess {
  const answers = new Map<string, boolean>();
  const questions = new Map<string, Promise<boolean>>();
  /** Hosts that were in the list: one that is taken out of it again is not allowed, whatever was answered before. */
  const listed = new Set<string>();

  /** Questions without an answer. */
  const open = new Map<string, () => void>();

  function isListed(host: string): boolean {
    return sources.allowedHosts().some((allowed) => readHost(allowed) === host);
  }

  /** The person may leave the question open for ever, and write the host into the list by hand. */
  async function ask(address: WebAddress, namedBy: string | undefined): Promise<boolean> {
    const { host, shown: url } = address;
    const question = { host, url, ...(namedBy === undefined ? {} : { namedBy }) };
    const isAllowed = await new Promise<boolean>((resolve) => {
      open.set(host, () => resolve(true));
      Promise.resolve(sources.ask?.(question)).then(
        (answer) => resolve(answer === true),
        () => resolve(false),
      );
    });
    open.delete(host);
    answers.set(host, isAllowed);
    return isAllowed;
  }

  return {
    isAllowed({ host }) {
      if (!sources.isTrusted()) return false;
      if (isListed(host)) {
        listed.add(host);
        return true;
      }
      return answers.get(host) === true && !listed.has(host);
    },
    mayAllow(address, namedBy) {
      const { host, hostname } = address;
      if (listed.has(host)) return Promise.resolve(false);
      const known = questions.get(host);
      if (known !== undefined) return known;
      // This machine and its surroundings are no matter of a quick yes: who means it writes it down.
      const canAsk = sources.ask !== undefined && sources.isTrusted() && !isLocalHost(hostname);
      if (!canAsk || questions.size >= MOST_QUESTIONS) return Promise.resolve(false);
      const question = ask(address, namedBy);
      questions.set(host, question);
      return question;
    },
    token: (host) => sources.token(host),
    reconsider() {
      for (const [host, allow] of [...open]) if (isListed(host)) allow();
    },
  };
}

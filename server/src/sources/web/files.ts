import type { Clock, Files, Host } from '../../host';
import { createWebAccess, type WebAccessSources } from './access';
import { WebCopies } from './copies';
import type { WebFiles } from './web';

/** Glossaries on the web, of a server or a command. */
export interface FollowedWebFiles extends WebFiles {
  /** Ask again for what could not be fetched, at the next occasion. */
  forgetFailures(): void;
  /** Ask again for everything, at the next occasion. */
  askAgain(): void;
}

/** What only the server or the command knows. */
export interface WebOptions extends Pick<WebAccessSources, 'isTrusted' | 'ask'> {
  /** Of the settings of the person, asked anew each time. */
  allowedHosts(): readonly string[];
  /** Give the access token of a host that the client keeps. */
  token?(host: string): Promise<string | undefined>;
  /** Tells how long the web takes, where the clock of the host stands still. */
  readonly stopwatch?: Pick<Clock, 'now'>;
  /** Called when a copy is another one, or does otherwise than before. */
  onChange(url: string): void;
}

/**
 * Make what follows glossaries on the web; undefined where nothing is asked of the web. Most sessions name none: what does the
 * work is made with the first.
 */
export function createWebFiles(host: Host, options: WebOptions): FollowedWebFiles | undefined {
  const { network, storage, digest, clock, log, webDefaults } = host;
  if (network === undefined || digest === undefined) return undefined;
  let copies: WebCopies | undefined;

  const create = (): WebCopies => {
    const access = createWebAccess({
      allowedHosts: () => [...options.allowedHosts(), ...(webDefaults?.allowedHosts ?? [])],
      isTrusted: options.isTrusted,
      ask: options.ask,
      token: async (name) => webDefaults?.token(name) ?? options.token?.(name),
    });
    const { onChange, stopwatch } = options;
    const date = () => Date.now();
    return new WebCopies({ network, storage, access, clock, stopwatch, digest, log, date, onChange });
  };

  return {
    follow(place, namedBy) {
      copies ??= create();
      copies.follow(place, namedBy);
    },
    has: (uri) => copies?.has(uri) === true,
    read: async (uri) => (await copies?.read(uri)) ?? { kind: 'absent' },
    stamp: async (uri) => copies?.stamp(uri),
    stateOf: (url) => copies?.stateOf(url),
    settled: async () => copies?.settled(),
    forgetFailures: () => copies?.forgetFailures(),
    askAgain: () => copies?.askAgain(),
  };
}

/** Read glossaries on the web as if they were files under their addresses; all else is a file. */
export function withWeb(files: Files, web: WebFiles | undefined): Files {
  if (web === undefined) return files;
  const contents = files.contents?.bind(files);
  return {
    read: (uri) => (web.has(uri) ? web : files).read(uri),
    stamp: (uri) => (web.has(uri) ? web : files).stamp(uri),
    readBytes: (uri) => files.readBytes(uri),
    list: (uri) => files.list(uri),
    ...(contents === undefined ? {} : { contents }),
  };
}

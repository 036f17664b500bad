import type { Connection } from 'vscode-languageserver';
import { AllowHostRequest, TokenRequest } from './protocol';
import type { HostQuestion } from './sources/webAccess';

/** What only the person knows, who sits before the client. */
export interface ClientAccess {
  /** Ask whether a host may be asked for glossaries; any answer but yes is no. */
  ask(question: HostQuestion): Promise<boolean>;
  /** Give the access token of a host; undefined where there is none. */
  token(host: string): Promise<string | undefined>;
}

/** Ask the person through a client that says that it can. */
export function clientAccess(connection: Connection): ClientAccess {
  return {
    ask: async ({ host, url, namedBy }) =>
      (await connection.sendRequest<unknown>(AllowHostRequest.method, {
        host,
        url,
        ...(namedBy === undefined ? {} : { namedBy }),
      })) === true,
    async token(host) {
      try {
        const token = await connection.sendRequest<unknown>(TokenRequest.method, { host });
        return typeof token === 'string' && token !== '' ? token : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

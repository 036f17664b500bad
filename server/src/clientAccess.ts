import type { Connection } from 'vscode-languageserver';
import type { Clock } from './host';
import { withinTime } from './patience';
import { AllowHostRequest, TokenRequest } from './protocol';
import type { HostQuestion } from './sources/web/access';

/** What only the person knows, who sits before the client. */
export interface ClientAccess {
  /** Ask whether a host may be asked for glossaries; any answer but yes is no. It may never come: people take their time. */
  ask(question: HostQuestion): Promise<boolean>;
  /** Give the access token of a host; undefined where there is none. */
  token(host: string): Promise<string | undefined>;
}

/** A client that does not say whether it has a token is taken to have none after so many milliseconds. */
const LONGEST_ANSWER = 10_000;

/** Ask the person through a client that says that it can. */
export function clientAccess(connection: Connection, clock: Clock): ClientAccess {
  return {
    ask: async ({ host, url, namedBy }) =>
      (await connection.sendRequest<unknown>(AllowHostRequest.method, {
        host,
        url,
        ...(namedBy === undefined ? {} : { namedBy }),
      })) === true,
    async token(host) {
      try {
        const asked = connection.sendRequest<unknown>(TokenRequest.method, { host });
        const token = await withinTime(asked, LONGEST_ANSWER, clock);
        return typeof token === 'string' && token !== '' ? token : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

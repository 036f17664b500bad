import type { Connection } from 'vscode-languageserver';
import type { Clock, Storage } from './host';
import { withinTime } from './patience';
import { ReadStoredRequest, WriteStoredRequest } from './protocol';

/** A client that does not answer has nothing after so many milliseconds: nobody waits for it for ever. */
const LONGEST_ANSWER = 5_000;

/** Keep bytes with the client, where the server has no disk. A client that is not ours keeps nothing. */
export function clientStorage(connection: Connection, clock: Clock): Storage {
  return {
    async read(key) {
      try {
        const asked = connection.sendRequest<unknown>(ReadStoredRequest.method, { key });
        const bytes = await withinTime(asked, LONGEST_ANSWER, clock);
        return bytes instanceof Uint8Array ? bytes : undefined;
      } catch {
        return undefined;
      }
    },
    async write(key, bytes) {
      try {
        await withinTime(connection.sendRequest(WriteStoredRequest.method, { key, bytes }), LONGEST_ANSWER, clock);
      } catch {
        // It is asked for again in the next session.
      }
    },
  };
}

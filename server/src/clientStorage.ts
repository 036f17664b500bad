import type { Connection } from 'vscode-languageserver';
import type { Storage } from './host';
import { ReadStoredRequest, WriteStoredRequest } from './protocol';

/** Keep bytes with the client, where the server has no disk. A client that is not ours keeps nothing. */
export function clientStorage(connection: Connection): Storage {
  return {
    async read(key) {
      try {
        const bytes = await connection.sendRequest<unknown>(ReadStoredRequest.method, { key });
        return bytes instanceof Uint8Array ? bytes : undefined;
      } catch {
        return undefined;
      }
    },
    async write(key, bytes) {
      try {
        await connection.sendRequest(WriteStoredRequest.method, { key, bytes });
      } catch {
        // It is asked for again in the next session.
      }
    },
  };
}

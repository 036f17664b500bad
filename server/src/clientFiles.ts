import type { Connection } from 'vscode-languageserver';
import type { Files } from './host';
import { ListFolderRequest, ReadFileRequest, StampFileRequest } from './protocol';

/** Reach files through the client: on the web, and in workspaces that are not on this machine's disk. */
export function clientFiles(connection: Connection): Files {
  /** A client that is not ours does not know these requests, and then there is no such file. */
  async function ask<Result>(method: string, uri: string, otherwise: Result): Promise<Result> {
    try {
      return await connection.sendRequest<Result>(method, { uri });
    } catch {
      return otherwise;
    }
  }

  return {
    read: (uri) => ask(ReadFileRequest.method, uri, { kind: 'absent' }),
    list: (uri) => ask(ListFolderRequest.method, uri, []),
    stamp: async (uri) => (await ask<string | null>(StampFileRequest.method, uri, null)) ?? undefined,
  };
}

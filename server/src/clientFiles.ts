import type { Connection } from 'vscode-languageserver';
import type { FileRead, Files } from './host';
import { ListFolderRequest, ReadFileRequest, StampFileRequest } from './protocol';

/** Reach files through the client: on the web, and in workspaces that are not on this machine's disk. */
export function clientFiles(connection: Connection): Files {
  /** A client that is not ours does not know these requests, and fails or answers null: then there is no such file. */
  async function ask<Result>(method: string, uri: string): Promise<Result | undefined> {
    try {
      return (await connection.sendRequest<Result | null>(method, { uri })) ?? undefined;
    } catch {
      return undefined;
    }
  }

  return {
    read: async (uri) => (await ask<FileRead>(ReadFileRequest.method, uri)) ?? { kind: 'absent' },
    list: async (uri) => (await ask<readonly string[]>(ListFolderRequest.method, uri)) ?? [],
    stamp: (uri) => ask<string>(StampFileRequest.method, uri),
  };
}

import type { Connection } from 'vscode-languageserver';
import type { FileRead, Files } from './host';
import {
  type BytesAnswer,
  type ContentsAnswer,
  FolderContentsRequest,
  ListFolderRequest,
  ReadBytesRequest,
  ReadFileRequest,
  StampFileRequest,
} from './protocol';

/**
 * Reach files through the client: on the web, and in workspaces that are not on this machine's disk. Bytes come over a
 * channel that carries them alone, as that to a worker does.
 */
export function clientFiles(connection: Connection, decode: (utf8: Uint8Array) => string): Files {
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
    async readBytes(uri) {
      const answer = await ask<BytesAnswer>(ReadBytesRequest.method, uri);
      if (answer?.kind !== 'bytes') return answer ?? { kind: 'absent' };
      const { bytes } = answer;
      if (!(bytes instanceof Uint8Array)) return { kind: 'refused', reason: 'the client sends no bytes' };
      return { kind: 'bytes', bytes, text: (start, end) => decode(bytes.subarray(start, end)) };
    },
    list: async (uri) => (await ask<readonly string[]>(ListFolderRequest.method, uri)) ?? [],
    contents: (uri) => ask<ContentsAnswer>(FolderContentsRequest.method, uri),
    stamp: (uri) => ask<string>(StampFileRequest.method, uri),
  };
}

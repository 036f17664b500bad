import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import { clientFiles } from '../server/src/clientFiles';
import type { Files } from '../server/src/host';
import { type Incoming, Wire } from './support/wire';

/** Files of a client that answers every request alike. */
function filesOf(answer: { readonly result: unknown } | { readonly error: object }): Files {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const connection = createConnection(toServer, toClient);
  connection.listen();
  const wire: Wire = new Wire(toClient, toServer, ({ id }: Incoming) => wire.send({ id, ...answer }));
  return clientFiles(connection, () => '');
}

const strangers: readonly (readonly [name: string, files: () => Files])[] = [
  ['answers unknown requests with null', () => filesOf({ result: null })],
  ['answers unknown requests with an error', () => filesOf({ error: { code: -32601, message: 'Unknown' } })],
];

describe('clientFiles', () => {
  for (const [name, files] of strangers) {
    it(`has no files where a client ${name}`, async () => {
      assert.deepEqual(await files().read('memfs:/a.yaml'), { kind: 'absent' });
      assert.deepEqual(await files().readBytes('memfs:/a.pack'), { kind: 'absent' });
      assert.deepEqual(await files().list('memfs:/'), []);
      assert.equal(await files().stamp('memfs:/a.yaml'), undefined);
    });
  }
});

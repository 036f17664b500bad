import { strict as assert } from 'node:assert';
import { PassThrough, Writable } from 'node:stream';
import { MessageJoiner } from '../../server/src/node/messageJoiner';

/** Write pieces, and tell the pieces that come out. */
async function joined(pieces: readonly string[]): Promise<readonly string[]> {
  const out: string[] = [];
  const joiner = new MessageJoiner(
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        out.push(chunk.toString());
        done();
      },
    }),
  );
  for (const piece of pieces) await new Promise((resolve) => joiner.write(piece, resolve));
  return out;
}

const header = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`;

describe('the joiner of messages', () => {
  it('writes a header with its body', async () => {
    const bodies = ['{"a":"é"}', '{}', 'Content-Length: 1'];
    assert.deepEqual(
      await joined(bodies.flatMap((body) => [header(body), body])),
      bodies.map((body) => header(body) + body),
    );
  });

  it('passes on what comes in one piece', async () => {
    assert.deepEqual(await joined(['{}', 'more']), ['{}', 'more']);
  });

  for (const reason of [new Error('EPIPE'), undefined]) {
    it(`ends ${reason === undefined ? 'without' : 'with'} an error where its output does`, async () => {
      const output = new PassThrough();
      const joiner = new MessageJoiner(output);
      const errors: unknown[] = [];
      joiner.on('error', (error) => errors.push(error));
      const closed = new Promise((resolve) => joiner.on('close', resolve));
      output.destroy(reason);
      await closed;
      assert.deepEqual(errors, reason === undefined ? [] : [reason]);
    });
  }
});

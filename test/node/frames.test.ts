import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { FrameGuard, LONGEST_HEADER, LONGEST_MESSAGE } from '../../server/src/node/frames';

const frame = (body: string, header = '') => `${header}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** Show chunks to a guard: why it throws, if it does. */
function faultIn(chunks: readonly Uint8Array[]): string | undefined {
  const guard = new FrameGuard();
  try {
    for (const chunk of chunks) guard.check(Buffer.from(chunk));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('the guard of frames', () => {
  it('lets good messages pass, however they are cut', () => {
    const body = fc.string({ unit: 'binary', maxLength: 60 });
    const header = fc.constantFrom('', 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n', 'X: y:z\r\n');
    const messages = fc.array(fc.tuple(body, header), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(messages, fc.array(fc.nat({ max: 20 }), { maxLength: 60 }), (frames, lengths) => {
        const bytes = Buffer.from(frames.map(([text, fields]) => frame(text, fields)).join(''));
        const chunks: Buffer[] = [];
        let offset = 0;
        for (const length of lengths) {
          chunks.push(bytes.subarray(offset, offset + length));
          offset += length;
        }
        assert.equal(faultIn([...chunks, bytes.subarray(offset)]), undefined);
      }),
      { numRuns: 300 },
    );
  });

  it('lets every cut of a message in two pass', () => {
    const bytes = Buffer.from(frame('{"a":"é"}') + frame('') + frame('{}', 'Content-Type: x\r\n'));
    for (let cut = 0; cut <= bytes.length; cut++) {
      assert.equal(faultIn([bytes.subarray(0, cut), bytes.subarray(cut)]), undefined);
    }
  });

  const good: readonly (readonly [string, string])[] = [
    ['any case of the name', 'content-LENGTH:2\r\n\r\n{}'],
    ['white space around the length', 'Content-Length: \t2 \r\n\r\n{}'],
    ['the longest header', `Content-Length: 2\r\nX:${'x'.repeat(LONGEST_HEADER - 21)}\r\n\r\n{}`],
    ['the longest message, as far as it came', `Content-Length: ${LONGEST_MESSAGE}\r\n\r\n{`],
  ];
  for (const [name, text] of good) {
    it(`lets ${name} pass`, () => assert.equal(faultIn([Buffer.from(text)]), undefined));
  }

  const bad: readonly (readonly [string, string])[] = [
    ['a length that is no number', 'Content-Length: abc\r\n\r\n{}'],
    ['a negative length', 'Content-Length: -5\r\n\r\n{}'],
    ['a fraction', 'Content-Length: 2.5\r\n\r\n{}'],
    ['a hexadecimal length', 'Content-Length: 0x2\r\n\r\n{}'],
    ['an empty length', 'Content-Length:\r\n\r\n{}'],
    ['a huge length', 'Content-Length: 9999999999\r\n\r\n{}'],
    ['a length of more digits than numbers have', `Content-Length: ${'9'.repeat(400)}\r\n\r\n{}`],
    ['a length just above the limit', `Content-Length: ${LONGEST_MESSAGE + 1}\r\n\r\n{}`],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    ['no length', 'Content-Type: x\r\n\r\n{}'],
    ['no header', '\r\n\r\n{}'],
    ['garbage for a header', 'garbage\r\n\r\n'],
    ['garbage in a header', 'garbage\r\nContent-Length: 2\r\n\r\n{}'],
    ['a line break before the header', `\n${frame('{}')}`],
    ['line feeds alone', 'Content-Length: 2\n\n{}\r\n\r\n'],
    ['a header just above the limit', `Content-Length: 2\r\nX:${'x'.repeat(LONGEST_HEADER - 20)}\r\n\r\n{}`],
    ['a header without an end', 'x'.repeat(LONGEST_HEADER + 4)],
    ['a header of a megabyte', `X:${'x'.repeat(1_000_000)}\r\n\r\n`],
    ['a body longer than its length', 'Content-Length: 2\r\n\r\n{}}}\r\n\r\n'],
  ];
  for (const [name, text] of bad) {
    it(`fails at ${name}, in one piece and in many`, () => {
      const bytes = Buffer.from(frame('{"good":1}') + text);
      const single = Array.from(bytes.subarray(0, 9000), (byte) => Uint8Array.of(byte));
      for (const chunks of [[bytes], single]) {
        assert.match(faultIn(chunks) ?? 'none', /^The client sent a message that cannot be read: /);
      }
    });
  }
});

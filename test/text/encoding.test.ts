import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodingOf, utf8Fault } from '../../server/src/text/encoding';

describe('encodingOf', () => {
  const rows: readonly (readonly [name: string, bytes: readonly number[], expected: string])[] = [
    ['nothing', [], 'utf-8'],
    ['half a mark', [0xff], 'utf-8'],
    ['the low byte first', [0xff, 0xfe, 0x61, 0], 'utf-16le'],
    ['the high byte first', [0xfe, 0xff, 0, 0x61], 'utf-16be'],
    ['the mark of UTF-8', [0xef, 0xbb, 0xbf], 'utf-8'],
  ];
  for (const [name, bytes, expected] of rows) {
    it(`${name}: ${expected}`, () => assert.equal(encodingOf(Uint8Array.from(bytes)), expected));
  }
});

describe('utf8Fault', () => {
  it('finds no fault where a strict decoder finds none, and one where it does', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const isValid = (bytes: Uint8Array) => {
      try {
        decoder.decode(bytes);
        return true;
      } catch {
        return false;
      }
    };
    const near = fc.constantFrom(
      0x00,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc0,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xf0,
      0xf4,
      0xf5,
    );
    fc.assert(
      fc.property(fc.array(near, { maxLength: 6 }), (units) => {
        const bytes = Uint8Array.from(units);
        const fault = utf8Fault(bytes);
        assert.equal(fault === undefined, isValid(bytes));
        if (fault !== undefined) assert.ok(isValid(bytes.subarray(0, fault)));
      }),
      { numRuns: 5000 },
    );
  });
});

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { outputFormats } from '../../../server/src/cli/formats';
import { excerptOf } from '../../../server/src/cli/formats/excerpt';
import { commandsIn, finding, run } from './runs';

const terminal = { isStyled: false, width: 80 };

/** Any text, with what steers terminals and runners in every order. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('##', '#', '[', ']', '::', 'vso', 'error', '\n', '\r', '\t', ' ', '%0A', '\ud800', '\udc00'),
      fc.constantFrom('\u001b', '\u202e', '\u200d', '\ufe0f', '👩', '使', 'e\u0301', '<', '&', '"', '\\', '|', '`'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));
const place = fc.record({ line: fc.integer({ min: 1, max: 9 }), column: fc.integer({ min: 1, max: 40 }) });

/** What steers a terminal or turns text around, wherever it stands. */
const STEERING = /(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;

describe('the output formats', () => {
  it('have names of their own, the usual one first', () => {
    const names = outputFormats.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    assert.equal(names[0], 'pretty');
  });

  for (const { name, write } of outputFormats) {
    it(`${name} writes whatever a run holds, and steers nothing`, () => {
      fc.assert(
        fc.property(text, text, text, place, place, (path, message, line, start, end) => {
          const fix = { title: message, isSafe: true, edits: [{ start, end, text: line }] };
          const related = [{ message: line, path: message, start }];
          const one = finding('', { check: line, message, line, start, end, fix, related });
          const output = write(run({ [path]: [one] }, { unreadable: [{ path, reason: message }] }), terminal);
          // The runner looks at the start of its own commands, which are what the format is for.
          assert.deepEqual(name === 'github' ? [] : commandsIn(output), []);
          assert.doesNotMatch(output, STEERING);
          assert.ok(output === '' || output.endsWith('\n'));
        }),
        { numRuns: 200 },
      );
    });
  }

  it('cut a line of ASCII to the width, and mark what the finding is about', () => {
    const ascii = fc.string({ unit: 'binary-ascii', maxLength: 200 }).map((line) => line.replace(/[^!"$-~]/g, 'x'));
    fc.assert(
      fc.property(
        ascii,
        fc.nat(200),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 20, max: 120 }),
        (line, start, length, width) => {
          const { text: shown, underline } = excerptOf(line, { start, end: start + length }, width);
          assert.ok(shown.length <= width, shown);
          const from = underline.indexOf('^');
          const marked = shown.slice(from, underline.length);
          assert.ok(line.slice(start, start + length).startsWith(marked), `${marked} in ${line}`);
        },
      ),
    );
  });
});

import { strict as assert } from 'node:assert';
import { isStyled, visible, widthOf, wrap } from '../../server/src/cli/terminal';

const terminal = { isTTY: true, columns: 80 };
const pipe = {};

describe('the terminal', () => {
  const styles: readonly (readonly [string, object, NodeJS.ProcessEnv, boolean])[] = [
    ['is styled', terminal, {}, true],
    ['is plain in a pipe', pipe, {}, false],
    ['is plain where NO_COLOR says so', terminal, { NO_COLOR: '1' }, false],
    ['takes an empty NO_COLOR for none', terminal, { NO_COLOR: '' }, true],
    ['is styled in a pipe where FORCE_COLOR says so', pipe, { FORCE_COLOR: '1' }, true],
    ['is plain where FORCE_COLOR is 0', terminal, { FORCE_COLOR: '0' }, false],
    ['obeys FORCE_COLOR before NO_COLOR, as Node does', pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['is plain where it can do no more', terminal, { TERM: 'dumb' }, false],
  ];
  for (const [name, stream, environment, expected] of styles) {
    it(name, () => assert.equal(isStyled(stream, environment), expected));
  }

  const widths: readonly (readonly [string, object, number | undefined])[] = [
    ['has a width', terminal, 80],
    ['is read in lines of 100 columns at most', { isTTY: true, columns: 300 }, 100],
    ['has no width in a pipe', { columns: 80 }, undefined],
  ];
  for (const [name, stream, expected] of widths) {
    it(name, () => assert.equal(widthOf(stream), expected));
  }

  const lines: readonly (readonly [string, string, number | undefined, string])[] = [
    ['breaks a line between words', 'one two three', 8, 'one two\nthree'],
    ['keeps lines that fit', 'one two\n\nthree', 8, 'one two\n\nthree'],
    ['keeps a word that is too long', 'a abcdefghij b', 5, 'a\nabcdefghij\nb'],
    ['indents the rest of a list item', '- one two three', 9, '- one two\n  three'],
    ['keeps all lines in a pipe', 'one two three', undefined, 'one two three'],
  ];
  for (const [name, text, width, expected] of lines) {
    it(name, () => assert.equal(wrap(text, width), expected));
  }

  it('shows what would steer it', () => {
    assert.equal(visible('a\u001b[31m\r\u0007\u009b\u202eb\t\n'), 'a\\u001B[31m\\u000D\\u0007\\u009B\\u202Eb\t\n');
  });
});

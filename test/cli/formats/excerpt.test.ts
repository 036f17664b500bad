import { strict as assert } from 'node:assert';
import { excerptOf } from '../../../server/src/cli/formats/excerpt';
import { unmark } from '../../support/marked';

/** A line with the mark in it, the columns there are, and what a terminal shows. */
const rows: readonly (readonly [string, string, number, string, string])[] = [
  ['marks the stretch', 'We run ⟦k8s⟧ here', 40, 'We run k8s here', '       ^^^'],
  ['marks a place without width', 'We run ⟦⟧k8s', 40, 'We run k8s', '       ^'],
  ['marks the end of a line', 'We run⟦⟧', 40, 'We run', '      ^'],
  ['shows a tab as four columns', '\tWe\t⟦run⟧', 40, '    We    run', '          ^^^'],
  ['marks all of a tab', 'a⟦\t⟧b', 40, 'a    b', ' ^^^^'],
  ['counts two columns for wide letters', '使う⟦ポッド⟧は', 40, '使うポッドは', '    ^^^^^^'],
  ['counts two columns for fullwidth ASCII', 'Ａ⟦Ｂ⟧', 40, 'ＡＢ', '  ^^'],
  ['counts two columns for an emoji', '🚀 ⟦go⟧ 👩‍💻', 40, '🚀 go 👩‍💻', '   ^^'],
  ['counts two columns for a family', '👩‍👩‍👧‍👦⟦x⟧', 40, '👩‍👩‍👧‍👦x', '  ^'],
  ['counts two columns for a heart that is a picture', '❤️⟦x⟧', 40, '❤️x', '  ^'],
  ['counts no column for a mark on a letter', 'e\u0301te\u0301 ⟦x⟧', 40, 'e\u0301te\u0301 x', '    ^'],
  ['counts two columns for a syllable in the making', '\u1112\u1161\u11ab⟦x⟧', 40, '\u1112\u1161\u11abx', '  ^'],
  ['counts two columns for a flag', '🇯🇵⟦x⟧', 40, '🇯🇵x', '  ^'],
  ['counts the columns of an escape', 'a\u001b[0m⟦x⟧', 40, 'a\\u001B[0mx', '          ^'],
  ['escapes what turns text around', 'a\u202e⟦x⟧', 40, 'a\\u202Ex', '       ^'],
  ['escapes half of a pair', 'a\ud800⟦x⟧', 40, 'a\\uD800x', '       ^'],
  ['breaks the commands of runners', 'a ##[⟦group⟧]', 40, 'a #\\u0023[group]', '          ^^^^^'],
  ['breaks a command with the mark inside', '##⟦vso[⟧x', 40, '#\\u0023vso[x', '       ^^^^'],
  ['keeps hashes that are none', '# a ## b #1 ⟦c⟧', 40, '# a ## b #1 c', '            ^'],
  ['cuts behind the stretch', '⟦one⟧ two three four five', 12, 'one two thr…', '^^^'],
  ['cuts before the stretch', 'one two three four ⟦five⟧', 12, '…e four five', '        ^^^^'],
  ['cuts on both sides', 'aaaaaaaaaa ⟦b⟧ cccccccccc', 11, '…aaa b ccc…', '     ^'],
  ['cuts the stretch itself', 'a ⟦bbbbbbbbbbbbbbbbbbbb⟧ c', 10, '…bbbbbbbb…', ' ^^^^^^^^'],
  ['shows a line that just fits', 'one ⟦two⟧', 7, 'one two', '    ^^^'],
  ['never cuts a wide letter in two', '⟦使使使使使使⟧', 8, '使使使…', '^^^^^^'],
];

describe('an excerpt', () => {
  for (const [name, marked, width, text, underline] of rows) {
    it(name, () => {
      const { text: line, spans } = unmark(marked);
      assert.deepEqual(excerptOf(line, spans[0] ?? assert.fail(), width), { text, underline });
    });
  }

  it('stays within bounds that the document does not keep', () => {
    assert.deepEqual(excerptOf('ab', { start: 5, end: 9 }, 20), { text: 'ab', underline: '  ^' });
    assert.deepEqual(excerptOf('ab', { start: 1, end: 9 }, 20), { text: 'ab', underline: ' ^' });
    assert.deepEqual(excerptOf('', { start: 0, end: 0 }, 20), { text: '', underline: '^' });
  });

  it('looks at no more of a long line than it shows', () => {
    const line = `${'a '.repeat(2_000_000)}here${' b'.repeat(2_000_000)}`;
    const started = performance.now();
    for (let index = 0; index < 200; index++) {
      const { text } = excerptOf(line, { start: 4_000_000, end: 4_000_004 }, 80);
      assert.match(text, /^….*here.*…$/);
      assert.equal(text.length, 80);
    }
    // A look at the whole line would take 20 milliseconds each time, 4 seconds in all.
    assert.ok(performance.now() - started < 2_000);
  });
});

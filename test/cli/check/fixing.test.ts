import { strict as assert } from 'node:assert';
import type { Finding, Fix } from '../../../server/src/analysis/finding';
import { fixText, MOST_PASSES } from '../../../server/src/cli/check/fixing';

/** Make a check that finds each `from` and would put `to` in its place. */
function replacing(pairs: Readonly<Record<string, string>>, isSafe = true): (text: string) => readonly Finding[] {
  return (text) =>
    Object.entries(pairs).flatMap(([from, to]) =>
      [...text.matchAll(new RegExp(from, 'g'))].map(({ index, 0: found }) =>
        finding({ title: to, isSafe, edits: [{ span: { start: index, end: index + found.length }, text: to }] }),
      ),
    );
}

function finding(fix: Fix): Finding {
  const span = fix.edits[0]?.span ?? { start: 0, end: 0 };
  return { check: 'c', severity: 'warning', span, message: 'm', fixes: [fix], related: [], isDeprecated: false };
}

describe('fixes', () => {
  const rows: readonly (readonly [string, string, (text: string) => readonly Finding[], string, number])[] = [
    ['are made all over a text', 'gizmo and gizmo', replacing({ gizmo: 'widget' }), 'widget and widget', 2],
    ['make room for others', 'a', replacing({ a: 'b', b: 'c', c: 'd' }), 'd', 3],
    ['that meet wait for one another', 'abc', replacing({ ab: 'x', bc: 'y' }), 'xc', 1],
    ['that touch wait for one another', 'ab', replacing({ a: 'x', b: 'y' }), 'xy', 2],
    ['that nobody has looked at are not made', 'gizmo', replacing({ gizmo: 'widget' }, false), 'gizmo', 0],
    ['that undo each other come to an end', 'a', replacing({ a: 'b', b: 'a' }), 'b', 1],
    ['that never end come to an end', 'a', replacing({ a$: 'ba' }), `${'b'.repeat(MOST_PASSES)}a`, MOST_PASSES],
  ];
  for (const [name, text, check, expected, count] of rows) {
    it(name, () => {
      const fixed = fixText(text, check, MOST_PASSES);
      assert.equal(fixed.text, expected);
      assert.equal(fixed.fixedCount, count);
      assert.deepEqual(fixed.found, check(text));
      assert.deepEqual(fixed.left, check(expected));
    });
  }

  it('are made as a whole or not at all', () => {
    const both = finding({
      title: 'both',
      isSafe: true,
      edits: [
        { span: { start: 0, end: 1 }, text: 'X' },
        { span: { start: 4, end: 5 }, text: 'Y' },
      ],
    });
    const one = finding({ title: 'one', isSafe: true, edits: [{ span: { start: 4, end: 5 }, text: 'Z' }] });
    const fixed = fixText('a b c', (text) => (text.startsWith('a') ? [both, one] : []), MOST_PASSES);
    assert.equal(fixed.text, 'X b Y');
  });

  for (const [name, edits] of [
    [
      'out of order',
      [
        { span: { start: 2, end: 3 }, text: '' },
        { span: { start: 0, end: 1 }, text: '' },
      ],
    ],
    ['outside of the text', [{ span: { start: 2, end: 9 }, text: '' }]],
    ['back to front', [{ span: { start: 2, end: 1 }, text: '' }]],
  ] as const) {
    it(`that are ${name} are a fault of ours`, () => {
      const check = () => [finding({ title: 't', isSafe: true, edits })];
      assert.throws(() => fixText('abc', check, MOST_PASSES), /is out of order/);
    });
  }

  it('are not looked for where no pass is allowed', () => {
    let count = 0;
    const fixed = fixText(
      'gizmo',
      (text) => {
        count++;
        return replacing({ gizmo: 'widget' })(text);
      },
      0,
    );
    assert.deepEqual([fixed.text, count], ['gizmo', 1]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { columnsOf, cut, pad } from '../../../server/src/cli/report/textColumns';
import { layTable } from '../../../server/src/cli/report/textTable';

describe('columns of a text', () => {
  const rows: readonly (readonly [name: string, text: string, columns: number])[] = [
    ['letters', 'abc', 3],
    ['wide letters', '容器 ｶﾞ', 7],
    ['marks on letters', 'e\u0301a', 2],
    ['pictures', '😀', 2],
    ['Korean', '파드', 4],
  ];
  for (const [name, text, columns] of rows) it(name, () => assert.equal(columnsOf(text), columns));

  const cuts: readonly (readonly [text: string, columns: number, side: 'end' | 'start', cut: string])[] = [
    ['abcdef', 6, 'end', 'abcdef'],
    ['abcdef', 5, 'end', 'abcd…'],
    ['docs/a.md', 6, 'start', '…/a.md'],
    ['容器编排', 6, 'end', '容器…'],
    ['容器编排', 6, 'start', '…编排'],
  ];
  for (const [text, columns, side, expected] of cuts) {
    it(`cuts ${text} to ${columns} at its ${side}`, () => assert.equal(cut(text, columns, side), expected));
  }

  it('are filled with spaces', () => {
    assert.equal(pad('容', 4, 'behind'), '容  ');
    assert.equal(pad('7', 3, 'front'), '  7');
    assert.equal(pad('long', 3, 'front'), 'long');
  });
});

describe('a table in plain text', () => {
  const columns = [{ title: 'Document', cut: 'start' }, { title: 'Uses', isNumber: true }, { title: 'Term' }] as const;

  it('is as wide as its cells', () => {
    assert.deepEqual(layTable(columns, [['a.md', '1,000', 'pod']], 80), [
      'Document   Uses  Term',
      'a.md      1,000  pod',
    ]);
  });

  it('takes from the widest text what it is too wide, and never from numbers', () => {
    assert.deepEqual(layTable(columns, [['a/very/long/path/to.md', '1,234,567', 'some words']], 40), [
      'Document                Uses  Term',
      '…/long/path/to.md  1,234,567  some words',
    ]);
  });

  it('keeps to its width where that is possible at all', () => {
    const cells = fc.tuple(fc.string({ maxLength: 60 }), fc.nat(), fc.string({ maxLength: 60 }));
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 5 }), fc.integer({ min: 40, max: 120 }), (rows, width) => {
        const visible = rows.map(([one, number, other]) => [clean(one), String(number), clean(other)]);
        for (const line of layTable(columns, visible, width)) assert.ok(columnsOf(line) <= width, line);
      }),
    );
  });
});

function clean(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}

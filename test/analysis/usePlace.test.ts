import assert from 'node:assert/strict';
import { isReplaceable, startsSentence } from '../../server/src/analysis/usePlace';
import { unmark } from '../support/marked';

describe('the start of a sentence', () => {
  const starts = [
    '$0Pods run.',
    'It ends. $0Pods run.',
    'It ends.\n$0Pods run.',
    'Does it?  $0Pods run.',
    'He said: $0Pods run.',
    'First line\n\n$0Pods run.',
    '# $0Pods',
    '- $0Pods',
    '12. $0Pods',
    '> $0Pods',
    '- [ ] x\n- $0Pods',
    '| a | $0Pods |',
    '|$0Pods|',
    '**$0Pods** run.',
    'It ends. "$0Pods run."',
    'It ends.** $0Pods',
    '# a comment\n# $0Pods',
    '- - > $0Pods',
    'x\r\n\r\n$0Pods',
  ];
  const insides = [
    'The $0pods run.',
    'The\n$0pods run.',
    'The **$0pods**.',
    '3 $0pods',
    'a/$0pods',
    'e - $0pods',
    'The ($0pods)',
  ];
  for (const marked of starts) {
    it(JSON.stringify(marked), () => {
      const { text, cursor = 0 } = unmark(marked);
      assert.equal(startsSentence(text, cursor), true);
    });
  }
  for (const marked of insides) {
    it(`is not in ${JSON.stringify(marked)}`, () => {
      const { text, cursor = 0 } = unmark(marked);
      assert.equal(startsSentence(text, cursor), false);
    });
  }
});

describe('a use that another text may take the place of', () => {
  const rows: readonly (readonly [marked: string, isReplaceable: boolean])[] = [
    ['The ⟦control plane⟧.', true],
    ['The ⟦C++⟧.', true],
    ['The ⟦control\nplane⟧.', false],
    ['The ⟦**control** plane⟧.', false],
    ['The ⟦control&nbsp;plane⟧.', false],
    ['The ⟦snake_case⟧.', false],
    ['[⟦pods⟧](x.md)', true],
    ['[⟦pods⟧][pod]', true],
    ['[⟦pods⟧][]', false],
    ['[⟦pods⟧]', false],
    ['[the ⟦pods⟧ of it]', false],
    ['[x] ⟦pods⟧ [y]', true],
    ['⟦结点⟧', true],
  ];
  for (const [marked, expected] of rows) {
    it(`${JSON.stringify(marked)}: ${expected}`, () => {
      const { text, spans } = unmark(marked);
      const [span = { start: 0, end: 0 }] = spans;
      assert.equal(isReplaceable(text, span), expected);
    });
  }
});

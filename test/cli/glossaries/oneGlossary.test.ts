import assert from 'node:assert/strict';
import { oneGlossary } from '../../../server/src/cli/glossaries/oneGlossary';
import { createGlossary, type Glossary } from '../../../server/src/terminology/glossary';
import { conceptOf } from '../../support/concepts';

function glossaryOf(
  terms: readonly (readonly [term: string, ...related: string[]])[],
  head: Partial<Glossary> = {},
): Glossary {
  const concepts = terms.map(([term, ...related]) => ({ ...conceptOf(term), related }));
  return createGlossary({ uri: 'file:///g', name: 'Team', language: 'en', ...head, concepts });
}

describe('several glossaries as one', () => {
  it('keep their ids where each has its own', () => {
    const { concepts, renamed } = oneGlossary(
      [glossaryOf([['gear'], ['axle', 'gear']]), glossaryOf([['pump']])],
      'All',
    );
    assert.deepEqual(
      concepts.map(({ id, related }) => [id, ...related]),
      [['gear'], ['axle', 'gear'], ['pump']],
    );
    assert.equal(renamed, 0);
  });

  it('give an id that is taken the next number that is free, and references in its file with it', () => {
    const first = glossaryOf([['gear'], ['gear-2']]);
    const second = glossaryOf([['gear'], ['gear-3'], ['axle', 'gear', 'gear-2']]);
    const { concepts, renamed } = oneGlossary([first, second, glossaryOf([['gear']])], 'All');
    assert.deepEqual(
      concepts.map(({ id, related }) => [id, ...related]),
      [['gear'], ['gear-2'], ['gear-4'], ['gear-3'], ['axle', 'gear-4', 'gear-2'], ['gear-5']],
    );
    assert.equal(renamed, 2);
  });

  const heads: readonly (readonly [string, readonly Partial<Glossary>[], readonly unknown[]])[] = [
    [
      'one keeps its name, language and owner',
      [{ name: 'A', language: 'de', owner: { name: 'Us' } }],
      ['A', 'de', 'Us', []],
    ],
    ['those of one name keep it, without an owner', [{ owner: { name: 'Us' } }, {}], ['Team', 'en', undefined, []]],
    ['those of several names are called otherwise', [{ name: 'A' }, { name: 'B' }], ['All', 'en', undefined, []]],
    [
      'the language of the first counts, and others are told of',
      [{}, { language: 'de' }, { language: 'de' }],
      ['Team', 'en', undefined, ['de']],
    ],
    ['none', [], ['All', 'en', undefined, []]],
  ];
  for (const [name, glossaries, expected] of heads) {
    it(`have a head: ${name}`, () => {
      const whole = oneGlossary(
        glossaries.map((head) => glossaryOf([], head)),
        'All',
      );
      assert.deepEqual([whole.name, whole.language, whole.owner?.name, whole.otherLanguages], expected);
    });
  }
});

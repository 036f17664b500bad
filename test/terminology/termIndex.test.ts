import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TermIndex, type TermRules } from '../../server/src/terminology/termIndex';
import { Numbers, TermSearch } from '../../server/src/terminology/termSearch';
import { SourceReader } from '../../server/src/text/source';

const RULES: TermRules = { isExact: false, bends: true, listed: [] };

/** Find which terms of an index a text uses, as `start–end: numbers`. */
function found(index: TermIndex, text: string): readonly string[] {
  const { units, length } = new SourceReader().read(text);
  const matches = new Numbers();
  new TermSearch([index]).find(units, 0, length, matches);
  const places: string[] = [];
  for (let cell = 0; cell < matches.length; ) {
    const [start, end, forms = 0] = matches.cells.subarray(cell, cell + 3);
    const terms = Array.from({ length: forms }, (_, form) => index.term(matches.cells[cell + 4 + 2 * form] ?? 0));
    places.push(`${start}–${end}: ${[...new Set(terms)].sort().join(', ')}`);
    cell += 3 + 2 * forms;
  }
  return places;
}

const words = ['pod', 'node', 'proxy', 'kube', 'rolling', 'update', 'auto'];
const term = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const text = fc
  .array(fc.tuple(fc.constantFrom(...words, 'pods', 'proxies', 'updates'), fc.constantFrom(' ', '-', '', ', ')), {
    maxLength: 12,
  })
  .map((parts) => parts.flat().join(''));

describe('an index of terms', () => {
  it('finds the same whatever was added and removed on the way', () => {
    const change = fc.tuple(fc.boolean(), fc.nat({ max: 19 }));
    fc.assert(
      fc.property(
        fc.array(term, { minLength: 20, maxLength: 20 }),
        fc.array(change, { maxLength: 60 }),
        text,
        (terms, changes, said) => {
          const textOf = (number: number) => terms[number] ?? '';
          const present = new Set<number>();
          const changed = new TermIndex(textOf);
          for (const [adds, number] of changes) {
            if (adds && !present.has(number)) changed.add(number, RULES);
            if (!adds && present.has(number)) changed.remove(number, RULES);
            if (adds) present.add(number);
            else present.delete(number);
          }
          const fresh = new TermIndex(textOf);
          for (const number of present) fresh.add(number, RULES);
          assert.deepEqual(found(changed, said), found(fresh, said));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('grows from nothing to many', () => {
    const names = Array.from({ length: 5000 }, (_, number) => `term ${number.toString(36)} of ${number}`);
    const index = new TermIndex((number) => names[number] ?? '');
    for (const number of names.keys()) index.add(number, RULES);
    for (const number of [0, 1, 17, 4095, 4096, 4999]) {
      assert.deepEqual(found(index, `a ${names[number]} here`), [`2–${2 + (names[number] ?? '').length}: ${number}`]);
    }
  });

  it('is asked for text by number and keeps none but what it cannot get so', () => {
    const asked: number[] = [];
    const index = new TermIndex((number) => {
      asked.push(number);
      return ['pod', '--force'][number] ?? '';
    });
    index.add(0, RULES);
    index.add(1, { ...RULES, listed: ['forces'] });
    assert.deepEqual(asked, [0, 1]);
    assert.deepEqual(found(index, 'pod --force forces'), ['0–3: 0', '4–11: 1', '12–18: 1']);
    assert.equal(asked.filter((number) => number === 1).length, 1);
  });
});

import assert from 'node:assert/strict';
import { describeGlossary, describePlace, disabledWith, readDisabled } from '../../client/src/disabledGlossaries';
import type { GlossaryStatus } from '../../server/src/protocol';

describe('the setting of glossaries that are switched off', () => {
  const acme = glossary('Acme');
  const docs = glossary('Docs');
  const twin = { ...glossary('Acme'), uri: 'file:///twin.yaml' };
  const rows: readonly (readonly [
    name: string,
    disabled: readonly string[],
    glossaries: readonly GlossaryStatus[],
    on: readonly GlossaryStatus[],
    expected: readonly string[],
  ])[] = [
    ['names one that goes off', [], [acme, docs], [docs], ['Acme']],
    ['forgets one that goes on, by its name', ['Acme'], [acme, docs], [acme, docs], []],
    ['forgets one that goes on, by its URI', ['file:///Acme.yaml'], [acme, docs], [acme, docs], []],
    ['keeps what it says of others', ['Elsewhere', 'Acme'], [acme], [acme], ['Elsewhere']],
    ['names one of two with one name by its URI', [], [acme, twin], [acme], ['file:///twin.yaml']],
    ['names two with one name once', [], [acme, twin], [], ['Acme']],
    ['leaves a URI as it is', ['file:///Acme.yaml'], [acme, docs], [], ['file:///Acme.yaml', 'Docs']],
    ['parts two with one name', ['Acme'], [acme, twin], [twin], ['file:///Acme.yaml']],
  ];
  for (const [name, disabled, glossaries, on, expected] of rows) {
    it(name, () =>
      assert.deepEqual(
        disabledWith(disabled, glossaries, (one) => on.includes(one)),
        expected,
      ),
    );
  }

  it('is a list of strings, or says nothing', () => {
    assert.deepEqual(
      [readDisabled(['a', 1, null, 'b']), readDisabled('a'), readDisabled(undefined)],
      [['a', 'b'], [], []],
    );
  });
});

describe('a glossary in a list', () => {
  const rows: readonly (readonly [given: Partial<GlossaryStatus>, expected: string])[] = [
    [{}, '3 concepts'],
    [{ concepts: 1 }, '1 concept'],
    [{ errors: 2 }, '3 concepts · 2 errors'],
    [{ isOff: true }, '3 concepts · switched off'],
    [{ concepts: 0, errors: 1, failure: 'there is no such file' }, '0 concepts'],
    [{ concepts: 1, replaced: 2 }, '1 concept · 2 replaced by nearer glossaries'],
  ];
  for (const [given, expected] of rows) {
    it(`reads ${expected}`, () => assert.equal(describeGlossary({ ...glossary('Acme'), ...given }), expected));
  }
});

describe('the place of a glossary in a list', () => {
  const failure = 'it answers 404: there is nothing at that address';
  const rows: readonly (readonly [given: Partial<GlossaryStatus>, place: string, expected: string])[] = [
    [{}, 'terms.csv', 'terms.csv'],
    [{ failure: 'there is no such file' }, 'terms.csv', 'terms.csv · there is no such file'],
    [{ name: 'https://acme.com/g', failure }, 'https://acme.com/g', failure],
  ];
  for (const [given, place, expected] of rows) {
    it(`reads ${expected}`, () => assert.equal(describePlace({ ...glossary('Acme'), ...given }, place), expected));
  }
});

function glossary(name: string): GlossaryStatus {
  return { uri: `file:///${name}.yaml`, name, concepts: 3, errors: 0, isShipped: false };
}

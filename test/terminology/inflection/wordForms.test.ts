import assert from 'node:assert/strict';
import type { Term } from '../../../server/src/terminology/concept';
import { formOf, inForm } from '../../../server/src/terminology/inflection/wordForms';

function term(text: string, parts: Partial<Term> = {}): Term {
  return { text, status: 'preferred', kind: 'full', caseRule: 'auto', ...parts };
}

describe('the form of a use', () => {
  const rows: readonly (readonly [term: Term, written: string, other: Term, expected: readonly string[]])[] = [
    [term('whitelist'), 'Whitelist', term('allowlist'), ['allowlist']],
    [term('whitelist'), 'white-lists', term('allowlist'), ['allowlists']],
    [term('index'), 'indices', term('matrix'), ['matrices', 'matrixes']],
    [term('box'), 'boxes', term('proxy'), ['proxies']],
    [term('release notes'), 'release note', term('change logs'), ['change log']],
    [term('criteria'), 'criterion', term('release notes'), ['release note']],
    [term('evict', { pos: 'verb' }), 'evicted', term('remove', { pos: 'verb' }), ['removed']],
    [term('evict', { pos: 'verb' }), 'evicts', term('roll back', { pos: 'verb' }), ['rolls back']],
    [term('evict', { pos: 'verb' }), 'evicting', term('run', { pos: 'verb' }), ['running']],
    [term('ox', { forms: ['oxen', 'oxes'] }), 'oxen', term('cow', { forms: ['kine', 'cows'] }), ['kine']],
    [term('ox', { forms: ['oxen'] }), 'oxen', term('cow'), []],
    [term('API'), 'APIs', term('OS'), ['OSes']],
  ];
  for (const [from, written, to, expected] of rows) {
    it(`${written} of ${from.text} is ${expected.join(' or ') || 'nothing'} of ${to.text}`, () => {
      const form = formOf(from, written);
      assert.ok(form !== undefined);
      assert.deepEqual(inForm(to, form), expected);
    });
  }

  it('is unknown for what is no form of the term', () => {
    assert.equal(formOf(term('whitelist'), 'whitelisting'), undefined);
    assert.equal(formOf(term('ox', { forms: [] }), 'oxes'), undefined);
  });
});

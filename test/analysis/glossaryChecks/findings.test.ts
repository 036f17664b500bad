import assert from 'node:assert/strict';
import { glossaryChecks } from '../../../server/src/analysis/glossaryChecks';
import { findInGlossary } from '../../../server/src/analysis/glossaryChecks/findings';
import { problemSeverities } from '../../../server/src/formats/format';
import { glossaryLimits } from '../../../server/src/formats/limits';
import { policyWith } from '../../support/checking';
import { checkedGlossary } from '../../support/glossaryChecking';

const TEXT = '- { term: pod, definiton: d }\n- { term: a, definition: d, colour: red, related: whale }';

function told(
  text: string,
  severities: readonly (readonly [string, 'error' | 'warning' | 'hint'])[],
): readonly string[] {
  const policy = policyWith([], { severities: new Map(severities) });
  return findInGlossary(checkedGlossary(text, { policy })).map(({ check, severity }) => `${check}: ${severity}`);
}

describe('findings of a glossary file', () => {
  const rows: readonly (readonly [string, Parameters<typeof told>[1], readonly string[]])[] = [
    ['leave out checks that are off', [['jargon', 'error']], ['unknown-field: warning']],
    [
      'are those of the reader where nothing is checked at all',
      [],
      ['missing-definition: error', 'misspelt-field: warning', 'unknown-field: warning'],
    ],
    [
      'have the severities of the policy, in the order of the text',
      [
        ['unknown-related', 'error'],
        ['missing-definition', 'hint'],
      ],
      ['missing-definition: hint', 'unknown-field: warning', 'unknown-related: error'],
    ],
  ];
  for (const [name, severities, expected] of rows) it(name, () => assert.deepEqual(told(TEXT, severities), expected));

  it('tell what the reader says of a text that does not parse', () => {
    assert.deepEqual(told('- { term: pod, definition', [['circular-definition', 'error']]), ['syntax: error']);
  });

  it('are none of concepts that have no definition and need none', () => {
    const text = '- { term: Long Form, abbreviations: LF }\n- { term: API, also: Long Form of it }';
    const severities = new Map(glossaryChecks.map(({ name }) => [name, 'error'] as const));
    const file = checkedGlossary(text, { policy: policyWith([], { severities }), isUsed: () => true });
    assert.deepEqual(findInGlossary(file), []);
  });

  it('stop at the limit of each check and count the others', () => {
    const names = Array.from({ length: glossaryLimits.problems + 2 }, (_, index) => `x${index}`);
    const file = checkedGlossary(`- { term: pod, definition: d, related: [${names.join(', ')}] }`, {
      policy: policyWith(['unknown-related']),
    });
    const findings = findInGlossary(file);
    assert.equal(findings.length, glossaryLimits.problems + 1);
    assert.equal(findings.at(-1)?.check, 'more-problems');
    assert.equal(findings.at(-1)?.message, '2 more findings of `unknown-related` in this file');
  });
});

describe('the checks of glossary files', () => {
  it('have names of their own, and those of what readers find', () => {
    const names = glossaryChecks.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const name of ['duplicate-term', 'missing-definition', 'misspelt-field']) assert.ok(name in problemSeverities);
  });

  it('are as severe by default as the problems they are', () => {
    const severities: ReadonlyMap<string, string> = new Map(Object.entries(problemSeverities));
    for (const { name, defaultSeverity } of glossaryChecks) {
      assert.equal(defaultSeverity, severities.get(name) ?? defaultSeverity, name);
    }
  });
});

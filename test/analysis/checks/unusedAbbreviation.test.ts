import assert from 'node:assert/strict';
import { edited, editsOf } from '../../../server/src/analysis/fixing';
import { findingsIn, markFindings, policyWith, terminologyOf } from '../../support/checking';
import { unmark } from '../../support/marked';

const terminology = terminologyOf(`
concepts:
  - { term: container runtime interface, abbreviations: [CRI], definition: How containers are run. }
`);
const policy = policyWith(['unused-abbreviation']);

/** The text with what is found, and what its fix makes of it. */
type Row = readonly [behaviour: string, marked: string, mended?: string];

const rows: readonly Row[] = [
  ['introduced and never used', 'A data encryption key (⟦DEK⟧) is old.', 'A data encryption key is old.'],
  ['in the plural', 'All data encryption keys (⟦DEKs⟧) are old.', 'All data encryption keys are old.'],
  ['in emphasis', 'A **data encryption key (⟦DEK⟧)** is old.', 'A **data encryption key** is old.'],
  ['used later', 'A data encryption key (DEK) is old. The DEK is new.'],
  ['used in the plural', 'A data encryption key (DEK) is old. Some DEKs are new.'],
  ['used in code', 'A data encryption key (DEK) is old: `DEK`.'],
  ['used in code in lower case', 'A data encryption key (DEK) is old.\n\n```sh\nget dek\n```'],
  ['its letters in other words', 'A service account (⟦SA⟧) is safe.', 'A service account is safe.'],
  ['used before', 'The DEK is new. A data encryption key (DEK) is old.'],
  ['the other way round, where it is the word that is used', 'A DEK (data encryption key) is old.'],
  ['of the glossary', 'A container runtime interface (CRI) is old.'],
  ['known to everybody', 'An application programming interface (API) is old.'],
  ['in a heading', '# The data encryption key (DEK)\n\nNothing.'],
  [
    'with a remark, for a person to mend',
    'A data encryption key (⟦DEK⟧, see above) is old.',
    'A data encryption key (⟦DEK⟧, see above) is old.',
  ],
];

describe('unused-abbreviation', () => {
  for (const [behaviour, marked, mended = marked] of rows) {
    it(behaviour, () => {
      const { text } = unmark(marked);
      const findings = findingsIn(text, terminology, policy);
      assert.equal(markFindings(text, findings), marked);
      assert.equal(
        edited(
          text,
          editsOf(findings, () => true),
        ),
        unmark(mended).text,
      );
    });
  }

  it('leaves the last word to people, who may look for the abbreviation', () => {
    const [finding] = findingsIn('A data encryption key (DEK) is old.', terminology, policy);
    assert.equal(finding?.message, '"DEK" is introduced here and never used');
    assert.deepEqual(
      finding.fixes.map(({ title, isSafe }) => [title, isSafe]),
      [['Remove "(DEK)"', false]],
    );
  });

  it('accepts what the policy accepts', () => {
    const accepting = policyWith(['unused-abbreviation'], { acceptedAbbreviations: new Set(['DEK']) });
    assert.deepEqual(findingsIn('A data encryption key (DEK) is old.', terminology, accepting), []);
  });

  it('reads a long document of them once', () => {
    const capitals = Array.from('ABCDEFGHIJKLMNOPQRST');
    const names = capitals.flatMap((one) => capitals.flatMap((two) => capitals.map((three) => [one, two, three, 'Z'])));
    const text = names
      .map((name) => `${name.map((letter) => `${letter}oo`).join(' ')} (${name.join('')}) is.\n`)
      .join('\n');
    const start = performance.now();
    assert.ok(findingsIn(text, terminology, policy).length > 7_500);
    assert.ok(performance.now() - start < 5_000);
  });
});

import assert from 'node:assert/strict';
import { findingsIn, fixed, markFindings, policyWith, terminologyOf } from '../../support/checking';
import { unmark } from '../../support/marked';

const terminology = terminologyOf('concepts:\n  - { term: pod, definition: Some containers. }\n');
const policy = policyWith(['repeated-expansion']);

/** The text with what is found, and what the safe fixes make of it. */
type Row = readonly [behaviour: string, marked: string, mended?: string];

const rows: readonly Row[] = [
  [
    'a second time',
    'A data encryption key (DEK) is old. The ⟦data encryption key (DEK)⟧ is new.',
    'A data encryption key (DEK) is old. The DEK is new.',
  ],
  [
    'every time but the first',
    'A data encryption key (DEK), a ⟦data encryption key (DEK)⟧, a ⟦data encryption key (DEK)⟧.',
    'A data encryption key (DEK), a DEK, a DEK.',
  ],
  [
    'in the plural',
    'A data encryption key (DEK). All ⟦data encryption keys (DEKs)⟧.',
    'A data encryption key (DEK). All DEKs.',
  ],
  [
    'in the plural that only the long form has',
    'A data encryption key (DEK). All ⟦data encryption keys (DEK)⟧.',
    'A data encryption key (DEK). All DEKs.',
  ],
  [
    'in the singular behind a plural',
    'All data encryption keys (DEKs). A ⟦data encryption key (DEK)⟧.',
    'All data encryption keys (DEKs). A DEK.',
  ],
  [
    'in other capitals and with a hyphen',
    'A Data Encryption Key (DEK). A ⟦data-encryption key (DEK)⟧.',
    'A Data Encryption Key (DEK). A DEK.',
  ],
  [
    'the other way round',
    'A DEK (data encryption key) is old. The ⟦DEK (data encryption key)⟧ is new.',
    'A DEK (data encryption key) is old. The DEK is new.',
  ],
  [
    'with the article that the abbreviation wants',
    'A fully qualified domain name (FQDN). It has a ⟦fully qualified domain name (FQDN)⟧.',
    'A fully qualified domain name (FQDN). It has an FQDN.',
  ],
  ['another long form', 'A service account (SA) is here. A storage array (SA) is there.'],
  ['in a heading, which is read by itself', '# Data encryption keys (DEKs)\n\nA data encryption key (DEK) is old.'],
  [
    'behind a comment, which is not on the page',
    '<!-- A data encryption key (DEK) -->\n\nA data encryption key (DEK).',
  ],
  [
    'with a remark, for a person to mend',
    'A data encryption key (DEK). A ⟦data encryption key (DEK, see above)⟧.',
    'A data encryption key (DEK). A ⟦data encryption key (DEK, see above)⟧.',
  ],
  [
    'with markup inside, for a person to mend',
    'A data encryption key (DEK). A ⟦data *encryption* key (DEK)⟧.',
    'A data encryption key (DEK). A ⟦data *encryption* key (DEK)⟧.',
  ],
  [
    'over a line end, for a person to mend',
    'A data encryption key (DEK). A ⟦data encryption\nkey (DEK)⟧.',
    'A data encryption key (DEK). A ⟦data encryption\nkey (DEK)⟧.',
  ],
];

describe('repeated-expansion', () => {
  for (const [behaviour, marked, mended = marked] of rows) {
    it(behaviour, () => {
      const { text } = unmark(marked);
      const findings = findingsIn(text, terminology, policy);
      assert.equal(markFindings(text, findings), marked);
      const result = fixed(text, findings);
      assert.equal(result, unmark(mended).text);
      if (result !== text) assert.deepEqual(findingsIn(result, terminology, policy), [], 'a second run is clean');
    });
  }

  it('says where it was introduced', () => {
    const text = 'A data encryption key (DEK). The data encryption key (DEK).';
    const [finding] = findingsIn(text, terminology, policy);
    assert.equal(finding?.message, '"DEK" is introduced already: use it alone');
    assert.deepEqual(finding.related, [
      { message: 'Introduced here as "data encryption key"', span: { start: 2, end: 27 } },
    ]);
  });
});

import assert from 'node:assert/strict';
import { findingsIn, markFindings, policyWith, terminologyOf } from '../../support/checking';

const terminology = terminologyOf(`concepts:
  - { term: access control list, abbreviations: [AC], definition: x }
  - { term: alternating current, abbreviations: [AC], definition: x }
  - { term: pod, avoid: [box], definition: x }
  - { term: parcel, also: [box], definition: x }
`);
const policy = policyWith(['homonym']);

describe('homonym', () => {
  it('is a term of two concepts', () => {
    const text = 'The AC of a pod.';
    const findings = findingsIn(text, terminology, policy);
    assert.equal(markFindings(text, findings), 'The ⟦AC⟧ of a pod.');
    assert.equal(findings[0]?.message, '"AC" means 2 things here: "access control list", "alternating current"');
    assert.deepEqual(
      findings[0].related.map(({ message }) => message),
      ['"access control list" in Acme', '"alternating current" in Acme'],
    );
  });

  it('is none where all concepts but one say to avoid it', () => {
    assert.deepEqual(findingsIn('A box.', terminology, policy), []);
  });
});

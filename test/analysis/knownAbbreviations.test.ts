import assert from 'node:assert/strict';
import { isKnownAbbreviation } from '../../server/src/analysis/knownAbbreviations';

const rows: readonly (readonly [abbreviation: string, isKnown: boolean])[] = [
  ['HTTP', true],
  ['USA', true],
  ['IPv6', true],
  ['SHA1', true],
  ['HTTP2', true],
  ['JSON', true],
  ['json', false],
  ['SHA512', false],
  ['OTLP', false],
  ['PVC', false],
  ['', false],
];

describe('abbreviations that everybody knows', () => {
  for (const [abbreviation, isKnown] of rows) {
    it(`${isKnown ? 'have' : 'have not'} "${abbreviation}" among them`, () => {
      assert.equal(isKnownAbbreviation(abbreviation), isKnown);
    });
  }
});

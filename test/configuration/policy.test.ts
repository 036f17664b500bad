import assert from 'node:assert/strict';
import { isSamePolicy, type PersonalRules, policyOf } from '../../server/src/configuration/policy';
import { readConfiguration } from '../../server/src/configuration/readConfiguration';

const checks = [
  { name: 'deprecated-term', defaultSeverity: 'warning' },
  { name: 'term-form', defaultSeverity: 'information' },
  { name: 'jargon', defaultSeverity: 'off' },
] as const;

const nothingSet: PersonalRules = {
  enabled: true,
  severities: new Map(),
  shipped: undefined,
  quotations: undefined,
  abbreviations: [],
  audience: undefined,
};

interface Case {
  readonly configuration?: string;
  readonly path?: string;
  readonly personal?: Partial<PersonalRules>;
  readonly hasOwnGlossary?: boolean;
}

function policy({ configuration, path, personal, hasOwnGlossary = false }: Case) {
  const names = checks.map(({ name }) => name);
  const read =
    configuration === undefined ? undefined : readConfiguration({ uri: 'file:///a', text: configuration }, names);
  assert.deepEqual(read?.problems ?? [], []);
  return policyOf({
    checks,
    configuration: read?.configuration,
    path,
    personal: { ...nothingSet, ...personal },
    hasOwnGlossary,
  });
}

const OVERRIDES = `
checks: { deprecated-term: error, jargon: hint }
audience: developers
abbreviations: [ACME]
overrides:
  - paths: docs/**
    audience: users
    abbreviations: [VM]
    checks: { jargon: warning, shipped: true }
  - paths: docs/api/**
    audience: developers
    quotations: true
    checks: { jargon: off }
  - paths: other
    checks: { deprecated-term: off }
`;

describe('which checks are on:', () => {
  const defaults = { 'deprecated-term': 'warning', 'term-form': 'information' };
  const rows: readonly (readonly [name: string, given: Case, severities: Readonly<Record<string, string>>])[] = [
    ['none without a configuration and a glossary', {}, {}],
    ['none for one who asks for it alone', { personal: { severities: new Map([['jargon', 'error']]) } }, {}],
    ['the usual ones with a glossary', { hasOwnGlossary: true }, defaults],
    ['the usual ones with a configuration, were it empty', { configuration: '' }, defaults],
    ['none where somebody switched them off', { configuration: '', personal: { enabled: false } }, {}],
    [
      'what the configuration says',
      { configuration: 'checks: { term-form: off, jargon: error }' },
      { 'deprecated-term': 'warning', jargon: 'error' },
    ],
    [
      'what somebody sets, before the configuration',
      {
        configuration: 'checks: { term-form: off, jargon: error }',
        personal: {
          severities: new Map([
            ['jargon', 'off'],
            ['term-form', 'hint'],
            ['unknown', 'error'],
          ]),
        },
      },
      { 'deprecated-term': 'warning', 'term-form': 'hint' },
    ],
    [
      'no override for other paths',
      { configuration: OVERRIDES, path: 'a.md' },
      { 'deprecated-term': 'error', 'term-form': 'information', jargon: 'hint' },
    ],
    [
      'no override for a document that is not saved',
      { configuration: OVERRIDES },
      { 'deprecated-term': 'error', 'term-form': 'information', jargon: 'hint' },
    ],
    [
      'an override that applies',
      { configuration: OVERRIDES, path: 'docs/a.md' },
      { 'deprecated-term': 'error', 'term-form': 'information', jargon: 'warning' },
    ],
    [
      'the last of several that apply',
      { configuration: OVERRIDES, path: 'docs/api/a.md' },
      { 'deprecated-term': 'error', 'term-form': 'information' },
    ],
    [
      'what somebody sets, before an override',
      {
        configuration: OVERRIDES,
        path: 'docs/api/a.md',
        personal: { severities: new Map([['jargon', 'error']]) },
      },
      { 'deprecated-term': 'error', 'term-form': 'information', jargon: 'error' },
    ],
  ];
  for (const [name, given, severities] of rows) {
    it(name, () => assert.deepEqual(Object.fromEntries(policy(given).severities), severities));
  }
});

describe('a policy', () => {
  it('is quiet about the rest, too, where nobody says anything', () => {
    const { severities, ...rest } = policy({});
    assert.equal(severities.size, 0);
    assert.deepEqual(rest, {
      acceptedAbbreviations: new Set(),
      audience: undefined,
      checksQuotations: false,
      checksShipped: false,
      languages: [],
    });
  });

  it('takes each thing from the last that says it', () => {
    const { audience, acceptedAbbreviations, checksQuotations, checksShipped } = policy({
      configuration: OVERRIDES,
      path: 'docs/api/a.md',
      personal: { quotations: false, abbreviations: ['CI'] },
    });
    assert.equal(audience, 'developers');
    assert.deepEqual([...acceptedAbbreviations], ['ACME', 'VM', 'CI']);
    assert.equal(checksQuotations, false);
    assert.equal(checksShipped, true);
  });

  it('is for the audience that somebody sets', () => {
    assert.equal(policy({ configuration: OVERRIDES, path: 'docs/a.md', personal: { audience: 'me' } }).audience, 'me');
  });

  it('has the languages of the configuration', () => {
    assert.deepEqual(policy({ configuration: 'languages: [en-GB]' }).languages, ['en']);
  });

  const others: readonly string[] = [
    'checks: { jargon: hint }',
    'checks: { term-form: hint }',
    'checks: { term-form: off }',
    'checks: { shipped: true }',
    'quotations: true',
    'audience: users',
    'abbreviations: VM',
    'languages: en',
  ];
  it('is the same as another that says the same', () => {
    for (const configuration of others) assert.ok(isSamePolicy(policy({ configuration }), policy({ configuration })));
  });
  for (const configuration of others) {
    it(`is another with ${configuration}`, () => {
      assert.ok(!isSamePolicy(policy({ configuration }), policy({ configuration: '' })));
    });
  }
});

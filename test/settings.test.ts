import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkNames, configurableChecks } from '../server/src/analysis/checkList';
import { severities } from '../server/src/analysis/finding';
import { defaultSettings, readSettings, type Settings } from '../server/src/settings';

function read(value: unknown): Settings {
  return readSettings(value, (problem) => assert.fail(problem));
}

describe('settings of checks', () => {
  for (const value of [
    undefined,
    null,
    {},
    { checks: null },
    { checks: {} },
    { checks: { severity: null, audience: ' ' } },
  ]) {
    it(`are not set by ${JSON.stringify(value)}`, () => assert.deepEqual(read(value), defaultSettings));
  }

  it('are read', () => {
    const { checks: given } = read({
      checks: {
        enabled: false,
        severity: { jargon: 'off', 'term-form': 'error', constructor: 'hint' },
        shipped: true,
        quotations: false,
        abbreviations: ['VM'],
        audience: ' users ',
      },
    });
    assert.deepEqual(given, {
      enabled: false,
      severities: new Map([
        ['jargon', 'off'],
        ['term-form', 'error'],
        ['constructor', 'hint'],
      ]),
      shipped: true,
      quotations: false,
      abbreviations: ['VM'],
      audience: 'users',
    });
  });
});

interface Setting {
  readonly default?: unknown;
  readonly order?: number;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, Setting>>;
  readonly enum?: readonly string[];
  readonly enumItemLabels?: readonly string[];
  readonly additionalProperties?: boolean;
}

describe('package.json', () => {
  const { contributes } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const properties: Readonly<Record<string, Setting>> = contributes.configuration.properties;

  const names = Object.keys(properties).filter((name) => name.startsWith('glossaryLens.checks.'));

  it('has the settings of checks that are read', () => {
    assert.equal(names.length, Object.keys(defaultSettings.checks).length);
    for (const name of names) {
      const problems: string[] = [];
      const key = name.slice('glossaryLens.checks.'.length);
      readSettings({ checks: { [key]: 7 } }, (problem) => problems.push(problem));
      assert.ok(problems[0]?.includes(name), name);
    }
  });

  it('has the defaults that count', () => {
    const given = Object.fromEntries(
      names.map((name) => [name.slice('glossaryLens.checks.'.length), properties[name]?.default]),
    );
    assert.deepEqual(read({ checks: given }), defaultSettings);
  });

  it('explains every setting, each in a place of its own', () => {
    for (const name of names) assert.ok(properties[name]?.markdownDescription, name);
    const orders = Object.values(properties).map(({ order }) => order);
    assert.equal(new Set(orders).size, orders.length);
  });

  it('has a severity for each check', () => {
    const severity = properties['glossaryLens.checks.severity'];
    assert.deepEqual(Object.keys(severity?.properties ?? {}).sort(), [...checkNames].sort());
    assert.equal(severity?.additionalProperties, false);
    for (const check of configurableChecks) {
      const setting: Setting | undefined = severity?.properties?.[check.name];
      assert.deepEqual(setting?.enum, [...severities, 'off']);
      assert.equal(setting?.enumItemLabels?.length, setting?.enum?.length);
      const start = check.defaultSeverity.charAt(0).toUpperCase() + check.defaultSeverity.slice(1);
      assert.equal(setting?.description, `${check.summary}. ${start} where nobody says otherwise.`);
    }
  });
});

describe('the setting of glossaries', () => {
  const rows: readonly (readonly [name: string, value: unknown, read: unknown, problems: number])[] = [
    ['sources', ['a.yaml', 'npm:acme'], [{ source: 'a.yaml' }, { source: 'npm:acme' }], 0],
    [
      'records',
      [{ source: 'a.csv', name: 'A', as: 'csv', when: 'docs/**', language: 'pt-br', columns: { Begriff: 'term' } }],
      [
        {
          source: 'a.csv',
          name: 'A',
          as: 'csv',
          when: ['docs/**'],
          language: 'pt-BR',
          columns: new Map([['Begriff', 'term']]),
        },
      ],
      0,
    ],
    [
      'what is said of an address',
      [{ source: 'https://acme.com/a', sha256: `sha256-${'0A'.repeat(32)}`, maxAge: '12h' }],
      [{ source: 'https://acme.com/a', sha256: '0a'.repeat(32), maxAge: 43_200 }],
      0,
    ],
    ['without those of a wrong type', [7, null, [], { name: 'A' }, 'a.yaml'], [{ source: 'a.yaml' }], 4],
    [
      'without values of a wrong type',
      [{ source: 'a', language: 'x y', maxAge: {}, sha256: 'f' }],
      [{ source: 'a' }],
      3,
    ],
    ['as none where it is no list', 'a.yaml', [], 1],
    ['as none where it is not set', null, [], 0],
  ];
  for (const [name, glossaries, expected, count] of rows) {
    it(`is read: ${name}`, () => {
      const problems: string[] = [];
      assert.deepEqual(readSettings({ glossaries }, (problem) => problems.push(problem)).glossaries, expected);
      assert.equal(problems.length, count, problems.join('\n'));
    });
  }
});

import assert from 'node:assert/strict';
import { configurationLimits } from '../../server/src/configuration/limits';
import { readConfiguration } from '../../server/src/configuration/readConfiguration';
import type { LocatedReference } from '../../server/src/sources/reference';
import { mark } from '../support/marked';

const URI = 'file:///repo/docs/glossary-lens.yaml';
const CHECKS = ['deprecated-term', 'term-form', 'jargon'];

function read(text: string) {
  return readConfiguration({ uri: URI, text }, CHECKS);
}

/** What a text says, without what it does not say. */
function said(text: string): unknown {
  const { configuration, problems } = read(text);
  assert.deepEqual(problems, []);
  return JSON.parse(
    JSON.stringify(configuration, (key, value: unknown) => {
      const named: unknown = key === 'glossaries' ? configuration?.glossaries.map(placeOf) : value;
      const plain: unknown = named instanceof Map ? Object.fromEntries(named) : named;
      return key === 'uri' || ['[]', '{}'].includes(JSON.stringify(plain)) ? undefined : plain;
    }) ?? '{}',
  );
}

function placeOf({ reference: { place } }: LocatedReference): string {
  return place.kind === 'file' ? place.uri : place.kind === 'npm' ? `npm:${place.package}` : place.url;
}

describe('a configuration', () => {
  const rows: readonly (readonly [name: string, text: string, said: unknown])[] = [
    ['may be empty', '', {}],
    ['may be comments alone', '# nothing yet\n', {}],
    ['may be empty JSON', '{}', {}],
    ['begins with a byte order mark or not', '\ufeffaudience: users\n', { audience: 'users' }],
    [
      'has lines that end as on Windows',
      'audience: users\r\nquotations: false\r\n',
      { audience: 'users', checksQuotations: false },
    ],
    ['is JSON, too', '{"checks": {"jargon": "off"}, "version": 1}', { severities: { jargon: 'off' } }],
    [
      'says how checks count',
      'checks:\n  deprecated-term: error\n  term-form: off\n  jargon: hint\n  shipped: true\n',
      { severities: { 'deprecated-term': 'error', 'term-form': 'off', jargon: 'hint' }, checksShipped: true },
    ],
    ['leaves out what is empty', 'checks:\n  jargon:\naudience: ~\n', {}],
    ['takes one for a list', 'abbreviations: FQDN', { acceptedAbbreviations: ['FQDN'] }],
    [
      'takes what looks like another type for text',
      'abbreviations: [2FA, 404, NO]',
      { acceptedAbbreviations: ['2FA', '404', 'NO'] },
    ],
    [
      'has languages by their primary tag, each once',
      'languages: [EN-gb, en, zh-Hant, deu]',
      { languages: ['en', 'zh', 'de'] },
    ],
    [
      'finds folders, globs, packages and addresses',
      `glossaries: [terms/, "../**/*.csv", "*.csv", "npm:@acme/glossary", "HTTPS://Acme.com:443/a b.csv#top"]`,
      {
        glossaries: [
          'file:///repo/docs/terms/',
          'file:///repo/**/*.csv',
          'file:///repo/docs/*.csv',
          'npm:@acme/glossary',
          'https://acme.com/a%20b.csv',
        ],
      },
    ],
    [
      'finds glossaries from its folder on',
      `glossaries: [../terms/acme.yaml, team.json, /etc/terms.yaml, "file:///srv/a.yaml", 'C:\\terms\\a.yaml', "my terms.yaml", "../terms/acme.yaml"]`,
      {
        glossaries: [
          'file:///repo/terms/acme.yaml',
          'file:///repo/docs/team.json',
          'file:///etc/terms.yaml',
          'file:///srv/a.yaml',
          'file:///c%3A/terms/a.yaml',
          'file:///repo/docs/my%20terms.yaml',
        ],
      },
    ],
    [
      'has overrides in order',
      'overrides:\n  - paths: ["docs/**", "*.yaml"]\n    audience: users\n    checks: { jargon: warning }\n  - paths: x\n    quotations: true\n    abbreviations: [VM]\n',
      {
        overrides: [
          {
            paths: [{ pattern: 'docs/**' }, { pattern: '*.yaml' }],
            audience: 'users',
            severities: { jargon: 'warning' },
          },
          { paths: [{ pattern: 'x' }], checksQuotations: true, acceptedAbbreviations: ['VM'] },
        ],
      },
    ],
    [
      'uses anchors',
      'checks: &c { jargon: off }\noverrides: [{ paths: a, checks: *c }]',
      {
        severities: { jargon: 'off' },
        overrides: [{ paths: [{ pattern: 'a' }], severities: { jargon: 'off' } }],
      },
    ],
    [
      'reads names of object members as ordinary words',
      'audience: __proto__\nabbreviations: [constructor]',
      {
        audience: '__proto__',
        acceptedAbbreviations: ['constructor'],
      },
    ],
  ];
  for (const [name, text, expected] of rows) it(name, () => assert.deepEqual(said(text), expected));

  it('may be a whole file of everything', () => {
    const { configuration, problems } = read(`$schema: x
version: 1
glossaries: [a.yaml]
languages: [en]
audience: developers
abbreviations: [ACME]
quotations: true
checks: { shipped: false }
overrides: []
`);
    assert.deepEqual(problems, []);
    assert.equal(configuration?.uri, URI);
  });
});

describe('a problem with a configuration is told at its place:', () => {
  const rows: readonly (readonly [text: string, code: string, message: RegExp])[] = [
    ['⟦check⟧: {}', 'misspelt-field', /did you mean `checks`\?/],
    ['⟦rules⟧: {}', 'misspelt-field', /did you mean `checks`\?/],
    ['⟦whatever⟧: {}', 'unknown-field', /a configuration has `glossaries`, `languages`, /],
    [
      'checks: { ⟦depreciated-term⟧: off }',
      'misspelt-field',
      /Unknown check `depreciated-term`: did you mean `deprecated-term`\?/,
    ],
    ['checks: { ⟦jargn⟧: off }', 'misspelt-field', /did you mean `jargon`\?/],
    ['checks: { ⟦nothing⟧: off }', 'unknown-field', /`checks` has `deprecated-term`, `term-form`, `jargon`, `shipped`/],
    ['checks: { jargon: off, ⟦jargon⟧: hint }', 'duplicate-field', /here twice/],
    ['checks: { jargon: ⟦warn⟧ }', 'unknown-value', /did you mean `warning`\?/],
    ['checks: { jargon: ⟦info⟧ }', 'unknown-value', /did you mean `information`\?/],
    ['checks: { jargon: ⟦false⟧ }', 'unknown-value', /did you mean `off`\?/],
    ['checks: { jargon: ⟦7⟧ }', 'unknown-value', /one of `error`, `warning`, `information`, `hint`, `off`/],
    ['checks: { jargon: ⟦[off]⟧ }', 'wrong-type', /must be text, not a list/],
    ['checks: { shipped: ⟦yes⟧ }', 'wrong-type', /must be `true` or `false`/],
    ['checks: ⟦off⟧', 'wrong-type', /must be a record/],
    ['quotations: ⟦1⟧', 'wrong-type', /must be `true` or `false`, not a number/],
    ['audience: ⟦{ a: b }⟧', 'wrong-type', /must be text, not a record/],
    ['abbreviations: [A, ⟦[B]⟧]', 'wrong-type', /must be text, not a list/],
    ['languages: [en, ⟦english language⟧]', 'unknown-value', /is no language tag/],
    ['glossaries: [⟦"http://x.y/a.yaml"⟧]', 'unusable-path', /is a path, `npm:` or `https:`, not `http:`/],
    ['glossaries: [⟦"https://me:secret@x.y/a.yaml"⟧]', 'unusable-path', /a user name or a password/],
    ['glossaries: [⟦"https://"⟧]', 'unusable-path', /no address/],
    ['glossaries: [⟦"javascript:alert(1)"⟧]', 'unusable-path', /not `javascript:`/],
    ['glossaries: [⟦"npm:../a"⟧]', 'unusable-path', /the name of a package/],
    ['glossaries: [⟦"npm:@acme/.."⟧]', 'unusable-path', /the name of a package/],
    ['glossaries: [⟦"terms/{a,b}/*.csv"⟧]', 'unusable-path', /no choices in braces/],
    ['glossaries: [⟦{ name: Acme }⟧]', 'missing-field', /needs `source`/],
    ['glossaries: [{ source: a.csv, ⟦format⟧: yaml }]', 'misspelt-field', /did you mean `as`/],
    ['glossaries: [{ source: a.csv, as: ⟦yam⟧ }]', 'unknown-value', /did you mean `yaml`/],
    ['glossaries: [{ source: a.csv, when: [⟦"!a"⟧] }]', 'unusable-glob', /matches nothing/],
    ['glossaries: [{ source: a.csv, language: ⟦english language⟧ }]', 'unknown-value', /no language tag/],
    ['glossaries: [{ source: a.csv, columns: ⟦term⟧ }]', 'wrong-type', /a record with headings/],
    ['glossaries: [{ source: "https://x.y/a", sha256: ⟦abc⟧ }]', 'unknown-value', /no SHA-256/],
    ['glossaries: [{ source: "https://x.y/a", maxAge: ⟦soon⟧ }]', 'unknown-value', /no age/],
    [`glossaries: [⟦${'a'.repeat(1_000)}⟧a]`, 'too-long', /limit is 1,000/],
    ['glossaries: [⟦"//host/share/a.yaml"⟧]', 'unusable-path', /on other machines/],
    ['glossaries: [⟦"\\\\\\\\host\\\\a.yaml"⟧]', 'unusable-path', /on other machines/],
    ['glossaries: [⟦"file://host/a.yaml"⟧]', 'unusable-path', /on other machines/],
    ['glossaries: [⟦"file:////host/a.yaml"⟧]', 'unusable-path', /neither a path nor a URI/],
    ['glossaries: [⟦"file:///%5chost/a.yaml"⟧]', 'unusable-path', /on other machines/],
    ['glossaries: [⟦"file:/%5Chost/a.yaml"⟧]', 'unusable-path', /on other machines/],
    ['overrides: [⟦{ audience: users }⟧]', 'missing-field', /An override needs `paths`/],
    ['overrides: [⟦docs⟧]', 'wrong-type', /must be a record/],
    ['overrides: [{ paths: ⟦"!a"⟧ }]', 'unusable-glob', /no exceptions/],
    ['overrides: [{ paths: ⟦"*.{md,mdx}"⟧ }]', 'unusable-glob', /no choices in braces/],
    [
      'overrides: [{ paths: ⟦"docs\\\\\\\\a"⟧ }]'.replaceAll('\\\\\\\\', '\\\\'),
      'unusable-glob',
      /a `\/` between folders/,
    ],
    ['overrides: [{ paths: ⟦../a⟧ }]', 'unusable-glob', /in the folder of this file and below/],
    ['overrides: [{ paths: a, ⟦languages⟧: en }]', 'unknown-field', /an override has `paths`/],
    [`overrides: [{ paths: ⟦${'a'.repeat(200)}⟧${'a'} }]`, 'too-long', /limit is 200/],
    ['version: ⟦2⟧', 'unknown-version', /read as version 1/],
    ['⟦- a⟧', 'not-a-configuration', /no configuration/],
    ['⟦just text⟧', 'not-a-configuration', /no configuration/],
    ['audience: a\n⟦---⟧\naudience: b', 'syntax', /only one is read/],
    ['checks:\n⟦\t⟧jargon: off', 'syntax', /tab/],
    ['⟦<<<<<<< mine⟧\naudience: a\n=======\naudience: b\n>>>>>>> theirs\n', 'merge-conflict', /merge conflict/],
  ];
  for (const [marked, code, message] of rows) {
    it(marked.length > 80 ? `${marked.slice(0, 80)}…` : JSON.stringify(marked), () => {
      const text = marked.replace(/[⟦⟧]/gu, '');
      const { problems } = read(text);
      assert.deepEqual(
        problems.map(({ span }) => mark(text, [span])),
        [marked],
      );
      assert.deepEqual([problems[0]?.code], [code]);
      assert.match(problems[0]?.message ?? '', message);
    });
  }

  it('what is wrong is left out, and the rest counts', () => {
    const { configuration, problems } = read(
      'checks: { jargon: loud, term-form: off }\nquotations: maybe\naudience: users',
    );
    assert.equal(problems.length, 2);
    assert.deepEqual([...(configuration?.severities ?? [])], [['term-form', 'off']]);
    assert.equal(configuration?.checksQuotations, undefined);
    assert.equal(configuration?.audience, 'users');
  });

  for (const text of ['checks: {', 'a: b: c', '- a', '"']) {
    it(`gives no configuration for ${JSON.stringify(text)}`, () => {
      const { configuration, problems } = read(text);
      assert.equal(configuration, undefined);
      assert.ok(problems.length > 0);
    });
  }
});

describe('a hostile configuration', () => {
  const most = configurationLimits.values;
  const rows: readonly (readonly [name: string, text: string, codes: readonly string[]])[] = [
    ['too large', `# ${'x'.repeat(1_000_000)}`, ['too-large']],
    ['brackets', '['.repeat(100_000), ['too-deep']],
    ['nested records', Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), ['too-deep']],
    ['a billion laughs', laughs(), ['unknown-field', 'more-problems']],
    ['too many aliases', `checks: &c {}\noverrides: [${'*c,'.repeat(200)}]`, ['too-many-aliases']],
    ['too many abbreviations', `abbreviations: [${'A, '.repeat(most + 1)}]`, ['too-many-values']],
    ['too many overrides', `overrides: [${'{ paths: a }, '.repeat(most + 1)}]`, ['too-many-values']],
    [
      'a thousand unknown fields',
      Array.from({ length: 1_000 }, (_, index) => `x${index}: 1`).join('\n'),
      ['unknown-field', 'more-problems'],
    ],
    ['a character that is none', 'audience: \ud800\u0000', []],
  ];
  for (const [name, text, codes] of rows) {
    it(`of ${name} is told in little time`, () => {
      const start = performance.now();
      const { problems } = read(text);
      assert.ok(performance.now() - start < 2_000);
      assert.ok(problems.length <= configurationLimits.problems + 1);
      for (const code of codes)
        assert.ok(
          problems.some((problem) => problem.code === code),
          `${name}: ${JSON.stringify(problems.slice(0, 3))}`,
        );
      for (const { span } of problems) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
    });
  }

  it('keeps as many values as are read', () => {
    const { configuration } = read(`abbreviations: [${'A, '.repeat(most + 1)}]`);
    assert.equal(configuration?.acceptedAbbreviations.length, most);
  });
});

function laughs(): string {
  const lines = ['a0: &a0 [x, x]'];
  for (let level = 1; level < 40; level++) lines.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
  return [...lines, ...Array.from({ length: 80 }, (_, index) => `y${index}: 1`)].join('\n');
}

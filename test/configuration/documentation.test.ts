import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { checkNames, configurableChecks } from '../../server/src/analysis/checkList';
import { severities } from '../../server/src/analysis/finding';
import { DIRECTIVE_PREFIX, directiveKinds } from '../../server/src/analysis/suppressions/directives';
import { configurationFileNames, configurationFilePatterns } from '../../server/src/configuration/configurationFiles';
import { configurationLimits } from '../../server/src/configuration/limits';
import { readConfiguration } from '../../server/src/configuration/readConfiguration';

const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
const packageFile = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

interface Schema {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const schema: Schema = JSON.parse(
  readFileSync(new URL('../../glossary/configuration.schema.json', import.meta.url), 'utf8'),
);
const isValid = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

function problemsOf(text: string) {
  return readConfiguration({ uri: 'file:///a/glossary-lens.yaml', text }, checkNames).problems;
}

/** The fields of a table of the page, which follows a line. */
function fieldsBelow(line: string): readonly string[] {
  const start = page.indexOf(line);
  assert.ok(start >= 0, line);
  const table = page.slice(start).match(/(?:^\|.*\n)+/m)?.[0] ?? '';
  return [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name ?? '');
}

function fieldsOf(part: Schema | undefined): readonly string[] {
  return Object.keys(part?.properties ?? {});
}

/** What is read as a field of a record, as the message about an unknown one lists it behind `has`. */
function fieldsRead(text: string): readonly string[] {
  const message = problemsOf(text).find(({ code }) => code === 'unknown-field')?.message ?? '';
  const list = message.slice(message.indexOf(' has '));
  return [...list.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
}

function sorted(names: readonly string[]): readonly string[] {
  return [...names].sort();
}

describe('docs/configuration.md', () => {
  for (const [index, [, text = '']] of [...page.matchAll(/^```yaml\n(.*?)^```/gms)].entries()) {
    if (text.includes(DIRECTIVE_PREFIX)) continue;
    it(`has example ${index + 1} without a problem, and the schema agrees`, () => {
      assert.deepEqual(problemsOf(text), []);
      assert.ok(isValid(parse(text)), JSON.stringify(isValid.errors));
    });
  }

  it('has the fields of a file, of checks and of an override', () => {
    assert.deepEqual(sorted(fieldsBelow('Of the file:')), sorted(fieldsOf(schema)));
    assert.deepEqual(sorted(fieldsBelow('Of an override:')), sorted(fieldsOf(schema.definitions?.override)));
    const checksFields = fieldsBelow('Of `checks`, beside');
    assert.deepEqual(sorted([...checksFields, ...checkNames]), sorted(fieldsOf(schema.definitions?.checks)));
  });

  it('has the fields of a reference, on the page of sources', () => {
    const sources = readFileSync(new URL('../../docs/sources.md', import.meta.url), 'utf8');
    const fields = [...sources.matchAll(/^\| `([a-zA-Z0-9]+)`/gm)].map(([, name]) => name ?? '');
    assert.deepEqual(sorted(fields), sorted(fieldsOf(schema.definitions?.reference)));
  });

  it('has every directive', () => {
    const directives = directiveKinds.map((kind) => DIRECTIVE_PREFIX + kind);
    assert.deepEqual(sorted(fieldsBelow('A comment switches checks off')), sorted(directives));
  });

  it('has every setting of checks', () => {
    const settings = Object.keys(packageFile.contributes.configuration.properties);
    const ofChecks = settings.filter((name) => name.startsWith('glossaryLens.checks.'));
    assert.deepEqual(sorted(fieldsBelow('## Settings')), sorted(ofChecks));
  });

  it('has every severity', () => {
    for (const severity of [...severities, 'off']) assert.ok(page.includes(`\`${severity}\``), severity);
  });

  it('has every limit', () => {
    const limits = page.slice(page.indexOf('## Limits')).replaceAll(',', '');
    for (const [name, limit] of Object.entries(configurationLimits))
      assert.match(limits, new RegExp(`\\b${limit}\\b`), name);
  });

  it('has every name of a file', () => {
    for (const name of configurationFileNames) assert.ok(page.includes(`\`${name}\``), name);
  });
});

describe('glossary/configuration.schema.json', () => {
  it('has the fields that are read, and no others', () => {
    assert.deepEqual(sorted(fieldsRead('zzzzzz: 1')), sorted(fieldsOf(schema)));
    assert.deepEqual(
      sorted(fieldsRead('overrides: [{ paths: a, zzzzzz: 1 }]')),
      sorted(fieldsOf(schema.definitions?.override)),
    );
    assert.deepEqual(
      sorted(fieldsRead('glossaries: [{ source: a, zzzzzz: 1 }]')),
      sorted(fieldsOf(schema.definitions?.reference)),
    );
    assert.deepEqual(sorted(fieldsRead('checks: { zzzzzz: 1 }')), sorted(fieldsOf(schema.definitions?.checks)));
  });

  it('has the severities', () => {
    assert.deepEqual(schema.definitions?.severity?.enum, [...severities, 'off']);
  });

  it('says of each check what it finds, and its default', () => {
    for (const { name, summary, defaultSeverity } of configurableChecks) {
      const start = defaultSeverity.charAt(0).toUpperCase() + defaultSeverity.slice(1);
      const description = schema.definitions?.checks?.properties?.[name]?.description;
      assert.equal(description, `${summary}. ${start} where nobody says otherwise.`);
    }
  });

  it('explains everything', () => {
    const waiting: Schema[] = [schema];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      assert.ok(next.description && next.markdownDescription, JSON.stringify(next).slice(0, 100));
      waiting.push(...Object.values(next.properties ?? {}), ...Object.values(next.definitions ?? {}));
    }
  });

  const rows: readonly (readonly [text: string, isRight: boolean])[] = [
    ['', true],
    ['{}', true],
    ['audience: 7', true],
    ['audience:', true],
    ['abbreviations: FQDN', true],
    ['abbreviations: [2FA, 404]', true],
    ['quotations: true', true],
    ['quotations: 1', false],
    ['checks: { jargon: off, shipped: false, term-form: }', true],
    ['checks: { jargon: loud }', false],
    ['checks: { nothing: off }', false],
    ['checks: off', false],
    ['glossaries: terms/a.csv', true],
    ['glossaries: [npm:acme, { source: a, name: A, when: ["docs/**"], as: yaml, language: de }]', true],
    ['glossaries: { source: "https://acme.com/a", maxAge: 7d, columns: { Begriff: term } }', true],
    [`glossaries: { source: "https://acme.com/a", sha256: sha256-${'0a'.repeat(32)}, maxAge: 60 }`, true],
    ['glossaries: [{ name: A }]', false],
    ['glossaries: [{ source: a, whatever: b }]', false],
    ['glossaries: [{ source: a, maxAge: soon }]', false],
    ['glossaries: [{ source: a, sha256: abc }]', false],
    ['glossaries: [{ source: a, columns: [b] }]', false],
    ['overrides: { paths: a }', true],
    ['overrides: [{ paths: [a], checks: { jargon: hint } }]', true],
    ['overrides: [{ audience: users }]', false],
    ['overrides: [{ paths: a, languages: [en] }]', false],
    ['version: 1', true],
    ['version: 2', false],
    ['- a', false],
    ['whatever: 1', false],
    [`audience: ${'a'.repeat(201)}`, false],
  ];
  for (const [text, isRight] of rows) {
    it(`agrees with what is read: ${JSON.stringify(text).slice(0, 80)}`, () => {
      assert.equal(problemsOf(text).length === 0, isRight);
      assert.equal(isValid(parse(text)), isRight);
    });
  }

  it('is for the files that are read', () => {
    const { fileMatch } = packageFile.contributes.yamlValidation.find(
      ({ url }: { url: string }) => url === './glossary/configuration.schema.json',
    );
    assert.deepEqual(fileMatch, configurationFileNames);
    assert.deepEqual(configurationFilePatterns, ['glossary-lens.{yaml,yml}']);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { glossaryChecks } from '../../server/src/analysis/glossaryChecks';
import { problemSeverities } from '../../server/src/formats/format';
import { glossaryLimits } from '../../server/src/formats/limits';
import { nativeFormat } from '../../server/src/formats/native';

const page = readFileSync(new URL('../../docs/glossary-format.md', import.meta.url), 'utf8');
/** What only configurations have is explained there. */
const configurationPage = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
const checkedCodes: readonly string[] = glossaryChecks.map(({ name }) => name);

describe('docs/glossary-format.md', () => {
  it('gives every problem its code and severity', () => {
    const rows = [...(page + configurationPage).matchAll(/^\| `([a-z-]+)` *\| (error|warning|information) *\|/gm)];
    assert.equal(new Set(rows.map(([, code]) => code)).size, rows.length);
    const found = Object.entries(problemSeverities).filter(([code]) => !checkedCodes.includes(code));
    assert.deepEqual(Object.fromEntries(rows.map(([, code, severity]) => [code, severity])), Object.fromEntries(found));
  });

  it('gives every check of glossaries its severity and its page', () => {
    const rows = [...page.matchAll(/^\| \[`([a-z-]+)`\]\(checks\/\1\.md\) *\| (\w+) *\|/gm)];
    assert.deepEqual(
      rows.map(([, name, severity]) => [name, severity]),
      glossaryChecks.map(({ name, defaultSeverity }) => [name, defaultSeverity]),
    );
  });

  it('gives every limit', () => {
    const limits = page.slice(page.indexOf('## Limits')).replaceAll(',', '');
    for (const [name, limit] of Object.entries(glossaryLimits))
      assert.match(limits, new RegExp(`\\b${limit}\\b`), name);
  });

  for (const [index, [, language, text]] of [...page.matchAll(/^```(yaml|json)\n(.*?)^```/gms)].entries()) {
    it(`has example ${index + 1}, ${language}, without a problem`, () => {
      const { glossary, problems } = nativeFormat.read({ uri: 'file:///example', text: text ?? '', defaultName: '' });
      assert.deepEqual(problems, []);
      assert.ok((glossary?.concepts.length ?? 0) > 0);
    });
  }
});

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const schema: Schema = JSON.parse(readFileSync(new URL('../../glossary/schema.json', import.meta.url), 'utf8'));

describe('glossary/schema.json', () => {
  const concept = schema.definitions?.concept?.properties ?? {};
  const rows: readonly (readonly [kind: string, fields: readonly string[], write: (field: string) => string])[] = [
    ['a file', Object.keys(schema.properties ?? {}), (field) => `"${field}": ~`],
    ['a concept', Object.keys(concept), (field) => `- "${field}": ~`],
    ...(
      [
        ['term', 'also'],
        ['avoidedTerm', 'avoid'],
        ['example', 'examples'],
        ['question', 'faq'],
        ['link', 'links'],
      ] as const
    ).map(
      ([name, list]) =>
        [
          name,
          Object.keys(schema.definitions?.[name]?.properties ?? {}),
          (field: string) => `- { term: x, definition: d, ${list}: { "${field}": ~ } }`,
        ] as const,
    ),
  ];
  for (const [kind, fields, write] of rows) {
    it(`has the fields of ${kind} that are read, and no others`, () => {
      assert.ok(fields.length > 0);
      const problems = (field: string) =>
        nativeFormat.read({ uri: '', text: write(field), defaultName: '' }).problems.map(({ code }) => code);
      const isUnknown = (code: string) => code === 'unknown-field' || code === 'misspelt-field';
      for (const field of fields) assert.ok(!problems(field).some(isUnknown), field);
      const known = messagesOf(write('???'))
        .find((message) => message.startsWith('Unknown field'))
        ?.match(/`[^`]+`/g)
        ?.slice(1)
        .map((name) => name.slice(1, -1));
      assert.deepEqual(known?.sort(), [...fields].sort());
    });
  }

  it('explains everything', () => {
    const waiting: Schema[] = [schema];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      assert.ok(next.description && next.markdownDescription, JSON.stringify(next).slice(0, 100));
      waiting.push(...Object.values(next.properties ?? {}), ...Object.values(next.definitions ?? {}));
    }
  });
});

function messagesOf(text: string): readonly string[] {
  return nativeFormat.read({ uri: '', text, defaultName: '' }).problems.map(({ message }) => message);
}

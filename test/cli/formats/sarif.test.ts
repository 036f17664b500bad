import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import type { Log } from 'sarif';
import { type SarifRule, sarifFormat, sarifLog } from '../../../server/src/cli/formats/sarif';
import {
  commandsIn,
  finding,
  hostileChecks,
  hostilePaths,
  hostileRun,
  manyFindings,
  run,
  unseenIn,
  variedRun,
} from './runs';

const terminal = { isStyled: true, width: 80 };

const rules: readonly SarifRule[] = [
  {
    name: 'undefined-abbreviation',
    defaultSeverity: 'information',
    summary: 'An abbreviation that nothing explains',
    page: '# undefined-abbreviation\n\nSee [the words](words.md).',
  },
  { name: 'deprecated-term', defaultSeverity: 'warning', summary: 'A term [of old]', page: undefined },
  { name: 'term-density', defaultSeverity: 'off', summary: 'Too many terms', page: undefined },
];

describe('the format sarif', () => {
  it('describes the checks', () => {
    const driver = onlyRun(sarifLog(variedRun, rules)).tool.driver;
    assert.equal(driver.version, '1.2.3');
    const [abbreviation, term, density] = driver.rules ?? [];
    assert.deepEqual(abbreviation, {
      id: 'undefined-abbreviation',
      shortDescription: { text: 'An abbreviation that nothing explains' },
      fullDescription: { text: 'An abbreviation that nothing explains' },
      help: {
        text: '# undefined-abbreviation\n\nSee \\[the words\\](words.md).',
        markdown: '# undefined-abbreviation\n\nSee [the words](words.md).',
      },
      helpUri: 'https://marketplace.visualstudio.com/items?itemName=glossary-lens.glossary-lens#undefined-abbreviation',
      defaultConfiguration: { level: 'note' },
      properties: { tags: ['terminology'] },
    });
    assert.deepEqual(term?.help, { text: 'A term \\[of old\\]', markdown: 'A term [of old]' });
    assert.deepEqual(density?.defaultConfiguration, { enabled: false, level: 'warning' });
  });

  it('says what was found, where, and how to mend it', () => {
    const [result] = onlyRun(sarifLog(variedRun, rules)).results ?? [];
    const artifactLocation = { uri: 'docs/guide.md', uriBaseId: '%SRCROOT%' };
    assert.deepEqual(result, {
      ruleId: 'deprecated-term',
      ruleIndex: 1,
      level: 'error',
      message: { text: 'Use "Kubernetes" instead of "k8s"' },
      locations: [
        {
          physicalLocation: {
            artifactLocation,
            region: { startLine: 3, startColumn: 8, endLine: 3, endColumn: 11 },
          },
        },
      ],
      partialFingerprints: { 'glossaryLens/v1': '0123456789abcdef' },
      relatedLocations: [
        {
          id: 0,
          message: { text: 'The glossary says so here' },
          physicalLocation: {
            artifactLocation: { uri: 'glossary.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 7, startColumn: 5 },
          },
        },
      ],
      fixes: [
        {
          description: { text: 'Replace with "Kubernetes"' },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [
                {
                  deletedRegion: { startLine: 3, startColumn: 8, endLine: 3, endColumn: 11 },
                  insertedContent: { text: 'Kubernetes' },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('leads to the page of the extension', () => {
    const { publisher, name } = JSON.parse(readFileSync(path.join(__dirname, '../../../package.json'), 'utf8'));
    const { informationUri } = onlyRun(sarifLog(run({}), rules)).tool.driver;
    assert.equal(new URL(informationUri ?? '').searchParams.get('itemName'), `${publisher}.${name}`);
  });

  it('gives findings of checks that nothing describes a rule of their name', () => {
    const written = onlyRun(sarifLog(run({ 'a.md': [finding('⟦x⟧', { check: 'unknown-field' })] }), rules));
    const [result] = written.results ?? [];
    assert.deepEqual(written.tool.driver.rules?.[result?.ruleIndex ?? -1], { id: 'unknown-field' });
  });

  it('says which files could not be read', () => {
    const [invocation] = onlyRun(sarifLog(variedRun, rules)).invocations ?? [];
    assert.deepEqual(invocation, {
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: 'error',
          descriptor: { id: 'unreadable-file' },
          message: { text: 'This file is not checked: it is not UTF-8 text' },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'docs/binary.md', uriBaseId: '%SRCROOT%' } } }],
        },
      ],
    });
  });

  const addresses: readonly (readonly [string, string, string])[] = [
    ['letters of any script', 'docs/öffnen.md', 'docs/%C3%B6ffnen.md'],
    ['what has a meaning in addresses', 'a b?#%41:c/[x].md', 'a%20b%3F%23%2541%3Ac/%5Bx%5D.md'],
    ['a line end', 'a\nb.md', 'a%0Ab.md'],
    ['half of a pair', 'a\ud800.md', 'a%EF%BF%BD.md'],
    ['a folder above', '../a.md', '../a.md'],
  ];
  for (const [name, file, uri] of addresses) {
    it(`writes the address of a file with ${name}`, () => {
      const [result] = onlyRun(sarifLog(run({ [file]: [finding('⟦x⟧')] }), rules)).results ?? [];
      assert.equal(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri, uri);
    });
  }

  it('keeps the 25,000 findings that weigh most, and says what it leaves out', () => {
    const written = onlyRun(sarifLog(run({ 'a.md': manyFindings(10_000) }), rules));
    const counts = new Map<unknown, number>();
    for (const { level } of written.results ?? []) counts.set(level, (counts.get(level) ?? 0) + 1);
    assert.deepEqual(
      [...counts],
      [
        ['note', 5_000],
        ['warning', 10_000],
        ['error', 10_000],
      ],
    );
    assert.equal(
      written.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text,
      'Of 40,000 findings, GitHub shows the 5,000 findings that weigh most. 15,000 findings are left out of this report.',
    );
    const fitting = onlyRun(sarifLog(run({ 'a.md': manyFindings(1_250) }), rules));
    assert.deepEqual(fitting.invocations?.[0]?.toolExecutionNotifications, []);
  });

  it('gives back what documents hold, and steers nothing with it', () => {
    const output = sarifFormat.write(hostileRun, terminal);
    assert.deepEqual(commandsIn(output), []);
    assert.deepEqual(unseenIn(output), []);
    for (const hostile of [hostileChecks, hostilePaths]) {
      const other = sarifFormat.write(hostile, terminal);
      assert.deepEqual([...commandsIn(other), ...unseenIn(other)], []);
    }
    const results = onlyRun(JSON.parse(output)).results ?? [];
    const read = results.map(({ message, locations }) => [
      decodeURIComponent(locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? ''),
      unescapeMessage(message.text ?? ''),
    ]);
    const expected = hostileRun.files.map(({ path: file, findings: [only] }) => [
      file.replace(/\p{Surrogate}/gu, '\ufffd'),
      only?.message,
    ]);
    assert.deepEqual(read, expected);
    for (const { message } of results) assert.deepEqual(linksIn(message.text ?? ''), []);
  });

  it('keeps to the schema of SARIF', function () {
    const file = schemaFile();
    if (file === undefined) {
      console.log('      @microsoft/jest-sarif, which holds the schema, is not installed');
      return this.skip();
    }
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
    const validate = new Ajv({ strict: false, unicodeRegExp: false, formats }).compile(schema);
    for (const written of [variedRun, hostileRun, run({}), run({ 'a.md': manyFindings(2_000) })]) {
      const log = JSON.parse(JSON.stringify(sarifLog(written, rules)));
      assert.ok(validate(log), JSON.stringify(validate.errors, undefined, 2));
      assert.ok(validate(JSON.parse(sarifFormat.write(written, terminal))), JSON.stringify(validate.errors));
    }
    assert.ok(!validate({ version: '2.1.0', runs: [{ tool: {} }] }), 'the schema says no to what is none');
  });
});

function schemaFile(): string | undefined {
  try {
    return require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  } catch {
    return undefined;
  }
}

/** The formats that the schema names. */
const formats = {
  uri: /^[a-z][a-z0-9+.-]*:(?:[\w.~!$&'()*+,;=:@/?#[\]-]|%[0-9a-f]{2})*$/i,
  'uri-reference': /^(?:[\w.~!$&'()*+,;=:@/?#[\]-]|%[0-9a-f]{2})*$/i,
  'date-time': true,
} as const;

function onlyRun({ runs }: Log) {
  assert.equal(runs.length, 1);
  return runs[0] ?? assert.fail();
}

function unescapeMessage(text: string): string {
  return text.replace(/\\([[\]\\])/g, '$1');
}

/** Find `[text](target)` as readers of SARIF do: a bracket behind a backslash is none. */
function linksIn(text: string): readonly string[] {
  return text.match(/(?<!\\)(?:\\\\)*\[(?:\\.|[^\]\\])*\]\([^)]*\)/g) ?? [];
}

import assert from 'node:assert/strict';
import { formatOf, formats, isGlossaryFile, unknownRelated } from '../../server/src/formats';
import { glossaryLimits } from '../../server/src/formats/limits';

describe('isGlossaryFile', () => {
  const rows: readonly (readonly [name: string, expected: boolean])[] = [
    ['glossary.yaml', true],
    ['glossary.yml', true],
    ['glossary.json', true],
    ['Glossary.YAML', true],
    ['team.glossary.yaml', true],
    ['a.b.glossary.json', true],
    ['glossary.md', false],
    ['myglossary.yaml', false],
    ['glossary.yaml.bak', false],
    ['glossary', false],
    ['glossary.schema.json', false],
    ['', false],
  ];
  for (const [name, expected] of rows) it(`${name} ${expected}`, () => assert.equal(isGlossaryFile(name), expected));
});

describe('formatOf', () => {
  for (const uri of [
    'file:///a/glossary.yaml',
    'file:///a/terms.JSON',
    'vscode-vfs://x/t.yml?a=b#c',
    'file:///a/terms.txt',
    '',
  ]) {
    it(`reads ${uri || 'nothing'} as native`, () => assert.equal(formatOf(uri).id, 'native'));
  }

  it('finds each format by its extensions', () => {
    for (const format of formats) {
      for (const extension of format.extensions) assert.equal(formatOf(`file:///a${extension}`), format);
    }
  });
});

describe('unknownRelated', () => {
  it('tells the names that nobody knows, at their places', () => {
    const names = [
      { name: 'pod', span: { start: 1, end: 4 } },
      { name: 'whale', span: { start: 6, end: 11 } },
    ];
    const problems = unknownRelated(names, (name) => name === 'pod');
    assert.deepEqual(problems, [
      {
        code: 'unknown-related',
        severity: 'information',
        message: 'No concept has the id or term `whale`, here or in another glossary that applies',
        span: { start: 6, end: 11 },
      },
    ]);
  });

  it('stops at the limit of problems and counts the others', () => {
    const names = Array.from({ length: 500 }, (_, index) => ({ name: 'x', span: { start: index, end: index + 1 } }));
    const problems = unknownRelated(names, () => false);
    assert.equal(problems.length, glossaryLimits.problems + 1);
    assert.equal(problems.at(-1)?.message, '400 more problems in this file');
  });
});

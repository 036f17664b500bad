import assert from 'node:assert/strict';
import { formatOf, formats, isGlossaryFile } from '../../server/src/formats';

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
    it(`reads ${uri || 'nothing'} as ours`, () => assert.equal(formatOf({ uri, text: '' }).id, 'yaml'));
  }

  it('has each format once', () => {
    assert.equal(new Set(formats.map(({ id }) => id)).size, formats.length);
  });
});

import assert from 'node:assert/strict';
import { readContributed } from '../../client/src/contributedGlossaries';

describe('glossaries that a manifest names', () => {
  const rows: readonly (readonly [name: string, glossaries: unknown, expected: unknown])[] = [
    ['a path', ['glossary.json'], [{ path: 'glossary.json' }]],
    ['a path that begins at the folder', ['./words/glossary.json'], [{ path: 'words/glossary.json' }]],
    ['a record', [{ path: './a.yaml' }], [{ path: 'a.yaml' }]],
    ['a record with a name', [{ path: 'a.yaml', name: ' Acme ' }], [{ path: 'a.yaml', name: 'Acme' }]],
    ['a name that is none', [{ path: 'a.yaml', name: 7 }], [{ path: 'a.yaml' }]],
    ['several', ['a.yaml', { path: 'b.yaml' }], [{ path: 'a.yaml' }, { path: 'b.yaml' }]],
    ['a path that walks up', ['../secret.yaml', 'a/../../b.yaml', 'a/..'], []],
    ['a path that walks up with backslashes', ['..\\secret.yaml', 'a\\b.yaml'], []],
    ['an absolute path', ['/etc/passwd', 'C:/a.yaml', 'c:a'], []],
    ['a URI', ['https://acme.example/a.yaml', 'file:///a.yaml'], []],
    ['the folder itself', ['.', './', '', ' '], []],
    ['what is no path', [1, null, {}, [], { path: {} }], []],
    ['a path without an end', ['a'.repeat(5000)], []],
    ['no list', 'a.yaml', []],
    ['too many', Array.from({ length: 200 }, () => 'a.yaml'), Array.from({ length: 100 }, () => ({ path: 'a.yaml' }))],
  ];
  for (const [name, glossaries, expected] of rows) {
    it(`reads ${name}`, () => {
      assert.deepEqual(readContributed({ contributes: { glossaryLens: { glossaries } } }), expected);
    });
  }

  for (const manifest of [undefined, null, 1, [], {}, { contributes: [] }, { contributes: { glossaryLens: null } }]) {
    it(`finds none in ${JSON.stringify(manifest)}`, () => assert.deepEqual(readContributed(manifest), []));
  }
});

import assert from 'node:assert/strict';
import { isInside, type Place, readListedFiles } from '../../client/src/fileAccess';

describe('file access', () => {
  const folder = place('/work/site');
  const rows: readonly (readonly [name: string, folder: Place, place: Place, isInside: boolean])[] = [
    ['a file in the folder', folder, place('/work/site/glossary.yaml'), true],
    ['a file far below', folder, place('/work/site/docs/deep/glossary.yaml'), true],
    ['the folder itself', folder, folder, true],
    ['a folder written with a slash at its end', place('/work/site/'), place('/work/site/glossary.yaml'), true],
    ['the root', place('/'), place('/glossary.yaml'), true],
    ['a file beside the folder', folder, place('/work/glossary.yaml'), false],
    ['a folder whose name begins alike', folder, place('/work/site-2/glossary.yaml'), false],
    ['a path that walks up', folder, place('/work/site/../secret.yaml'), false],
    ['a path that walks up and down again', folder, place('/work/site/../site/glossary.yaml'), false],
    ['a path that walks up with backslashes', folder, place('/work/site/..\\..\\secret.yaml'), false],
    ['another scheme', folder, { ...place('/work/site/glossary.yaml'), scheme: 'vscode-vfs' }, false],
    ['another authority', folder, { ...place('/work/site/glossary.yaml'), authority: 'host' }, false],
  ];
  for (const [name, inner, outer, expected] of rows) {
    it(`${expected ? 'is given to' : 'is kept from'} ${name}`, () => assert.equal(isInside(inner, outer), expected));
  }

  const settings: readonly (readonly [name: string, setting: unknown, expected: unknown])[] = [
    ['a relative path', ['words/team.yaml'], [{ kind: 'relative', path: 'words/team.yaml' }]],
    ['an absolute path', ['/srv/team.yaml'], [{ kind: 'absolute', path: '/srv/team.yaml' }]],
    ['a path on a drive', ['C:\\words\\team.yaml'], [{ kind: 'absolute', path: 'C:\\words\\team.yaml' }]],
    ['a URI', ['vscode-vfs://github/a/b.yaml'], [{ kind: 'uri', uri: 'vscode-vfs://github/a/b.yaml' }]],
    ['items of a wrong type', [1, null, 'a.yaml'], [{ kind: 'relative', path: 'a.yaml' }]],
    ['a record', [{ source: '/srv/terms/' }, { name: 'x' }], [{ kind: 'absolute', path: '/srv/terms/' }]],
    ['a glob, by the folder that it starts from', ['/srv/a*/b.csv'], [{ kind: 'absolute', path: '/srv/' }]],
    ['a glob in the workspace folder', ['*.csv'], [{ kind: 'relative', path: '.' }]],
    ['no package and no address', ['npm:acme', 'https://acme.com/a'], []],
    ['no list', 'a.yaml', []],
    ['nothing', undefined, []],
  ];
  for (const [name, setting, expected] of settings) {
    it(`reads from the setting: ${name}`, () => assert.deepEqual(readListedFiles(setting), expected));
  }
});

function place(path: string): Place {
  return { scheme: 'file', authority: '', path };
}

import assert from 'node:assert/strict';
import { pageAddress, pagePath, readAddress } from '../../client/src/conceptAddress';

describe('concept address', () => {
  const accepted: readonly { name: string; id: string; path: string }[] = [
    { name: 'a slug', id: 'rolling-update', path: '/1x9z/rolling-update.md' },
    { name: 'letters of any script', id: '用語-容器', path: '/1x9z/用語-容器.md' },
    { name: 'symbols and spaces', id: 'C++ (the language) 100% #1?', path: '/1x9z/C++ (the language) 100% #1?.md' },
    { name: 'a slash', id: 'ci/cd', path: '/1x9z/ci/cd.md' },
    { name: 'an id that ends like a page', id: 'readme.md', path: '/1x9z/readme.md.md' },
  ];
  for (const { name, id, path } of accepted) {
    it(`goes into the path of a page and comes back: ${name}`, () => {
      const address = { glossary: '1x9z', id };
      assert.deepEqual(readAddress(address), address);
      assert.equal(pagePath(address), path);
      assert.deepEqual(pageAddress(path), address);
    });
  }

  it('takes over nothing but what an address holds', () => {
    const read = readAddress({ glossary: 'abc', id: 'pod', command: 'rm' });
    assert.deepEqual(read, { glossary: 'abc', id: 'pod' });
  });

  const refused: readonly (readonly [name: string, value: unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['a string', 'pod'],
    ['a list', ['abc', 'pod']],
    ['no id', { glossary: 'abc' }],
    ['no glossary', { id: 'pod' }],
    ['an empty id', { glossary: 'abc', id: '' }],
    ['an id of another type', { glossary: 'abc', id: { toString: () => 'pod' } }],
    ['a glossary of another type', { glossary: ['abc'], id: 'pod' }],
    ['an empty glossary', { glossary: '', id: 'pod' }],
    ['a glossary that is a path', { glossary: '../abc', id: 'pod' }],
    ['a glossary that is too long', { glossary: 'a'.repeat(17), id: 'pod' }],
    ['an id that walks up', { glossary: 'abc', id: '../../etc/passwd' }],
    ['an id with an empty folder', { glossary: 'abc', id: 'a//b' }],
    ['an id with a backslash', { glossary: 'abc', id: '..\\secret' }],
    ['an id with a line break', { glossary: 'abc', id: 'a\nb' }],
    ['an id without end', { glossary: 'abc', id: 'a'.repeat(100_000) }],
  ];
  for (const [name, value] of refused) {
    it(`is refused: ${name}`, () => assert.equal(readAddress(value), undefined));
  }

  const noPages = [
    '',
    '/',
    '/abc',
    '/abc/',
    '/abc/.md',
    '/abc/pod',
    '/abc/pod.txt',
    'abc/pod.md',
    '//pod.md',
    '/a b/pod.md',
    '/abc/../pod.md',
  ];
  for (const path of noPages) {
    it(`is not in the path "${path}"`, () => assert.equal(pageAddress(path), undefined));
  }
});

import { strict as assert } from 'node:assert';
import { symlinkSync } from 'node:fs';
import { findTargets } from '../../../server/src/cli/check/targets';
import { testFolder } from './folder';

describe('the files that a command names', () => {
  const folder = testFolder({
    'README.md': '',
    'docs/a.md': '',
    'docs/b.yaml': '',
    'docs/deep/c.markdown': '',
    'docs/glossary.yaml': '',
    'docs/team.glossary.json': '',
    'docs/glossary-lens.yaml': '',
    'docs/data.json': '',
    'docs/picture.png': '',
    'docs/a[1].md': '',
    'docs/.hidden/d.md': '',
  });

  const inDocs = [
    'docs/.hidden/d.md document',
    'docs/a.md document',
    'docs/a[1].md document',
    'docs/b.yaml document',
    'docs/deep/c.markdown document',
    'docs/glossary-lens.yaml configuration',
    'docs/glossary.yaml glossary',
    'docs/team.glossary.json glossary',
  ];
  const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['are those of a folder', ['docs'], inDocs],
    ['are each there once', ['docs', './docs/a.md', 'docs/'], inDocs],
    ['are a file', ['README.md'], ['README.md document']],
    ['are what a glob matches', ['docs/*.md'], ['docs/a.md document', 'docs/a[1].md document']],
    ['are what a glob matches at every depth', ['**/*.markdown'], ['docs/deep/c.markdown document']],
    ['are what a glob with choices matches', ['docs/{a.md,b.yaml}'], ['docs/a.md document', 'docs/b.yaml document']],
    ['are a file that looks like a glob', ['docs/a[1].md'], ['docs/a[1].md document']],
    ['are hidden ones, too', ['docs/**/d.md'], ['docs/.hidden/d.md document']],
  ];
  for (const [name, names, expected] of rows) {
    it(name, () => {
      const { targets, unreadable } = findTargets(names, folder.path);
      assert.deepEqual(
        targets.map(({ path, kind }) => `${path} ${kind}`),
        expected,
      );
      assert.deepEqual(unreadable, []);
    });
  }

  it('are named from the folder that the command runs in', () => {
    const { targets } = findTargets(['../README.md', 'deep'], folder.file('docs'));
    assert.deepEqual(
      targets.map(({ path }) => path),
      ['../README.md', 'deep/c.markdown'],
    );
  });

  it('may be links, where they are named', () => {
    symlinkSync('docs/a.md', folder.file('link.md'));
    symlinkSync('docs/deep', folder.file('link'));
    const { targets } = findTargets(['link.md', 'link'], folder.path);
    assert.deepEqual(
      targets.map(({ path }) => path),
      ['link.md', 'link/c.markdown'],
    );
  });

  const faults: readonly (readonly [string, string, string])[] = [
    ['one that is not there', 'nowhere.md', 'there is no such file or folder'],
    ['one in a file', 'README.md/a.md', 'there is no such file or folder'],
    ['one that is no document', 'docs/picture.png', 'it is not a document that is checked'],
    ['a device', '/dev/null', 'it is not a regular file'],
  ];
  for (const [name, path, reason] of faults) {
    it(`are told of: ${name}`, () => {
      const { targets, unreadable } = findTargets([path, 'README.md'], folder.path);
      assert.deepEqual(
        unreadable.map((file) => file.reason),
        [reason],
      );
      assert.deepEqual(
        targets.map((target) => target.path),
        ['README.md'],
      );
    });
  }

  it('are told of: a link that leads to itself', () => {
    symlinkSync('loop.md', folder.file('loop.md'));
    assert.deepEqual(findTargets(['loop.md'], folder.path).unreadable, [
      { path: 'loop.md', reason: 'it is a link that leads back to itself' },
    ]);
  });

  for (const [name, glob, message] of [
    ['matches nothing', 'docs/*.rst', /nothing that is checked matches/],
    ['leads nowhere', 'nowhere/*.md', /nothing that is checked matches/],
    ['has many stars', `${'a*'.repeat(9)}.md`, /too many wildcards/],
    ['has many double stars', '**/a/**/b/**/c/**/d.md', /too many wildcards/],
    ['is long', `${'a/'.repeat(600)}*`, /too many wildcards/],
  ] as const) {
    it(`are none where a glob ${name}`, () => {
      assert.throws(() => findTargets([glob], folder.path), message);
    });
  }

  it('are found at once, however a glob is written', () => {
    folder.write(`docs/${'a'.repeat(200)}.md`, '');
    const started = Date.now();
    findTargets(['docs/*a*a*a*.md'], folder.path);
    assert.ok(Date.now() - started < 2000);
  });
});

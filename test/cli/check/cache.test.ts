import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { Cache } from '../../../server/src/cli/check/cache';
import { stateOf } from '../../../server/src/cli/check/fileState';
import { allNamesIn, namesIn, type Questions } from '../../../server/src/cli/check/recordedFiles';
import { readRegularFile } from '../../../server/src/cli/check/regularFile';
import type { FileFinding } from '../../../server/src/cli/checkRun';
import { testFolder } from './folder';

const finding: FileFinding = {
  check: 'deprecated-term',
  severity: 'warning',
  message: 'Use "widget" instead of "gizmo"',
  start: { line: 1, column: 1 },
  end: { line: 1, column: 6 },
  line: 'gizmo',
  fix: {
    title: 'Replace with "widget"',
    isSafe: true,
    edits: [{ start: { line: 1, column: 1 }, end: { line: 1, column: 6 }, text: 'widget' }],
  },
  related: [{ message: 'here', path: 'glossary.yaml', start: { line: 2, column: 1 } }],
  fingerprint: '0123456789abcdef',
};

/** Seconds since 1970: long before any test. */
const LONG_AGO = 1_600_000_000;

describe('the cache', () => {
  const folder = testFolder({ 'a.md': 'gizmo', 'glossary.yaml': 'concepts: []', 'docs/b.md': '', 'terms/a.csv': '' });

  beforeEach(() => {
    for (const name of ['a.md', 'glossary.yaml']) utimesSync(folder.file(name), LONG_AGO, LONG_AGO);
    const cache = open();
    cache.keep(folder.file('a.md'), {
      state: stateOfFile('a.md'),
      findings: [finding],
      uses: [['file:///g.yaml', ['widget']]],
    });
    cache.write([questions()]);
  });

  function open(key = 'key'): Cache {
    return Cache.open(folder.file('cache.json'), key);
  }

  function stateOfFile(name: string): ReturnType<typeof stateOf> {
    const read = readRegularFile(folder.file(name));
    assert.ok('bytes' in read);
    return stateOf(read);
  }

  function questions(): Questions {
    return {
      folders: [folder.path, folder.file('docs')].map((path) => [path, namesIn(path)]),
      walked: [[folder.file('terms'), allNamesIn(folder.file('terms'))]],
      repositories: [[folder.path, undefined]],
      files: [
        [folder.file('glossary.yaml'), stateOfFile('glossary.yaml')],
        [folder.file('absent.yaml'), undefined],
      ],
    };
  }

  function touch(name: string, seconds = LONG_AGO + 100): void {
    utimesSync(folder.file(name), seconds, seconds);
  }

  const rows: readonly (readonly [string, () => void, boolean])[] = [
    ['knows what was found', () => {}, true],
    ['knows it where a file was only touched', () => touch('a.md'), true],
    ['knows it where a glossary was only touched', () => touch('glossary.yaml'), true],
    ['forgets it where the file changed', () => folder.write('a.md', 'other'), false],
    [
      'forgets it where the file changed within one step of the clock, and is as long as before',
      () => {
        const now = Date.now() / 1000;
        touch('a.md', now);
        const cache = open();
        cache.keep(folder.file('a.md'), {
          state: stateOfFile('a.md'),
          findings: [finding],
          uses: [['file:///g.yaml', ['widget']]],
        });
        cache.write([]);
        folder.write('a.md', 'other');
        touch('a.md', now);
      },
      false,
    ],
    ['forgets it where a glossary changed', () => folder.write('glossary.yaml', 'concepts: [{}]'), false],
    ['forgets it where a glossary came that was missing', () => folder.write('absent.yaml', ''), false],
    ['forgets it where a glossary came into a folder', () => folder.write('docs/team.glossary.yaml', ''), false],
    ['forgets it where any file came into a folder of glossaries', () => folder.write('terms/b.csv', ''), false],
    ['forgets it where a folder came into a folder of glossaries', () => folder.write('terms/deep/b.csv', ''), false],
    [
      'knows it where a file in a folder of glossaries is another, which is asked for itself',
      () => folder.write('terms/a.csv', 'x'),
      true,
    ],
    ['forgets it where a configuration came into a folder', () => folder.write('glossary-lens.yaml', ''), false],
    ['forgets it where git ignores something else', () => folder.write('.gitignore', 'glossary.yaml'), false],
    ['forgets it where the folder became a repository', () => folder.write('.git/HEAD', ''), false],
    ['knows it where a document came into a folder', () => folder.write('docs/c.md', ''), true],
    ['is as good as empty where it is no JSON', () => folder.write('cache.json', '{'), false],
    ['is as good as empty where it is cut off', () => cutOff(), false],
    ['is as good as empty where it holds something else', () => folder.write('cache.json', '{"key":"key"}'), false],
    ['forgets it where a glossary became a folder', () => becomeFolder('glossary.yaml'), false],
    [
      'is as good as empty where a name is none that a system takes',
      () => spoil('/glossary.yaml",{', '/\\u0000",{'),
      false,
    ],
    ['is as good as empty where a finding is none', () => spoil('"severity":"warning"', '"severity":"loud"'), false],
    ['is as good as empty where a place is none', () => spoil('"column":1', '"column":-1'), false],
    ['is as good as empty where a use is none', () => spoil('["widget"]', '"widget"'), false],
    ['is as good as empty where a fix is none', () => spoil('"isSafe":true', '"isSafe":1'), false],
  ];
  for (const [name, change, isKnown] of rows) {
    it(name, () => {
      change();
      assert.deepEqual(open().find(folder.file('a.md'))?.findings, isKnown ? [finding] : undefined);
    });
  }

  it('knows which concepts a file uses', () => {
    assert.deepEqual(open().find(folder.file('a.md'))?.uses, [['file:///g.yaml', ['widget']]]);
  });

  it('is for one version and one set of options', () => {
    assert.equal(open('other').find(folder.file('a.md')), undefined);
  });

  it('is not written where nothing changed', () => {
    const { ino } = statSync(folder.file('cache.json'));
    const cache = open();
    cache.find(folder.file('a.md'));
    cache.write([]);
    assert.equal(statSync(folder.file('cache.json')).ino, ino);
  });

  it('keeps what it knows of files that nobody asks about', () => {
    const cache = open();
    cache.keep(folder.file('docs/b.md'), { state: stateOfFile('docs/b.md'), findings: [], uses: undefined });
    cache.write([]);
    assert.deepEqual(open().find(folder.file('a.md'))?.findings, [finding]);
    assert.deepEqual(open().find(folder.file('docs/b.md'))?.findings, []);
  });

  it('is whole after each of several that are written at once', () => {
    const caches = Array.from({ length: 8 }, () => open());
    for (const [index, cache] of caches.entries()) {
      cache.keep(folder.file('docs/b.md'), {
        state: stateOfFile('docs/b.md'),
        findings: index % 2 === 0 ? [finding] : [],
        uses: undefined,
      });
    }
    for (const cache of caches) {
      cache.write([]);
      JSON.parse(readFileSync(folder.file('cache.json'), 'utf8'));
    }
    assert.deepEqual(open().find(folder.file('a.md'))?.findings, [finding]);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name.includes('tmp')),
      [],
    );
  });

  it('costs nothing but time where it cannot be written', () => {
    const cache = Cache.open(folder.file('a.md/cache.json'), 'key');
    cache.keep(folder.file('a.md'), { state: stateOfFile('a.md'), findings: [], uses: undefined });
    assert.doesNotThrow(() => cache.write([]));
  });

  function cutOff(): void {
    const text = readFileSync(folder.file('cache.json'), 'utf8');
    writeFileSync(folder.file('cache.json'), text.slice(0, text.length / 2));
  }

  function becomeFolder(name: string): void {
    rmSync(folder.file(name));
    folder.write(`${name}/a.md`, '');
  }

  function spoil(good: string, bad: string): void {
    const text = readFileSync(folder.file('cache.json'), 'utf8');
    assert.ok(text.includes(good));
    writeFileSync(folder.file('cache.json'), text.replace(good, bad));
  }
});

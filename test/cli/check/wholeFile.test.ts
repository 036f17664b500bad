import { strict as assert } from 'node:assert';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readTextFile, type TextFile } from '../../../server/src/cli/check/regularFile';
import { replaceText, writeWhole } from '../../../server/src/cli/check/wholeFile';
import { testFolder } from './folder';

describe('a file that is replaced', () => {
  const folder = testFolder();

  function read(name: string): TextFile {
    const file = readTextFile(folder.file(name));
    assert.ok('text' in file, `${name} is not read`);
    return file;
  }

  function replace(name: string, change: (text: string) => string): ReturnType<typeof replaceText> {
    const file = read(name);
    return replaceText(folder.file(name), file, change(file.text));
  }

  const upper = (text: string) => text.toUpperCase();

  it('has the new text, and nothing is left beside it', () => {
    folder.write('a.md', 'one\n');
    assert.deepEqual(replace('a.md', upper), { kind: 'written' });
    assert.equal(readFileSync(folder.file('a.md'), 'utf8'), 'ONE\n');
    assert.deepEqual(readdirSync(folder.path), ['a.md']);
  });

  it('is another file, so that nobody reads half of it', () => {
    const { ino } = statSync(folder.write('a.md', 'one\n'));
    replace('a.md', upper);
    assert.notEqual(statSync(folder.file('a.md')).ino, ino);
  });

  it('keeps its byte order mark and its line ends', () => {
    folder.write('a.md', '\uFEFFone\r\ntwo\r\n');
    replace('a.md', (text) => {
      assert.equal(text, 'one\r\ntwo\r\n');
      return text.replace('one', '1');
    });
    assert.equal(readFileSync(folder.file('a.md'), 'utf8'), '\uFEFF1\r\ntwo\r\n');
  });

  for (const mode of [0o600, 0o644, 0o755, 0o666]) {
    it(`keeps its mode ${mode.toString(8)}`, () => {
      chmodSync(folder.write('a.md', 'one\n'), mode);
      replace('a.md', upper);
      assert.equal(statSync(folder.file('a.md')).mode & 0o7777, mode);
    });
  }

  it('stays one file with two names', () => {
    linkSync(folder.write('a.md', 'one\n'), folder.file('b.md'));
    assert.deepEqual(
      replace('a.md', (text) => text.slice(1)),
      { kind: 'written' },
    );
    assert.equal(readFileSync(folder.file('b.md'), 'utf8'), 'ne\n');
    assert.equal(statSync(folder.file('a.md')).nlink, 2);
  });

  it('stays a link to the file that it names', () => {
    folder.write('a.md', 'one\n');
    symlinkSync('a.md', folder.file('b.md'));
    assert.deepEqual(replace('b.md', upper), { kind: 'written' });
    assert.ok(lstatSync(folder.file('b.md')).isSymbolicLink());
    assert.equal(readFileSync(folder.file('a.md'), 'utf8'), 'ONE\n');
  });

  it('is left alone where it changed since it was read', () => {
    const file = folder.write('a.md', 'one\n');
    const before = read('a.md');
    writeFileSync(file, 'two\n');
    assert.deepEqual(replaceText(file, before, 'ONE\n'), {
      kind: 'refused',
      reason: 'it has changed since it was read; it is left alone',
    });
    assert.equal(readFileSync(file, 'utf8'), 'two\n');
  });

  it('is left alone where nobody may write to it', () => {
    const file = folder.write('a.md', 'one\n');
    chmodSync(file, 0o444);
    assert.deepEqual(replace('a.md', upper), { kind: 'refused', reason: 'it is read-only; it is left alone' });
    assert.equal(readFileSync(file, 'utf8'), 'one\n');
  });

  it('is left alone where it is gone', () => {
    const file = folder.write('docs/a.md', 'one\n');
    const before = read('docs/a.md');
    assert.deepEqual(replaceText(`${file}.other`, before, 'ONE\n'), {
      kind: 'refused',
      reason: 'it could not be written: there is no such file or folder',
    });
    assert.deepEqual(readdirSync(folder.file('docs')), ['a.md']);
  });

  it('may have the longest name that a file system takes', () => {
    const name = `${'a'.repeat(252)}.md`;
    const file = folder.write(name, 'one\n');
    assert.deepEqual(replaceText(file, read(name), 'ONE\n'), { kind: 'written' });
  });
});

describe('a file of ours', () => {
  const folder = testFolder();

  it('is written anew', () => {
    writeWhole(folder.file('report.json'), '1');
    writeWhole(folder.file('report.json'), '22');
    assert.equal(readFileSync(folder.file('report.json'), 'utf8'), '22');
    assert.deepEqual(readdirSync(folder.path), ['report.json']);
  });

  it('is written where a link leads', () => {
    symlinkSync('target.json', folder.file('report.json'));
    writeWhole(folder.file('report.json'), '1');
    assert.equal(readFileSync(folder.file('target.json'), 'utf8'), '1');
  });

  it('is no folder', () => {
    mkdirSync(folder.file('report.json'));
    assert.throws(() => writeWhole(folder.file('report.json'), '1'), /EISDIR/);
  });
});

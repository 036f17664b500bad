import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import {
  applyBaseline,
  baselineText,
  divide,
  parseBaseline,
  readBaseline,
} from '../../../server/src/cli/check/baseline';
import { fingerprintOf } from '../../../server/src/cli/check/fingerprint';
import type { TargetResult } from '../../../server/src/cli/check/targetChecker';
import type { Target } from '../../../server/src/cli/check/targets';
import type { FileFinding } from '../../../server/src/cli/checkRun';
import { testFolder } from './folder';

/** A finding about the only words on a line. */
function finding(check: string, line: string, number = 1): FileFinding {
  return {
    check,
    severity: 'warning',
    message: 'Not so',
    start: { line: number, column: 1 },
    end: { line: number, column: 1 + line.length },
    line,
    fix: undefined,
    related: [],
    fingerprint: fingerprintOf(check, line, line),
  };
}

describe('a baseline', () => {
  const folder = testFolder();

  function update(files: Readonly<Record<string, readonly FileFinding[]>>): void {
    const results = Object.entries(files).map(([name, findings]): readonly [Target, TargetResult] => [
      { file: folder.file(name), path: name, kind: 'document' },
      { kind: 'checked', findings, fixedCount: 0, diff: '' },
    ]);
    applyBaseline(results, { baseline: 'known.json', updatesBaseline: true }, folder.path);
  }

  function fresh(name: string, findings: readonly FileFinding[]): readonly string[] {
    const known = readBaseline(folder.file('known.json'), 'known.json').get(name);
    return divide(findings, known).fresh.map(({ line }) => line);
  }

  const known = [finding('a', 'one'), finding('a', 'two', 2), finding('a', 'two', 3), finding('b', 'two', 3)];
  const rows: readonly (readonly [string, readonly FileFinding[], readonly string[]])[] = [
    ['keeps what it knows quiet', known, []],
    ['knows a finding on another line of the file', [finding('a', 'one', 9)], []],
    ['knows a finding that is indented anew', [{ ...finding('a', 'one'), line: '   one' }], []],
    ['lets another finding through', [finding('a', 'three')], ['three']],
    ['lets a finding of another check through', [finding('b', 'one')], ['one']],
    [
      'counts: the third of two is new',
      [finding('a', 'two', 1), finding('a', 'two', 2), finding('a', 'two', 3)],
      ['two'],
    ],
  ];
  for (const [name, findings, expected] of rows) {
    it(name, () => {
      folder.write('docs/a.md', '');
      update({ 'docs/a.md': known });
      assert.deepEqual(fresh('docs/a.md', findings), expected);
    });
  }

  it('knows nothing of other files', () => {
    update({ 'a.md': known });
    assert.deepEqual(fresh('b.md', [finding('a', 'one')]), ['one']);
  });

  it('keeps what it knew of files that were not checked, as long as they are there', () => {
    folder.write('a.md', '');
    folder.write('b.md', '');
    update({ 'a.md': known, 'b.md': known, 'gone.md': known });
    update({ 'b.md': [] });
    assert.deepEqual([...readBaseline(folder.file('known.json'), 'known.json').keys()], ['a.md']);
  });

  it('is the same text whatever the order was', () => {
    update({ 'b.md': known, 'a.md': known });
    const one = readFileSync(folder.file('known.json'), 'utf8');
    update({ 'a.md': known.toReversed(), 'b.md': known });
    assert.equal(readFileSync(folder.file('known.json'), 'utf8'), one);
    assert.match(
      one,
      /^\{\n {2}"version": 1,\n {2}"files": \{\n {4}"a\.md": \{\n {6}"a": \{\n {8}"[0-9a-f]{16}": [12],?\n/,
    );
  });

  it('takes the names of files for names', () => {
    const names = ['__proto__', 'constructor', 'toString', '7'];
    update(Object.fromEntries(names.map((name) => [name, known])));
    const read = readBaseline(folder.file('known.json'), 'known.json');
    assert.deepEqual([...read.keys()].sort(), names.sort());
    assert.equal(parseBaseline(baselineText(read))?.size, names.length);
  });

  for (const [name, text] of [
    ['no JSON', '{'],
    ['a list', '[]'],
    ['of another version', '{ "version": 2, "files": {} }'],
    ['without files', '{ "version": 1 }'],
  ] as const) {
    it(`is refused where it is ${name}`, () => {
      folder.write('known.json', text);
      assert.throws(() => readBaseline(folder.file('known.json'), 'known.json'), /is no baseline/);
    });
  }

  it('is asked for where it is not there', () => {
    assert.throws(
      () => readBaseline(folder.file('known.json'), 'known.json'),
      /there is no such file or folder; --update-baseline writes one/,
    );
  });
});

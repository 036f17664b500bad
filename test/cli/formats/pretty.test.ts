import { strict as assert } from 'node:assert';
import { stripVTControlCharacters } from 'node:util';
import { prettyFormat } from '../../../server/src/cli/formats/pretty';
import {
  commandsIn,
  finding,
  hostileChecks,
  hostilePaths,
  hostileRun,
  hostileTexts,
  run,
  unseenIn,
  variedRun,
} from './runs';

const plain = { isStyled: false, width: undefined };
const terminal = { isStyled: true, width: 60 };

describe('the format pretty', () => {
  it('shows findings by file with the lines that they are in', () => {
    assert.equal(
      prettyFormat.write(variedRun, plain),
      `docs/guide.md
  3:8  error  Use "Kubernetes" instead of "k8s"  deprecated-term
      3 | We run k8s on three nodes.
        |        ^^^
        = see: glossary.yaml:7:5: The glossary says so here
        = fix: Replace with "Kubernetes"
  9:5  information  Nothing explains "VPA"  undefined-abbreviation
      9 | Its VPA is off.
        |     ^^^

docs/öffnen & schließen.md
  1:3  warning  Use "Kubernetes" instead of "k8s"  deprecated-term
      1 | a roll
        |   ^^^^
        = fix: Think about it
  4:1  hint  Use "Kubernetes" instead of "k8s"  deprecated-term
      4 | x
        | ^

docs/binary.md
  error  This file is not checked: it is not UTF-8 text

4 findings in 2 of 12 files: 1 error, 1 warning, 1 information, 1 hint. 1 fixable with --fix. 1 file not checked. 3 known findings kept quiet.
`,
    );
  });

  const clean: readonly (readonly [string, Parameters<typeof run>[1], string])[] = [
    ['says in one line that nothing is found', {}, '12 files checked, nothing found.\n'],
    ['says what is kept quiet', { knownCount: 1 }, '12 files checked, nothing found. 1 known finding kept quiet.\n'],
    ['counts one file', { checkedCount: 1 }, '1 file checked, nothing found.\n'],
    ['counts many files', { checkedCount: 12_000 }, '12,000 files checked, nothing found.\n'],
  ];
  for (const [name, more, expected] of clean) {
    it(name, () => assert.equal(prettyFormat.write(run({}, more), plain), expected));
  }

  it('styles for a terminal, and says the same', () => {
    const output = prettyFormat.write(variedRun, { isStyled: true, width: undefined });
    assert.ok(output.includes('\u001b[31merror\u001b[39m'), output);
    assert.equal(stripVTControlCharacters(output), prettyFormat.write(variedRun, plain));
  });

  it('shows no line where there is none', () => {
    const output = prettyFormat.write(run({ 'a.md': [{ ...finding('⟦x⟧'), line: '' }] }), plain);
    assert.deepEqual(output.split('\n').slice(0, 3), [
      'a.md',
      '  3:1  warning  Use "Kubernetes" instead of "k8s"  deprecated-term',
      '',
    ]);
  });

  it('cuts lines to the width of the terminal', () => {
    const long = finding(`${'before '.repeat(50)}⟦k8s⟧${' after'.repeat(50)}`);
    const lines = stripVTControlCharacters(prettyFormat.write(run({ 'a.md': [long] }), terminal)).split('\n');
    assert.equal(lines[2]?.length, 60);
    assert.equal(lines[2]?.indexOf('k8s'), lines[3]?.indexOf('^^^'));
  });

  it('lets documents and names of files run no command, and steer nothing', () => {
    for (const hostile of [hostileRun, hostilePaths, hostileChecks]) {
      const output = prettyFormat.write(hostile, plain);
      assert.deepEqual(commandsIn(output), []);
      assert.deepEqual(unseenIn(output), []);
      assert.deepEqual(unseenIn(stripVTControlCharacters(prettyFormat.write(hostile, terminal))), []);
    }
  });

  it('begins no line with words of a document: names of files aside, and these with a letter, a digit or a dot', () => {
    const output = prettyFormat.write(hostilePaths, plain);
    const headings = output.split('\n').filter((line) => /^\S/.test(line));
    // The name of each file, and the summary.
    assert.equal(headings.length, hostileTexts.length + 1);
    for (const line of output.split('\n').filter((one) => one !== '')) {
      assert.match(line, /^(?:[\p{L}\p{N}._/]| {2}\d+:\d+ {2}| {6}\d \| | {8}\|)/u);
    }
  });
});

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonFormat } from '../../../server/src/cli/formats/json';
import { jsonlFormat } from '../../../server/src/cli/formats/jsonl';
import { commandsIn, finding, hostileChecks, hostilePaths, hostileRun, run, unseenIn, variedRun } from './runs';

const terminal = { isStyled: true, width: 80 };

describe('the format json', () => {
  it('says what was found, where, and how to mend it', () => {
    const report = JSON.parse(jsonFormat.write(variedRun, terminal));
    assert.deepEqual(Object.keys(report), ['version', 'counts', 'files', 'unreadable']);
    assert.equal(report.version, '1.2.3');
    assert.deepEqual(report.counts, {
      checkedFiles: 12,
      unreadableFiles: 1,
      findings: 4,
      error: 1,
      warning: 1,
      information: 1,
      hint: 1,
      fixable: 1,
      known: 3,
    });
    const [guide] = report.files;
    assert.equal(guide.path, 'docs/guide.md');
    assert.deepEqual(guide.findings[0], {
      check: 'deprecated-term',
      severity: 'error',
      message: 'Use "Kubernetes" instead of "k8s"',
      start: { line: 3, column: 8 },
      end: { line: 3, column: 11 },
      line: 'We run k8s on three nodes.',
      fix: {
        title: 'Replace with "Kubernetes"',
        isSafe: true,
        edits: [{ start: { line: 3, column: 8 }, end: { line: 3, column: 11 }, text: 'Kubernetes' }],
      },
      related: [{ message: 'The glossary says so here', path: 'glossary.yaml', start: { line: 7, column: 5 } }],
      fingerprint: '0123456789abcdef',
    });
    assert.equal(guide.findings[1].fix, null);
    assert.deepEqual(report.unreadable, [{ path: 'docs/binary.md', reason: 'it is not UTF-8 text' }]);
  });

  it('is what docs/output-formats.md shows', () => {
    const page = readFileSync(path.join(__dirname, '../../../docs/output-formats.md'), 'utf8');
    const documented = JSON.parse(/^```json\n(.*?)^```$/ms.exec(page)?.[1] ?? '');
    const { files, unreadable, knownCount } = variedRun;
    const [guide] = files;
    const [first = assert.fail()] = guide?.findings ?? [];
    const one = run({ 'docs/guide.md': [{ ...first, severity: 'warning' }] }, { unreadable, knownCount });
    assert.deepEqual(JSON.parse(jsonFormat.write(one, terminal)), documented);
  });

  it('is an object without findings, too', () => {
    const report = JSON.parse(jsonFormat.write(run({}), terminal));
    assert.deepEqual([report.files, report.counts.findings, report.counts.checkedFiles], [[], 0, 12]);
  });

  it('gives back what documents hold, and steers nothing with it', () => {
    const output = jsonFormat.write(hostileRun, terminal);
    assert.deepEqual(commandsIn(output), []);
    assert.deepEqual(unseenIn(output), []);
    for (const hostile of [hostileChecks, hostilePaths]) {
      const other = jsonFormat.write(hostile, terminal);
      assert.deepEqual([...commandsIn(other), ...unseenIn(other)], []);
    }
    const { files, unreadable } = JSON.parse(output);
    assert.deepEqual(
      files.map(({ path, findings: [only] }: { path: string; findings: { message: string }[] }) => [path, only]),
      hostileRun.files.map(({ path, findings: [only] }) => [path, only]),
    );
    assert.deepEqual(unreadable, hostileRun.unreadable);
  });

  it('leaves out a line that is longer than a report should be', () => {
    const lines = ['x'.repeat(1000), 'x'.repeat(1001)].map((line) => {
      const output = jsonFormat.write(run({ 'a.md': [{ ...finding('⟦x⟧'), line }] }), terminal);
      return JSON.parse(output).files[0].findings[0].line;
    });
    assert.deepEqual(lines, ['x'.repeat(1000), '']);
  });
});

describe('the format jsonl', () => {
  it('writes each finding on a line', () => {
    const lines = jsonlFormat.write(variedRun, terminal).split('\n');
    assert.equal(lines.pop(), '');
    const found = lines.map((line) => JSON.parse(line)).map(({ path, check, start }) => [path, check, start.line]);
    assert.deepEqual(found, [
      ['docs/guide.md', 'deprecated-term', 3],
      ['docs/guide.md', 'undefined-abbreviation', 9],
      ['docs/öffnen & schließen.md', 'deprecated-term', 1],
      ['docs/öffnen & schließen.md', 'deprecated-term', 4],
    ]);
  });

  it('is empty without findings', () => assert.equal(jsonlFormat.write(run({}), terminal), ''));

  it('keeps a finding on its line whatever it holds, and steers nothing with it', () => {
    const output = jsonlFormat.write(hostileRun, terminal);
    assert.deepEqual(commandsIn(output), []);
    assert.deepEqual(unseenIn(output), []);
    const read = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const expected = hostileRun.files.flatMap(({ path, findings }) => findings.map((one) => ({ path, ...one })));
    assert.deepEqual(read, expected);
  });
});

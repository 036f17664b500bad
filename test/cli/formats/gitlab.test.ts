import { strict as assert } from 'node:assert';
import { gitlabFormat } from '../../../server/src/cli/formats/gitlab';
import { commandsIn, finding, hostileChecks, hostilePaths, hostileRun, run, unseenIn, variedRun } from './runs';

const terminal = { isStyled: true, width: 80 };

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

function issuesOf(written: Parameters<typeof gitlabFormat.write>[0]): readonly Issue[] {
  return JSON.parse(gitlabFormat.write(written, terminal));
}

describe('the format gitlab', () => {
  it('writes an issue for each finding and each file that could not be read', () => {
    const found = issuesOf(variedRun).map(({ check_name, severity, location: { path, lines } }) => [
      check_name,
      severity,
      `${path}:${lines.begin}-${lines.end}`,
    ]);
    assert.deepEqual(found, [
      ['deprecated-term', 'major', 'docs/guide.md:3-3'],
      ['undefined-abbreviation', 'info', 'docs/guide.md:9-9'],
      ['deprecated-term', 'minor', 'docs/öffnen & schließen.md:1-2'],
      ['deprecated-term', 'info', 'docs/öffnen & schließen.md:4-4'],
      ['unreadable-file', 'major', 'docs/binary.md:1-1'],
    ]);
    assert.equal(issuesOf(variedRun)[0]?.description, 'Use "Kubernetes" instead of "k8s"');
  });

  it('is an empty list without findings', () => assert.deepEqual(issuesOf(run({})), []));

  it('tells findings of the same words on the same line apart, and those of other files', () => {
    const same = [finding('⟦x⟧'), finding('⟦x⟧')];
    const fingerprints = issuesOf(run({ 'a.md': same, 'b.md': same })).map(({ fingerprint }) => fingerprint);
    assert.equal(new Set(fingerprints).size, 4);
    for (const fingerprint of fingerprints) assert.match(fingerprint, /^[0-9a-f]{32}$/);
  });

  it('gives a finding the same fingerprint when others come before it', () => {
    const other = finding('⟦y⟧', { fingerprint: 'ffffffffffffffff' });
    const [alone] = issuesOf(run({ 'b.md': [finding('⟦x⟧')] }));
    const among = issuesOf(run({ 'a.md': [finding('⟦x⟧')], 'b.md': [other, finding('⟦x⟧')] }));
    assert.equal(among[2]?.fingerprint, alone?.fingerprint);
  });

  it('gives back what documents hold, and steers nothing with it', () => {
    const output = gitlabFormat.write(hostileRun, terminal);
    assert.deepEqual(commandsIn(output), []);
    assert.deepEqual(unseenIn(output), []);
    for (const hostile of [hostileChecks, hostilePaths]) {
      const other = gitlabFormat.write(hostile, terminal);
      assert.deepEqual([...commandsIn(other), ...unseenIn(other)], []);
    }
    const read = issuesOf(hostileRun).map(({ description, location: { path } }) => [path, description]);
    assert.deepEqual(read, [
      ...hostileRun.files.map(({ path, findings: [only] }) => [path, only?.message]),
      ...hostileRun.unreadable.map(({ path, reason }) => [path, `This file is not checked: ${reason}`]),
    ]);
  });
});

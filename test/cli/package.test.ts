import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

describe('the npm package', function () {
  this.timeout(60_000);
  let folder = '';

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'glossary-lens-package-'));
    // What is built is packed as it is.
    const args = ['pack', '--ignore-scripts', '--pack-destination', folder];
    const name = execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    execFileSync('tar', ['-xzf', path.join(folder, name), '-C', folder]);
  });

  after(() => rmSync(folder, { recursive: true }));

  it('holds the command line and nothing else', () => {
    const packed = path.join(folder, 'package');
    assert.deepEqual(readdirSync(packed).sort(), ['LICENSE', 'README.md', 'dist', 'glossary', 'package.json']);
    const files = readdirSync(path.join(packed, 'dist'), { recursive: true, encoding: 'utf8' });
    for (const file of files)
      assert.match(file, /^(?:cli|checks|glossary\.pack|cli\/\w+|cli(?:\/\w+){1,2}\.js|checks\/[\w-]+\.md)$/);
  });

  it('checks documents where nothing else is installed', () => {
    const glossary = 'concepts: [{ term: allowlist, avoid: [whitelist], definition: What is let in. }]\n';
    writeFileSync(path.join(folder, 'glossary.yaml'), glossary);
    writeFileSync(path.join(folder, 'page.md'), 'A whitelist.\n');
    const { status, stdout } = run('check', 'page.md', '--format=github');
    assert.match(stdout, /^::warning file=page\.md,line=1,/);
    assert.equal(status, 1);
  });

  it('explains checks and terms', () => {
    assert.match(run('explain', 'deprecated-term').stdout, /How it decides/);
    assert.match(run('define', 'kubernetes').stdout, /Kubernetes/);
  });

  it('reports, imports and bundles', () => {
    writeFileSync(path.join(folder, 'terms.csv'), 'Acronym,Meaning\nRPO,Recovery Point Objective\n');
    assert.equal(run('report', 'page.md').status, 0);
    assert.match(run('import', 'terms.csv').stdout, /term: Recovery Point Objective/);
    const names = ['--npm', '--name', '@acme/glossary', '-o', 'acme.tgz'];
    assert.equal(run('bundle', ...names, 'terms.csv').status, 0);
    assert.ok(readdirSync(folder).includes('acme.tgz'));
  });

  it('is named by `npm pack` alone, which is what pre-commit reads', () => {
    const setting = execFileSync('npm', ['config', 'get', 'foreground-scripts'], { cwd: root, encoding: 'utf8' });
    assert.equal(setting.trim(), 'false');
  });

  function run(...args: readonly string[]) {
    const command = path.join(folder, 'package/dist/cli/main.js');
    return spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });
  }
});

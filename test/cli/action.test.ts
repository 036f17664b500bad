import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ActionCall, readAction, runAction } from '../support/compositeAction';

const root = path.join(import.meta.dirname, '../..');
const action = readAction(path.join(root, 'action.yml'));

/** Names that would run something, were they ever read by a shell. */
const HOSTILE_FILE = 'docs/$(touch ran) `touch ran`;touch ran,line=9::100%.md';
const HOSTILE_BRANCH = 'x;{touch,ran};$({touch,ran})';

const GLOSSARY = `
concepts:
  - term: allowlist
    avoid: [whitelist]
    definition: The addresses that may reach a service.
  - term: control plane
    avoid: [master node]
    definition: The machines that steer a cluster.
`;

/** Line 3 is old; the pull request adds lines 5 and 6. */
const PAGE = '# Services\n\nAn old whitelist.\n';
const CHANGED_PAGE = `${PAGE}\nA new whitelist.\nTwo master nodes\n`;

describe('the action of GitHub', function () {
  // Each case is a few processes.
  this.timeout(60_000);
  let folder = '';
  let workspace = '';
  let base = '';

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'glossary-lens-action-'));
    assert.ok(existsSync(path.join(root, 'dist/cli/main.js')), 'The command is not built: run `npm run build`');
    const origin = path.join(folder, 'origin');
    git(folder, 'init', '--quiet', '--initial-branch=main', 'origin');
    // As GitHub does.
    git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    write(origin, 'glossary.yaml', GLOSSARY);
    write(origin, 'glossary-lens.yaml', 'checks: { deprecated-term: error }\n');
    write(origin, 'docs/page.md', PAGE);
    write(origin, 'docs/old.md', 'Another whitelist.\n');
    base = commit(origin, 'base');
    git(origin, 'checkout', '--quiet', '-b', HOSTILE_BRANCH);
    write(origin, 'docs/page.md', CHANGED_PAGE);
    write(origin, HOSTILE_FILE, 'The first whitelist.\n');
    const head = commit(origin, 'head');
    git(origin, 'checkout', '--quiet', '--detach', base);
    git(origin, 'merge', '--quiet', '--no-ff', '-m', 'merge', head);
    git(origin, 'update-ref', 'refs/pull/1/merge', 'HEAD');
    workspace = path.join(folder, 'workspace');
    checkOut(origin, 'refs/pull/1/merge', workspace);
  });

  after(() => rmSync(folder, { recursive: true }));

  function call(inputs: Readonly<Record<string, string>>, event: object, more: Partial<ActionCall> = {}) {
    const temporary = mkdtempSync(path.join(folder, 'runner-'));
    const run = runAction(action, {
      with: inputs,
      contexts: {
        github: { event, action_path: root, head_ref: HOSTILE_BRANCH },
        runner: { os: 'Linux' },
      },
      actionFolder: root,
      workspace,
      temporary,
      use: () => ({ 'cache-hit': 'true' }),
      environment: { GITHUB_HEAD_REF: HOSTILE_BRANCH, GITHUB_BASE_REF: 'main', GITHUB_EVENT_NAME: 'pull_request' },
      ...more,
    });
    for (const place of [workspace, temporary, root]) {
      assert.ok(!readdirSync(place).includes('ran'), `Something ran in ${place}`);
    }
    assert.equal(git(workspace, 'status', '--porcelain'), '', 'The action leaves the repository as it is');
    return run;
  }

  const pullRequest = () => ({ pull_request: { base: { sha: base, ref: 'main' }, head: { ref: HOSTILE_BRANCH } } });
  const changed = [
    ['error', HOSTILE_FILE, 1],
    ['error', 'docs/page.md', 5],
    ['error', 'docs/page.md', 6],
  ];
  const old = [
    ['error', 'docs/old.md', 1],
    ['error', 'docs/page.md', 3],
  ];

  it('annotates the lines that a pull request changed, fails the job, and says so on its page', () => {
    const { status, output, errors, summary } = call({ 'changed-only': 'true' }, pullRequest());
    assert.equal(errors, '');
    assert.deepEqual(annotationsIn(output), changed);
    assert.equal(output.trimEnd().split('\n').length, changed.length, 'Nothing else is said');
    assert.equal(status, 1);
    assert.match(summary, /^## Glossary Lens\n\n3 findings in 2 of 2 files/);
    assert.match(summary, /Use "control plane" instead of "master nodes"/);
  });

  it('annotates every line without `changed-only`', () => {
    const { status, output } = call({}, pullRequest());
    assert.deepEqual(annotationsIn(output), [...changed, ...old].sort());
    assert.equal(status, 1);
  });

  it('checks the paths that are named, one on a line', () => {
    const { output } = call({ paths: `docs/old.md\n${HOSTILE_FILE}\n` }, pullRequest());
    assert.deepEqual(annotationsIn(output), [
      ['error', HOSTILE_FILE, 1],
      ['error', 'docs/old.md', 1],
    ]);
  });

  it('takes options, one on a line, and neither splits nor reads them', () => {
    const { output, status } = call({ args: '--check=deprecated-term=warning\n--max-warnings=9' }, pullRequest());
    assert.deepEqual(new Set(annotationsIn(output).map(([command]) => command)), new Set(['warning']));
    assert.equal(status, 0);
    assert.equal(call({ args: '--check=$(touch ran) ; touch ran' }, pullRequest()).status, 2);
  });

  it('fails as `fail-on` says', () => {
    assert.equal(call({ args: '--check=deprecated-term=warning' }, pullRequest()).status, 1);
    assert.equal(call({ args: '--check=deprecated-term=warning', 'fail-on': 'error' }, pullRequest()).status, 0);
    assert.equal(call({ 'fail-on': 'error' }, pullRequest()).status, 1);
    assert.equal(call({ 'fail-on': 'never' }, pullRequest()).status, 0);
  });

  it('fails where it cannot be carried out, whatever `fail-on` says', () => {
    const { status, output } = call({ 'fail-on': '$(touch ran)' }, pullRequest());
    assert.equal(status, 2);
    assert.deepEqual(output.trim().split('\n'), [
      '::error title=glossary-lens::The input fail-on is none of error, warning and never.',
    ]);
    assert.equal(call({ 'fail-on': 'never', format: 'nothing' }, pullRequest()).status, 2);
    assert.equal(call({ 'fail-on': 'never', 'changed-only': 'true', base: 'f'.repeat(40) }, pullRequest()).status, 2);
  });

  it('compares with what was there before a push, and writes the format that is named', () => {
    const { output } = call({ 'changed-only': 'true', format: 'sarif' }, { before: base });
    assert.equal(JSON.parse(output).runs[0].results.length, changed.length);
  });

  it('compares with a branch that is named', () => {
    assert.deepEqual(annotationsIn(call({ 'changed-only': 'true', base: 'main' }, {}).output), changed);
  });

  it('checks all lines, and says so, where there is nothing to compare with', () => {
    const { output } = call({ 'changed-only': 'true' }, { before: '0'.repeat(40) });
    assert.match(output, /^::notice title=glossary-lens::There is nothing to compare with/);
    assert.deepEqual(annotationsIn(output), [...changed, ...old].sort());
  });

  it('is built where the cache has no build of these sources', () => {
    const actionFolder = path.join(folder, 'action');
    const tools = path.join(folder, 'tools');
    copySources(actionFolder);
    // Packages do not change here, and so need not be downloaded.
    write(
      tools,
      'npm',
      `#!/bin/sh\necho "npm $*"\nif [ "$1" = ci ]; then ln -s '${root}/node_modules'; else exec "$NPM" "$@"; fi\n`,
    );
    execFileSync('chmod', ['+x', path.join(tools, 'npm')]);
    const NPM = execFileSync('bash', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
    const keys: string[] = [];
    const run = call({ 'changed-only': 'true' }, pullRequest(), {
      actionFolder,
      environment: { PATH: `${tools}:${process.env.PATH}`, NPM },
      use: (_, { key = '' }) => {
        keys.push(key);
        return {};
      },
    });
    assert.match(keys[0] ?? '', /^glossary-lens-Linux-[0-9a-f]{64}$/);
    assert.match(run.output, /^npm ci --ignore-scripts\nnpm run build -- --production\n/);
    assert.deepEqual(annotationsIn(run.output), changed);
  });

  it('reads what comes from outside in variables alone', () => {
    for (const { run = '' } of action.runs.steps) assert.doesNotMatch(run, /\$\{\{/);
  });

  it('pins the actions that it uses', () => {
    for (const { uses } of action.runs.steps) if (uses !== undefined) assert.match(uses, /@[0-9a-f]{40}$/);
  });
});

/** The commands for the runner in an output, each as a command, a file and a line, sorted. */
function annotationsIn(output: string): readonly (readonly [command: string, file: string, line: number])[] {
  return [...output.matchAll(/^::(error|warning|notice) file=([^,]*),line=(\d+)/gm)]
    .map(([, command = '', file = '', line]) => [command, unescaped(file), Number(line)] as const)
    .sort();
}

function unescaped(property: string): string {
  return property
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');
}

function write(folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function commit(repository: string, message: string): string {
  git(repository, 'add', '--all');
  git(repository, 'commit', '--quiet', '-m', message);
  return git(repository, 'rev-parse', 'HEAD');
}

/** Check out one commit alone, as the runner does. */
function checkOut(origin: string, reference: string, to: string): void {
  mkdirSync(to);
  git(to, 'init', '--quiet');
  git(to, 'remote', 'add', 'origin', `file://${origin}`);
  git(to, 'fetch', '--quiet', '--depth=1', 'origin', reference);
  git(to, 'checkout', '--quiet', 'FETCH_HEAD');
}

/** Run git with settings of its own: those of a person change nothing. */
function git(folder: string, ...args: readonly string[]): string {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim();
}

/** Copy what git knows of this project, as the runner downloads it. */
function copySources(to: string): void {
  const names = git(root, 'ls-files', '-z')
    .split('\0')
    .filter((name) => name !== '' && existsSync(path.join(root, name)));
  for (const name of names) {
    cpSync(path.join(root, name), path.join(to, name));
  }
}

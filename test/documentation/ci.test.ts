import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { codeBlocks } from '../support/checkPages';
import { readAction } from '../support/compositeAction';

const root = path.join(import.meta.dirname, '../..');
const command = path.join(root, 'dist/cli/main.js');
const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
const blocks = codeBlocks(page);
const action = readAction(path.join(root, 'action.yml'));
const hooks: readonly { readonly id: string; readonly entry: string }[] = parse(
  readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8'),
);

describe('the page about CI', () => {
  before(() => assert.ok(existsSync(command), 'The command is not built: run `npm run build`'));

  it('lists the inputs of the action, with their defaults', () => {
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (?:`([^`]*)` )?\| /gm)].map(([, name, value = '']) => [
      name,
      value,
    ]);
    const inputs = Object.entries(action.inputs).map(([name, input]) => [name, input.default]);
    assert.deepEqual(rows, inputs);
  });

  it('gives the action inputs that it has', () => {
    const given = workflowSteps().filter(({ uses }) => uses?.startsWith('glossary-lens/'));
    assert.ok(given.length > 2);
    for (const step of given) {
      for (const name of Object.keys(step.with ?? {})) assert.ok(name in action.inputs, name);
    }
  });

  it('names hooks that there are, with a `--` behind their options', () => {
    const used: readonly { readonly id: string; readonly args?: readonly string[] }[] = blocks
      .filter(({ file }) => file === '.pre-commit-config.yaml')
      .flatMap(({ text }) => parse(text).repos[0].hooks);
    assert.ok(used.length > 1);
    for (const { id, args } of used) {
      assert.ok(
        hooks.some((hook) => hook.id === id),
        id,
      );
      if (args !== undefined) assert.equal(args.at(-1), '--');
    }
    assert.ok(page.includes('`glossary-lens-fix`'));
  });

  it('uses options that the command has', () => {
    const help = ['check', 'merge'].map((name) => run(root, `glossary-lens ${name} --help`).output).join();
    const written = blocks.map(({ text }) => text).join();
    const options = [...written.matchAll(/(?<![\w-])--[a-z]+(?:-[a-z]+)*/g)].map(([option]) => option);
    const ofOthers = ['--ignore-scripts', '--save-dev'];
    for (const option of new Set(options)) {
      if (!ofOthers.includes(option)) assert.ok(help.includes(`${option} `), option);
    }
    assert.ok(options.length > 10);
  });

  it('calls the command as the hooks do', () => {
    for (const { entry } of hooks) {
      const { status, output } = run(root, `${entry} --help`);
      assert.equal(status, 0, output);
    }
  });

  it('keeps a baseline as it says', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'glossary-lens-ci-'));
    try {
      const glossary = 'concepts: [{ term: allowlist, avoid: [whitelist], definition: What is let in. }]\n';
      writeFileSync(path.join(folder, 'glossary.yaml'), glossary);
      writeFileSync(path.join(folder, 'page.md'), 'A whitelist.\n');
      run(folder, 'git init --quiet');
      const [block] = blocks.filter(({ text }) => text.includes('--update-baseline'));
      const [update = '', add = '', check = ''] = block?.text.trim().split('\n') ?? [];
      assert.equal(run(folder, 'glossary-lens check').status, 1);
      for (const line of [update, add, check]) assert.equal(run(folder, line).status, 0, line);
      writeFileSync(path.join(folder, 'page.md'), 'Another whitelist.\n\nA whitelist.\n');
      assert.equal(run(folder, check).status, 1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

interface WorkflowStep {
  readonly uses?: string;
  readonly with?: object;
}

function workflowSteps(): readonly WorkflowStep[] {
  return blocks
    .filter(({ file }) => file?.startsWith('.github/'))
    .flatMap(({ text }) => Object.values(parse(text).jobs as Record<string, { steps: readonly WorkflowStep[] }>))
    .flatMap(({ steps }) => steps);
}

function run(cwd: string, line: string): { readonly status: number | null; readonly output: string } {
  const env = { ...process.env, NODE: process.execPath, COMMAND: command };
  const script = `glossary-lens() { "$NODE" "$COMMAND" "$@"; }\n${line}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd, env, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const cli = path.join(root, 'dist/cli/main.js');
const fixtures = path.join(__dirname, 'fixtures');
/** Set to write what commands print into the transcripts; the difference is to be reviewed. */
const isUpdating = process.env.UPDATE_TRANSCRIPTS === '1';

/**
 * A transcript is what a terminal would show: `$ ` begins a command, `2> ` a line of standard error, and `[2]` is an exit
 * code other than 0. Lines that begin with `#` above a command say what it shows.
 */
describe('glossary-lens', () => {
  let workspace = '';

  before(() => {
    assert.ok(existsSync(cli), 'The command is not built: run `npm run build`');
    workspace = mkdtempSync(path.join(tmpdir(), 'glossary-lens-cli-'));
    cpSync(path.join(fixtures, 'workspace'), workspace, { recursive: true });
    mkdirSync(path.join(workspace, '.git'));
  });

  after(() => rmSync(workspace, { recursive: true }));

  for (const name of readdirSync(fixtures).filter((file) => file.endsWith('.transcript'))) {
    const file = path.join(fixtures, name);
    const steps = stepsOf(readFileSync(file, 'utf8'));
    const updated: string[] = [];
    describe(path.basename(name, '.transcript'), () => {
      for (const { title, command, output } of steps) {
        it(title, () => {
          const actual = run(command, workspace);
          if (isUpdating) updated.push(`# ${title}\n$ ${command}\n${actual}`);
          else assert.equal(actual, output);
        });
      }
      after(() => {
        if (isUpdating) writeFileSync(file, `${updated.join('\n\n')}\n`);
      });
    });
  }
});

interface Step {
  readonly title: string;
  readonly command: string;
  readonly output: string;
}

function stepsOf(transcript: string): readonly Step[] {
  return transcript
    .split(/^# /m)
    .filter((block) => block.includes('\n$ '))
    .map((block) => {
      const [title = '', command = '', ...output] = block.trimEnd().split('\n');
      return { title, command: command.replace('$ ', ''), output: output.join('\n') };
    });
}

function run(command: string, cwd: string): string {
  const { FORCE_COLOR: _, NO_COLOR: __, ...environment } = process.env;
  const script = `glossary-lens() { "$NODE" "$CLI" "$@"; }\n${command}`;
  const env = { ...environment, NODE: process.execPath, CLI: cli };
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script], { cwd, env, encoding: 'utf8', timeout: 20_000 });
  const errors = stderr.split('\n').slice(0, -1);
  const lines = [...stdout.split('\n').slice(0, -1), ...errors.map((line) => `2> ${line}`.trimEnd())];
  return [...lines, ...(status === 0 ? [] : [`[${status}]`])].join('\n');
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** A composite action of GitHub, as far as ours uses the format. */
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

/** What a workflow gives an action, and where it runs. */
export interface ActionCall {
  /** Inputs besides the defaults. */
  readonly with?: Readonly<Record<string, string>>;
  /** The contexts of expressions: `github` and `runner`. */
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly actionFolder: string;
  readonly workspace: string;
  /** A folder for what the runner keeps. */
  readonly temporary: string;
  /** Tell what another action sets as outputs. */
  readonly use: (action: string, inputs: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  /** Variables of the environment, besides those of the runner. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** How an action ended. */
export interface ActionRun {
  /** The exit code of the first step that failed, else 0. */
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
  readonly summary: string;
}

/** Read an action. */
export function readAction(file: string): Action {
  return parse(readFileSync(file, 'utf8'));
}

/** Run the steps of an action one after the other, as the runner of GitHub does, until one fails. */
export function runAction({ inputs, runs }: Action, call: ActionCall): ActionRun {
  const given = call.with ?? {};
  const values = Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [name, given[name] ?? input.default]),
  );
  const steps: Record<string, { outputs: Readonly<Record<string, string>> }> = {};
  const contexts = { ...call.contexts, inputs: values, steps };
  const summaryFile = path.join(mkdtempSync(path.join(call.temporary, 'summary-')), 'summary.md');
  writeFileSync(summaryFile, '');
  const done = { output: '', errors: '' };
  let status: number | null = 0;
  for (const step of runs.steps) {
    if (step.if !== undefined && !isTrue(step.if, contexts)) continue;
    const outputs = mapValues(step.with ?? {}, (text) => filled(text, contexts));
    if (step.uses !== undefined) {
      if (step.id !== undefined) steps[step.id] = { outputs: call.use(step.uses, outputs) };
      continue;
    }
    const ran = runStep(step, contexts, summaryFile, call);
    done.output += ran.output;
    done.errors += ran.errors;
    if (step.id !== undefined) steps[step.id] = { outputs: ran.outputs };
    status = ran.status;
    if (status !== 0) break;
  }
  return { ...done, status, summary: readFileSync(summaryFile, 'utf8') };
}

function runStep(step: Step, contexts: Contexts, summaryFile: string, call: ActionCall) {
  const { actionFolder, workspace, temporary, environment } = call;
  const folder = mkdtempSync(path.join(temporary, 'step-'));
  const script = path.join(folder, 'script.sh');
  const outputFile = path.join(folder, 'output');
  writeFileSync(script, step.run ?? '');
  writeFileSync(outputFile, '');
  const env = {
    PATH: process.env.PATH,
    HOME: temporary,
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: actionFolder,
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: outputFile,
    GITHUB_STEP_SUMMARY: summaryFile,
    RUNNER_TEMP: temporary,
    ...environment,
    ...mapValues(step.env ?? {}, (text) => filled(text, contexts)),
  };
  // As the runner calls `shell: bash`.
  const args = ['--noprofile', '--norc', '-e', '-o', 'pipefail', script];
  const { status, stdout, stderr } = spawnSync('bash', args, { cwd: workspace, env, encoding: 'utf8' });
  const written = readFileSync(outputFile, 'utf8').split('\n');
  const outputs = Object.fromEntries(written.filter(Boolean).map((line) => splitAt(line, line.indexOf('='))));
  return { status, output: stdout, errors: stderr, outputs };
}

type Contexts = Readonly<Record<string, unknown>>;

/** Fill in the expressions of a text: places in contexts, and `||` between them. */
function filled(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const values = expression.split('||').map((part) => valueAt(part.trim(), contexts));
    return values.find((value) => value !== '') ?? '';
  });
}

function valueAt(place: string, contexts: Contexts): string {
  if (!/^[\w.-]+$/.test(place)) throw new Error(`The expression ${place} is more than a place in a context`);
  let value: unknown = contexts;
  for (const name of place.split('.')) value = (value as Contexts | undefined)?.[name];
  return value === undefined || value === null ? '' : String(value);
}

function isTrue(condition: string, contexts: Contexts): boolean {
  const [, place = '', value] = /^([\w.-]+) != '([^']*)'$/.exec(condition) ?? [];
  return valueAt(place, contexts) !== value;
}

function mapValues(record: Readonly<Record<string, string>>, map: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

function splitAt(text: string, place: number): readonly [string, string] {
  return [text.slice(0, place), text.slice(place + 1)];
}

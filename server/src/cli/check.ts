import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { URI } from 'vscode-uri';
import { type Severity, severities } from '../analysis/finding';
import { allowHostOption } from './allowedHosts';
import { type ReportFlags, readCount, reportOptions } from './check/flags';
import type { RunOptions } from './check/options';
import { readShard, type Shard } from './check/shard';
import { glossarySource, missingSource } from './glossarySource';

/** The version in package.json, put in by the build. */
declare const GLOSSARY_LENS_VERSION: string;

interface CheckFlags extends ReportFlags {
  readonly fix?: true;
  readonly fixDryRun?: true;
  readonly check?: readonly CheckSeverity[];
  readonly glossary?: readonly string[];
  readonly allowHost?: readonly string[];
  readonly config?: string | false;
  readonly changed?: string | true;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly shard?: Shard;
  readonly filesFrom?: string;
  readonly stdin?: true;
  readonly stdinFilename?: string;
  readonly quiet?: true;
  readonly jobs?: number;
  readonly cache?: true;
  readonly cacheLocation?: string;
}

type CheckSeverity = readonly [check: string, severity: Severity | 'off'];

/** Add `check`: the wording of files, as an editor checks it. */
export function addCheck(program: Command): void {
  const command = program
    .command('check')
    .description('Check the wording of Markdown and YAML files against the glossaries.')
    .argument('[paths...]', 'files, folders and globs; a folder is searched for documents (default: ".")');
  for (const [heading, options] of groups()) {
    command.optionsGroup(heading);
    for (const option of options) command.addOption(option);
  }
  command
    .optionsGroup('Help:')
    .showHelpAfterError('Run `glossary-lens check --help` to see how it is used.')
    .addHelpText('after', MORE)
    .action(async (paths: readonly string[], flags: CheckFlags) => {
      const problem = conflictIn(paths, flags) ?? missingFile(flags) ?? (await unknownName(flags));
      if (problem !== undefined) command.error(`error: ${problem}`, { exitCode: 2 });
      const { runCheck } = await import('./check/run');
      const { UsageError } = await import('./check/usageError');
      try {
        process.exitCode = await runCheck(runOptions(paths, flags));
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        // A list of files may hold any names.
        const { inertMessage } = await import('./formats/inertText');
        command.error(`error: ${inertMessage(error.message)}`, { exitCode: 2 });
      }
    });
}

/** In the order of the help. */
function groups(): readonly (readonly [heading: string, options: readonly Option[]])[] {
  const severity = new Option('--check <name=severity>', `how much what a check finds weighs: ${LEVELS.join(', ')}`);
  return [
    [
      'What is checked:',
      [
        new Option('--glossary <source>', 'a glossary beside those that apply').argParser(listed),
        allowHostOption(),
        new Option('--config <file>', 'the configuration, instead of the glossary-lens.yaml of each folder'),
        new Option('--no-config', 'no configuration'),
        severity.argParser((text, previous: readonly CheckSeverity[] = []) => [...previous, readSeverity(text)]),
        new Option('--changed [base]', 'only lines that changed since a revision (default: HEAD)'),
        new Option('--baseline <file>', 'only what is not in this list of known findings'),
        new Option('--update-baseline', 'take all that is found into the list'),
        new Option('--shard <part/count>', 'only one part of the files, such as 3/16').argParser(readPart),
        new Option('--files-from <file>', 'take more paths from a file, or from standard input with -'),
        new Option('--stdin', 'check standard input'),
        new Option('--stdin-filename <name>', 'what file standard input is taken for'),
      ],
    ],
    [
      'Mending:',
      [
        new Option('--fix', 'make the fixes that are safe').conflicts('fixDryRun'),
        new Option('--fix-dry-run', 'print what --fix would change, as a diff, and change nothing'),
      ],
    ],
    ['Report:', [...reportOptions(), new Option('--quiet', 'tell of errors and warnings alone')]],
    [
      'Speed:',
      [
        new Option('--jobs <n>', 'how many threads to use at most (default: one for each core)').argParser((text) =>
          Math.max(1, readCount(text, MOST_JOBS)),
        ),
        new Option('--cache', 'keep what is found, and check again only what changed'),
        new Option('--cache-location <file>', 'where to keep it').implies({ cache: true }),
      ],
    ],
  ];
}

const LEVELS: readonly (Severity | 'off')[] = [...severities, 'off'];
/** More threads than any machine has cores that would help. */
const MOST_JOBS = 256;

const MORE = `
Examples:
  glossary-lens check                                  everything below this folder
  glossary-lens check docs 'guides/**/*.md'            some of it
  glossary-lens check --fix docs                       with the fixes made that need no look
  glossary-lens check --changed=main                   what this branch changed
  glossary-lens check --baseline known.json docs       what is new
  git diff --name-only -z -- '*.md' | glossary-lens check --files-from -
  glossary-lens check --format sarif -o report.sarif   for code scanning

Files are Markdown and YAML. In folders, what git ignores, .git, node_modules and links are left out; a file that is named
is checked in any case. Glossary files among them are not checked for their wording, but for what is wrong with them.

Exit codes:
  0  nothing that fails was found
  1  an error was found, or more warnings than --max-warnings allows
  2  the command cannot be carried out, or some file could not be read or written
  3  a failure of Glossary Lens itself

Environment:
  NO_COLOR     no colours, where it is set and not empty
  FORCE_COLOR  colours even where the output is no terminal, where it is set and not 0
  GLOSSARY_LENS_ALLOWED_HOSTS  more hosts that glossaries may be fetched from, with commas between them
  GLOSSARY_LENS_TOKEN          access tokens for them, as host=token, with spaces between them`;

function listed(text: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, text];
}

function readSeverity(text: string): CheckSeverity {
  const at = text.indexOf('=');
  const severity = LEVELS.find((level) => level === text.slice(at + 1));
  if (at < 1 || severity === undefined) {
    throw new InvalidArgumentError(`It must be the name of a check, = and one of ${LEVELS.join(', ')}.`);
  }
  return [text.slice(0, at), severity];
}

function readPart(text: string): Shard {
  const shard = readShard(text);
  if (shard === undefined) throw new InvalidArgumentError('It must be a part and how many there are, such as 3/16.');
  return shard;
}

/** Say what does not go together; undefined where all does. */
function conflictIn(paths: readonly string[], flags: CheckFlags): string | undefined {
  const { stdin, stdinFilename, filesFrom, changed, shard, baseline, updateBaseline } = flags;
  if (stdin !== true && stdinFilename !== undefined) return '--stdin-filename needs --stdin';
  if (stdin === true) {
    if (stdinFilename === undefined) return '--stdin needs --stdin-filename, which tells what the text is';
    if (paths.length > 0 || filesFrom !== undefined) return 'standard input and files cannot be checked in one go';
    if (changed !== undefined || shard !== undefined)
      return '--changed and --shard are for files, not for standard input';
  }
  if (updateBaseline !== true) return undefined;
  if (baseline === undefined) return '--update-baseline needs --baseline, which names the file';
  return changed !== undefined || shard !== undefined || stdin === true
    ? 'a baseline is made of all that is found in files: not with --changed, --shard or --stdin'
    : undefined;
}

/** Name a file that a command relies on and that is not there; undefined where all are. */
function missingFile({ glossary = [], config }: CheckFlags): string | undefined {
  const missing = missingSource(glossary);
  if (missing !== undefined) return `there is no glossary ${missing}`;
  return typeof config !== 'string' || existsSync(config) ? undefined : `there is no configuration ${config}`;
}

async function unknownName({ check = [] }: CheckFlags): Promise<string | undefined> {
  if (check.length === 0) return undefined;
  const { unknownCheck } = await import('./check/unknownCheck');
  return check.map(([name]) => unknownCheck(name)).find((problem) => problem !== undefined);
}

function runOptions(names: readonly string[], flags: CheckFlags): RunOptions {
  const folder = process.cwd();
  const { changed, baseline, stdinFilename, glossary = [] } = flags;
  return {
    names,
    filesFrom: flags.filesFrom,
    changedSince: changed === true ? 'HEAD' : changed,
    shard: flags.shard,
    baseline,
    updatesBaseline: flags.updateBaseline === true,
    format: flags.format,
    output: flags.output,
    color: flags.color,
    standardInput: stdinFilename,
    maxWarnings: flags.maxWarnings,
    isQuiet: flags.quiet === true,
    jobs: flags.jobs,
    cache: cacheFile(folder, flags),
    version: GLOSSARY_LENS_VERSION,
    checking: {
      folder,
      shippedGlossary: shippedGlossary(),
      glossaries: glossary.map((text) => glossarySource(text, folder)),
      allowedHosts: flags.allowHost ?? [],
      severities: flags.check ?? [],
      configuration: typeof flags.config === 'string' ? uriOf(resolve(folder, flags.config)) : flags.config,
      isCaching: flags.cache === true,
      fix: flags.fixDryRun === true ? 'preview' : flags.fix === true ? 'write' : 'none',
    },
  };
}

/** Where packages are installed, their folder is where tools keep what they can make anew. */
function cacheFile(folder: string, { cache, cacheLocation }: CheckFlags): string | undefined {
  if (cache !== true) return undefined;
  if (cacheLocation !== undefined) return resolve(folder, cacheLocation);
  const packages = join(folder, 'node_modules');
  return existsSync(packages)
    ? join(packages, '.cache', 'glossary-lens', 'check.json')
    : join(folder, '.glossary-lens-cache');
}

/** It lies beside the folder of this file in what is built. */
function shippedGlossary(): string {
  return uriOf(join(dirname(__dirname), 'glossary.pack'));
}

function uriOf(file: string): string {
  return URI.file(file).toString();
}

/** The command `glossary-lens`: one file per subcommand. */
import { Command, CommanderError } from 'commander';
import { addBundle } from './bundle';
import { addCheck } from './check';
import { addCompletion } from './completion';
import { addDefine } from './define';
import { addExplain } from './explain';
import { addExport } from './export';
import { addImport } from './import';
import { addLsp } from './lsp';
import { addMerge } from './merge';
import { addReport } from './report';
import { addValidate } from './validate';

/** The version in package.json, put in by the build. */
declare const GLOSSARY_LENS_VERSION: string;

/** Exit codes: 0 for done, 1 for nothing found, 2 for a command that cannot be understood, 3 for a failure. */
const USAGE_ERROR = 2;
const FAILURE = 3;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read the output has enough of it: `| head` is no failure, nor does it make a check clean. The command that writes
  // says how it ends right behind that.
  if (error.code === 'EPIPE') {
    setImmediate(() => process.exit());
    return;
  }
  process.stderr.write(`glossary-lens: the output could not be written: ${error.message}\n`);
  process.exit(FAILURE);
});

void run();

async function run(): Promise<void> {
  const program = new Command('glossary-lens')
    .description("Explains the terms of your team's glossaries.")
    .version(GLOSSARY_LENS_VERSION, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .showHelpAfterError('Run `glossary-lens --help` to see how it is used.')
    .exitOverride();
  addCheck(program);
  addDefine(program);
  addExplain(program);
  addReport(program);
  addImport(program);
  addExport(program);
  addValidate(program);
  addBundle(program);
  addLsp(program);
  addCompletion(program);
  addMerge(program);
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : USAGE_ERROR;
      return;
    }
    const { inertMessage } = await import('./formats/inertText');
    process.stderr.write(`glossary-lens: ${inertMessage(error instanceof Error ? error.message : String(error))}\n`);
    process.exitCode = FAILURE;
  }
}

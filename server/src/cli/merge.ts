import type { Command } from 'commander';
import { type ReportFlags, reportOptions } from './check/flags';

/** Add `merge`: the reports of several runs of `check`, each over its shard of the files, as one. */
export function addMerge(program: Command): void {
  const command = program
    .command('merge')
    .description('Put the JSON reports of several checks together, such as those of shards.')
    .argument('<files...>', 'reports that `glossary-lens check --format json` wrote');
  for (const option of reportOptions()) command.addOption(option);
  command
    .showHelpAfterError('Run `glossary-lens merge --help` to see how it is used.')
    .addHelpText('after', MORE)
    .action(async (files: readonly string[], { maxWarnings, format, output, color }: ReportFlags) => {
      const { runMerge } = await import('./check/merge');
      const { UsageError } = await import('./check/usageError');
      try {
        process.exitCode = await runMerge(files, maxWarnings, { format, output, color });
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        command.error(`error: ${error.message}`, { exitCode: 2 });
      }
    });
}

const MORE = `
Example:
  glossary-lens check --shard 1/2 --format json -o 1.json
  glossary-lens check --shard 2/2 --format json -o 2.json
  glossary-lens merge 1.json 2.json --format sarif -o report.sarif

It ends as one check over all the files would: exit code 1 where one of them fails, 2 where one could not be read.`;

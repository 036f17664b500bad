import type { Command } from 'commander';
import { endWith, readColumn, readLanguage, readOptions } from './import';

interface ExportFlags {
  readonly to: string;
  readonly from?: string;
  readonly map?: ReadonlyMap<string, string>;
  readonly language?: string;
  readonly name?: string;
  readonly output?: string;
  readonly force?: true;
}

/** Add `export`: glossaries in any format that can be read, in any that can be written. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('Write glossaries in another format.')
    .argument('<paths...>', 'files and folders; a folder is searched for glossaries')
    .requiredOption('--to <format>', 'the format to write')
    .option('--from <format>', 'the format to read; each file tells where nothing is said')
    .option('--map <column=field>', 'what a column of a table stands for; may be given several times', readColumn)
    .option('--language <tag>', 'the language of files that do not tell, and the one to take of several', readLanguage)
    .option('--name <name>', 'what to call the glossary')
    .option(
      '-o, --output <path>',
      'the file to write, or the folder for a format of several (default: standard output)',
    )
    .option('--force', 'write over files that are there')
    .showHelpAfterError('Run `glossary-lens export --help` to see how it is used.')
    .addHelpText('after', MORE)
    .action(async (paths: readonly string[], flags: ExportFlags, command: Command) => {
      const { runExport } = await import('./glossaries');
      const outcome = await runExport({
        paths,
        folder: process.cwd(),
        to: flags.to,
        from: flags.from,
        reading: readOptions(flags),
        name: flags.name,
        output: flags.output,
        isForced: flags.force === true,
      });
      await endWith(outcome, command);
    });
}

const MORE = `
Examples:
  glossary-lens export glossary.yaml --to tbx -o terms.tbx
  glossary-lens export glossary.yaml other.glossary.yaml --to tbx --name 'All terms' > all.tbx

What the format cannot keep goes to standard error. A file that is there is only written over with --force.

Exit codes:
  0  done
  1  no concept was found
  2  the command cannot be carried out, or some file could not be read or written
  3  a failure of Glossary Lens itself`;

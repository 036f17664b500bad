import { dirname, join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { URI } from 'vscode-uri';
import { allowHostOption } from './allowedHosts';
import { glossarySource, missingSource } from './glossarySource';

interface ReportFlags {
  readonly format?: string;
  readonly output?: string;
  readonly glossary?: readonly string[];
  readonly allowHost?: readonly string[];
  readonly shipped: boolean;
  readonly name?: string;
  readonly top?: number;
}

/** Add `report`: which terms a team's documents use, and which they never explain. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description('Report which terms documents use, and how.')
    .argument('[paths...]', 'files, folders and globs; a folder is searched for documents (default: ".")')
    .addOption(new Option('--format <name>', 'how to write the report').choices(FORMATS))
    .option('-o, --output <file>', 'write the report into a file; its extension tells the format')
    .option(
      '--glossary <source>',
      'a glossary beside those that apply to the documents; may be given several times',
      (file: string, files: readonly string[] = []) => [...files, file],
    )
    .addOption(allowHostOption())
    .option('--no-shipped', 'leave out the glossary that comes with Glossary Lens')
    .option('--name <name>', 'what the documents are called; their folder where nothing is said')
    .option('--top <number>', 'how many rows of each list to show', rowsOf)
    .showHelpAfterError('Run `glossary-lens report --help` to see how it is used.')
    .addHelpText('after', MORE)
    .action(async (paths: readonly string[], flags: ReportFlags, command: Command) => {
      const { glossary = [], allowHost = [], shipped } = flags;
      const missing = missingSource(glossary);
      if (missing !== undefined) command.error(`error: there is no glossary ${missing}`, { exitCode: 2 });
      const { runReport } = await import('./report/run');
      const outcome = await runReport({
        paths: paths.length === 0 ? ['.'] : paths,
        folder: process.cwd(),
        glossaries: glossary.map((text) => glossarySource(text, process.cwd())),
        allowedHosts: allowHost,
        shippedGlossary: shipped ? shippedGlossary() : undefined,
        format: flags.format,
        output: flags.output,
        name: flags.name,
        rows: flags.top,
        version: program.version() ?? '',
      });
      if (typeof outcome === 'string') command.error(`error: ${outcome}`, { exitCode: 2 });
      process.exitCode = outcome;
    });
}

/** The formats are loaded with the first report: their names are needed for the help. */
const FORMATS = ['text', 'json', 'markdown', 'html'];

const MORE = `
Examples:
  glossary-lens report                                 everything below this folder
  glossary-lens report docs --top 20                   some of it, and more rows
  glossary-lens report docs -o report.html             a page to show around
  glossary-lens report --format json | jq .summary     for programs

Counted is running text: paragraphs, headings, lists, tables, quotations and comments. Glossaries apply as in an editor:
to the documents of their folder and below.

Exit codes:
  0  a report was made
  1  there is no document to report on
  2  the command cannot be carried out, or some document could not be read
  3  a failure of Glossary Lens itself`;

/** A list of more rows is longer than anybody reads. */
const MOST_ROWS = 10_000;

function rowsOf(text: string): number {
  const rows = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (rows < 1 || rows > MOST_ROWS) throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_ROWS}.`);
  return rows;
}

/** It lies beside the folder of this file in what is built. */
function shippedGlossary(): string {
  return URI.file(join(dirname(__dirname), 'glossary.pack')).toString();
}

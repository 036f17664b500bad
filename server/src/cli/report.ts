import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { URI } from 'vscode-uri';
import type { ReportFormat } from './report/reportFormat';
import type { UsageReport } from './report/usageReport';

interface Options {
  readonly format?: string;
  readonly output?: string;
  readonly glossary?: readonly string[];
  readonly name?: string;
  readonly top?: number;
  readonly shipped: boolean;
}

/** Add `report`: which terms a team's documents use, and which they never explain. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description('Report which terms documents use, and how.')
    .argument('[paths...]', 'files and folders; the current folder where none is named')
    .addOption(new Option('--format <format>', 'how to write the report').choices(FORMATS))
    .option('-o, --output <file>', 'write the report to a file; its extension tells the format')
    .option(
      '--glossary <file>',
      'a glossary beside those that apply to the documents; may be given several times',
      (file: string, files: readonly string[] = []) => [...files, file],
    )
    .option('--name <name>', 'what the documents are called; their folder where nothing is said')
    .option('--no-shipped', 'leave out the glossary that comes with Glossary Lens')
    .option('--top <number>', 'how many rows of each list to show', rowsOf)
    .showHelpAfterError('Run `glossary-lens report --help` to see how it is used.')
    .addHelpText('after', HELP)
    .action(async (paths: readonly string[], options: Options, command: Command) => {
      const folder = process.cwd();
      const output = options.output === undefined ? undefined : resolve(folder, options.output);
      if (output !== undefined && (await isDocumentOfSomebody(output))) {
        command.error(`error: ${options.output} is a document, and no report: it is left alone`, { exitCode: 2 });
      }
      const { gather } = await import('./report/gather');
      const { glossary = [], shipped } = options;
      const glossaries = glossary.map((file) => URI.file(resolve(folder, file)).toString());
      const { usage, problems, missing } = await gather({
        paths: paths.length === 0 ? ['.'] : paths,
        folder,
        glossaries,
        shippedGlossary: shipped ? shippedGlossary() : undefined,
        output,
      });
      if (missing.length > 0) {
        const names = missing.map((uri) => glossary[glossaries.indexOf(uri)] ?? uri);
        command.error(`error: there is no glossary ${names.join(', ')}`, { exitCode: 2 });
      }
      const [only = '.', another] = paths;
      const report = {
        title: options.name ?? (basename(resolve(folder, another === undefined ? only : '.')) || '/'),
        date: today(),
        version: program.version() ?? '',
        ...usage,
      };
      await tell(report, problems);
      if (report.documents.length > 0) await write(report, output, options);
    });
}

const FORMATS = ['text', 'json', 'markdown', 'html'] as const;
const DEFAULT_FORMAT = 'text';

const HELP = `
Examples:
  glossary-lens report
  glossary-lens report docs --top 20
  glossary-lens report docs -o report.html
  glossary-lens report --format json | jq .summary.density

Counted is running text: paragraphs, headings, lists, tables, quotations and comments. Glossaries apply as in an editor:
to the documents of their folder and below.

Exit codes: 0 for a report, 1 where there is no document, 2 for a command that cannot be understood or a document that
cannot be read, 3 for a failure.`;

/** A list of more rows is longer than anybody reads. */
const MOST_ROWS = 10_000;

function rowsOf(text: string): number {
  const rows = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (rows < 1 || rows > MOST_ROWS) throw new InvalidArgumentError(`It is a number from 1 to ${MOST_ROWS}.`);
  return rows;
}

/** A report takes the place of an older one, but not that of a document that somebody wrote. */
async function isDocumentOfSomebody(file: string): Promise<boolean> {
  const [{ languageOf }, { REPORT_MARK }] = await Promise.all([
    import('../languages'),
    import('./report/reportFormat'),
  ]);
  if (languageOf({ uri: URI.file(file).toString(), languageId: '' }) === undefined) return false;
  try {
    return !readFileSync(file, 'utf8').startsWith(REPORT_MARK);
  } catch {
    return false;
  }
}

/** It lies beside the folder of this file in what is built. */
function shippedGlossary(): string {
  return URI.file(join(dirname(__dirname), 'glossary.pack')).toString();
}

/** The day on the clock of whoever asks, as `2026-01-31`. */
function today(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}

async function tell({ documents, unreadable }: UsageReport, problems: readonly string[]): Promise<void> {
  const { visible } = await import('./terminal');
  const lines = [...problems, ...unreadable.map(({ path, reason }) => `${path}: This document is not read: ${reason}`)];
  for (const line of lines) process.stderr.write(`${visible(line)}\n`);
  if (documents.length === 0) {
    process.stderr.write('glossary-lens: there is no document in Markdown or YAML to report on.\n');
    process.exitCode = 1;
  }
  if (unreadable.length > 0) process.exitCode = 2;
}

async function write(report: UsageReport, output: string | undefined, { format, top }: Options): Promise<void> {
  const { isStyled, widthOf } = await import('./terminal');
  const { reportFormats } = await import('./report/formats');
  const isFor = ({ name, extensions }: ReportFormat) =>
    format === undefined ? output !== undefined && extensions.includes(extname(output).toLowerCase()) : name === format;
  const chosen = reportFormats.find(isFor) ?? reportFormats.find(({ name }) => name === DEFAULT_FORMAT);
  const text = chosen?.write(report, top ?? chosen.rows, {
    isStyled: output === undefined && isStyled(process.stdout, process.env),
    width: output === undefined ? widthOf(process.stdout) : undefined,
  });
  if (output === undefined) process.stdout.write(text ?? '');
  else writeFileSync(output, text ?? '');
}

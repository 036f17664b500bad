import { basename, extname, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { languageOf } from '../../languages';
import { reasonOf } from '../check/reason';
import { readTextFile } from '../check/regularFile';
import { UsageError } from '../check/usageError';
import { writeWhole } from '../check/wholeFile';
import { inertMessage, inertPath } from '../formats/inertText';
import { isStyled, widthOf } from '../terminal';
import { reportFormats } from './formats';
import { gather, type ReportOptions } from './gather';
import { REPORT_MARK, type ReportFormat } from './reportFormat';
import { textReport } from './textReport';
import type { UsageReport } from './usageReport';

/** What a command says of a report. */
export interface RunOptions extends ReportOptions {
  /** The name of a format; undefined where the output tells. */
  readonly format: string | undefined;
  /** What the documents are called; undefined for the name of their folder. */
  readonly name: string | undefined;
  /** Rows of each list; undefined for what the format shows. */
  readonly rows: number | undefined;
  /** The version of Glossary Lens. */
  readonly version: string;
}

/**
 * Make a report and write it out. Gives the exit code, or in plain words why the command cannot be carried out: an error of a
 * class of ours would be another class to who calls, as this is a file of its own in what is built.
 */
export async function runReport(options: RunOptions): Promise<number | string> {
  try {
    return await report(options);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

async function report(options: RunOptions): Promise<number> {
  const output = options.output === undefined ? undefined : resolve(options.folder, options.output);
  if (output !== undefined && isDocumentOfSomebody(output)) {
    throw new UsageError(`${options.output} is a document, and no report: it is left alone`);
  }
  const { usage, problems } = await gather({ ...options, output });
  const { documents, unreadable } = usage;
  for (const problem of problems) warn(inertMessage(problem));
  for (const { path, reason } of unreadable) {
    warn(`${inertPath(path)}: This document is not read: ${inertMessage(reason)}`);
  }
  if (documents.length === 0) warn('glossary-lens: there is no document in Markdown or YAML to report on.');
  else
    write({ title: options.name ?? folderName(options), date: today(), version: options.version, ...usage }, options);
  if (unreadable.length > 0) return 2;
  return documents.length === 0 ? 1 : 0;
}

function write(usage: UsageReport, options: RunOptions): void {
  const { output, folder } = options;
  const format = formatOf(options);
  const rows = options.rows ?? format.rows;
  if (output !== undefined) {
    writeFile(resolve(folder, output), format.write(usage, rows, { isStyled: false, width: undefined }));
    return;
  }
  const terminal = { isStyled: isStyled(process.stdout, process.env), width: widthOf(process.stdout) };
  process.stdout.write(format.write(usage, rows, terminal));
}

/** A report takes the place of an older one, but not that of a document that somebody wrote, whatever is in it. */
function isDocumentOfSomebody(file: string): boolean {
  if (languageOf({ uri: URI.file(file).toString(), languageId: '' }) === undefined) return false;
  const read = readTextFile(file);
  return 'reason' in read ? !read.isAbsent : !read.text.startsWith(REPORT_MARK);
}

function formatOf({ format, output }: RunOptions): ReportFormat {
  const isWanted = ({ name, extensions }: ReportFormat) =>
    format === undefined ? output !== undefined && extensions.includes(extname(output).toLowerCase()) : name === format;
  return reportFormats.find(isWanted) ?? textReport;
}

function folderName({ paths, folder }: RunOptions): string {
  const [only = '.', another] = paths;
  return basename(resolve(folder, another === undefined ? only : '.')) || '/';
}

/** The day on the clock of whoever asks, as `2026-01-31`. */
function today(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}

function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

function writeFile(file: string, text: string): void {
  try {
    writeWhole(file, text);
  } catch (error) {
    throw new UsageError(`${file} could not be written: ${reasonOf(error)}`);
  }
}

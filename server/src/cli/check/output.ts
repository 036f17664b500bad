import { resolve } from 'node:path';
import type { CheckRun } from '../checkRun';
import { inertMessage, inertPath } from '../formats/inertText';
import { isStyled, widthOf } from '../terminal';
import { reasonOf } from './reason';
import { fromRepository } from './repositoryPaths';
import { UsageError } from './usageError';
import { writeWhole } from './wholeFile';

/** How and where a report is written. */
export interface OutputOptions {
  /** The name of an output format. */
  readonly format: string;
  /** A file for the report; undefined for standard output. */
  readonly output: string | undefined;
  /** What `--color` and `--no-color` say; undefined where neither is given. */
  readonly color: boolean | undefined;
}

/** Write a run over files of the working directory out; `stream` is where it goes without a file. */
export async function writeReport(
  run: CheckRun,
  { format, output, color }: OutputOptions,
  stream: NodeJS.WriteStream,
): Promise<void> {
  const { outputFormats } = await import('../formats');
  const found = outputFormats.find(({ name }) => name === format);
  if (found === undefined) {
    throw new UsageError(`there is no format '${format}': ${outputFormats.map(({ name }) => name).join(', ')}`);
  }
  if (found.leavesOutUnreadable === true) tellUnreadable(run);
  const told = found.isForRepository === true ? fromRepository(run, process.cwd()) : run;
  if (output !== undefined) {
    writeReportFile(output, found.write(told, { isStyled: color === true, width: undefined }));
    return;
  }
  const terminal = { isStyled: color ?? isStyled(stream, process.env), width: widthOf(stream) };
  stream.write(found.write(told, terminal));
}

/** Tell on standard error of the files of a run that could not be read. */
export function tellUnreadable({ unreadable }: CheckRun): void {
  for (const { path, reason } of unreadable) {
    process.stderr.write(`glossary-lens: ${inertPath(path)}: ${inertMessage(reason)}\n`);
  }
}

function writeReportFile(file: string, text: string): void {
  try {
    writeWhole(resolve(file), text);
  } catch (error) {
    throw new UsageError(`${file} could not be written: ${reasonOf(error)}`);
  }
}

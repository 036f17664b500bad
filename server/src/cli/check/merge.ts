import type { CheckRun } from '../checkRun';
import { fileInTwo, mergeRuns, readRun } from './mergeRuns';
import { type OutputOptions, writeReport } from './output';
import { readTextFile } from './regularFile';
import { exitCodeOf } from './report';
import { UsageError } from './usageError';

/** Put the reports in `files` together and write them out; gives the exit code. Throws a `UsageError`. */
export async function runMerge(files: readonly string[], maxWarnings: number, output: OutputOptions): Promise<number> {
  const [first, ...others] = files.map(readReport);
  if (first === undefined) throw new UsageError('there is no report to merge');
  const runs = [first, ...others] as const;
  const other = others.find(({ version }) => version !== first.version);
  if (other !== undefined) {
    throw new UsageError(`the reports are of different versions: ${first.version} and ${other.version}`);
  }
  const twice = fileInTwo(runs);
  if (twice !== undefined) throw new UsageError(`two of the reports are about ${twice}`);
  const run = mergeRuns(runs);
  await writeReport(run, output, process.stdout);
  return exitCodeOf(run, maxWarnings);
}

function readReport(file: string): CheckRun {
  const read = readTextFile(file);
  if ('reason' in read) throw new UsageError(`${file} is not read: ${read.reason}`);
  const run = readRun(read.text);
  if (run === undefined) throw new UsageError(`${file} is no report of \`check --format json\` of this version`);
  return run;
}

import { basename, resolve } from 'node:path';
import type { CheckRun } from '../checkRun';
import { inertMessage, inertPath } from '../formats/inertText';
import { visible } from '../terminal';
import { applyBaseline } from './baseline';
import { checkFiles } from './files';
import type { Checked, RunOptions } from './options';
import { tellUnreadable, writeReport } from './output';
import { exitCodeOf, exitCodes, type Report, reportOf } from './report';
import { readStandardInput } from './standardInput';
import { targetOf } from './targets';
import { UsageError } from './usageError';

/** Carry out a check; gives the exit code. Throws a `UsageError`. */
export async function runCheck(options: RunOptions): Promise<number> {
  const { standardInput, isQuiet, version, maxWarnings } = options;
  const input = standardInput === undefined ? undefined : await checkInput(standardInput, options);
  const checked = input ?? (await checkFiles(options));
  const baseline = applyBaseline(checked.results, options, options.checking.folder);
  const report = reportOf(checked.results, checked.unreadable, { version, isQuiet, baseline });
  await write(report.run, checked, input?.text, options);
  tell(report);
  if (report.failures.length > 0) return exitCodes.failure;
  return report.unmended.length > 0 ? exitCodes.unusable : exitCodeOf(report.run, maxWarnings);
}

/** Say what no report has a place for. */
function tell({ unmended, failures, fixedCount, fixedFileCount }: Report): void {
  const lines = [
    ...(fixedCount === 0 ? [] : [`${counted(fixedCount, 'fix', 'fixes')} made in ${counted(fixedFileCount, 'file')}`]),
    ...unmended.map(({ path, reason }) => `${inertPath(path)} is not mended: ${inertMessage(reason)}`),
    ...failures,
  ];
  for (const line of lines) process.stderr.write(`glossary-lens: ${line}\n`);
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** Check standard input; gives what became of the text, too. */
async function checkInput(
  name: string,
  { checking }: RunOptions,
): Promise<Checked & { readonly text: string | undefined }> {
  const target = targetOf(resolve(checking.folder, name), checking.folder);
  if (target === undefined) throw new UsageError(`${basename(name)} is not a document that is checked`);
  const read = readStandardInput();
  if ('reason' in read) {
    return { results: [[target, { kind: 'unreadable', reason: read.reason }]], unreadable: [], text: undefined };
  }
  const { TargetChecker } = await import('./targetChecker');
  const checker = new TargetChecker(checking);
  const { result, text } = await checker.checkText(target, read.text);
  return {
    results: [[target, result]],
    // What is wrong with a glossary that is checked itself stands among the findings.
    unreadable: checker.knowledge().unusable.filter(({ path }) => path !== target.path),
    text: read.hasByteOrderMark ? `\uFEFF${text}` : text,
  };
}

/**
 * Write what was asked for: the report, a diff, or what standard input became. Where standard output holds a text, the report
 * goes beside it; beside a diff, nobody asked for one unless a file is named.
 */
async function write(
  run: CheckRun,
  { results }: Checked,
  text: string | undefined,
  options: RunOptions,
): Promise<void> {
  const { fix } = options.checking;
  if (fix === 'preview') {
    const diffs = results.map(([, result]) => (result.kind === 'checked' ? result.diff : ''));
    // What a document holds must not steer a terminal; a program gets it as it is.
    process.stdout.write(process.stdout.isTTY ? visible(diffs.join('')) : diffs.join(''));
    tellUnreadable(run);
    if (options.output !== undefined) await writeReport(run, options, process.stdout);
    return;
  }
  const holdsText = options.standardInput !== undefined && fix === 'write';
  if (holdsText && text !== undefined) process.stdout.write(text);
  await writeReport(run, options, holdsText ? process.stderr : process.stdout);
}

import type { CheckedFile, CheckRun, FileFinding, UnreadableFile } from '../checkRun';
import { inertLines, inertPath } from '../formats/inertText';
import { baselinePath, divide, type PlacedBaseline } from './baseline';
import type { TargetResult } from './targetChecker';
import { inOrder, type Target } from './targets';

/** What is done with the findings before they are told. */
export interface ReportOptions {
  readonly version: string;
  /** Tell of errors and warnings alone. */
  readonly isQuiet: boolean;
  readonly baseline: PlacedBaseline | undefined;
}

/** A run, and what went wrong on our side. */
export interface Report {
  readonly run: CheckRun;
  /** Files that were checked, and are not mended, and why. */
  readonly unmended: readonly UnreadableFile[];
  /** Each as `path: message`, which may have several lines and speaks to nobody but its reader. */
  readonly failures: readonly string[];
  /** How many fixes were made, and in how many files. */
  readonly fixedCount: number;
  readonly fixedFileCount: number;
}

/** Put together what came of targets. */
export function reportOf(
  results: readonly (readonly [target: Target, result: TargetResult])[],
  unreadable: readonly UnreadableFile[],
  { version, isQuiet, baseline }: ReportOptions,
): Report {
  const files: CheckedFile[] = [];
  const unread = [...unreadable];
  const unmended: UnreadableFile[] = [];
  const failures: string[] = [];
  let fixedCount = 0;
  let fixedFileCount = 0;
  let checkedCount = 0;
  let knownCount = 0;
  for (const [{ file, path }, result] of results) {
    if (result.kind === 'unreadable') {
      unread.push({ path, reason: result.reason });
      continue;
    }
    if (result.kind === 'failed') {
      failures.push(`${inertPath(path)}: ${inertLines(result.message)}`);
      continue;
    }
    checkedCount++;
    if (result.unwritten !== undefined) unmended.push({ path, reason: result.unwritten });
    fixedCount += result.fixedCount;
    if (result.fixedCount > 0) fixedFileCount++;
    const known = baseline?.known.get(baselinePath(file, baseline.file));
    const divided = divide(result.findings, known, result.elsewhere);
    knownCount += divided.knownCount;
    const findings = isQuiet ? divided.fresh.filter(weighs) : divided.fresh;
    if (findings.length > 0) files.push({ path, findings });
  }
  const run = { files: inOrder(files), checkedCount, unreadable: inOrder(unread), knownCount, version };
  return { run, unmended, failures, fixedCount, fixedFileCount };
}

/** Exit codes of `check` and `merge`, the worst counts. */
export const exitCodes = { clean: 0, findings: 1, unusable: 2, failure: 3 } as const;

/** Tell how a command ends: errors fail it, and warnings where there are more than `maxWarnings`. */
export function exitCodeOf(run: CheckRun, maxWarnings: number): number {
  if (run.unreadable.length > 0) return exitCodes.unusable;
  const findings = run.files.flatMap((file) => file.findings);
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const hasError = findings.some(({ severity }) => severity === 'error');
  return hasError || warnings > maxWarnings ? exitCodes.findings : exitCodes.clean;
}

function weighs({ severity }: FileFinding): boolean {
  return severity === 'error' || severity === 'warning';
}

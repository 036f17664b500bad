import { severities } from '../../analysis/finding';
import type { CheckRun, FileFinding } from '../checkRun';
import type { OutputFormat } from './format';
import { jsonText } from './jsonText';
import { tallyOf } from './tally';

/** One JSON object, for programs: docs/output-formats.md says what is in it. */
export const jsonFormat: OutputFormat = {
  name: 'json',
  summary: 'one JSON object, for programs',
  write: (run) => `${jsonText(reportOf(run), 2)}\n`,
};

/** Put a finding into the shape that programs read. A field is never left out: `null` says that there is nothing. */
export function findingRecord(finding: FileFinding): object {
  const { check, severity, message, start, end, line, fix, related, fingerprint } = finding;
  const shownLine = line.length <= LONGEST_LINE ? line : '';
  return { check, severity, message, start, end, line: shownLine, fix: fix ?? null, related, fingerprint };
}

/** UTF-16 units of a line in a report: with a page on one line, and many findings in it, it would be as long as their product. */
const LONGEST_LINE = 1_000;

function reportOf(run: CheckRun): object {
  const { files, checkedCount, unreadable, knownCount, version } = run;
  const { total, bySeverity, fixable } = tallyOf(run);
  const counts = Object.fromEntries(severities.map((severity) => [severity, bySeverity.get(severity) ?? 0]));
  return {
    version,
    counts: {
      checkedFiles: checkedCount,
      unreadableFiles: unreadable.length,
      findings: total,
      ...counts,
      fixable,
      known: knownCount,
    },
    files: files.map(({ path, findings }) => ({ path, findings: findings.map(findingRecord) })),
    unreadable,
  };
}

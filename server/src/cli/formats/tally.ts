import { type Severity, severities } from '../../analysis/finding';
import type { CheckRun } from '../checkRun';

/** How many findings of a run there are of each kind. */
export interface Tally {
  readonly total: number;
  readonly bySeverity: ReadonlyMap<Severity, number>;
  /** Those with a fix that nobody needs to look at. */
  readonly fixable: number;
}

/** Count the findings of a run. */
export function tallyOf({ files }: CheckRun): Tally {
  const bySeverity = new Map<Severity, number>(severities.map((severity) => [severity, 0]));
  let total = 0;
  let fixable = 0;
  for (const { findings } of files) {
    for (const { severity, fix } of findings) {
      total++;
      bySeverity.set(severity, (bySeverity.get(severity) ?? 0) + 1);
      if (fix?.isSafe === true) fixable++;
    }
  }
  return { total, bySeverity, fixable };
}

/** Write how many findings there are of each severity that occurs, the heaviest first: `1 error, 2 warnings`. */
export function severityCounts({ bySeverity }: Tally): string {
  const counts = [...bySeverity].filter(([, count]) => count > 0);
  return counts
    .map(([severity, count]) =>
      severity === 'information' ? `${inEnglish(count)} ${severity}` : counted(count, severity),
    )
    .join(', ');
}

/** Write a number with its noun: `1 file`, `12,000 files`. */
export function counted(count: number, noun: string): string {
  return `${inEnglish(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Write a number with commas between thousands. */
export function inEnglish(count: number): string {
  return count.toLocaleString('en');
}

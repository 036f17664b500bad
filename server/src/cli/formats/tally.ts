import { type Severity, severities } from '../../analysis/finding';
import type { CheckRun, FileFinding } from '../checkRun';

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
  return counts.map(([severity, count]) => counted(count, nouns[severity])).join(', ');
}

/** Write a number with its noun: `1 file`, `12,000 files`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** Write where a finding starts: `3:10`. */
export function placeOf({ start }: Pick<FileFinding, 'start'>): string {
  return `${start.line}:${start.column}`;
}

const nouns: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
};

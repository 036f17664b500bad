import { createHash } from 'node:crypto';
import type { Severity } from '../../analysis/finding';
import type { OutputFormat } from './format';
import { jsonText } from './jsonText';
import { UNREADABLE, unreadableMessage } from './unreadable';

/** A report of GitLab's code quality, which merge requests show. */
export const gitlabFormat: OutputFormat = {
  name: 'gitlab',
  summary: 'a code quality report of GitLab',
  isForRepository: true,
  write: ({ files, unreadable }) => {
    const distinct = distinctFingerprints();
    const issues = files.flatMap(({ path, findings }) =>
      findings.map(({ check, severity, message, start, end, fingerprint }) => ({
        description: message,
        check_name: check,
        fingerprint: distinct(path, fingerprint),
        severity: severityNames[severity],
        location: { path, lines: { begin: start.line, end: end.line } },
      })),
    );
    const failures = unreadable.map((file) => ({
      description: unreadableMessage(file),
      check_name: UNREADABLE,
      fingerprint: distinct(file.path, UNREADABLE),
      severity: severityNames.error,
      location: { path: file.path, lines: { begin: 1, end: 1 } },
    }));
    return `${jsonText([...issues, ...failures], 2)}\n`;
  },
};

const severityNames: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** GitLab shows one finding of those with the same fingerprint, so the file and the number of the finding go into it, too. */
function distinctFingerprints(): (path: string, fingerprint: string) => string {
  const counts = new Map<string, number>();
  return (path, fingerprint) => {
    const name = `${fingerprint} ${path}`;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return createHash('sha256').update(`${count} ${name}`).digest('hex').slice(0, FINGERPRINT_DIGITS);
  };
}

/** Enough that no two findings of a repository share one by chance. */
const FINGERPRINT_DIGITS = 32;

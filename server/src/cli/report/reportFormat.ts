import type { Terminal } from '../formats/format';
import type { UsageReport } from './usageReport';

/** A way to write a report out: one file per format implements it. */
export interface ReportFormat {
  /** What `--format` calls it. */
  readonly name: string;
  /** Extensions of file names that ask for it, in lower case with their dot. */
  readonly extensions: readonly string[];
  /** How many rows of each list are shown where nobody says how many. */
  readonly rows: number;
  /** Write a report out with `rows` rows of each list, the last line end included. */
  write(report: UsageReport, rows: number, terminal: Terminal): string;
}

/** The first line of a report in Markdown: by it a report is told from a document that somebody wrote. */
export const REPORT_MARK = '<!-- A report of Glossary Lens -->';

import type { OutputFormat } from './format';
import { findingRecord } from './json';
import { jsonText } from './jsonText';

/** A JSON object for each finding on a line of its own, for pipes. */
export const jsonlFormat: OutputFormat = {
  name: 'jsonl',
  summary: 'one JSON object a line for each finding, for pipes',
  leavesOutUnreadable: true,
  write: ({ files }) =>
    files
      .flatMap(({ path, findings }) => findings.map((finding) => ({ path, ...findingRecord(finding) })))
      .map((finding) => `${jsonText(finding)}\n`)
      .join(''),
};

import { InvalidArgumentError, Option } from 'commander';
import { outputFormats } from '../formats';

/** What the options of a report come to. */
export interface ReportFlags {
  readonly format: string;
  readonly output: string | undefined;
  readonly color: boolean | undefined;
  readonly maxWarnings: number;
}

/** Make the options that say how a report is written and when it fails. */
export function reportOptions(): readonly Option[] {
  return [
    new Option('--format <name>', 'how to report').choices(outputFormats.map(({ name }) => name)).default('pretty'),
    new Option('-o, --output <file>', 'write the report into a file'),
    new Option('--max-warnings <n>', 'fail where there are more warnings')
      .argParser((text) => readCount(text, Number.MAX_SAFE_INTEGER))
      .default(0),
    new Option('--color', 'use colours, whatever the output goes to'),
    new Option('--no-color', 'use no colours'),
  ];
}

/** Read a whole number from 0 on; more than `most` is as good as that. */
export function readCount(text: string, most: number): number {
  const count = /^\d{1,15}$/.test(text) ? Math.min(Number(text), most) : Number.NaN;
  if (Number.isNaN(count)) throw new InvalidArgumentError('It must be a whole number, 0 or more.');
  return count;
}

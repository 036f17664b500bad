import { styleText } from 'node:util';
import type { Severity } from '../../analysis/finding';
import type { CheckRun, FileFinding } from '../checkRun';
import { excerptOf } from './excerpt';
import type { OutputFormat, Terminal } from './format';
import { inertMessage, inertPath } from './inertText';
import { placeOf } from './place';
import { counted, inEnglish, severityCounts, tallyOf } from './tally';
import { unreadableMessage } from './unreadable';

/** For people: the findings of each file with the lines that they are in. */
export const prettyFormat: OutputFormat = {
  name: 'pretty',
  summary: 'for people, with the lines that findings are in',
  write: (run, terminal) => {
    const style = terminal.isStyled ? styled : plain;
    const files = run.files.map(({ path, findings }) =>
      [headingOf(path, style), ...findings.map((finding) => describe(finding, terminal, style))].join('\n'),
    );
    const failures = run.unreadable.map((file) => {
      const severity = style(styles.error, 'error');
      return `${headingOf(file.path, style)}\n  ${severity}  ${inertMessage(unreadableMessage(file))}`;
    });
    return `${[...files, ...failures, summaryOf(run, style)].join('\n\n')}\n`;
  },
};

type Style = Exclude<Parameters<typeof styleText>[0], readonly unknown[]>;
type Styler = (style: Style, text: string) => string;

const plain: Styler = (_, text) => text;
/** Whether to style is decided already, so Node need not look at the stream again. */
const styled: Styler = (style, text) => styleText(style, text, { validateStream: false });

const styles = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' } as const satisfies Readonly<
  Record<Severity, Style>
>;

/** A runner takes a line that begins with `::` for a command; `./` before it names the same file. */
function headingOf(path: string, style: Styler): string {
  const shown = inertPath(path);
  return style('underline', /^[\p{L}\p{N}._/]/u.test(shown) ? shown : `./${shown}`);
}

function describe(finding: FileFinding, { width = WIDTH_OF_FILES }: Terminal, style: Styler): string {
  const { check, severity, message, start, end, line, fix, related } = finding;
  const head = `  ${placeOf(finding)}  ${style(styles[severity], severity)}  ${inertMessage(message)}  ${style('dim', inertMessage(check))}`;
  const number = String(start.line).padStart(NUMBER_COLUMNS);
  const stretch = { start: start.column - 1, end: end.line === start.line ? end.column - 1 : line.length };
  const { text, underline } = excerptOf(line, stretch, Math.max(width - GUTTER_COLUMNS, LEAST_COLUMNS));
  const excerpt = [
    `${style('dim', `${number} |`)} ${text}`.trimEnd(),
    `${style('dim', `${' '.repeat(number.length)} |`)} ${style(styles[severity], underline)}`,
  ];
  const notes = [
    ...related.map((place) => `see: ${inertPath(place.path)}:${placeOf(place)}: ${inertMessage(place.message)}`),
    ...(fix === undefined ? [] : [`fix: ${inertMessage(fix.title)}`]),
  ];
  return [
    head,
    // A report may leave out a line that is too long for it.
    ...(line === '' ? [] : excerpt),
    ...notes.map((note) => `${' '.repeat(number.length)} ${style('dim', '=')} ${note}`),
  ].join('\n');
}

/** Columns of an excerpt where no terminal has a width: a file or a log. */
const WIDTH_OF_FILES = 120;
/** Columns for the number of a line: most files have fewer than 100,000. */
const NUMBER_COLUMNS = 7;
const GUTTER_COLUMNS = NUMBER_COLUMNS + ' | '.length;
/** Less tells nothing, so a terminal that is narrower breaks the line. */
const LEAST_COLUMNS = 20;

function summaryOf(run: CheckRun, style: Styler): string {
  const { files, checkedCount, unreadable, knownCount } = run;
  const tally = tallyOf(run);
  const known = knownCount === 0 ? '' : ` ${counted(knownCount, 'known finding')} kept quiet.`;
  const unread = unreadable.length === 0 ? '' : ` ${counted(unreadable.length, 'file')} not checked.`;
  if (tally.total === 0) return `${counted(checkedCount, 'file')} checked, nothing found.${unread}${known}`;
  const found = `${counted(tally.total, 'finding')} in ${inEnglish(files.length)} of ${counted(checkedCount, 'file')}`;
  const fixable = tally.fixable === 0 ? '' : ` ${inEnglish(tally.fixable)} fixable with --fix.`;
  return `${style('bold', found)}: ${severityCounts(tally)}.${fixable}${unread}${known}`;
}

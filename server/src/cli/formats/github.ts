import type { Severity } from '../../analysis/finding';
import { visible } from '../../terminology/card/escape';
import type { FileFinding } from '../checkRun';
import type { OutputFormat } from './format';
import { inertMessage, withoutCommands } from './inertText';
import { UNREADABLE, unreadableMessage } from './unreadable';

/** Commands for the runner of GitHub Actions, which shows findings beside the lines of a pull request. */
export const githubFormat: OutputFormat = {
  name: 'github',
  summary: 'annotations of GitHub Actions',
  isForRepository: true,
  write: ({ files, unreadable }) => {
    const commands = files.flatMap(({ path, findings }) => findings.map((finding) => annotate(path, finding)));
    const failures = unreadable.map((file) =>
      commandOf('error', { file: file.path, title: UNREADABLE }, unreadableMessage(file)),
    );
    return [...commands, ...failures].map((command) => `${command}\n`).join('');
  },
};

function annotate(path: string, { check, severity, message, start, end }: FileFinding): string {
  const lines = { file: path, line: start.line, endLine: end.line };
  // GitHub takes columns only where an annotation stays on one line.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  return commandOf(commands[severity], { ...lines, ...columns, title: check }, message);
}

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function commandOf(command: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${propertyOf(String(value))}`);
  return `::${command} ${written.join(',')}::${dataOf(inertMessage(message))}`;
}

/** The runner takes the escapes of `%` back last. */
function dataOf(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function propertyOf(text: string): string {
  const escaped = dataOf(withoutCommands(visible(text).replaceAll('\t', '\\u0009')));
  return escaped.replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { GlossaryProblem, LeftOut, TakenColumn } from '../../formats/format';
import { quoted } from '../../text/quotation';
import type { UnreadableFile } from '../checkRun';
import { inertMessage, inertPath } from '../formats/inertText';
import type { GlossaryFile } from './readFiles';

/** Say what was found in glossary files, format by format, and what is wrong with them. */
export function summaryOf(files: readonly GlossaryFile[], unreadable: readonly UnreadableFile[]): readonly string[] {
  const groups = new Map<string, GlossaryFile[]>();
  for (const file of files) {
    const group = groups.get(file.format.id);
    if (group === undefined) groups.set(file.format.id, [file]);
    else group.push(file);
  }
  const found = [...groups.values()].flatMap((group) => [
    foundLine(group),
    ...new Set(group.flatMap(({ read }) => columnLines(read.columns))),
    ...leftOutLines(group.flatMap(({ read }) => read.leftOut ?? [])),
  ]);
  return found.concat(
    files.flatMap(({ path, text, read }) => problemLines(path, text, read.problems)),
    unreadable.map(({ path, reason }) => `${inertPath(path)}: ${inertMessage(reason)}`),
  );
}

/** Say what is left out, each kind on a line. */
export function leftOutLines(leftOut: readonly LeftOut[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { what, count } of leftOut) counts.set(what, (counts.get(what) ?? 0) + count);
  const told = [...counts].slice(0, MOST_KINDS);
  const lines = told.map(
    ([what, count]) => `  left out: ${inertMessage(what)}${count === 1 ? '' : ` (${count} times)`}`,
  );
  const more = counts.size - told.length;
  return more === 0 ? lines : [...lines, `  left out: ${counted(more, 'other kind')} of things`];
}

/** A list of more is longer than anybody reads; formats have some dozens of data categories. */
const MOST_KINDS = 40;

/** Say what is wrong with a text, as `file:line:column: message`. */
export function problemLines(path: string, text: string, problems: readonly GlossaryProblem[]): readonly string[] {
  if (problems.length === 0) return [];
  const document = TextDocument.create('', '', 0, text);
  return problems.map(({ span, message }) => {
    const { line, character } = document.positionAt(span.start);
    return `${inertPath(path)}:${line + 1}:${character + 1}: ${inertMessage(message)}`;
  });
}

/** Count something in words. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

function foundLine(group: readonly GlossaryFile[]): string {
  const [only, another] = group;
  const where = only !== undefined && another === undefined ? inertPath(only.path) : counted(group.length, 'file');
  const concepts = group.flatMap(({ read }) => read.glossary?.concepts ?? []);
  const terms = concepts.reduce((sum, concept) => sum + concept.terms.length, 0);
  return `${where}: ${only?.format.name ?? ''}, ${counted(concepts.length, 'concept')}, ${counted(terms, 'term')}`;
}

/** Which field each column was taken for: what somebody does not agree with, `--map` says otherwise. */
function columnLines(columns: readonly TakenColumn[] = []): readonly string[] {
  const taken = columns.flatMap(({ heading, field }) =>
    field === undefined ? [] : [`${quoted(heading)} is \`${field}\``],
  );
  const others = columns.flatMap(({ heading, field }) => (field === undefined ? [quoted(heading)] : []));
  return [
    ...(taken.length === 0 ? [] : [`  columns: ${inertMessage(taken.join(', '))}`]),
    ...(others.length === 0 ? [] : [`  columns of no field: ${inertMessage(others.join(', '))}`]),
  ];
}

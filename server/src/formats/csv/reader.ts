import { areHeadings, type Columns, checkSaid, takeColumns } from '../columns/columns';
import type { Row, RowCell, RowText } from '../columns/row';
import { readRows } from '../columns/rowConcepts';
import type { LocatedText } from '../concepts/conceptRecord';
import { createLeftovers } from '../concepts/leftOut';
import { glossaryOf } from '../concepts/readGlossary';
import type { GlossarySource, ReadGlossary, ReadOptions } from '../format';
import { limitMessage, type TableLimits } from '../limits';
import { createProblems, type Problems } from '../problems';
import { lineEndWithin } from '../records/lines';
import { firstSides } from '../records/mergeConflict';
import { findStart } from './delimiter';
import { withoutGuard } from './formula';
import { cellText, type TableCell, type TableRow, type TellOfQuote, tableRows } from './table';

/** Read a table with a row for each concept, within `limits`. */
export function readTable(source: GlossarySource, limits: TableLimits): ReadGlossary {
  const problems = createProblems(limits.problems);
  const unread = () => ({ glossary: undefined, problems: problems.list(), relatedNames: [] });
  const text = openTable(source.text, limits, problems);
  if (text === undefined) return unread();
  const isTabbed = /\.(?:tsv|tab)(?:[?#]|$)/i.test(source.uri);
  const syntax = { ...findStart(text, isTabbed), mostCells: limits.columns };
  const tell = quoteTeller(text, problems);
  const leftovers = createLeftovers();
  const rows = filledRows(tableRows(text, syntax, tell));
  const first = rows.next();
  const said = source.options?.columns;
  if (first.done === true) return emptyTable(source, problems);
  const head = first.value;
  reportColumns(head, limits, problems);
  const headings = head.cells.map((cell) => cellText(text, cell).trim());
  const hasHeadings = areHeadings(headings, said);
  const columns = hasHeadings ? takeColumns(headings, said) : columnsByPlace(head, said);
  checkSaid(
    hasHeadings ? headings : columns.taken.map(({ heading }) => heading),
    said,
    headOfRow(text, head),
    problems,
  );
  if (!NAMING.some((field) => columns.has(field))) {
    const message =
      'No column of this table holds terms: call one `Term`, or say under `columns:` which one does, as in `1: term`';
    problems.report('not-a-glossary', headOfRow(text, head), message);
    return unread();
  }
  const reading = { columns, limits, problems, leftovers, noun: 'column' };
  const beyond = (row: TableRow) => {
    for (let cell = 0; cell < row.beyond; cell++) leftovers.add('a cell beyond the last column', row.beyondSpan);
  };
  const body = rowsOf(text, hasHeadings ? [] : [head], rows, columns, beyond);
  const { records, language } = readRows(body, source.options?.language, reading);
  if (records.length === 0) {
    problems.report(
      'empty-glossary',
      { start: text.length, end: text.length },
      'This table has no rows with a term yet',
    );
  }
  return {
    ...glossaryOf(
      { name: undefined, language: language ?? DEFAULT_LANGUAGE, caseAdvice: CASE_ADVICE },
      records,
      source,
      problems,
    ),
    leftOut: leftovers.list(),
    columns: columns.taken,
  };
}

const DEFAULT_LANGUAGE = 'en';
const CASE_ADVICE = 'with `exact` in a column `case` its capitals would tell it apart';
const NAMING = ['term', 'abbreviations', 'full'] as const;

function openTable(text: string, limits: TableLimits, problems: Problems): string | undefined {
  if (text.length <= limits.fileLength) return firstSides(text, problems);
  const consequence = 'nothing of it is read. Split it into several files';
  const message = limitMessage('This file has too many characters', text.length, limits.fileLength, consequence);
  problems.report('too-large', { start: 0, end: 0 }, message);
  return undefined;
}

function emptyTable(source: GlossarySource, problems: Problems): ReadGlossary {
  const message = 'This table is empty: begin with a row of headings such as `Term,Abbreviation,Definition`';
  problems.report('empty-glossary', { start: 0, end: 0 }, message);
  const language = source.options?.language ?? DEFAULT_LANGUAGE;
  return { ...glossaryOf({ name: undefined, language }, [], source, problems), leftOut: [], columns: [] };
}

/** A quote that is never closed is told where it opens: everything behind it may have been meant to be in its cell. */
function quoteTeller(text: string, problems: Problems): TellOfQuote {
  return (kind, quote) => {
    const code = kind === 'unclosed' ? 'syntax' : 'unclear-syntax';
    // A line may be as long as the file, and have as many quotes.
    const end = problems.hasRoomFor(code) ? lineEndWithin(text, quote, Math.min(text.length, quote + SHOWN)) : quote;
    const message =
      kind === 'unclosed'
        ? 'This quote is never closed: close it, or write `""` for a quote inside of quotes'
        : 'This quote does not close at the end of its cell: write `""` for each quote inside of quotes';
    problems.report(code, { start: quote, end }, message);
  };
}

/** Characters that a problem with a quote is at, at most. */
const SHOWN = 200;

function reportColumns({ cells, beyond, beyondSpan }: TableRow, limits: TableLimits, problems: Problems): void {
  if (beyondSpan === undefined) return;
  const found = cells.length + beyond;
  const message = limitMessage('Too many columns', found, limits.columns, 'those from here on are left out');
  problems.report('too-many-parts', beyondSpan, message);
}

/** Without headings the first column has the terms and the second says what they mean. */
function columnsByPlace({ cells }: TableRow, said: ReadOptions['columns']): Columns {
  const headings = cells.map((_, column) => String(column + 1));
  const byPlace = new Map([
    ['1', 'term'],
    ['2', 'meaning'],
  ]);
  const isTermSaid = [...(said ?? [])].some(([, field]) => NAMING.some((naming) => naming === field));
  return takeColumns(headings, isTermSaid ? said : new Map([...byPlace, ...(said ?? [])]));
}

function* filledRows(rows: Iterable<TableRow>): Generator<TableRow> {
  for (const row of rows) if (row.beyond > 0 || row.cells.some((cell) => !isEmpty(cell))) yield row;
}

function isEmpty({ span, isQuoted }: TableCell): boolean {
  return span.end - span.start <= (isQuoted ? 2 : 0);
}

function* rowsOf(
  text: string,
  first: readonly TableRow[],
  rest: Iterable<TableRow>,
  columns: Columns,
  tellBeyond: (row: TableRow) => void,
): Generator<Row> {
  for (const row of first) yield rowOf(text, row, columns, tellBeyond);
  for (const row of rest) yield rowOf(text, row, columns, tellBeyond);
}

function rowOf(text: string, row: TableRow, columns: Columns, tellBeyond: (row: TableRow) => void): Row {
  if (row.beyond > 0) tellBeyond(row);
  const cells: RowCell[] = [];
  for (const [column, cell] of row.cells.entries()) {
    if (isEmpty(cell)) continue;
    const isKept = columns.fieldOf(column) !== undefined;
    const located: RowText = isKept ? locatedText(text, cell) : { text: '', span: cell.span };
    if (!isKept || located.text.trim() !== '') cells.push({ column, kind: 'cell', texts: [located] });
  }
  return { span: row.span, cells };
}

function locatedText(text: string, cell: TableCell): LocatedText & RowText {
  const { span, isQuoted } = cell;
  const content = cellText(text, cell);
  const inside = isQuoted ? span.start + 1 : span.start;
  const written = withoutGuard(content);
  const isVerbatim = !isQuoted || content.length === span.end - span.start - 2;
  return {
    text: written,
    span,
    ...(isVerbatim ? { verbatimAt: inside + content.length - written.length } : {}),
  };
}

function headOfRow(text: string, { span }: TableRow): TableRow['span'] {
  return { start: span.start, end: lineEndWithin(text, span.start, span.end) };
}

import { quoted } from '../../text/quotation';
import type { LocatedText } from '../concepts/conceptRecord';
import type { Leftovers } from '../concepts/leftOut';
import { limitMessage, type TableLimits } from '../limits';
import type { Problems } from '../problems';
import { ownText } from '../records/ownText';
import { valuesIn } from './cellValues';
import { type ColumnField, holdsSeveral } from './columnField';
import type { Columns } from './columns';
import type { Row, RowCell } from './row';

/** What the reading of the rows of one table needs all the way. */
export interface RowReading {
  readonly columns: Columns;
  readonly limits: TableLimits;
  readonly problems: Problems;
  readonly leftovers: Leftovers;
  /** What the file calls a column: `column`, `field`. */
  readonly noun: string;
}

/** A value of a row, the column that it is from, and whether it is whole: nothing is to be parted in it. */
export interface RowValue extends LocatedText {
  readonly column: number;
  readonly isWhole: boolean;
}

/** What a row says, by fields: texts and terms within the limits, none of them empty. */
export interface RowTexts {
  /** The values of a field, each on one line. */
  values(field: ColumnField): readonly RowValue[];
  /** The Markdown of a field: the texts of its columns, a paragraph each. */
  prose(field: ColumnField): LocatedText | undefined;
  /** The text of a field on one line. */
  line(field: ColumnField): LocatedText | undefined;
  /** The cells of a field as they are. */
  cells(field: ColumnField): readonly RowCell[];
  /** The cells of a field without texts that are too long. */
  boundedCells(field: ColumnField): readonly RowCell[];
}

/** Sort what a row says by the fields of its columns; what is in other columns is counted. */
export function textsOf(row: Row, reading: RowReading): RowTexts {
  const cells = new Map<ColumnField, RowCell[]>();
  for (const cell of row.cells) {
    const field = reading.columns.fieldOf(cell.column);
    if (field === undefined) countLeftOut(cell, reading);
    else {
      const others = cells.get(field);
      if (others === undefined) cells.set(field, [cell]);
      else others.push(cell);
    }
  }
  const cellsOf = (field: ColumnField) => cells.get(field) ?? [];
  return {
    cells: cellsOf,
    boundedCells: (field) => cellsOf(field).map((cell) => boundedCell(cell, reading)),
    values: (field) => cellsOf(field).flatMap((cell) => cellValues(cell, field, reading)),
    prose: (field) => joined(cellsOf(field), '\n\n', reading),
    line(field) {
      const text = joined(cellsOf(field), ', ', reading);
      return text && { text: ownText(onOneLine(text.text)), span: text.span };
    },
  };
}

/** Name a column as what is left out of a file is listed. */
export function columnName(column: number, { columns, noun }: RowReading): string {
  const heading = columns.taken[column]?.heading ?? '';
  return heading === '' ? `the ${noun} ${column + 1} without a heading` : `the ${noun} ${quoted(heading)}`;
}

function countLeftOut({ column, texts }: RowCell, reading: RowReading): void {
  const [first] = texts;
  if (first !== undefined) reading.leftovers.add(columnName(column, reading), first.span);
}

/** Terms are parted in cells alone, where a table has no other way to say several. */
function cellValues({ column, kind, texts }: RowCell, field: ColumnField, reading: RowReading): readonly RowValue[] {
  const parts =
    kind === 'list' || (kind === 'text' && !holdsSeveral(field))
      ? texts.map(({ text, span }) => ({ text, span, isQuoted: kind === 'list' }))
      : texts.flatMap((text) => valuesIn(text, holdsSeveral(field) ? 'commas' : 'signs'));
  const values: RowValue[] = [];
  for (const { text, span, isQuoted } of parts) {
    const line = onOneLine(text);
    const { termLength } = reading.limits;
    if (line !== '' && isBounded({ text: line, span }, column, termLength, reading)) {
      values.push({ text: ownText(line), span, column, isWhole: isQuoted });
    }
  }
  return values;
}

function joined(cells: readonly RowCell[], separator: string, reading: RowReading): LocatedText | undefined {
  const texts = cells.flatMap(({ column, texts: own }) =>
    own
      .map(({ text, span }) => ({ text: text.trim(), span }))
      .filter((text) => text.text !== '' && isBounded(text, column, reading.limits.textLength, reading)),
  );
  const [first] = texts;
  if (first === undefined) return undefined;
  const text = texts.map((part) => part.text).join(separator);
  return { text: ownText(text), span: first.span };
}

function boundedCell(cell: RowCell, reading: RowReading): RowCell {
  const { textLength } = reading.limits;
  return { ...cell, texts: cell.texts.filter((text) => isBounded(text, cell.column, textLength, reading)) };
}

function isBounded({ text, span }: LocatedText, column: number, limit: number, reading: RowReading): boolean {
  if (text.length <= limit) return true;
  const message = () => {
    const name = columnName(column, reading);
    const what = `${name.charAt(0).toUpperCase()}${name.slice(1)} has too many characters here`;
    return limitMessage(what, text.length, limit, 'it is left out');
  };
  reading.problems.report(
    'too-long',
    { start: span.start, end: span.start + Math.min(limit, span.end - span.start) },
    message,
  );
  return false;
}

function onOneLine(text: string): string {
  return /[^\S ]| {2}|^ | $/u.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
}

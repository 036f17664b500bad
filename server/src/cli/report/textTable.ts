import { columnsOf, cut, pad } from './textColumns';

/** A column of a table in plain text. */
export interface TextColumn {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly isNumber?: boolean;
  /** Which part of a cell goes where it is too long; paths are told by their ends. */
  readonly cut?: 'end' | 'start';
}

const GAP = '  ';
/** A column narrower than this shows too little of anything. */
const NARROWEST = 10;

/** Lay out a table in so many columns of a terminal, the titles in its first line. Cells are visible text on one line. */
export function layTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  const lines = [columns.map(({ title }) => title), ...rows];
  const widths = fittingWidths(
    columns.map((_, index) => lines.reduce((most, cells) => Math.max(most, columnsOf(cells[index] ?? '')), 0)),
    columns,
    width,
  );
  return lines.map((cells) =>
    columns
      .map((column, index) => {
        const cell = cut(cells[index] ?? '', widths[index] ?? 0, column.cut ?? 'end');
        return pad(cell, widths[index] ?? 0, column.isNumber ? 'front' : 'behind');
      })
      .join(GAP)
      .trimEnd(),
  );
}

/** Take from the widest column of text what the table is too wide. */
function fittingWidths(natural: readonly number[], columns: readonly TextColumn[], width: number): readonly number[] {
  const widths = [...natural];
  for (;;) {
    const excess = widths.reduce((sum, one) => sum + one, 0) + GAP.length * (widths.length - 1) - width;
    if (excess <= 0) return widths;
    const texts = columns.flatMap(({ isNumber }, index) => (isNumber ? [] : [index]));
    const [widest, second] = texts.toSorted((one, other) => (widths[other] ?? 0) - (widths[one] ?? 0));
    const widestWidth = widest === undefined ? 0 : (widths[widest] ?? 0);
    if (widest === undefined || widestWidth <= NARROWEST) return widths;
    const floor = Math.max(NARROWEST, second === undefined ? 0 : (widths[second] ?? 0));
    widths[widest] = Math.max(widestWidth - excess, Math.min(floor, widestWidth - 1));
  }
}

import { BACKSLASH, PIPE } from '../../../text/ascii';
import { skipBlanks, trimBlanks } from '../characters';
import type { LeafWriter } from '../leaves';
import type { Syntax } from '../syntax';

/** Count the cells of the table's row from `start` to `end`; a pipe parts cells unless it is escaped. */
export function countCells(units: Uint16Array, start: number, end: number, syntax: Syntax): number {
  return readCells(units, start, end, syntax, undefined, 0);
}

/** Make a leaf of each cell of the table's row from `start` to `end`. */
export function pushCells(
  units: Uint16Array,
  start: number,
  end: number,
  syntax: Syntax,
  leaves: LeafWriter,
  kind: number,
): void {
  readCells(units, start, end, syntax, leaves, kind);
}

function readCells(
  units: Uint16Array,
  start: number,
  end: number,
  syntax: Syntax,
  leaves: LeafWriter | undefined,
  kind: number,
): number {
  let cells = 0;
  let cellStart = units[start] === PIPE ? start + 1 : start;
  let from = cellStart;
  for (let mark = syntax.markFrom(start); ; mark++) {
    const offset = mark < syntax.markCount ? Math.min(syntax.marks[mark] as number, end) : end;
    if (offset < Math.min(from, end)) continue;
    const unit = offset < end ? units[offset] : PIPE;
    if (unit === BACKSLASH) {
      from = offset + 2;
    } else if (unit === PIPE) {
      const contentStart = skipBlanks(units, cellStart, offset);
      const contentEnd = trimBlanks(units, contentStart, offset);
      if (offset < end || contentStart < contentEnd) cells++;
      if (contentStart < contentEnd) leaves?.push(kind, contentStart, contentEnd);
      cellStart = offset + 1;
    }
    if (offset === end) return cells;
  }
}

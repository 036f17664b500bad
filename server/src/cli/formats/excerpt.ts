import { eastAsianWidth } from 'get-east-asian-width';
import { visible } from '../../terminology/card/escape';
import { startsCommand } from './inertText';

/** A stretch of a line as a terminal shows it, and the marks to put under what it is about. */
export interface Excerpt {
  readonly text: string;
  /** Spaces, then carets: as many columns as what they mark. */
  readonly underline: string;
}

/**
 * Cut a line to `width` columns around a stretch of it, UTF-16 offsets, which may be empty or reach behind the end of the
 * line. However long the line is, only what may show is looked at.
 */
export function excerptOf(
  line: string,
  span: { readonly start: number; readonly end: number },
  width: number,
): Excerpt {
  const start = Math.min(Math.max(span.start, 0), line.length);
  const end = Math.min(Math.max(span.end, start), line.length);
  const reach = width * MOST_UNITS_IN_COLUMN;
  const before = cellsOf(line, Math.max(0, start - reach), start);
  const marked = cellsOf(line, start, Math.min(end, start + reach));
  const after = cellsOf(line, end, Math.min(line.length, end + reach));
  const markedCells = firstThatFit(marked, width - 1);
  const room = width - columnsOf(markedCells);
  const afterColumns = columnsOf(after);
  const afterRoom = Math.min(afterColumns, Math.max(Math.floor(room / 2), room - columnsOf(before)));
  const beforeCells = lastThatFit(before, room - afterRoom, start > reach);
  const isCut = markedCells.length < marked.length || end - start > reach;
  const afterCells = isCut ? [] : firstThatFit(after, room - columnsOf(beforeCells), line.length - end > reach);
  const text = [...beforeCells, ...markedCells, ...(isCut ? [ELLIPSIS] : []), ...afterCells];
  return {
    text: text
      .map(({ shown }) => shown)
      .join('')
      .trimEnd(),
    underline: ' '.repeat(columnsOf(beforeCells)) + '^'.repeat(Math.max(1, columnsOf(markedCells))),
  };
}

/** What a reader sees as one character: a letter with its marks, an emoji of several code points, an escape. */
interface Cell {
  readonly shown: string;
  /** In columns. */
  readonly width: number;
}

/** An emoji of a family has 11 units in two columns; letters under more marks than that are no words. */
const MOST_UNITS_IN_COLUMN = 8;
const ELLIPSIS: Cell = { shown: '…', width: 1 };
/** Tabs show as spaces, as nobody knows how wide a terminal makes them behind what is put before the line. */
const TAB = '    ';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function cellsOf(line: string, start: number, end: number): readonly Cell[] {
  const first = isTrail(line, start) && start > 0 && start < end ? start + 1 : start;
  const slice = line.slice(first, end);
  const inert = slice.replaceAll('#', (hash, offset: number) =>
    startsCommand(line, first + offset) ? '\\u0023' : hash,
  );
  const shown = visible(inert)
    .replaceAll('\t', TAB)
    .replaceAll(/[\r\n]/g, ' ');
  return Array.from(graphemes.segment(shown), ({ segment }) => ({ shown: segment, width: widthOf(segment) }));
}

function isTrail(line: string, offset: number): boolean {
  const unit = line.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The columns that a terminal gives to a grapheme: most go by its first code point. */
function widthOf(grapheme: string): number {
  if (PICTURE.test(grapheme)) return 2;
  return UNDRAWN.test(grapheme) ? 0 : eastAsianWidth(grapheme.codePointAt(0) ?? 0);
}

const PICTURE = /\p{Emoji_Presentation}|\uFE0F/u;
/** A mark that has no letter before it is put over the character before it. */
const UNDRAWN = /^[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u;

function columnsOf(cells: readonly Cell[]): number {
  return cells.reduce((columns, { width }) => columns + width, 0);
}

/** Take the first cells that fit, with an ellipsis where others, or what `hasMore` speaks of, are left out. */
function firstThatFit(cells: readonly Cell[], width: number, hasMore?: boolean): readonly Cell[] {
  if (hasMore !== true && columnsOf(cells) <= width) return cells;
  const room = hasMore === undefined ? width : width - ELLIPSIS.width;
  const fitting: Cell[] = [];
  let columns = 0;
  for (const cell of cells) {
    columns += cell.width;
    if (columns > room) break;
    fitting.push(cell);
  }
  return hasMore === undefined || room < 0 ? fitting : [...fitting, ELLIPSIS];
}

function lastThatFit(cells: readonly Cell[], width: number, hasMore: boolean): readonly Cell[] {
  return [...firstThatFit([...cells].reverse(), width, hasMore)].reverse();
}

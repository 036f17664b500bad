import { eastAsianWidth } from 'get-east-asian-width';
import { visible } from '../../terminology/card/escape';
import type { Span } from '../../text/span';
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
export function excerptOf(line: string, span: Span, width: number): Excerpt {
  const start = Math.min(Math.max(span.start, 0), line.length);
  const end = Math.min(Math.max(span.end, start), line.length);
  const cells = cutAround(
    lastCells(line, { start: 0, end: start }, width),
    firstCells(line, { start, end }, width),
    firstCells(line, { start: end, end: line.length }, width),
    width,
  );
  return {
    text: [...cells.before, ...cells.marked, ...cells.after]
      .map(({ shown }) => shown)
      .join('')
      .trimEnd(),
    underline: ' '.repeat(columnsOf(cells.before)) + '^'.repeat(Math.max(1, columnsOf(cells.marked))),
  };
}

interface Cut {
  readonly before: Cells;
  readonly marked: Cells;
  readonly after: Cells;
}

/** Fit what is marked, then what stands around it in equal shares, with an ellipsis where something is left out. */
function cutAround(before: Cells, marked: Cells, after: Cells, width: number): Cut {
  if (columnsOf(before) + columnsOf(marked) + columnsOf(after) <= width) return { before, marked, after };
  const shownMarked = beginningOf(marked, width - 2 * ELLIPSIS.width);
  // Where the stretch itself is cut, an ellipsis is all that follows.
  const rest = shownMarked.length < marked.length ? [ELLIPSIS] : after;
  const room = width - columnsOf(shownMarked);
  const roomBefore = Math.max(Math.floor(room / 2), room - columnsOf(rest));
  const shownBefore = [...shortened([...before].reverse(), roomBefore)].reverse();
  return { before: shownBefore, marked: shownMarked, after: shortened(rest, room - columnsOf(shownBefore)) };
}

/** What a reader sees as one character: a letter with its marks, an emoji of several code points, an escape. */
interface Cell {
  readonly shown: string;
  /** In columns. */
  readonly width: number;
}

type Cells = readonly Cell[];

const ELLIPSIS: Cell = { shown: '…', width: 1 };
/** Tabs show as spaces, as nobody knows how wide a terminal makes them behind what is put before the line. */
const TAB = '    ';
/** UTF-16 units looked at for a column: letters with marks have two or three. Of a line that has more, less shows. */
const MOST_UNITS_IN_COLUMN = 4;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The cells of a stretch from its start on, no more than fill the width and one column. */
function firstCells(line: string, { start, end }: Span, width: number): Cells {
  const simple = simpleCells(line.slice(start, Math.min(end, start + width + 1)));
  if (simple !== undefined) return simple;
  const last = Math.min(end, start + width * MOST_UNITS_IN_COLUMN);
  const cells = cellsOf(line, start, last);
  return last < end ? [...cells, ELLIPSIS] : cells;
}

function lastCells(line: string, { start, end }: Span, width: number): Cells {
  const simple = simpleCells(line.slice(Math.max(start, end - width - 1), end));
  if (simple !== undefined) return simple;
  const first = Math.max(start, end - width * MOST_UNITS_IN_COLUMN);
  // A window may begin within a pair.
  const cells = cellsOf(line, first > start && isTrail(line, first) ? first + 1 : first, end);
  return first > start ? [ELLIPSIS, ...cells] : cells;
}

/** Most lines hold nothing but letters and signs of a unit each, none of which joins another: no need to look for graphemes. */
function simpleCells(text: string): Cells | undefined {
  if (!SIMPLE.test(text)) return undefined;
  return Array.from(text, (shown) => ({ shown, width: eastAsianWidth(shown.charCodeAt(0)) }));
}

/** All else may join others, show as an escape, or begin a command. */
const SIMPLE =
  /^(?:(?![#\p{Extended_Pictographic}\p{Default_Ignorable_Code_Point}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u{10000}-\u{10ffff}])[\p{L}\p{N}\p{P}\p{S}\p{Zs}])*$/u;

function cellsOf(line: string, start: number, end: number): Cells {
  const slice = line.slice(start, end);
  const inert = slice.replaceAll('#', (hash, offset: number) =>
    startsCommand(line, start + offset) ? '\\u0023' : hash,
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

function columnsOf(cells: Cells): number {
  return cells.reduce((columns, { width }) => columns + width, 0);
}

function shortened(cells: Cells, width: number): Cells {
  return columnsOf(cells) <= width ? cells : [...beginningOf(cells, width - ELLIPSIS.width), ELLIPSIS];
}

/** Take the first cells that fit. */
function beginningOf(cells: Cells, width: number): Cells {
  let columns = 0;
  const end = cells.findIndex((cell) => {
    columns += cell.width;
    return columns > width;
  });
  return end < 0 ? cells : cells.slice(0, end);
}

import {
  ASTERISK,
  BACKTICK,
  CLOSE_BRACE,
  COLON,
  CR,
  DASH,
  DOLLAR,
  EQUALS,
  EXCLAMATION,
  GREATER,
  HASH,
  LESS,
  LF,
  OPEN_BRACE,
  OPEN_BRACKET,
  PIPE,
  PLUS,
  QUESTION,
  TILDE,
  UNDERSCORE,
} from '../../../text/ascii';
import { find, isDigit, skipBlanks, trimBlanks } from '../characters';
import { HEADING_LEAF } from '../leaves';
import {
  startAbbreviation,
  startAdmonition,
  startDescription,
  startDirective,
  startFootnote,
  startMath,
  startTemplate,
} from './extensions';
import { isProseDirective, isYaml } from './fences';
import { htmlBlockStart } from './html';
import type { OpenBlocks, Start } from './open';
import {
  atxContentEnd,
  atxContentStart,
  delimiterColumns,
  fenceLength,
  isRunLine,
  listMarkerEnd,
  thematicBreakObstacle,
} from './starts';
import { countCells } from './tables';

/** Start the block that the line's first unit is the sign of. */
export function startBlock(open: OpenBlocks, unit: number): Start {
  switch (unit) {
    case GREATER:
      return startQuote(open);
    case HASH:
      return startHeading(open);
    case BACKTICK:
    case TILDE:
      return startFence(open, unit);
    case LESS:
      return startHtml(open);
    case EQUALS:
      return endHeading(open, unit) ?? startAdmonition(open);
    case DASH:
      return endHeading(open, unit) ?? startBreak(open) ?? startItem(open) ?? startTable(open);
    case ASTERISK:
      return startBreak(open) ?? startItem(open) ?? startAbbreviation(open);
    case UNDERSCORE:
      return startBreak(open);
    case OPEN_BRACKET:
      return startFootnote(open);
    case PIPE:
      return startTable(open);
    case COLON:
      return startDirective(open) ?? startDescription(open) ?? startTable(open);
    case EXCLAMATION:
    case QUESTION:
      return startAdmonition(open);
    case DOLLAR:
      return startMath(open);
    case OPEN_BRACE:
      return startTemplate(open);
    default:
      return unit === PLUS || isDigit(unit) ? startItem(open) : undefined;
  }
}

function startQuote(open: OpenBlocks): Start {
  if (!open.openContainer('quote', 0)) return undefined;
  open.line.skipMarker(open.line.next + 1);
  if (open.line.indent > 0) open.line.advance(1);
  return 'container';
}

function startItem(open: OpenBlocks): Start {
  const markerEnd = listMarkerEnd(open.units, open.line.next, open.line.end, open.inParagraph());
  return markerEnd < 0 ? undefined : open.openItem('item', markerEnd);
}

function startHeading(open: OpenBlocks): Start {
  const start = atxContentStart(open.units, open.line.next, open.line.end);
  if (start < 0) return undefined;
  open.startLeaf();
  open.pushLine(HEADING_LEAF, start, atxContentEnd(open.units, start, open.line.end));
  return 'line';
}

/** End a paragraph that the line underlines: it is a heading. */
function endHeading(open: OpenBlocks, underline: number): Start {
  if (!open.inParagraph() || !isRunLine(open.units, open.line.next, open.line.end, underline, 1)) return undefined;
  open.text.takeDefinitions();
  // Of a paragraph of definitions alone, nothing is left to be a heading.
  if (open.text.start < 0) return undefined;
  open.text.push(open.withMdx(HEADING_LEAF));
  open.leaf = 'none';
  return 'line';
}

function startBreak(open: OpenBlocks): Start {
  if (open.line.next < open.breakObstacle) return undefined;
  open.breakObstacle = thematicBreakObstacle(open.units, open.line.next, open.line.end);
  if (open.breakObstacle >= 0) return undefined;
  open.startLeaf();
  return 'line';
}

function startFence(open: OpenBlocks, unit: number): Start {
  const units = open.units;
  const end = open.line.end;
  const length = fenceLength(units, open.line.next, end);
  if (length === 0) return undefined;
  const info = skipBlanks(units, open.line.next + length, end);
  if (info < end && units[info] === OPEN_BRACE && isProseDirective(units, info, end)) {
    if (!open.openContainer('directive', length, unit)) return undefined;
    const title = skipBlanks(units, find(units, info, end, CLOSE_BRACE) + 1, end);
    if (title < end) open.pushLine(open.textKind(), title, end);
    return 'line';
  }
  open.startLeaf();
  open.leaf = 'fence';
  open.fence = unit;
  open.fenceLength = length;
  if (open.containers.marked === 0 && isYaml(units, info, end)) {
    open.leaf = 'yaml';
    open.text.start = behindLine(units, end, open.source.length);
  }
  return 'line';
}

function startHtml(open: OpenBlocks): Start {
  const condition = htmlBlockStart(open.units, open.line.next, open.line.end, open.leaf !== 'paragraph');
  if (condition === 0) return undefined;
  open.startLeaf();
  open.leaf = 'html';
  open.html.condition = condition;
  open.html.raw = 'none';
  if (open.html.readLine(open.textKind(), open.containers.marked > 0)) open.leaf = 'none';
  return 'line';
}

/** Start a table: the paragraph's last line is its header when the line at hand is a delimiter row of as many columns. */
function startTable(open: OpenBlocks): Start {
  if (!open.inParagraph()) return undefined;
  const columns = delimiterColumns(open.units, open.line.next, open.line.end);
  if (columns === 0) return undefined;
  const units = open.units;
  const text = open.text;
  const { lineStart, start } = text.lastLine();
  const end = trimBlanks(units, start, text.end);
  if (countCells(units, start, end, open.syntax) !== columns) return undefined;
  if (text.start === start) text.start = -1;
  else text.end = lineStart;
  open.closeLeaf();
  open.leaf = 'table';
  open.pushCells(start, end);
  return 'line';
}

/** Give the offset behind the line end at `end`. */
function behindLine(units: Uint16Array, end: number, length: number): number {
  if (end >= length) return length;
  return units[end] === CR && end + 1 < length && units[end + 1] === LF ? end + 2 : end + 1;
}

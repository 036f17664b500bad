import {
  ASTERISK,
  BACKSLASH,
  BACKTICK,
  CLOSE_BRACKET,
  COLON,
  CR,
  DOLLAR,
  DOT,
  EXCLAMATION,
  GREATER,
  LESS,
  LF,
  LOWER_W,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PIPE,
  QUESTION,
  SLASH,
  TILDE,
  UNDERSCORE,
} from '../../../text/ascii';
import { isAlphanumeric, isLetter, isPunctuation, skipRun, startsWith } from '../characters';
import { isForTool, MAX_TOOL_COMMENT } from '../comments';
import { elementNamed } from '../elements';
import { tagEnd, tagNameEnd } from '../tags';
import { word } from './addresses';
import { closeBracket, openBracket } from './brackets';
import { CODE, COMMENT, COMMENT_END, HEADING, JOIN, RUN, SPACE_BETWEEN, SPLIT } from './edits';
import { flanksOf } from './emphasis';
import type { InlineLeaf } from './leaf';
import { bracketFormulaEnd, dollarFormulaEnd } from './math';
import { brace, expression } from './templates';
import { autolinkEnd } from './urls';

/** Runs of `~` longer than this are text (GFM, strikethrough). */
const MAX_STRIKETHROUGH_MARKS = 2;

/** Find the edits of Markdown; emphasis is paired above the run `bottom`. */
export function findEdits(leaf: InlineLeaf, mdx: boolean, bottom: number): void {
  const units = leaf.units;
  const marks = leaf.marks;
  const markEnd = leaf.markEnd;
  const shift = leaf.shift;
  const start = leaf.start;
  let mark = leaf.mark;
  while (mark < markEnd) {
    const at = shift + (marks[mark++] as number);
    if (at < leaf.floor) continue;
    const unit = units[at] as number;
    // Most marks are those of sentences.
    if (unit === DOT) {
      if (at === start || ((units[at - 1] as number) | 32) !== LOWER_W) continue;
    } else if (unit === COLON) {
      if (units[at + 1] !== SLASH) continue;
    } else if (unit === PIPE) {
      continue;
    }
    leaf.mark = mark;
    switch (unit) {
      case BACKSLASH:
        backslash(leaf, at);
        break;
      case BACKTICK:
        backtick(leaf, at);
        break;
      case ASTERISK:
      case UNDERSCORE:
      case TILDE:
        emphasis(leaf, unit, at);
        break;
      case OPEN_BRACKET:
        openBracket(leaf, at);
        break;
      case CLOSE_BRACKET:
        if (at === leaf.wikiEnd) leaf.push(JOIN, at, at + 2);
        else if (leaf.openers.count > leaf.firstOpener) closeBracket(leaf, at);
        break;
      case LESS:
        less(leaf, at);
        break;
      case OPEN_BRACE:
        if (mdx) expression(leaf, at);
        else brace(leaf, at);
        break;
      case DOLLAR:
        dollar(leaf, at);
        break;
      default:
        word(leaf, unit, at);
    }
    mark = leaf.mark;
  }
  leaf.runs.resolve(bottom);
}

/** Find the edits of the text of an HTML block: no sign of Markdown means anything there. */
export function findHtmlEdits(leaf: InlineLeaf): void {
  const units = leaf.units;
  while (leaf.mark < leaf.markEnd) {
    const at = leaf.shift + (leaf.marks[leaf.mark++] as number);
    if (at < leaf.floor) continue;
    const unit = units[at] as number;
    if (unit === LESS) less(leaf, at);
    else if (unit === OPEN_BRACE) brace(leaf, at);
    else word(leaf, unit, at);
  }
}

/** An escape, a hard line break, or a formula. */
function backslash(leaf: InlineLeaf, at: number): void {
  if (at + 1 >= leaf.end) return;
  const next = leaf.units[at + 1] as number;
  if (next === LF || next === CR) {
    leaf.push(JOIN, at, at + 1);
    return;
  }
  if (!isPunctuation(next)) return;
  if (next === OPEN_PARENTHESIS || next === OPEN_BRACKET) {
    const end = bracketFormulaEnd(leaf.units, at, leaf.end);
    if (end > 0) {
      leaf.push(SPLIT, at, end);
      return;
    }
  }
  leaf.push(JOIN, at, at + 1);
  leaf.floor = at + 2;
}

function backtick(leaf: InlineLeaf, at: number): void {
  const units = leaf.units;
  const marks = leaf.marks;
  const shift = leaf.shift;
  const openEnd = skipRun(units, at, leaf.end, BACKTICK);
  const length = openEnd - at;
  leaf.floor = openEnd;
  if (leaf.backticks !== undefined && (leaf.backticks.get(length) ?? 0) < openEnd) return;
  let passed: Map<number, number> | undefined;
  let from = openEnd;
  for (let mark = leaf.mark; mark < leaf.markEnd; mark++) {
    const close = shift + (marks[mark] as number);
    if (close < from || units[close] !== BACKTICK) continue;
    const closeEnd = skipRun(units, close, leaf.end, BACKTICK);
    if (closeEnd - close === length) {
      leaf.push(CODE, at, openEnd);
      leaf.push(SPLIT, close, closeEnd);
      leaf.mark = mark + length;
      return;
    }
    passed ??= new Map();
    passed.set(closeEnd - close, close);
    from = closeEnd;
  }
  leaf.backticks = passed ?? new Map();
}

function emphasis(leaf: InlineLeaf, unit: number, at: number): void {
  const units = leaf.units;
  const end = skipRun(units, at, leaf.end, unit);
  if (unit === UNDERSCORE && at > leaf.start && end < leaf.end) {
    if (isAlphanumeric(units[at - 1] as number) && isAlphanumeric(units[end] as number)) {
      leaf.skipMarks(end);
      return;
    }
  }
  leaf.floor = end;
  if (unit === TILDE && end - at > MAX_STRIKETHROUGH_MARKS) return;
  const flanks = flanksOf(units, unit, at, end, leaf.start, leaf.end);
  if (flanks === 0) return;
  leaf.runs.push(leaf.edits.count, unit, end - at, flanks);
  leaf.push(RUN, at, end);
}

function less(leaf: InlineLeaf, at: number): void {
  const units = leaf.units;
  const next = units[at + 1] as number;
  if (next === EXCLAMATION || next === QUESTION) {
    declaration(leaf, at, next);
    return;
  }
  const isClosing = next === SLASH;
  if (!isClosing && !isLetter(next) && !isPunctuation(next)) return;
  const link = isClosing ? -1 : autolinkEnd(units, at, leaf.end);
  if (link > 0) {
    leaf.push(SPLIT, at, link);
    return;
  }
  if (!isClosing && !isLetter(next)) return;
  const end = tagEnd(units, at, leaf.end);
  if (end < 0) return;
  const nameStart = isClosing ? at + 2 : at + 1;
  switch (elementNamed(units, nameStart, tagNameEnd(units, nameStart, end))?.role) {
    case 'inline':
      leaf.push(JOIN, at, end);
      break;
    case 'space':
      leaf.push(SPACE_BETWEEN, at, end);
      break;
    case 'code':
      leaf.push(isClosing ? SPLIT : CODE, at, end);
      break;
    case 'heading':
      leaf.push(isClosing ? SPLIT : HEADING, at, end);
      break;
    default:
      leaf.push(SPLIT, at, end);
  }
}

/** A comment, a processing instruction, a declaration or a CDATA section. */
function declaration(leaf: InlineLeaf, at: number, next: number): void {
  const units = leaf.units;
  if (next === QUESTION) leaf.pair(SPLIT, at, at + 2, '?>');
  else if (startsWith(units, at + 2, leaf.end, '--')) {
    if (units[at + 4] === GREATER) leaf.push(JOIN, at, at + 5);
    else if (startsWith(units, at + 4, leaf.end, '->')) leaf.push(JOIN, at, at + 6);
    else comment(leaf, at);
  } else if (startsWith(units, at + 2, leaf.end, '[CDATA[')) leaf.pair(SPLIT, at, at + 9, ']]>');
  else if (isLetter(units[at + 2] as number)) leaf.pair(SPLIT, at, at + 2, '>');
}

/** Read a comment as Markdown of its own, which parts the text around it; one for a tool is not there. */
function comment(leaf: InlineLeaf, at: number): void {
  const start = at + 4;
  const behind = leaf.closerEnd('-->', start);
  if (behind < 0) return;
  if (isForTool(leaf.units, start, Math.min(behind, start + MAX_TOOL_COMMENT))) {
    leaf.push(JOIN, at, behind);
    return;
  }
  const outer = {
    start: leaf.start,
    end: leaf.end,
    markEnd: leaf.markEnd,
    firstOpener: leaf.firstOpener,
    plainOpeners: leaf.plainOpeners,
    wikiEnd: leaf.wikiEnd,
    backticks: leaf.backticks,
  };
  const openers = leaf.openers.count;
  leaf.push(COMMENT, at, start);
  leaf.start = start;
  leaf.end = behind - 3;
  leaf.markEnd = leaf.markAt(leaf.end);
  leaf.firstOpener = openers;
  leaf.wikiEnd = -1;
  leaf.backticks = undefined;
  findEdits(leaf, false, leaf.runs.top);
  leaf.mark = leaf.markEnd;
  leaf.openers.count = openers;
  leaf.start = outer.start;
  leaf.end = outer.end;
  leaf.markEnd = outer.markEnd;
  leaf.firstOpener = outer.firstOpener;
  leaf.plainOpeners = outer.plainOpeners;
  leaf.wikiEnd = outer.wikiEnd;
  leaf.backticks = outer.backticks;
  leaf.push(COMMENT_END, behind - 3, behind);
}

function dollar(leaf: InlineLeaf, at: number): void {
  const end = dollarFormulaEnd(leaf.units, at, leaf.start, leaf.end);
  if (end > 0) leaf.push(SPLIT, at, end);
  else if (leaf.units[at + 1] === DOLLAR) leaf.floor = at + 2;
}

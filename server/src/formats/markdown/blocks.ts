import type { Span } from '../../text/span';
import { isSpace, type Line, linesOf, spanOf } from './lines';
import { closesFence, fenceOf } from './mask';

/** A block of a page, as far as glossaries go by it. Spans are without the white space around them. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly span: Span; readonly content: Span }
  /** `text` for what stands between others: code, quotations, rules, HTML. */
  | { readonly kind: 'paragraph' | 'anchor' | 'text'; readonly span: Span }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly Span[] }
  | { readonly kind: 'definitions'; readonly span: Span; readonly terms: readonly Span[]; readonly details: Span[] }
  | { readonly kind: 'table'; readonly span: Span; readonly header: Span; readonly rows: readonly Span[] }
  | { readonly kind: 'abbreviation'; readonly span: Span; readonly short: Span; readonly long: Span };

/**
 * Part `[start, end)` of a page, masked, into blocks, by its lines alone: what is in lists and quotations stays one with them.
 * Linear, and never deeper than one level.
 */
export function blocksOf(text: string, start: number, end: number = text.length): readonly Block[] {
  const lines = linesOf(text, start, end);
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (line === undefined) break;
    index = line.isBlank ? index + 1 : takeBlock(text, lines, index, blocks);
  }
  return blocks;
}

/** Take the block that starts at a line; gives the line behind it. */
function takeBlock(text: string, lines: readonly Line[], index: number, blocks: Block[]): number {
  const line = lines[index];
  if (line === undefined) return index + 1;
  if (fenceOf(line.head) !== '') return takeText(lines, index, fenceEnd(lines, index), blocks);
  if (line.indentation >= 4) return takeText(lines, index, indentedEnd(lines, index), blocks);
  const heading = HEADING.exec(line.head);
  if (heading !== null) {
    const [, marks = '', space = ''] = heading;
    const content = headingContent(text, line.textStart + marks.length + space.length, line.end);
    blocks.push({ kind: 'heading', level: marks.length, span: { start: line.textStart, end: line.end }, content });
    return index + 1;
  }
  if (RULE.test(line.head)) return takeText(lines, index, index + 1, blocks);
  if (line.head.startsWith('>') || HTML.test(line.head) || MODULE.test(line.head))
    return takeText(lines, index, runEnd(lines, index), blocks);
  if (ANCHOR.test(line.head)) {
    blocks.push({ kind: 'anchor', span: { start: line.textStart, end: line.end } });
    return index + 1;
  }
  if (ABBREVIATION.test(line.head)) return takeAbbreviation(line, index, blocks);
  if (markerOf(line) > 0) return takeList(lines, index, blocks);
  if (startsTable(lines, index)) return takeTable(lines, index, blocks);
  if (DEFINITION.test(line.head)) return takeDefinition(lines, index, blocks);
  return takeParagraph(lines, index, blocks);
}

const HEADING = /^(#{1,6})([ \t]+|$)/;
const RULE = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const HTML =
  /^<\/?(?:article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|img|link|main|nav|ol|p|picture|script|section|style|summary|table|ul|video)\b/i;
/** Lines of MDX that are code. */
const MODULE = /^(?:import\s+(?:[\w*{]|['"])|export\s+(?:const|default|function)\b)/;
const ANCHOR = /^<a\s+(?:id|name)\s*=\s*["']?[^"'<>\s]+["']?\s*\/?>(?:\s*<\/a>)?$/i;
const ABBREVIATION = /^\*\[([^\]]{1,200})\]:[ \t]*/;
const DEFINITION = /^:[ \t]+\S/;
const DELIMITER = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;
const SETEXT = /^(?:=+|-+)$/;

function takeText(lines: readonly Line[], index: number, end: number, blocks: Block[]): number {
  blocks.push({ kind: 'text', span: spanOf(lines, index, end) });
  return end;
}

function fenceEnd(lines: readonly Line[], index: number): number {
  const fence = fenceOf(lines[index]?.head ?? '');
  for (let next = index + 1; next < lines.length; next++) {
    if (closesFence(fenceOf(lines[next]?.head ?? ''), fence)) return next + 1;
  }
  return lines.length;
}

function indentedEnd(lines: readonly Line[], index: number): number {
  let end = index + 1;
  for (let next = end; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined || (!line.isBlank && line.indentation < 4)) break;
    if (!line.isBlank) end = next + 1;
  }
  return end;
}

/** Lines without a blank one. */
function runEnd(lines: readonly Line[], index: number): number {
  let end = index + 1;
  while (end < lines.length && lines[end]?.isBlank === false) end++;
  return end;
}

/** Without the marks that may close a heading. */
function headingContent(text: string, start: number, end: number): Span {
  let last = end;
  while (last > start && text.charAt(last - 1) === '#') last--;
  if (last > start && !isSpace(text.charAt(last - 1))) last = end;
  while (last > start && isSpace(text.charAt(last - 1))) last--;
  return { start: Math.min(start, last), end: last };
}

function takeAbbreviation(line: Line, index: number, blocks: Block[]): number {
  const [mark = '', short = ''] = ABBREVIATION.exec(line.head) ?? [];
  const start = line.textStart;
  blocks.push({
    kind: 'abbreviation',
    span: { start, end: line.end },
    short: { start: start + 2, end: start + 2 + short.length },
    long: { start: start + mark.length, end: Math.max(start + mark.length, line.end) },
  });
  return index + 1;
}

/** How long the mark of a list item is with the white space behind it, 0 for a line that starts none. */
function markerOf(line: Line): number {
  return /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/.exec(line.head)?.[0].length ?? 0;
}

/** Take a list: its items, with all that is indented below them. */
function takeList(lines: readonly Line[], index: number, blocks: Block[]): number {
  const items: Span[] = [];
  let first = index;
  let end = index + 1;
  let fence = fenceOf(lines[index]?.head ?? '');

  function close() {
    const line = lines[first];
    if (line === undefined) return;
    const { start, end: itemEnd } = spanOf(lines, first, end);
    items.push({ start: Math.min(start + markerOf(line), itemEnd), end: itemEnd });
  }

  for (; end < lines.length; end++) {
    const line = lines[end];
    if (line === undefined) break;
    const marker = fenceOf(line.head);
    if (fence !== '') {
      if (closesFence(marker, fence)) fence = '';
      continue;
    }
    if (line.isBlank) continue;
    const isBehindBlank = lines[end - 1]?.isBlank === true;
    if (line.indentation < 2 && markerOf(line) > 0 && !RULE.test(line.head)) {
      close();
      first = end;
    } else if (line.indentation < 2 && (isBehindBlank || interrupts(line))) break;
    fence = marker;
  }
  close();
  blocks.push({ kind: 'list', span: spanOf(lines, index, end), items });
  return end;
}

/** Whether a line ends a paragraph that it follows. */
function interrupts({ head }: Line): boolean {
  return (
    HEADING.test(head) ||
    fenceOf(head) !== '' ||
    head.startsWith('>') ||
    HTML.test(head) ||
    RULE.test(head) ||
    ABBREVIATION.test(head)
  );
}

function startsTable(lines: readonly Line[], index: number): boolean {
  const header = lines[index]?.head ?? '';
  const next = lines[index + 1];
  if (next === undefined || next.isBlank || !header.includes('|')) return false;
  return next.head.includes('-') && (next.head.includes('|') || header.startsWith('|')) && DELIMITER.test(next.head);
}

function takeTable(lines: readonly Line[], index: number, blocks: Block[]): number {
  const rows: Span[] = [];
  let end = index + 2;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (line === undefined || line.isBlank || interrupts(line)) break;
    rows.push({ start: line.textStart, end: line.end });
  }
  blocks.push({ kind: 'table', span: spanOf(lines, index, end), header: spanOf(lines, index, index + 1), rows });
  return end;
}

/** Take a line `: definition`: of the paragraph before it, whose lines are terms, or one more of the same terms. */
function takeDefinition(lines: readonly Line[], index: number, blocks: Block[]): number {
  const line = lines[index];
  const last = blocks.at(-1);
  if (line === undefined) return index + 1;
  let end = index + 1;
  for (; end < lines.length; end++) {
    const next = lines[end];
    if (next === undefined) break;
    if (next.isBlank) continue;
    const isBehindBlank = lines[end - 1]?.isBlank === true;
    if (next.indentation < 2 && (isBehindBlank || DEFINITION.test(next.head) || interrupts(next))) break;
  }
  const { start, end: textEnd } = spanOf(lines, index, end);
  const detail = { start: start + (/^:[ \t]+/.exec(line.head)?.[0].length ?? 1), end: textEnd };
  if (last?.kind === 'definitions') {
    last.details.push(detail);
    blocks[blocks.length - 1] = { ...last, span: { start: last.span.start, end: textEnd } };
  } else if (last?.kind === 'paragraph' && isTermList(lines, index, last.span)) {
    const terms = lineSpans(lines, index, last.span);
    blocks[blocks.length - 1] = {
      kind: 'definitions',
      span: { start: last.span.start, end: textEnd },
      terms,
      details: [detail],
    };
  } else {
    blocks.push({ kind: 'paragraph', span: { start, end: textEnd } });
  }
  return end;
}

/** A paragraph directly before its definition, or of one line and one blank line before it. */
function isTermList(lines: readonly Line[], index: number, { start, end }: Span): boolean {
  if (lines[index - 1]?.isBlank === false) return lineSpans(lines, index, { start, end }).length <= MOST_TERMS;
  const before = lines[index - 2];
  return before?.isBlank === false && before.textStart === start && before.end === end;
}

/** More lines are a paragraph. */
const MOST_TERMS = 8;

function lineSpans(lines: readonly Line[], index: number, { start }: Span): readonly Span[] {
  const spans: Span[] = [];
  for (let before = index - 1; before >= 0; before--) {
    const line = lines[before];
    if (line === undefined || line.textStart < start || spans.length > MOST_TERMS) break;
    if (!line.isBlank) spans.push({ start: line.textStart, end: line.end });
  }
  return spans.reverse();
}

function takeParagraph(lines: readonly Line[], index: number, blocks: Block[]): number {
  let end = index + 1;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (line === undefined || line.isBlank || line.indentation >= 4) {
      if (line?.isBlank === false) continue;
      break;
    }
    if (SETEXT.test(line.head)) {
      const span = spanOf(lines, index, end);
      const level = line.head.startsWith('=') ? 1 : 2;
      blocks.push({ kind: 'heading', level, span: { start: span.start, end: line.end }, content: span });
      return end + 1;
    }
    if (interrupts(line) || DEFINITION.test(line.head) || startsTable(lines, end)) break;
    if (/^(?:[-*+]|1[.)])[ \t]+\S/.test(line.head)) break;
  }
  blocks.push({ kind: 'paragraph', span: spanOf(lines, index, end) });
  return end;
}

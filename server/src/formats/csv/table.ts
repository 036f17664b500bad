import type { Span } from '../../text/span';

/** How a table is written. */
export interface TableSyntax {
  /** One character. */
  readonly delimiter: string;
  /** Where its first row starts. */
  readonly start: number;
  /** Cells of a row that are kept: what is beyond is counted. */
  readonly mostCells: number;
}

/** A row of a table as it is written, without the end of its line. */
export interface TableRow {
  readonly span: Span;
  readonly cells: readonly TableCell[];
  /** Cells that are not empty beyond those that are kept, and the first of them. */
  readonly beyond: number;
  readonly beyondSpan: Span | undefined;
}

/** A cell as it is written: its span with the quotes, without the spaces around it. */
export interface TableCell {
  readonly span: Span;
  readonly isQuoted: boolean;
}

/** Hears of quotes that are not written as they should be: of one that is never closed, and of one that closes amid a cell. */
export type TellOfQuote = (kind: 'unclosed' | 'stray', quote: number) => void;

/**
 * Read the rows of a table one by one, as RFC 4180 has them: cells in quotes may hold delimiters and line ends, and `""` for a
 * quote. Lines end with LF, CRLF or CR. A quote that does not close before a delimiter or a line end is a character of its
 * cell. Linear: behind a quote that is no quote, others that open a cell are closed before that cell was looked through.
 */
export function* tableRows(text: string, syntax: TableSyntax, tell: TellOfQuote): Generator<TableRow> {
  const { delimiter, mostCells } = syntax;
  let at = syntax.start;
  while (at < text.length) {
    const start = at;
    const cells: TableCell[] = [];
    let beyond = 0;
    let beyondSpan: Span | undefined;
    for (;;) {
      const { cell, next } = cellAt(text, at, delimiter, tell);
      if (cells.length < mostCells) cells.push(cell);
      else if (cell.span.end > cell.span.start) {
        beyond++;
        beyondSpan ??= cell.span;
      }
      at = next;
      if (at >= text.length || text.charAt(at) !== delimiter) break;
      at++;
    }
    yield { span: { start, end: at }, cells, beyond, beyondSpan };
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}

/** Give the text of a cell, without its quotes. */
export function cellText(text: string, { span, isQuoted }: TableCell): string {
  if (!isQuoted) return text.slice(span.start, span.end);
  const inside = text.slice(span.start + 1, span.end - 1);
  return inside.includes('"') ? inside.replaceAll('""', '"') : inside;
}

function cellAt(
  text: string,
  at: number,
  delimiter: string,
  tell: TellOfQuote,
): { readonly cell: TableCell; readonly next: number } {
  const start = skipBlanks(text, at, delimiter);
  if (text.charAt(start) === '"') {
    const close = closingQuote(text, start);
    const next = close === -1 ? -1 : skipBlanks(text, close + 1, delimiter);
    if (next >= 0 && endsCell(text, next, delimiter)) {
      return { cell: { span: { start, end: close + 1 }, isQuoted: true }, next };
    }
    tell(close === -1 ? 'unclosed' : 'stray', start);
  }
  let next = start;
  while (!endsCell(text, next, delimiter)) next++;
  let end = next;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { cell: { span: { start, end }, isQuoted: false }, next };
}

function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
  return close;
}

function endsCell(text: string, at: number, delimiter: string): boolean {
  if (at >= text.length) return true;
  const unit = text.charCodeAt(at);
  return unit === LINE_FEED || unit === CARRIAGE_RETURN || unit === delimiter.charCodeAt(0);
}

function skipBlanks(text: string, start: number, delimiter: string): number {
  let at = start;
  while (isBlank(text.charCodeAt(at)) && text.charAt(at) !== delimiter) at++;
  return at;
}

function isBlank(unit: number): boolean {
  return unit === SPACE || unit === TAB || unit === NO_BREAK_SPACE;
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const NO_BREAK_SPACE = 0xa0;

import type { LocatedText } from '../concepts/conceptRecord';
import type { RowText } from './row';

/** What stands between the values of a cell: semicolons, bars and line ends; or commas where there are none of these; or line ends alone. */
export type Separators = 'signs' | 'commas' | 'lines';

/** A value of a cell; one in quotes is what is inside of them, `""` for a quote. */
export interface CellValue extends LocatedText {
  readonly isQuoted: boolean;
}

/** Part the text of a cell into its values, each with its place, none of them empty. */
export function valuesIn(cell: RowText, separators: Separators): readonly CellValue[] {
  const { text } = cell;
  const values: CellValue[] = [];
  const separator = signsIn(text, separators);
  for (let at = 0; at <= text.length; ) {
    const start = skipBlanks(text, at);
    const quoted = text.charAt(start) === '"' ? quotedAt(text, start, separator) : undefined;
    const end = quoted?.end ?? nextSeparator(text, start, separator);
    const contentEnd = trimmedEnd(text, start, end);
    const value = quoted?.text ?? text.slice(start, contentEnd);
    if (value !== '') {
      values.push({ text: value, span: spanIn(cell, start, contentEnd), isQuoted: quoted !== undefined });
    }
    at = end + 1;
  }
  const [only, another] = values;
  return only === undefined || another !== undefined ? values : [{ ...only, span: cell.span }];
}

/** Write values into one cell so that they read back, whatever parts them; those that `mustQuote` in quotes. */
export function joinValues(
  values: readonly string[],
  separators: Separators,
  mustQuote: (value: string) => boolean = () => false,
): string {
  const signs = separators === 'lines' ? /[\n\r]/ : /[;|,\n\r]/;
  return values
    .map((value) => (mustQuote(value) ? quotedValue(value) : quotedIfNeeded(value, signs)))
    .join(separators === 'lines' ? '\n' : '; ');
}

/** Write a value in quotes, which are not part of it. */
export function quotedValue(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

function quotedIfNeeded(value: string, separators: RegExp): string {
  return separators.test(value) || value.startsWith('"') ? quotedValue(value) : value;
}

const LINE_ENDS = '\n\r';
const STRONG = `;|${LINE_ENDS}`;

function signsIn(text: string, separators: Separators): string {
  if (separators === 'lines') return LINE_ENDS;
  return separators === 'commas' && nextSeparator(text, 0, STRONG) === text.length ? ',' : STRONG;
}

function nextSeparator(text: string, start: number, separators: string): number {
  let end = start;
  while (end < text.length && !separators.includes(text.charAt(end))) end++;
  return end;
}

/** Read a quoted value that ends at a separator or the end; undefined where it does not: its quote is a character then. */
function quotedAt(
  text: string,
  start: number,
  separators: string,
): { readonly text: string; readonly end: number } | undefined {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text.charAt(close + 1) === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return undefined;
  const end = skipBlanks(text, close + 1);
  if (end < text.length && !separators.includes(text.charAt(end))) return undefined;
  return {
    text: text
      .slice(start + 1, close)
      .replaceAll('""', '"')
      .trim(),
    end,
  };
}

function skipBlanks(text: string, start: number): number {
  let end = start;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
  return end;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && text.charAt(last - 1).trim() === '') last--;
  return last;
}

function spanIn({ span, verbatimAt }: RowText, start: number, end: number): LocatedText['span'] {
  return verbatimAt === undefined ? span : { start: verbatimAt + start, end: verbatimAt + end };
}

import type { Edit } from '../analysis/finding';
import { endOfValue, isFlow, type ValuesOfText } from '../formats/records/valueEnd';
import type { ListValue, RecordValue, Value } from '../formats/records/values';
import { lineBreakOf } from '../text/lineBreak';
import type { Span } from '../text/span';

/** A file of records as it is written: what is put into it takes the shape of what is there. */
export type WrittenFile = ValuesOfText;

/** A field of a record, its name and its value. */
export interface WrittenField {
  readonly name: Span;
  readonly value: Value;
}

/** Find the first field of a name in a record. */
export function findField({ values }: WrittenFile, record: RecordValue, name: string): WrittenField | undefined {
  for (const { key, value } of record.pairs) {
    const opened = values.open(key, record.span);
    if (opened.kind !== 'text' || opened.text !== name) continue;
    const place = { start: opened.span.end, end: opened.span.end };
    return { name: opened.span, value: values.open(value, place) };
  }
  return undefined;
}

/** Put a field into a record, behind its last one. `lines` are those of the field in a block, `flow` is it between brackets. */
export function addField(file: WrittenFile, record: RecordValue, lines: readonly string[], flow: string): Edit {
  const last = record.pairs.at(-1);
  if (last === undefined) return insertion(record.span.start + 1, ` ${flow} `);
  const key = file.values.open(last.key, record.span);
  const value = file.values.open(last.value, { start: key.span.end, end: key.span.end });
  const end = Math.max(key.span.end, endOfValue(file, value));
  if (isFlow(file, record)) return insertion(end, `, ${flow}`);
  const first = file.values.open(record.pairs[0]?.key, record.span);
  return insertLines(file, end, indented(lines, columnOf(file, first.span.start)));
}

/** Put an item into a list, behind its last one. */
export function addItem(file: WrittenFile, list: ListValue, item: string): Edit {
  const last = list.nodes.at(-1);
  if (last === undefined) return insertion(list.span.start + 1, item);
  const end = endOfValue(file, file.values.open(last, { start: list.span.end, end: list.span.end }));
  if (isFlow(file, list)) return insertion(end, `, ${item}`);
  return insertLines(file, end, indented([`- ${item}`], columnOf(file, list.span.start)));
}

/** Write a value for a field that has none or one on a single line; undefined for others, where more than a value would go. */
export function setValue({ text }: WrittenFile, { name, value }: WrittenField, written: string): Edit | undefined {
  const isOnOneLine = !/[\r\n]/.test(text.slice(value.span.start, value.span.end));
  if (value.kind === 'record' || value.kind === 'list' || !isOnOneLine) return undefined;
  if (value.span.end > value.span.start) return { span: value.span, text: written };
  let colon = name.end;
  while (colon < text.length && text.charAt(colon) !== ':') colon++;
  return insertion(colon + 1, ` ${written}`);
}

/** Put lines at the end of a text. */
export function appendLines({ text }: WrittenFile, lines: readonly string[]): Edit {
  const lineBreak = lineBreakOf(text);
  const isNewLine = text === '' || text === BYTE_ORDER_MARK || /[\r\n]$/.test(text);
  return insertion(text.length, `${isNewLine ? '' : lineBreak}${lines.join(lineBreak)}${lineBreak}`);
}

const BYTE_ORDER_MARK = '\ufeff';

/** Put whole lines behind the line in which something ends; what ends with a line end has its last line behind it. */
function insertLines({ text }: WrittenFile, end: number, lines: readonly string[]): Edit {
  const lineBreak = lineBreakOf(text);
  if (isLineEnd(text.charAt(end - 1))) return insertion(end, lines.map((line) => line + lineBreak).join(''));
  let at = end;
  while (at < text.length && !isLineEnd(text.charAt(at))) at++;
  return insertion(at, lines.map((line) => lineBreak + line).join(''));
}

function indented(lines: readonly string[], column: number): readonly string[] {
  return lines.map((line) => ' '.repeat(column) + line);
}

function columnOf({ text }: WrittenFile, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charAt(start - 1)) && text.charAt(start - 1) !== BYTE_ORDER_MARK) start--;
  return offset - start;
}

function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r';
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

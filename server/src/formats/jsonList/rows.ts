import { quoted } from '../../text/quotation';
import type { Span } from '../../text/span';
import type { Columns } from '../columns/columns';
import type { Row, RowCell, RowText } from '../columns/row';
import type { Leftovers } from '../concepts/leftOut';
import { limitMessage } from '../limits';
import { type Reading, reportWrongType } from '../records/fields';
import { headOf, type RecordValue, type TextValue, type Value } from '../records/values';
import type { ListFile } from './listFile';

/** What the columns are called that no field names: what stands before a record, and what a text behind a name says. */
export const KEY = 'key';
export const VALUE = 'value';

/** Number the names of the fields of all records, in the order in which they come; `most` of them. */
export function fieldNames(file: ListFile, context: Reading, most: number): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const place = { start: file.span.start, end: file.span.start };
  let isTold = false;
  for (const { node } of file.items) {
    const value = context.values.open(node, place);
    if (value.kind !== 'record') continue;
    for (const pair of value.pairs) {
      const key = context.values.open(pair.key, place);
      if (key.kind !== 'text' || names.has(key.text)) continue;
      if (names.size < most) names.set(key.text, names.size);
      else if (!isTold) {
        isTold = true;
        const message = limitMessage('Too many different fields', most + 1, most, 'others than these are left out');
        context.problems.report('too-many-parts', headOf(context.text, key.span), message);
      }
    }
  }
  return names;
}

/** What a row is made of. */
export interface RowSource {
  /** What stands before the value, in a record of terms. */
  readonly name: Value | undefined;
  readonly value: Value;
  readonly names: ReadonlyMap<string, number>;
  readonly columns: Columns;
  readonly leftovers: Leftovers;
}

/** Make a row of an item of a list; undefined where it is empty, or no record and no text, which is reported. */
export function rowOf(source: RowSource, context: Reading): Row | undefined {
  const { name, value, names } = source;
  const key = name?.kind === 'text' ? cellOfText(names.size, name, context) : undefined;
  if (value.kind === 'empty' && key === undefined) return undefined;
  const span = { start: name?.span.start ?? value.span.start, end: value.span.end };
  if (value.kind === 'list') {
    reportWrongType(context, value, 'A concept', 'a record, or a text');
    return undefined;
  }
  if (value.kind === 'text') {
    const column = key === undefined ? names.size : names.size + 1;
    return { span, cells: [...(key === undefined ? [] : [key]), cellOfText(column, value, context)] };
  }
  const cells = value.kind === 'record' ? cellsOf(value, source, context) : [];
  return { span, cells: key === undefined ? cells : [...cells, key] };
}

function cellsOf(record: RecordValue, { names, columns, leftovers }: RowSource, context: Reading): readonly RowCell[] {
  const cells: RowCell[] = [];
  const seen = new Map<string, Span>();
  for (const { key, value: node } of record.pairs) {
    const name = context.values.open(key, record.span);
    const column = name.kind === 'text' ? names.get(name.text) : undefined;
    if (name.kind !== 'text' || column === undefined) continue;
    const first = seen.get(name.text);
    if (first !== undefined) {
      const message = () => `${quoted(name.text)} is here twice: only the first counts`;
      const related = [{ message: 'The first one', span: first }];
      context.problems.report('duplicate-field', headOf(context.text, name.span), message, { related });
      continue;
    }
    seen.set(name.text, headOf(context.text, name.span));
    const value = context.values.open(node, name.span);
    const isKept = columns.fieldOf(column) !== undefined;
    const place = { name: name.text, column };
    const cell = isKept ? cellOf(place, value, leftovers, context) : unkeptCell(column, value);
    if (cell !== undefined) cells.push(cell);
  }
  return cells;
}

/** What is left out needs no text. */
function unkeptCell(column: number, value: Value): RowCell | undefined {
  return value.kind === 'empty' ? undefined : { column, kind: 'text', texts: [{ text: '', span: value.span }] };
}

interface Place {
  readonly name: string;
  readonly column: number;
}

function cellOf(place: Place, value: Value, leftovers: Leftovers, context: Reading): RowCell | undefined {
  if (value.kind === 'text') return isBlank(value) ? undefined : cellOfText(place.column, value, context);
  const values =
    value.kind === 'list'
      ? value.nodes.map((node) => context.values.open(node, { start: value.span.start, end: value.span.start }))
      : [value];
  const texts = values.flatMap((item) => textsIn(place, item, leftovers, context));
  return texts.length === 0 ? undefined : { column: place.column, kind: 'list', texts };
}

function cellOfText(column: number, value: TextValue, context: Reading): RowCell {
  return { column, kind: 'text', texts: [locatedText(value, context)] };
}

function textsIn(place: Place, value: Value, leftovers: Leftovers, context: Reading): readonly RowText[] {
  if (value.kind === 'empty') return [];
  if (value.kind === 'text') return isBlank(value) ? [] : [locatedText(value, context)];
  const text = value.kind === 'record' ? textOfRecord(place, value, leftovers, context) : undefined;
  if (text !== undefined) return [text];
  const what = value.kind === 'list' ? 'a list' : 'a record';
  leftovers.add(`${what} in the field ${quoted(place.name)}`, headOf(context.text, value.span));
  return [];
}

/** A record in a field stands for its text, or for a link. */
function textOfRecord(place: Place, record: RecordValue, leftovers: Leftovers, context: Reading): RowText | undefined {
  const texts = new Map<string, TextValue>();
  const others: { readonly name: string; readonly span: Span }[] = [];
  for (const { key, value: node } of record.pairs) {
    const name = context.values.open(key, record.span);
    const value = context.values.open(node, name.span);
    if (name.kind !== 'text' || value.kind === 'empty') continue;
    if (value.kind === 'text' && !isBlank(value) && !texts.has(name.text)) texts.set(name.text, value);
    else others.push({ name: name.text, span: value.span });
  }
  const address = firstOf(texts, ADDRESS_NAMES);
  const text = firstOf(texts, TEXT_NAMES);
  const taken = address ?? text;
  if (taken === undefined) return undefined;
  const title = address === undefined ? undefined : text;
  for (const [name, { span }] of texts) {
    if (name !== taken.name && name !== title?.name) others.push({ name, span });
  }
  for (const { name, span } of others) leftovers.add(`the field ${quoted(`${place.name}.${name}`)}`, span);
  const located = locatedText(taken.value, context);
  if (title === undefined) return located;
  const link = { title: title.value.text.replace(/\s+/gu, ' ').trim(), url: located.text.trim() };
  return { ...located, link };
}

const ADDRESS_NAMES = ['url', 'href', 'link', 'uri'];
const TEXT_NAMES = ['text', 'term', 'value', 'name', 'title', 'label', 'definition', 'id'];

function firstOf(
  texts: ReadonlyMap<string, TextValue>,
  names: readonly string[],
): { readonly name: string; readonly value: TextValue } | undefined {
  for (const name of names) {
    const value = texts.get(name);
    if (value !== undefined) return { name, value };
  }
  return undefined;
}

function isBlank({ text }: TextValue): boolean {
  return text.trim() === '';
}

/** Text without escapes stands in the file as it is, behind its quote. */
function locatedText({ text, span }: TextValue, context: Reading): RowText {
  const quote = context.text.charAt(span.start);
  const start = quote === '"' || quote === "'" ? span.start + 1 : span.start;
  const isVerbatim = context.text.startsWith(text, start);
  return { text, span, ...(isVerbatim ? { verbatimAt: start } : {}) };
}

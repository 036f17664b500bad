import { quoted } from '../../text/quotation';
import type { Span } from '../../text/span';
import type { Reading } from '../records/fields';
import type { ListValue, RecordValue, Value } from '../records/values';
import { LIST_NAMES } from './listNames';

/** The list of a file, as nodes, and what the file says of itself. */
export interface ListFile {
  readonly name: string | undefined;
  readonly language: string | undefined;
  /** Other fields beside the list. */
  readonly others: readonly { readonly name: string; readonly span: Span }[];
  readonly items: readonly ListItem[];
  /** Whether the items are the fields of a record, with a name each. */
  readonly isDictionary: boolean;
  readonly hasRecords: boolean;
  readonly hasTexts: boolean;
  readonly span: Span;
}

/** An item of a list, or a field of a record with its name. */
export interface ListItem {
  readonly key: unknown;
  readonly node: unknown;
}

/** Find the list of concepts in a file: the file itself, a list in it under one of a few names, or all its fields. */
export function openList(context: Reading, root: Value): ListFile | undefined {
  if (root.kind === 'empty') return fileOf(context, root.span, [], false);
  if (root.kind === 'list') return fileOf(context, root.span, itemsOf(root), false);
  if (root.kind !== 'record') return undefined;
  const fields = fieldsOf(context, root);
  const list = fields.find(({ name, value }) => LIST_NAMES.has(name) && value.kind === 'list');
  const inner = list ?? onlyRecord(fields);
  if (inner === undefined) {
    const items = fields.filter(({ name }) => !name.startsWith('$')).map(({ key, node }) => ({ key, node }));
    return fileOf(context, root.span, items, true);
  }
  const others = fields.filter((field) => field !== inner && field.value.kind !== 'empty');
  const said = (names: readonly string[]) => others.find(({ name, value }) => names.includes(name) && isLine(value));
  const name = said(['name', 'title']);
  const language = said(['language', 'lang', 'locale']);
  const { value } = inner;
  const items = value.kind === 'list' ? itemsOf(value) : value.kind === 'record' ? value.pairs.map(itemOf) : [];
  return {
    ...fileOf(context, inner.value.span, items, value.kind === 'record'),
    name: textOf(name?.value),
    language: textOf(language?.value),
    others: others
      .filter((field) => field !== name && field !== language && !field.name.startsWith('$'))
      .map((field) => ({ name: quoted(field.name), span: field.span })),
  };
}

interface FileField extends ListItem {
  readonly name: string;
  readonly span: Span;
  readonly value: Value;
}

function fieldsOf(context: Reading, root: RecordValue): readonly FileField[] {
  const place = { start: root.span.start, end: root.span.start };
  return root.pairs.map(({ key, value: node }) => {
    const name = context.values.open(key, place);
    const { span } = name;
    return { key, node, name: name.kind === 'text' ? name.text : '', span, value: context.values.open(node, span) };
  });
}

/** A record of terms under one of the names of lists, with nothing beside it but texts. */
function onlyRecord(fields: readonly FileField[]): FileField | undefined {
  const records = fields.filter(({ value }) => value.kind === 'record');
  const [first] = records;
  return records.length === 1 && first !== undefined && LIST_NAMES.has(first.name) ? first : undefined;
}

function fileOf(context: Reading, span: Span, items: readonly ListItem[], isDictionary: boolean): ListFile {
  const kinds = new Set(items.map(({ node }) => context.values.open(node, span).kind));
  return {
    name: undefined,
    language: undefined,
    others: [],
    items,
    isDictionary,
    hasRecords: kinds.has('record'),
    hasTexts: kinds.has('text'),
    span,
  };
}

function itemsOf({ nodes }: ListValue): readonly ListItem[] {
  return nodes.map((node) => ({ key: undefined, node }));
}

function itemOf({ key, value }: { readonly key: unknown; readonly value: unknown }): ListItem {
  return { key, node: value };
}

function isLine(value: Value): boolean {
  return value.kind === 'text' && value.text.trim() !== '' && value.text.length <= LONGEST_NAME;
}

/** In characters, of what a glossary calls itself. */
const LONGEST_NAME = 200;

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'text' ? value.text.replace(/\s+/gu, ' ').trim() : undefined;
}

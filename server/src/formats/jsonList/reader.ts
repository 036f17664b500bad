import type { ColumnField } from '../columns/columnField';
import { type Columns, checkSaid, takeColumns, withColumns } from '../columns/columns';
import type { Row } from '../columns/row';
import { readRows } from '../columns/rowConcepts';
import type { ConceptRecord } from '../concepts/conceptRecord';
import { createLeftovers, type Leftovers } from '../concepts/leftOut';
import { glossaryOf } from '../concepts/readGlossary';
import type { GlossarySource, ReadGlossary } from '../format';
import type { TableLimits } from '../limits';
import { createProblems } from '../problems';
import type { Reading } from '../records/fields';
import { openText } from '../records/fileText';
import { canonicalTag } from '../records/languageTag';
import { headOf, type Value } from '../records/values';
import { type ListFile, openList } from './listFile';
import { fieldNames, KEY, rowOf, VALUE } from './rows';

/** What a format with fields of its own says about them. */
export interface ListKind {
  /** What its fields stand for; they are guessed where nothing is said. */
  readonly fields?: ReadonlyMap<string, ColumnField>;
  /** What becomes of a record when it is read. */
  settle?(record: ConceptRecord): ConceptRecord;
}

/** Read a list of records, or a record of terms, within `limits`. */
export function readJsonList(source: GlossarySource, limits: TableLimits, kind: ListKind = {}): ReadGlossary {
  const problems = createProblems(limits.problems);
  const leftovers = createLeftovers();
  const unread = () => ({ glossary: undefined, problems: problems.list(), relatedNames: [] });
  const opened = openText(source.text, limits, problems, 'Split it into several files');
  if (opened === undefined) return unread();
  const [root, context] = opened;
  const file = openList(context, root);
  if (file === undefined) {
    const message = 'This is no list of concepts: it needs a list of records, each with a term';
    problems.report('not-a-glossary', headOf(context.text, root.span), message);
    return unread();
  }
  const names = fieldNames(file, context, limits.columns);
  const said = new Map([...(kind.fields ?? []), ...(source.options?.columns ?? [])]);
  const columns = columnsOf(file, [...names.keys()], said);
  const head = headOf(context.text, root.span);
  checkSaid([...names.keys()], source.options?.columns, head, problems);
  if (file.items.length > 0 && !NAMING.some((field) => columns.has(field))) {
    const message =
      'No field of these records holds terms: call one `term`, or say under `columns:` which one does, as in `word: term`';
    problems.report('not-a-glossary', head, message);
    return unread();
  }
  countHead(file, leftovers);
  const rows = rowsOf(file, context, names, columns, leftovers);
  const reading = { columns, limits, problems, leftovers, noun: 'field' };
  const language = file.language && canonicalTag(file.language);
  const read = readRows(rows, language ?? source.options?.language, reading);
  if (read.records.length === 0) problems.report('empty-glossary', head, 'This list has no concepts yet');
  const records = kind.settle === undefined ? read.records : read.records.map(kind.settle);
  return {
    ...glossaryOf(
      {
        name: file.name,
        language: read.language ?? 'en',
        ...(kind.fields === undefined ? { caseAdvice: CASE_ADVICE } : {}),
      },
      records,
      source,
      problems,
    ),
    leftOut: leftovers.list(),
    columns: columns.taken,
  };
}

const CASE_ADVICE = 'with `"case": "exact"` its capitals would tell it apart';
const NAMING = ['term', 'abbreviations', 'full'] as const;

/** A name in front of a record is its term, or its id where the record has a term of its own; behind it stands its meaning. */
function columnsOf(file: ListFile, names: readonly string[], said: ReadonlyMap<string, string>): Columns {
  const columns = takeColumns(names, said);
  const isNamed = NAMING.some((field) => columns.has(field));
  if (file.isDictionary) {
    const keyField = isNamed && file.hasRecords ? 'id' : 'term';
    const values = file.hasTexts ? [{ heading: VALUE, field: 'meaning' } as const] : [];
    return withColumns(columns, [{ heading: KEY, field: keyField }, ...values]);
  }
  return file.hasTexts ? withColumns(columns, [{ heading: KEY, field: 'term' }]) : columns;
}

function countHead({ others }: ListFile, leftovers: Leftovers): void {
  for (const { name, span } of others) leftovers.add(`the field ${name} of the file`, span);
}

function* rowsOf(
  file: ListFile,
  context: Reading,
  names: ReadonlyMap<string, number>,
  columns: Columns,
  leftovers: Leftovers,
): Generator<Row> {
  const place = { start: file.span.start, end: file.span.start };
  for (const { key, node } of file.items) {
    const value: Value = context.values.open(node, place);
    const name = key === undefined ? undefined : context.values.open(key, place);
    const row = rowOf({ name, value, names, columns, leftovers }, context);
    if (row !== undefined) yield row;
  }
}

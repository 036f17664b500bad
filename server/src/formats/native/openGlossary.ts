import type { Concept } from '../../terminology/concept';
import type { Span } from '../../text/span';
import { glossaryLimits } from '../limits';
import { createProblems } from '../problems';
import type { Reading } from '../records/fields';
import { openText } from '../records/fileText';
import { JsonValues } from '../records/jsonValues';
import type { ValuesOfText } from '../records/valueEnd';
import type { ListValue, RecordValue, Value } from '../records/values';
import { readOpened } from './index';

/** The text of a glossary in our format, opened to be changed: what it says, and where each of its values is written. */
export interface OpenGlossary extends ValuesOfText {
  /** Whether it is JSON: names in quotes, no values without. */
  readonly isJson: boolean;
  readonly reading: Reading;
  readonly root: Value;
  /** The field that holds the concepts; undefined where the file is the list alone, or has none. */
  readonly field: { readonly name: Span; readonly value: Value } | undefined;
  /** Undefined where there is none yet. */
  readonly list: ListValue | undefined;
  readonly concepts: readonly Concept[];
  /** The records of the concepts, in their order. */
  readonly records: readonly RecordValue[];
  /** How many errors its reader tells of. */
  readonly errors: number;
}

/** Open a text; undefined where it does not parse, or where what is changed in one place would change in another. */
export function openGlossary(text: string): OpenGlossary | undefined {
  const opened = openText(text, glossaryLimits, createProblems(glossaryLimits.problems), '');
  if (opened === undefined) return undefined;
  const [root, reading] = opened;
  const { values } = reading;
  // A merge conflict is for a person to solve.
  if (reading.text !== text || values.hasAliases || root.kind === 'text') return undefined;
  const field = root.kind === 'record' ? findField({ text, values }, root, 'concepts') : undefined;
  const written = root.kind === 'list' ? root : field?.value;
  if (field !== undefined && written?.kind !== 'list' && written?.kind !== 'empty') return undefined;
  const list = written?.kind === 'list' ? written : undefined;
  const { glossary, problems } = readOpened(opened, { uri: '', text, defaultName: '' }, glossaryLimits);
  const concepts = glossary?.concepts ?? [];
  const byStart = recordsByStart({ text, values }, list);
  const records = concepts.map(({ origin }) => byStart.get(origin.span.start)).filter((record) => record !== undefined);
  if (records.length < concepts.length) return undefined;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const isJson = values instanceof JsonValues;
  return { text, values, reading, isJson, root, field, list, concepts, records, errors };
}

/** Find the first field of a name in a record: the one that counts. */
export function findField(
  { values }: ValuesOfText,
  record: RecordValue,
  wanted: string,
): { readonly name: Span; readonly value: Value } | undefined {
  for (const { key, value } of record.pairs) {
    const name = values.open(key, record.span);
    if (name.kind !== 'text' || name.text !== wanted) continue;
    const place = { start: name.span.end, end: name.span.end };
    return { name: name.span, value: values.open(value, place) };
  }
  return undefined;
}

function recordsByStart({ values }: ValuesOfText, list: ListValue | undefined): ReadonlyMap<number, RecordValue> {
  const records = new Map<number, RecordValue>();
  for (const node of list?.nodes ?? []) {
    const value = values.open(node, { start: 0, end: 0 });
    if (value.kind === 'record') records.set(value.span.start, value);
  }
  return records;
}

import type { LocatedText } from '../concepts/conceptRecord';
import { type Field, lineOf, proseOf, type Reading, reportWrongType } from '../records/fields';
import type { Value } from '../records/values';
import type { Meta } from './meta';

/** A name and a text below `meta`, and where they stand. */
export interface LocatedMeta extends Meta {
  readonly value: LocatedText;
}

/** Read a record of names and texts that its author chose; undefined values are left out. */
export function readMetaFields(reading: Reading, field: Field | undefined): readonly LocatedMeta[] {
  if (field === undefined) return [];
  if (field.value.kind !== 'record') {
    reportWrongType(reading, field.value, '`meta`', 'a record of names and texts (`"Owner:": …`)');
    return [];
  }
  const metas = new Map<string, LocatedMeta>();
  const place = { start: field.value.span.start, end: field.value.span.start };
  for (const pair of field.value.pairs) {
    const key = reading.values.open(pair.key, place);
    const name = lineOf(reading, key, 'A name in `meta`', reading.limits.textLength);
    if (name === undefined) continue;
    const first = metas.get(name.text);
    if (first !== undefined) {
      const message = 'This name is in `meta` twice: only the first counts';
      reading.problems.report('duplicate-field', name.span, message, {
        related: [{ message: 'The first one', span: first.value.span }],
      });
      continue;
    }
    const value = textOf(reading, reading.values.open(pair.value, { start: name.span.end, end: name.span.end }));
    if (value !== undefined) metas.set(name.text, { name: name.text, text: value.text, value });
  }
  return [...metas.values()];
}

/** Contextive takes every value for text: `2024` and `yes`, too. */
function textOf(reading: Reading, value: Value): LocatedText | undefined {
  if (value.kind === 'text' && value.type === 'text') return proseOf(reading, value, 'A text in `meta`');
  return lineOf(reading, value, 'A text in `meta`', reading.limits.textLength);
}

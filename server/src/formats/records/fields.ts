import { quoted } from '../../text/quotation';
import type { Span } from '../../text/span';
import { misspelt, suggestionFor } from '../../text/suggestion';
import type { LocatedText } from '../concepts/conceptRecord';
import { type FileLimits, limitMessage } from '../limits';
import type { Problems } from '../problems';
import { headOf, type RecordValue, type TextValue, type Value, type Values } from './values';

/** What the reading of one file needs all the way. */
export interface Reading {
  readonly text: string;
  readonly values: Values;
  readonly limits: FileLimits;
  readonly problems: Problems;
}

/** What a kind of record may say. */
export interface RecordKind {
  /** With its article: `a concept`. */
  readonly name: string;
  /** What its fields are called in messages, where that is not `field`. */
  readonly noun?: string;
  readonly fields: readonly string[];
  /** Names that people try, and the fields they mean. */
  readonly otherNames?: ReadonlyMap<string, string>;
  /** Names that are read as the fields they mean, but reported, since nothing else reads them so. */
  readonly takenFor?: ReadonlyMap<string, string>;
}

/** A field that is there and not empty. */
export interface Field {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Value;
}

/** Read the fields of a record: the known ones, each once and none that are empty. */
export function readFields(reading: Reading, record: RecordValue, kind: RecordKind): ReadonlyMap<string, Field> {
  const { problems, values } = reading;
  const fields = new Map<string, Field>();
  const seen = new Map<string, Span>();
  const unknown: UnknownField[] = [];
  for (const pair of record.pairs) {
    const place = { start: record.span.start, end: record.span.start };
    const key = values.open(pair.key, place);
    const nameSpan = headOf(reading.text, key.span);
    if (key.kind !== 'text') {
      problems.report(
        'wrong-type',
        nameSpan,
        `The name of a field of ${kind.name} must be a word, not ${describe(key)}`,
      );
      continue;
    }
    const name = key.text;
    const first = seen.get(name);
    if (first !== undefined) {
      const message = () => `${quoted(name)} is here twice: only the first counts`;
      problems.report('duplicate-field', nameSpan, message, { related: [{ message: 'The first one', span: first }] });
      continue;
    }
    seen.set(name, nameSpan);
    const isKnown = kind.fields.includes(name);
    const meant = isKnown ? name : kind.takenFor?.get(name);
    if (!isKnown) unknown.push({ name, nameSpan });
    if (meant === undefined || (!isKnown && seen.has(meant))) continue;
    const value = values.open(pair.value, { start: nameSpan.end, end: nameSpan.end });
    if (value.kind !== 'empty') fields.set(meant, { name, nameSpan, value });
  }
  if (unknown.length > 0) reportUnknown(reading, unknown, kind, new Set(seen.keys()));
  return fields;
}

/** Read a text on one line (a name, a title), as it is written: `9` and `yes` are text too. Undefined where it is not there. */
export function readLine(reading: Reading, field: Field | undefined): LocatedText | undefined {
  if (field === undefined) return undefined;
  return lineOf(reading, field.value, `\`${field.name}\``, reading.limits.textLength);
}

/** Read Markdown, in one paragraph or several: a text that cannot be taken for a number. */
export function readProse(reading: Reading, field: Field | undefined): LocatedText | undefined {
  if (field === undefined) return undefined;
  return proseOf(reading, field.value, `\`${field.name}\``);
}

/** Read a list, or a single value that stands for a list of one. Empty values are left out. */
export function readList(reading: Reading, field: Field | undefined): readonly Value[] {
  if (field === undefined) return [];
  if (field.value.kind !== 'list') return [field.value];
  const { span } = field.value;
  return field.value.nodes
    .map((node) => reading.values.open(node, { start: span.start, end: span.start }))
    .filter((value) => value.kind !== 'empty');
}

/** Take a value as text on one line; `label` names it in messages. */
export function lineOf(reading: Reading, value: Value, label: string, limit: number): LocatedText | undefined {
  const text = textOf(reading, value, label);
  return text && bounded(reading, text.text.replace(/\s+/gu, ' ').trim(), text.span, label, limit);
}

/** Take a value as Markdown; `label` names it in messages. */
export function proseOf(reading: Reading, value: Value, label: string): LocatedText | undefined {
  const text = textOf(reading, value, label);
  if (text === undefined) return undefined;
  if (text.type === 'text') return bounded(reading, text.text.trim(), text.span, label, reading.limits.textLength);
  const message = `${label} must be text, not a ${text.type}; put it in quotes if it is meant as text`;
  reading.problems.report('wrong-type', text.span, message);
  return undefined;
}

/** Read one of a few words. */
export function readChoice<T extends string>(
  reading: Reading,
  field: Field | undefined,
  choices: readonly [T, ...T[]],
): T | undefined {
  const line = readLine(reading, field);
  if (field === undefined || line === undefined) return undefined;
  const choice = choices.find((candidate) => candidate === line.text);
  if (choice !== undefined) return choice;
  const expected = choices.map((candidate) => `\`${candidate}\``).join(', ');
  reading.problems.report(
    'unknown-value',
    line.span,
    `${quoted(line.text)} is no \`${field.name}\`: it is one of ${expected}`,
  );
  return undefined;
}

/** Report a version of a format other than 1, the only one that there is. */
export function checkVersion(reading: Reading, field: Field | undefined): void {
  const version = readLine(reading, field);
  if (version === undefined || version.text === '1') return;
  const message = `Version ${quoted(version.text)} of the format is unknown: the file is read as version 1`;
  reading.problems.report('unknown-version', version.span, message);
}

/** Report a field that a record cannot do without. */
export function reportMissing(reading: Reading, record: RecordValue, kind: RecordKind, name: string): void {
  reading.problems.report(
    'missing-field',
    headOf(reading.text, record.span),
    `${capitalized(kind.name)} needs \`${name}\``,
  );
}

/** Report a value that is neither of the things it may be. */
export function reportWrongType(reading: Reading, value: Value, label: string, expected: string): void {
  const message = `${label} must be ${expected}, not ${describe(value)}`;
  reading.problems.report('wrong-type', headOf(reading.text, value.span), message);
}

function textOf(reading: Reading, value: Value, label: string): TextValue | undefined {
  if (value.kind === 'text') return value;
  if (value.kind !== 'empty') reportWrongType(reading, value, label, 'text');
  return undefined;
}

function bounded(
  { problems }: Reading,
  text: string,
  span: Span,
  label: string,
  limit: number,
): LocatedText | undefined {
  if (text === '') return undefined;
  if (text.length <= limit) return { text, span };
  const message = limitMessage(`${label} has too many characters`, text.length, limit, 'it is left out');
  problems.report('too-long', { start: span.start, end: span.start + Math.min(limit, span.end - span.start) }, message);
  return undefined;
}

/** A field that the format does not have. */
type UnknownField = Pick<Field, 'name' | 'nameSpan'>;

/** Report the unknown fields of a record; `taken` are the names that are in it, which a suggestion must not give a second time. */
function reportUnknown(
  { text, problems }: Reading,
  unknown: readonly UnknownField[],
  { name: kindName, noun = 'field', fields, otherNames = new Map(), takenFor = new Map() }: RecordKind,
  taken: Set<string>,
): void {
  for (const { name, nameSpan } of unknown) {
    // What is only counted is not worth a look at every field.
    const suggestion = problems.hasRoomFor('misspelt-field')
      ? (takenFor.get(name) ?? suggestionFor(name, fields, otherNames))
      : undefined;
    if (name === '<<') {
      problems.report('unknown-field', nameSpan, 'YAML merges with `<<` are not read: write the fields out');
    } else if (suggestion === undefined) {
      const known = () => fields.map((field) => `\`${field}\``).join(', ');
      problems.report('unknown-field', nameSpan, () => `Unknown ${noun} ${quoted(name)}: ${kindName} has ${known()}`);
    } else {
      const message = `Unknown ${noun} ${quoted(name)}: did you mean \`${suggestion}\`?`;
      const written = taken.has(suggestion) ? undefined : rewritten(text, nameSpan, name, suggestion);
      taken.add(suggestion);
      // Another name may be meant for another thing (`notes`), a wrong letter hardly is.
      const replacement =
        written === undefined
          ? undefined
          : { text: written, isSafe: takenFor.has(name) || misspelt(name, fields) === suggestion };
      problems.report('misspelt-field', nameSpan, message, replacement === undefined ? {} : { replacement });
    }
  }
}

/** Write another name in the quotes of the one at a span; undefined where that stands there in another way, as an alias or escaped. */
function rewritten(text: string, { start, end }: Span, name: string, other: string): string | undefined {
  const written = text.slice(start, end);
  const quotes = ['', '"', "'"].find((quote) => written === quote + name + quote);
  return quotes === undefined ? undefined : quotes + other + quotes;
}

function describe(value: Value): string {
  switch (value.kind) {
    case 'empty':
      return 'nothing';
    case 'text':
      return value.type === 'text' ? 'text' : `a ${value.type}`;
    case 'list':
      return 'a list';
    case 'record':
      return 'a record';
  }
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

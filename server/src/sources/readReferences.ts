import { readGlob } from '../configuration/glob';
import { formatNamed, formats } from '../formats';
import type { LocatedText } from '../formats/concepts/conceptRecord';
import {
  type Field,
  lineOf,
  type Reading,
  type RecordKind,
  readFields,
  readLine,
  readList,
  reportMissing,
  reportWrongType,
} from '../formats/records/fields';
import { canonicalTag } from '../formats/records/languageTag';
import type { RecordValue, TextValue, Value } from '../formats/records/values';
import { quoted } from '../text/quotation';
import type { Span } from '../text/span';
import { suggestionFor } from '../text/suggestion';
import { type PlaceRules, readPlace, referenceAt } from './place';
import type { GlossaryReference, LocatedReference, WrittenReference } from './reference';
import { maxAgeOf, sha256Of } from './web/pins';

/** Read the references of a file, each a source or a record; what is wrong is left out and reported at its place. */
export function readReferences(
  reading: Reading,
  values: readonly Value[],
  rules: PlaceRules,
): readonly LocatedReference[] {
  const references = new Map<string, LocatedReference>();
  for (const value of values) {
    const written = readWritten(reading, value);
    if (written === undefined) continue;
    const { span, ...reference } = written;
    const found = readPlace(reference.source, rules);
    if ('reason' in found) {
      reading.problems.report('unusable-path', span, `${quoted(reference.source)} is not read: ${found.reason}`);
      continue;
    }
    const located = { reference: referenceAt(found.place, reference), span };
    const key = keyOf(located.reference);
    if (!references.has(key)) references.set(key, located);
  }
  return [...references.values()];
}

const REFERENCE: RecordKind = {
  name: 'a glossary here',
  fields: ['source', 'name', 'as', 'when', 'language', 'columns', 'sha256', 'maxAge'],
  otherNames: new Map([
    ['path', 'source'],
    ['file', 'source'],
    ['url', 'source'],
    ['uri', 'source'],
    ['from', 'source'],
    ['title', 'name'],
    ['label', 'name'],
    ['format', 'as'],
    ['type', 'as'],
    ['paths', 'when'],
    ['globs', 'when'],
    ['files', 'when'],
    ['lang', 'language'],
    ['locale', 'language'],
    ['fields', 'columns'],
    ['mapping', 'columns'],
    ['integrity', 'sha256'],
    ['hash', 'sha256'],
    ['max-age', 'maxAge'],
    ['ttl', 'maxAge'],
  ]),
};

interface PlacedText extends WrittenReference {
  readonly span: Span;
}

function readWritten(reading: Reading, value: Value): PlacedText | undefined {
  if (value.kind !== 'record') {
    const source = lineOf(reading, value, 'The source of a glossary', reading.limits.textLength);
    return source && { source: source.text, span: source.span };
  }
  const fields = readFields(reading, value, REFERENCE);
  const source = readLine(reading, fields.get('source'));
  if (!fields.has('source')) reportMissing(reading, value, REFERENCE, 'source');
  // What else it says is read in any case, for its problems.
  const said = {
    ...saidOf('name', readLine(reading, fields.get('name'))?.text),
    ...saidOf('as', readFormat(reading, fields.get('as'))),
    ...saidOf('when', readWhen(reading, fields.get('when'))),
    ...saidOf('language', readLanguage(reading, fields.get('language'))),
    ...saidOf('columns', readColumns(reading, fields.get('columns'))),
    ...saidOf('sha256', readDigest(reading, fields.get('sha256'))),
    ...saidOf('maxAge', readMaxAge(reading, fields.get('maxAge'))),
  };
  return source && { source: source.text, span: source.span, ...said };
}

/** Leave a field out that nothing is said of. */
function saidOf<Name extends string, T>(name: Name, value: T | undefined): { readonly [name in Name]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [name in Name]?: T });
}

function readFormat(reading: Reading, field: Field | undefined): string | undefined {
  const line = readLine(reading, field);
  if (line === undefined) return undefined;
  if (formatNamed(line.text)?.reader !== undefined) return line.text;
  const ids = formats.filter(({ reader }) => reader !== undefined).map(({ id }) => id);
  const suggestion = suggestionFor(line.text, ids, new Map());
  const help =
    suggestion === undefined
      ? `there is ${ids.map((id) => `\`${id}\``).join(', ')}`
      : `did you mean \`${suggestion}\`?`;
  reading.problems.report('unknown-value', line.span, `${quoted(line.text)} is no format that is read: ${help}`);
  return undefined;
}

/** A list of which no glob is usable is for no document, and not for all of them. */
function readWhen(reading: Reading, field: Field | undefined): readonly string[] | undefined {
  if (field === undefined) return undefined;
  const globs: string[] = [];
  for (const { text, span } of readLines(reading, field, 'A glob')) {
    const glob = readGlob(text);
    if (typeof glob !== 'string') globs.push(text);
    else reading.problems.report('unusable-glob', span, `${quoted(text)} matches nothing: ${glob}`);
  }
  return globs;
}

function readLines(reading: Reading, field: Field, label: string): readonly LocatedText[] {
  return readList(reading, field)
    .slice(0, MOST_GLOBS)
    .map((value) => lineOf(reading, value, label, reading.limits.termLength))
    .filter((line) => line !== undefined);
}

/** Globs of one glossary: each is looked at for each document. */
const MOST_GLOBS = 1_000;

function readLanguage(reading: Reading, field: Field | undefined): string | undefined {
  const line = readLine(reading, field);
  if (line === undefined) return undefined;
  const tag = canonicalTag(line.text);
  if (tag === undefined) {
    const message = `${quoted(line.text)} is no language tag (BCP 47) such as \`en\`, \`de\` or \`pt-BR\``;
    reading.problems.report('unknown-value', line.span, message);
  }
  return tag;
}

function readColumns(reading: Reading, field: Field | undefined): ReadonlyMap<string, string> | undefined {
  if (field === undefined) return undefined;
  if (field.value.kind !== 'record') {
    reportWrongType(reading, field.value, '`columns`', 'a record with headings and fields (`Begriff: term`)');
    return undefined;
  }
  const columns = new Map<string, string>();
  for (const { heading, value } of pairsOf(reading, field.value)) {
    if (columns.size >= MOST_COLUMNS) break;
    const named = lineOf(reading, value, `The field of ${quoted(heading.text)}`, reading.limits.termLength);
    if (named !== undefined) columns.set(heading.text, named.text);
  }
  return columns;
}

/** Columns that are said what they are; real tables have some dozens. */
const MOST_COLUMNS = 1_000;

/** Headings are users' words: any text is one. */
function pairsOf(
  reading: Reading,
  record: RecordValue,
): readonly { readonly heading: TextValue; readonly value: Value }[] {
  const place = { start: record.span.start, end: record.span.start };
  return record.pairs.flatMap(({ key, value }) => {
    const heading = reading.values.open(key, place);
    if (heading.kind !== 'text') return [];
    return [{ heading, value: reading.values.open(value, { start: heading.span.end, end: heading.span.end }) }];
  });
}

function readDigest(reading: Reading, field: Field | undefined): string | undefined {
  const line = readLine(reading, field);
  const digest = line && sha256Of(line.text);
  if (line !== undefined && digest === undefined) {
    const message = `${quoted(line.text)} is no SHA-256: that has 64 hexadecimal digits`;
    reading.problems.report('unknown-value', line.span, message);
  }
  return digest;
}

function readMaxAge(reading: Reading, field: Field | undefined): number | undefined {
  const line = readLine(reading, field);
  const age = line && maxAgeOf(line.text);
  if (line !== undefined && age === undefined) {
    const message = `${quoted(line.text)} is no age: write seconds, or \`30m\`, \`12h\`, \`7d\``;
    reading.problems.report('unknown-value', line.span, message);
  }
  return age;
}

/** Two references of one key read the same in the same way for the same documents. */
function keyOf({ columns, ...rest }: GlossaryReference): string {
  return JSON.stringify([rest, columns === undefined ? undefined : [...columns]]);
}

import { quoted } from '../../text/quotation';
import type { Span } from '../../text/span';
import type { LocatedText } from '../concepts/conceptRecord';
import { TITLES } from '../markdown/frontMatter';
import { lineOf, type Reading } from '../records/fields';
import { headOf, type RecordValue, type Value } from '../records/values';

/** What a field above a page may say of the concept below it. */
export type PageField =
  | 'abbreviations'
  | 'also'
  | 'category'
  | 'definition'
  | 'draft'
  | 'id'
  | 'language'
  | 'layout'
  | 'link'
  | 'related'
  | 'tags'
  | 'title';

/** The fields above a page, the first of each that is not empty, and those that mean nothing here. */
export interface PageFields {
  readonly values: ReadonlyMap<PageField, Value>;
  /** Not empty, by their names as they are written; with those that say again what another said. */
  readonly unknown: readonly LocatedText[];
}

/**
 * Read the fields above a page, in whatever way they are written: `full_link`, `full-link`, `Title`, `शीर्षक`. A text that
 * stands under its field without indentation reads as a field of its own, which is told.
 */
export function pageFields(reading: Reading, record: RecordValue): PageFields {
  const values = new Map<PageField, Value>();
  const names = new Map<PageField, LocatedText>();
  const unknown: LocatedText[] = [];
  let emptyBefore: string | undefined;
  for (const pair of record.pairs) {
    const key = reading.values.open(pair.key, { start: record.span.start, end: record.span.start });
    if (key.kind !== 'text') continue;
    const nameSpan = headOf(reading.text, key.span);
    const value = reading.values.open(pair.value, { start: nameSpan.end, end: nameSpan.end });
    const field = FIELDS.get(key.text.toLowerCase().replace(/[\s_-]/g, ''));
    const isEmpty = isNothing(value);
    const name = { text: key.text, span: nameSpan };
    if (field !== undefined && !isEmpty) {
      const taken = names.get(field);
      const isBetter = field === 'definition' && /^short/i.test(key.text);
      if (taken === undefined || isBetter) {
        values.set(field, value);
        names.set(field, name);
      }
      // Of two fields that say the same one counts, and the other is told.
      if (taken !== undefined) unknown.push(isBetter ? taken : name);
    } else if (field === undefined && emptyBefore !== undefined && isSentence(key.text)) {
      const message = `This text is not indented, so that it is no part of ${quoted(emptyBefore)}: put two spaces before each of its lines`;
      reading.problems.report('unclear-syntax', nameSpan, message);
    } else if (field === undefined && !isEmpty) {
      unknown.push(name);
    }
    emptyBefore = isEmpty ? key.text : undefined;
  }
  return { values, unknown };
}

/** Read the texts of a field that is one text or a list; empty ones and repeated ones count for nothing. */
export function linesIn(reading: Reading, value: Value | undefined, label: string): readonly LocatedText[] {
  if (value === undefined) return [];
  const place: Span = { start: value.span.start, end: value.span.start };
  const values = value.kind === 'list' ? value.nodes.map((node) => reading.values.open(node, place)) : [value];
  const lines = new Map<string, LocatedText>();
  for (const one of values) {
    const line = one.kind === 'text' ? lineOf(reading, one, label, reading.limits.termLength) : undefined;
    if (line !== undefined && !lines.has(line.text)) lines.set(line.text, line);
  }
  return [...lines.values()];
}

function isNothing(value: Value): boolean {
  if (value.kind === 'list') return value.nodes.length === 0;
  return value.kind === 'empty' || (value.kind === 'text' && value.text.trim() === '');
}

function isSentence(name: string): boolean {
  return name.length > 40 && name.includes(' ');
}

/** Names in lower case without what parts their words. */
const FIELDS = new Map<string, PageField>([
  ...TITLES.map((title) => [title, 'title'] as const),
  ['id', 'id'],
  ['aka', 'also'],
  ['alias', 'also'],
  ['aliases', 'also'],
  ['also', 'also'],
  ['alsoknownas', 'also'],
  ['synonym', 'also'],
  ['synonyms', 'also'],
  ['abbr', 'abbreviations'],
  ['abbreviation', 'abbreviations'],
  ['abbreviations', 'abbreviations'],
  ['acronym', 'abbreviations'],
  ['acronyms', 'abbreviations'],
  ['shortdescription', 'definition'],
  ['definition', 'definition'],
  ['description', 'definition'],
  ['summary', 'definition'],
  ['hovertext', 'definition'],
  ['fulllink', 'link'],
  ['category', 'category'],
  ['श्रेणी', 'category'],
  ['tag', 'tags'],
  ['tags', 'tags'],
  ['टैग', 'tags'],
  ['related', 'related'],
  ['relatedterms', 'related'],
  ['seealso', 'related'],
  ['lang', 'language'],
  ['language', 'language'],
  ['locale', 'language'],
  ['draft', 'draft'],
  ['layout', 'layout'],
]);

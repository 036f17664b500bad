import { lineBreakOf } from '../../text/lineBreak';
import type { Span } from '../../text/span';
import { contentEnd } from '../records/lines';
import { endOfValue, isFlow } from '../records/valueEnd';
import type { RecordValue, Value } from '../records/values';
import { jsonLine } from './jsonLayout';
import { insertion, lineEnd, lineStart, nextLine, replacement, type TextEdit } from './lineEdits';
import { findField, type OpenGlossary } from './openGlossary';
import { conceptFieldNames, type WrittenField, type WrittenValue } from './written';
import { indented, OUR_STYLE, yamlField, yamlFlow } from './yamlLayout';

/** Write a field of a record, in the place of the value that it has or where it belongs; undefined where the text is too odd. */
export function setField(
  file: OpenGlossary,
  record: RecordValue,
  field: WrittenField,
): readonly TextEdit[] | undefined {
  const found = findField(file, record, field.name);
  if (isFlow(file, record)) {
    if (found === undefined) return addFlowField(file, record, field);
    const { start, end } = found.value.span;
    if (end > start) return [replacement(start, end, flowText(file, field.value))];
    const colon = colonBehind(file, found.name);
    return colon === undefined ? undefined : [insertion(colon + 1, ` ${flowText(file, field.value)}`)];
  }
  return found === undefined ? addBlockField(file, record, field) : replaceBlock(file, found, field);
}

/** Take a field out of a record; undefined where it is the only one, or where a comment stands in the way. */
export function unsetField(file: OpenGlossary, record: RecordValue, name: string): readonly TextEdit[] | undefined {
  const found = findField(file, record, name);
  if (found === undefined) return [];
  const { text } = file;
  const keys = keysOf(file, record);
  const place = keys.findIndex(({ start }) => start === found.name.start);
  const [before, next] = [keys[place - 1], keys[place + 1]];
  const end = writtenEnd(file, found);
  if (end === undefined) return undefined;
  if (isFlow(file, record)) return unsetFlow(file, record, { start: found.name.start, end }, before, next);
  const line = lineStart(text, found.name.start);
  const after = nextLine(text, end);
  if (before === undefined && next === undefined) return undefined;
  if (text.slice(line, found.name.start).trim() === '') {
    if (after < text.length || text.endsWith('\n')) return [replacement(line, after)];
    return [replacement(endOfLineBefore(text, line), after)];
  }
  // Behind the hyphen of the concept, what follows takes its place, be it a comment.
  return next === undefined ? undefined : [replacement(found.name.start, behindSpace(text, after))];
}

function unsetFlow(
  file: OpenGlossary,
  record: RecordValue,
  { start, end }: Span,
  before: Span | undefined,
  next: Span | undefined,
): readonly TextEdit[] | undefined {
  const { text } = file;
  if (next !== undefined) return isBare(text.slice(end, next.start)) ? [replacement(start, next.start)] : undefined;
  const from = before === undefined ? undefined : valueEndBehind(file, record, before);
  return from !== undefined && isBare(text.slice(from, start)) ? [replacement(from, end)] : undefined;
}

function behindSpace(text: string, offset: number): number {
  let at = offset;
  while (/\s/.test(text.charAt(at))) at++;
  return at;
}

/** Lay a value out on one line, as the file writes them. */
export function flowText({ isJson }: OpenGlossary, value: WrittenValue): string {
  return isJson ? jsonLine(value) : yamlFlow(value);
}

/** Find the colon behind the name of a field; undefined where something else stands there. */
export function colonBehind({ text }: OpenGlossary, name: Span): number | undefined {
  const at = behindSpace(text, name.end);
  return text.charAt(at) === ':' ? at : undefined;
}

/** Find the end of the line break in front of a line. */
export function endOfLineBefore(text: string, line: number): number {
  return lineEnd(text, Math.max(line - 2, 0));
}

interface FoundField {
  readonly name: Span;
  readonly value: Value;
}

/** Where what is written for a field ends; undefined where its colon is nowhere to be seen. */
function writtenEnd(file: OpenGlossary, { name, value }: FoundField): number | undefined {
  const colon = colonBehind(file, name);
  if (colon === undefined) return undefined;
  const end = endOfValue(file, value);
  // Where nothing is, the library puts it behind white space and comments.
  if (value.span.end === value.span.start) return colon + 1;
  return Math.max(colon + 1, contentEnd(file.text, Math.min(value.span.start, end), end));
}

function replaceBlock(file: OpenGlossary, found: FoundField, field: WrittenField): readonly TextEdit[] | undefined {
  const { text } = file;
  const colon = colonBehind(file, found.name);
  const end = writtenEnd(file, found);
  if (colon === undefined || end === undefined) return undefined;
  const isThere = found.value.span.end > found.value.span.start;
  const gap = isThere ? text.slice(colon + 1, found.value.span.start) : '';
  const behind = text.slice(end, lineEnd(text, end)).trim();
  if (gap.trim() === '') {
    const lines = behind === '' && !isDeepComment(file, found.name, end) ? linesOf(field) : lineOf(field);
    return [replacement(colon + 1, end, behindColon(file, found.name, lines))];
  }
  // Comments between a name and its value stay there; anything else, such as a tag, is too odd.
  if (!gap.split('\n').every((line) => /^\s*(?:#.*)?$/s.test(line)) || !gap.includes('\n')) return undefined;
  const line = lineStart(text, found.value.span.start);
  return [
    insertion(colon + 1, behindColon(file, found.name, lineOf(field))),
    replacement(endOfLineBefore(text, line), Math.max(end, endOfLineBefore(text, line))),
  ];
}

/** A comment further in than the field would become part of a block of text that ends in front of it. */
function isDeepComment({ text }: OpenGlossary, name: Span, end: number): boolean {
  const at = behindSpace(text, end);
  return text.charAt(at) === '#' && at - lineStart(text, at) > name.start - lineStart(text, name.start);
}

function linesOf(field: WrittenField): readonly string[] {
  return yamlField(field, OUR_STYLE);
}

function lineOf({ name, value }: WrittenField): readonly string[] {
  return [`${name}: ${yamlFlow(value)}`];
}

/** Write the lines of a field but for its name, which stands there already. */
function behindColon({ text }: OpenGlossary, name: Span, lines: readonly string[]): string {
  const [first = '', ...rest] = lines;
  const column = name.start - lineStart(text, name.start);
  return [first.slice(first.indexOf(':') + 1), ...indented(rest, column)].join(lineBreakOf(text));
}

function addBlockField(file: OpenGlossary, record: RecordValue, field: WrittenField): readonly TextEdit[] | undefined {
  const { text } = file;
  const lineBreak = lineBreakOf(text);
  const [first] = keysOf(file, record);
  if (first === undefined) return undefined;
  const column = first.start - lineStart(text, first.start);
  if (!/^[ -]*$/.test(text.slice(first.start - column, first.start))) return undefined;
  const before = fieldBefore(file, record, field.name);
  if (before === undefined) {
    const [line = '', ...rest] = linesOf(field);
    const lines = [line, ...indented(rest, column), ' '.repeat(column)];
    return [insertion(first.start, lines.join(lineBreak))];
  }
  const end = writtenEnd(file, before);
  if (end === undefined) return undefined;
  const at = lineEnd(text, end);
  const lines = isDeepComment(file, first, at) ? lineOf(field) : linesOf(field);
  return [
    insertion(
      at,
      indented(lines, column)
        .map((line) => lineBreak + line)
        .join(''),
    ),
  ];
}

function addFlowField(
  file: OpenGlossary,
  record: RecordValue,
  { name, value }: WrittenField,
): readonly TextEdit[] | undefined {
  const { text, isJson } = file;
  const written = `${isJson ? `"${name}"` : name}: ${flowText(file, value)}`;
  const before = fieldBefore(file, record, name);
  const [first] = keysOf(file, record);
  const anchor = before?.name ?? first;
  if (anchor === undefined) return undefined;
  const space = spaceBefore(text, anchor.start) || (isJson ? '' : ' ');
  if (before === undefined) return [insertion(anchor.start, `${written},${space}`)];
  const end = writtenEnd(file, before);
  return end === undefined ? undefined : [insertion(end, `,${space}${written}`)];
}

/** The white space in front of a place, as far as the bracket or the comma before it. */
export function spaceBefore(text: string, at: number): string {
  let start = at;
  while (/\s/.test(text.charAt(start - 1))) start--;
  return text.slice(start, at);
}

/** Find the last field of a record that comes before another by the order in which we write them. */
function fieldBefore(file: OpenGlossary, record: RecordValue, name: string): FoundField | undefined {
  const order: readonly string[] = conceptFieldNames;
  const earlier = new Set(order.slice(0, order.indexOf(name)));
  let last: FoundField | undefined;
  for (const { key, value } of record.pairs) {
    const opened = file.values.open(key, record.span);
    if (opened.kind !== 'text' || !earlier.has(opened.text)) continue;
    last = { name: opened.span, value: file.values.open(value, { start: opened.span.end, end: opened.span.end }) };
  }
  return last;
}

function keysOf({ values }: OpenGlossary, record: RecordValue): readonly Span[] {
  return record.pairs.map(({ key }) => values.open(key, record.span).span);
}

function valueEndBehind(file: OpenGlossary, record: RecordValue, name: Span): number | undefined {
  const pair = record.pairs.find(({ key }) => file.values.open(key, record.span).span.start === name.start);
  const place = { start: name.end, end: name.end };
  return pair && writtenEnd(file, { name, value: file.values.open(pair.value, place) });
}

/** Whether nothing but commas and white space stands there. */
function isBare(text: string): boolean {
  return /^[\s,]*$/.test(text);
}

import type { WrittenField, WrittenRecord, WrittenValue } from './written';
import { yamlBlock, yamlScalar } from './yamlScalar';

/** How far records and lists are indented in what they belong to, in spaces. */
export interface YamlStyle {
  readonly indent: number;
}

/** The style of a file that we write ourselves. */
export const OUR_STYLE: YamlStyle = { indent: 2 };

/** Longest list or record between brackets, in characters: it is read at a glance. */
const LONGEST_LINE = 100;

/** Lay a field out in lines that begin at its name. */
export function yamlField({ name, value }: WrittenField, style: YamlStyle): readonly string[] {
  if (value === '') return [`${name}:`];
  const onLine = lineOf(value);
  if (onLine !== undefined) return [`${name}: ${onLine}`];
  if (typeof value === 'string') return blockOf(`${name}:`, value, style.indent);
  const lines = value === true ? [] : 'fields' in value ? yamlRecord(value, style) : yamlItems(value, style);
  return [`${name}:`, ...indented(lines, style.indent)];
}

/** Lay the items of a list out in lines that begin at its hyphens. */
export function yamlItems(values: readonly WrittenValue[], style: YamlStyle): readonly string[] {
  return values.flatMap((value) => yamlItem(value, style));
}

/** Lay an item of a list out in lines that begin at its hyphen. */
export function yamlItem(value: WrittenValue, style: YamlStyle): readonly string[] {
  const onLine = typeof value === 'object' && !('fields' in value) ? yamlFlow(value) : lineOf(value);
  if (onLine !== undefined) return [`- ${onLine}`];
  if (typeof value === 'string') return blockOf('-', value, 2);
  const [first = '', ...rest] = typeof value === 'object' && 'fields' in value ? yamlRecord(value, style) : [];
  return [`- ${first}`, ...indented(rest, 2)];
}

/** Lay a value out on one line, with brackets around lists and records. */
export function yamlFlow(value: WrittenValue): string {
  if (typeof value === 'string') return yamlScalar(value, true);
  if (value === true) return 'true';
  if (!('fields' in value)) return `[${value.map(yamlFlow).join(', ')}]`;
  return `{ ${value.fields.map((field) => `${field.name}: ${yamlFlow(field.value)}`).join(', ')} }`;
}

/** Lay a value out on the line of its name, where it is short enough for that. */
function lineOf(value: WrittenValue): string | undefined {
  if (value === true) return 'true';
  if (typeof value === 'string') return yamlBlock(value) === undefined ? yamlScalar(value, false) : undefined;
  const isShort = 'fields' in value ? value.isShort === true : value.every((item) => typeof item === 'string');
  if (!isShort) return undefined;
  const flow = yamlFlow(value);
  return flow.length <= LONGEST_LINE || (!('fields' in value) && value.length === 0) ? flow : undefined;
}

function yamlRecord({ fields }: WrittenRecord, style: YamlStyle): readonly string[] {
  return fields.flatMap((field) => yamlField(field, style));
}

function blockOf(head: string, text: string, indent: number): readonly string[] {
  const lines = yamlBlock(text);
  return lines === undefined ? [`${head} ${yamlScalar(text, false)}`] : [`${head} |`, ...indented(lines, indent)];
}

/** Indent lines; empty ones stay empty. */
export function indented(lines: readonly string[], indent: number): readonly string[] {
  const space = ' '.repeat(indent);
  return lines.map((line) => (line === '' ? line : space + line));
}

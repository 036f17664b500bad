import type { WrittenValue } from './written';

/** Lay a value out as JSON on one line, as people write it. */
export function jsonLine(value: WrittenValue): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  if (!('fields' in value)) return `[${value.map(jsonLine).join(', ')}]`;
  return `{ ${value.fields.map((field) => `"${field.name}": ${jsonLine(field.value)}`).join(', ')} }`;
}

/** Lay a value out as JSON over several lines. */
export function jsonText(value: WrittenValue, indent: string | number): string {
  return JSON.stringify(jsonValue(value), null, indent);
}

/** The names are those of our format, so that a plain object can hold them. */
function jsonValue(value: WrittenValue): unknown {
  if (typeof value !== 'object') return value;
  if (!('fields' in value)) return value.map(jsonValue);
  return Object.fromEntries(value.fields.map((field) => [field.name, jsonValue(field.value)]));
}

import type { WrittenValue } from './written';

/** Lay a value out as JSON; with `indent`, over several lines that begin with it. */
export function jsonText(value: WrittenValue, indent: string | number = 0): string {
  return JSON.stringify(jsonValue(value), null, indent);
}

/** The names are those of our format, so that a plain object can hold them. */
function jsonValue(value: WrittenValue): unknown {
  if (typeof value !== 'object') return value;
  if (!('fields' in value)) return value.map(jsonValue);
  return Object.fromEntries(value.fields.map((field) => [field.name, jsonValue(field.value)]));
}

import { type Severity, severities } from '../../analysis/finding';
import type { FileFinding, FileFix, Place, RelatedFilePlace } from '../checkRun';

/** The fields of a JSON object; undefined where the value is something else. */
export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined;
}

/** Read a list with a reader of its elements; undefined where one of them is not what it should be. */
export function readAll<T>(value: unknown, read: (element: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const list: T[] = [];
  for (const element of value) {
    const known = read(element);
    if (known === undefined) return undefined;
    list.push(known);
  }
  return list;
}

/** Read findings as JSON has them, whoever wrote it; undefined where something in them is not what it should be. */
export function readFindings(value: unknown): readonly FileFinding[] | undefined {
  return readAll(value, readFinding);
}

/** Read a text; undefined where the value is something else. */
export function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function readFinding(value: unknown): FileFinding | undefined {
  const fields = fieldsOf(value);
  if (fields === undefined) return undefined;
  const check = readText(fields.get('check'));
  const severity = readSeverity(fields.get('severity'));
  const message = readText(fields.get('message'));
  const start = readPlace(fields.get('start'));
  const end = readPlace(fields.get('end'));
  const line = readText(fields.get('line'));
  const related = readAll(fields.get('related'), readRelated);
  const fingerprint = readText(fields.get('fingerprint'));
  const hasFix = fields.get('fix') !== undefined && fields.get('fix') !== null;
  const fix = hasFix ? readFix(fields.get('fix')) : undefined;
  if (check === undefined || severity === undefined || message === undefined || line === undefined) return undefined;
  if (start === undefined || end === undefined || related === undefined || fingerprint === undefined) return undefined;
  if (hasFix && fix === undefined) return undefined;
  return { check, severity, message, start, end, line, fix, related, fingerprint };
}

function readSeverity(value: unknown): Severity | undefined {
  return severities.find((severity) => severity === value);
}

function readPlace(value: unknown): Place | undefined {
  const fields = fieldsOf(value);
  const line = readNumber(fields?.get('line'));
  const column = readNumber(fields?.get('column'));
  return line === undefined || column === undefined ? undefined : { line, column };
}

/** Lines and columns count from 1. */
function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : undefined;
}

function readFix(value: unknown): FileFix | undefined {
  const fields = fieldsOf(value);
  const title = readText(fields?.get('title'));
  const isSafe = fields?.get('isSafe');
  const edits = readAll(fields?.get('edits'), readEdit);
  return title === undefined || typeof isSafe !== 'boolean' || edits === undefined
    ? undefined
    : { title, isSafe, edits };
}

function readEdit(value: unknown): FileFix['edits'][number] | undefined {
  const fields = fieldsOf(value);
  const start = readPlace(fields?.get('start'));
  const end = readPlace(fields?.get('end'));
  const text = readText(fields?.get('text'));
  return start === undefined || end === undefined || text === undefined ? undefined : { start, end, text };
}

function readRelated(value: unknown): RelatedFilePlace | undefined {
  const fields = fieldsOf(value);
  const message = readText(fields?.get('message'));
  const path = readText(fields?.get('path'));
  const start = readPlace(fields?.get('start'));
  return message === undefined || path === undefined || start === undefined ? undefined : { message, path, start };
}

import { parse } from 'yaml';

/** What stands above a page between `---` lines, and the page below it. */
export interface Page {
  readonly fields: ReadonlyMap<string, unknown>;
  /** Where the text below the front matter begins. */
  readonly bodyStart: number;
}

/** Read the front matter of a page; keys in lower case. Broken or missing front matter has no fields. */
export function readPage(text: string): Page {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const end = text.startsWith('---', start) ? text.indexOf('\n---', start + 3) : -1;
  if (end < 0) return { fields: new Map(), bodyStart: start };
  const bodyStart = text.indexOf('\n', end + 4) + 1;
  return { fields: fieldsOf(text.slice(text.indexOf('\n', start) + 1, end)), bodyStart: bodyStart || text.length };
}

function fieldsOf(yaml: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = parse(yaml, { logLevel: 'silent' });
    if (typeof value !== 'object' || value === null) return new Map();
    return new Map(Object.entries(value).map(([key, field]) => [key.toLowerCase(), field]));
  } catch {
    return new Map();
  }
}

/** Read a field that is one text or a list of texts. */
export function textsOf(field: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(field) ? field : [field];
  return values.filter((value) => typeof value === 'string').filter((value) => value.trim() !== '');
}

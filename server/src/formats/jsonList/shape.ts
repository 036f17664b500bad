import { createScanner } from 'jsonc-parser/lib/esm/main.js';

/** What the beginning of a text of JSON looks like. */
export interface JsonShape {
  readonly kind: 'list' | 'record';
  /** The fields of a record at the root, and what each holds. */
  readonly fields: ReadonlyMap<string, ValueKind>;
  /** The names of the fields of records: of those in a list at the root under '', of those in a field of the root under its name. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether a list at the root has a text in it. */
  readonly hasTexts: boolean;
}

/** What a field holds. */
export type ValueKind = 'text' | 'list' | 'record' | 'other';

/** Look at the beginning of a text, as far as `SIGNS` go; undefined where it is no list or record of JSON. Never throws. */
export function jsonShape(text: string): JsonShape | undefined {
  const scanner = createScanner(text, true);
  if (text.startsWith('\uFEFF')) scanner.setPosition(1);
  const fields = new Map<string, ValueKind>();
  const names = new Map<string, Set<string>>();
  /** Which brackets are open, and the name of the field that is being read in each record. */
  const open: string[] = [];
  const fieldAt: string[] = [];
  let kind: JsonShape['kind'] | undefined;
  let hasTexts = false;
  let isName = false;

  function take(value: ValueKind): void {
    const [, field = ''] = fieldAt;
    if (open.length === 1 && open[0] === '{' && !fields.has(field)) fields.set(field, value);
    if (open.length === 1 && open[0] === '[' && value === 'text') hasTexts = true;
  }

  function takeName(name: string): void {
    fieldAt[open.length] = name;
    const isInRootList = open.length === 2 && open[0] === '[';
    const isInField = open[0] === '{' && (open.length === 2 || (open.length === 3 && open[1] !== open[2]));
    if (!isInRootList && !isInField) return;
    const owner = isInRootList ? '' : (fieldAt[1] ?? '');
    const known = names.get(owner) ?? new Set();
    names.set(owner, known.add(name));
  }

  for (let sign = 0; sign < SIGNS; sign++) {
    const found: number = scanner.scan();
    if (found === END || scanner.getTokenError() !== 0) break;
    if (found === BRACE_OPENS || found === BRACKET_OPENS) {
      take(found === BRACE_OPENS ? 'record' : 'list');
      kind ??= found === BRACE_OPENS ? 'record' : 'list';
      open.push(found === BRACE_OPENS ? '{' : '[');
      isName = found === BRACE_OPENS;
    } else if (found === BRACE_CLOSES || found === BRACKET_CLOSES) {
      open.pop();
      isName = false;
      if (open.length === 0) break;
    } else if (kind === undefined || open.length > DEEPEST) {
      return undefined;
    } else if (found === COMMA) {
      isName = open.at(-1) === '{';
    } else if (found === STRING && isName) {
      takeName(scanner.getTokenValue());
      isName = false;
    } else if (found >= NULL) {
      take(found === STRING ? 'text' : 'other');
    }
  }
  return kind === undefined ? undefined : { kind, fields, names, hasTexts };
}

/** Signs that are looked at: dozens of records. */
const SIGNS = 4_000;
/** No list of concepts is as deep. */
const DEEPEST = 20;

/** The library's `SyntaxKind`, an enumeration that no other module can name. */
const [BRACE_OPENS, BRACE_CLOSES, BRACKET_OPENS, BRACKET_CLOSES, COMMA] = [1, 2, 3, 4, 5];
const [NULL, STRING, END] = [7, 10, 17];

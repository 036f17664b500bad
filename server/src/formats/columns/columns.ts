import { quoted } from '../../text/quotation';
import type { Span } from '../../text/span';
import type { ReadOptions, TakenColumn } from '../format';
import type { Problems } from '../problems';
import { type ColumnField, columnFields, isColumnField, takesSeveralColumns } from './columnField';
import { guessHeading, plainHeading } from './headings';

/** The columns of a table, by their numbers from 0: what each stands for. */
export interface Columns {
  readonly taken: readonly TakenColumn[];
  /** The field of a column; undefined where it is none. */
  fieldOf(column: number): ColumnField | undefined;
  /** Tell whether some column stands for a field. */
  has(field: ColumnField): boolean;
  /** Tell whether other terms are sorted already: those of a column `also` are no abbreviations, those of `aliases` may be. */
  isSorted(column: number): boolean;
}

/** Find what each column stands for: what was said of it, or else what its heading is taken for. */
export function takeColumns(headings: readonly string[], said: ReadOptions['columns'] = new Map()): Columns {
  const fields = new Array<ColumnField | undefined>(headings.length).fill(undefined);
  const isSaid = new Array<boolean>(headings.length).fill(false);
  for (const [column, word] of columnsSaid(headings, said)) {
    isSaid[column] = true;
    fields[column] = isColumnField(word) ? word : undefined;
  }
  guessOthers(headings, fields, isSaid);
  const found = new Set(fields);
  return {
    taken: headings.map((heading, column) => ({ heading, field: fields[column] })),
    fieldOf: (column) => fields[column],
    has: (field) => found.has(field),
    isSorted: (column) => plainHeading(headings[column] ?? '') === 'also',
  };
}

/** Add columns that no heading names, behind the others. */
export function withColumns(columns: Columns, more: readonly { heading: string; field: ColumnField }[]): Columns {
  const { length } = columns.taken;
  return {
    taken: [...columns.taken, ...more],
    fieldOf: (column) => (column < length ? columns.fieldOf(column) : more[column - length]?.field),
    has: (field) => columns.has(field) || more.some((added) => added.field === field),
    isSorted: columns.isSorted,
  };
}

/** Tell whether headings are such: one of them at least names terms, or is one that something was said of. */
export function areHeadings(headings: readonly string[], said: ReadOptions['columns'] = new Map()): boolean {
  const isNamed = headings.some((heading) => {
    const field = guessHeading(heading)?.field;
    return field === 'term' || field === 'abbreviations' || field === 'full';
  });
  return isNamed || [...said.keys()].some((name) => !isNumber(name) && columnSaid(headings, name) !== undefined);
}

/** Report what was said of columns that are not there, or in words that name no field. */
export function checkSaid(
  headings: readonly string[],
  said: ReadOptions['columns'],
  place: Span,
  problems: Problems,
): void {
  for (const [name, word] of said ?? []) {
    if (word !== LEFT_OUT && !isColumnField(word)) {
      const message = () =>
        `${quoted(word)} is no field for the column ${quoted(name)}: it is one of ${columnFields.join(', ')}, or \`-\` to leave the column out`;
      problems.report('unknown-value', place, message);
    } else if (columnSaid(headings, name) === undefined) {
      const message = () => `There is no column ${quoted(name)}: give its heading as it is written, or its number`;
      problems.report('unknown-value', place, message);
    }
  }
}

/** What people write for a column that stands for nothing. */
const LEFT_OUT = '-';

function columnsSaid(
  headings: readonly string[],
  said: ReadonlyMap<string, string>,
): readonly (readonly [column: number, word: string])[] {
  return Array.from(said).flatMap(([name, word]) => {
    const column = columnSaid(headings, name);
    return column === undefined || (word !== LEFT_OUT && !isColumnField(word)) ? [] : [[column, word] as const];
  });
}

function columnSaid(headings: readonly string[], name: string): number | undefined {
  const exact = headings.indexOf(name);
  if (exact >= 0) return exact;
  const alike = headings.findIndex((heading) => plainHeading(heading) === plainHeading(name) && heading !== '');
  if (alike >= 0) return alike;
  const number = isNumber(name) ? Number(name) : 0;
  return number >= 1 && number <= headings.length ? number - 1 : undefined;
}

function isNumber(name: string): boolean {
  return /^\d{1,4}$/.test(name);
}

function guessOthers(
  headings: readonly string[],
  fields: (ColumnField | undefined)[],
  isSaid: readonly boolean[],
): void {
  const guesses = headings.map((heading, column) => (isSaid[column] ? undefined : guessHeading(heading)));
  const best = new Map<ColumnField, number>();
  for (const [column, guess] of guesses.entries()) {
    if (guess === undefined) continue;
    const rival = guesses[best.get(guess.field) ?? -1];
    if (rival === undefined || guess.rank < rival.rank) best.set(guess.field, column);
  }
  const taken = new Set(fields);
  for (const [column, guess] of guesses.entries()) {
    if (guess === undefined) continue;
    const isFree = takesSeveralColumns(guess.field) || (!taken.has(guess.field) && best.get(guess.field) === column);
    if (isFree) fields[column] = guess.field;
  }
  // Where nothing else defines a concept, what describes it does.
  const description = best.get('description');
  const defines = fields.some((field) => field === 'definition' || field === 'meaning');
  if (!defines && description !== undefined) fields[description] = 'definition';
}

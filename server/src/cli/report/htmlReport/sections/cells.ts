import { inEnglish } from '../../../formats/tally';
import { decimal, moreThan } from '../../numbers';
import type { Cell } from '../table';

/** Fill a cell with a whole number. */
export function number(value: number): Cell {
  return { content: inEnglish(value), value };
}

/** Fill a cell with a number that has one digit behind the point. */
export function ratio(value: number): Cell {
  return { content: decimal(value), value };
}

/** More names in one cell are hard to read. */
export const MOST_NAMES = 6;

/** Fill a cell with names, as many as can be read; it sorts by how many there are. */
export function names(list: readonly string[]): Cell {
  return { content: list.slice(0, MOST_NAMES).join(', ') + moreNames(list.length), value: list.length };
}

/** Say how many names there are beside those that a cell shows. */
export function moreNames(length: number): string {
  const more = moreThan(length, MOST_NAMES);
  return more === undefined ? '' : ` ${more}`;
}

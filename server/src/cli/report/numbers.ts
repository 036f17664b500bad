import { inEnglish } from '../formats/tally';

/** Write a number with commas between thousands and one digit behind the point. */
export function decimal(number: number): string {
  return number.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** Say in words how many more rows there are than are shown; undefined where all are. */
export function moreThan(total: number, shown: number): string | undefined {
  return total > shown ? `and ${inEnglish(total - shown)} more` : undefined;
}

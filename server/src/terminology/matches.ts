import type { Matches } from './termSearch';

/** Put the matches of two searches in one text together: the leftmost longest of both; forms of the same stretch are joined. */
export function mergeMatches(one: Matches, other: Matches, merged: Matches): void {
  let first = 0;
  let second = 0;
  let passed = 0;
  while (first < one.length || second < other.length) {
    if (isPassed(one, first, passed)) first = next(one, first);
    else if (isPassed(other, second, passed)) second = next(other, second);
    else {
      const order = compare(one, first, other, second);
      const chosen = order <= 0 ? one : other;
      const cell = order <= 0 ? first : second;
      passed = chosen.cells[cell + 1] as number;
      merged.push(chosen.cells[cell] as number);
      merged.push(passed);
      const forms = chosen.cells[cell + 2] as number;
      merged.push(order === 0 ? forms + (other.cells[second + 2] as number) : forms);
      copyForms(chosen, cell, merged);
      if (order === 0) copyForms(other, second, merged);
    }
  }
}

function isPassed(matches: Matches, cell: number, offset: number): boolean {
  return cell < matches.length && (matches.cells[cell] as number) < offset;
}

/** Below 0 where the first match comes first or is longer, above 0 where the second does, 0 for the same stretch. */
function compare(one: Matches, first: number, other: Matches, second: number): number {
  if (first >= one.length) return 1;
  if (second >= other.length) return -1;
  const starts = (one.cells[first] as number) - (other.cells[second] as number);
  return starts !== 0 ? starts : (other.cells[second + 1] as number) - (one.cells[first + 1] as number);
}

function next(matches: Matches, cell: number): number {
  return cell + 3 + 2 * (matches.cells[cell + 2] as number);
}

function copyForms(matches: Matches, cell: number, merged: Matches): void {
  for (let at = cell + 3; at < next(matches, cell); at++) merged.push(matches.cells[at] as number);
}

/**
 * Find the one of `candidates` that was probably meant by `word`: another name for it, one with two letters wrong at
 * most, or one that begins alike.
 */
export function suggestionFor(
  word: string,
  candidates: readonly string[],
  otherNames: ReadonlyMap<string, string>,
): string | undefined {
  const written = word.toLowerCase();
  if (written.length > LONGEST_WORD) return undefined;
  const other = otherNames.get(written);
  if (other !== undefined && candidates.includes(other)) return other;
  return misspelt(written, candidates) ?? candidates.find((candidate) => beginAlike(written, candidate.toLowerCase()));
}

/** Find the one of `candidates` that `word` is with two letters wrong at most, in whatever capitals. */
export function misspelt(word: string, candidates: readonly string[]): string | undefined {
  const written = word.toLowerCase();
  if (written.length > LONGEST_WORD) return undefined;
  let nearest: string | undefined;
  let smallest = Math.min(MOST_EDITS, Math.floor((written.length - 1) / 2)) + 1;
  for (const candidate of candidates) {
    const edits = editDistance(written, candidate.toLowerCase());
    if (edits >= smallest) continue;
    smallest = edits;
    nearest = candidate;
  }
  return nearest;
}

const LONGEST_WORD = 40;
const MOST_EDITS = 2;
const SHORTEST_BEGINNING = 3;

function beginAlike(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < SHORTEST_BEGINNING) return false;
  return one.startsWith(other) || other.startsWith(one);
}

/** Count the letters to insert, delete, replace, or swap with their neighbour that turn `one` into `other`. */
function editDistance(one: string, other: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (isSame ? 0 : 1),
        isSwap ? at(beforePrevious, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, other.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

import type { Edit, Finding } from '../../analysis/finding';
import { fixesOf } from '../../analysis/fixing';
import { edit, type Pieces, textOf, wholeText } from './pieces';

/** Fixes may make room for others: a text is checked again until nothing is left to mend, at most this often. */
export const MOST_PASSES = 10;

/** A text with its safe fixes made. */
export interface FixedText {
  readonly pieces: Pieces;
  readonly text: string;
  /** What was found in the original. */
  readonly found: readonly Finding[];
  /** What is left to find in what became of it. */
  readonly left: readonly Finding[];
  /** How many fixes were made. */
  readonly fixedCount: number;
}

/** Make the safe fixes of what `check` finds in a text and then in what became of it, until it finds none or goes round. */
export function fixText(
  original: string,
  check: (text: string, pieces: Pieces) => readonly Finding[],
  mostPasses: number,
): FixedText {
  let pieces = wholeText(original);
  let text = original;
  const found = check(text, pieces);
  let left = found;
  let fixedCount = 0;
  const seen = new Set([text]);
  for (let pass = 0; pass < mostPasses; pass++) {
    const fixes = fixesOf(left, ({ isSafe }) => isSafe);
    if (fixes.length === 0) break;
    const edits = fixes.flatMap((fix) => fix.edits);
    assertInOrder(edits, text.length);
    const fixed = edit(pieces, edits);
    const fixedText = textOf(fixed);
    // Two fixes that undo each other would go on for ever.
    if (seen.has(fixedText)) break;
    seen.add(fixedText);
    pieces = fixed;
    text = fixedText;
    fixedCount += fixes.length;
    left = check(text, pieces);
  }
  return { pieces, text, found, left, fixedCount };
}

/** A fix that is not what its type promises must not spoil a file. */
function assertInOrder(edits: readonly Edit[], length: number): void {
  let end = 0;
  for (const { span } of edits) {
    if (span.start < end || span.end < span.start || span.end > length) {
      throw new RangeError(`The edit [${span.start}, ${span.end}) after ${end} in a text of ${length} is out of order`);
    }
    end = span.end;
  }
}

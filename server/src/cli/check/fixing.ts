import type { Edit, Finding } from '../../analysis/finding';
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
    const fixes = compatible(left, text.length);
    if (fixes.length === 0) break;
    const fixed = edit(pieces, fixes.flat());
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

/** Take the best fixes that are safe, in the order of the text; one that meets another waits for the next pass. */
function compatible(findings: readonly Finding[], length: number): readonly (readonly Edit[])[] {
  const fixes = findings
    .map(({ fixes: [best] }) => (best?.isSafe === true ? best.edits : []))
    .filter((edits) => edits.length > 0 && isInOrder(edits, length))
    .sort((one, other) => startOf(one) - startOf(other));
  const taken: (readonly Edit[])[] = [];
  let end = -1;
  for (const edits of fixes) {
    // Two that only touch may be about the same place, such as two words put in at one.
    if (startOf(edits) <= end) continue;
    taken.push(edits);
    end = edits.at(-1)?.span.end ?? end;
  }
  return taken;
}

function startOf(edits: readonly Edit[]): number {
  return edits[0]?.span.start ?? 0;
}

/** A fix that is not what its type promises must not spoil a file. */
function isInOrder(edits: readonly Edit[], length: number): boolean {
  let end = 0;
  for (const { span } of edits) {
    if (span.start < end || span.end < span.start || span.end > length) return false;
    end = span.end;
  }
  return true;
}

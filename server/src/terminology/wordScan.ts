import { OTHER } from '../text/characters';
import { EMPTY_HASH, HASH_FACTOR } from './termHash';

/** What a scan stops at, two numbers for each: an offset and a hash. */
export class Stops {
  /** As many as a stretch of text of some kilobytes has at most where nearly every word is a stop. */
  readonly cells = new Int32Array(2 * STOPS);
  length = 0;
}

const STOPS = 1024;

/**
 * Scan words between two offsets for those that a filter lets through, until `stops` is full; give the offset to go on at.
 * A stop is the end of such a word, with its hash, or, as `~offset`, a unit that needs a closer look.
 *
 * This is the one loop that every character of every text passes through. Nothing in it but the rare stop depends on the text:
 * a branch at the end of each word would cost more than all the rest. `units[end]` is 0, and `codes` are word codes.
 */
export function scanWords(
  units: Uint16Array,
  start: number,
  end: number,
  codes: Int32Array,
  firstWords: Int32Array,
  firstWordShift: number,
  stops: Stops,
): number {
  const { cells } = stops;
  let length = 0;
  let hash = EMPTY_HASH;
  let previous = 0;
  let at = start;
  for (; at <= end; at = (at + 1) | 0) {
    const code = codes[units[at] as number] as number;
    const isHit = ((firstWords[hash >>> firstWordShift] as number) >>> hash) & ((previous & ~code) >>> 31);
    if ((isHit | (code & OTHER)) !== 0) {
      if (isHit !== 0) {
        cells[length] = at;
        cells[length + 1] = hash;
        length += 2;
      }
      if (code > 0) {
        cells[length] = ~at;
        length += 2;
      }
      if (length > cells.length - 4) {
        at++;
        break;
      }
    }
    hash = Math.imul((hash + code) | 0, HASH_FACTOR) & (code >> 31);
    previous = code;
  }
  stops.length = length;
  return at;
}

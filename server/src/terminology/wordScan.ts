import { OTHER } from '../text/characters';
import { EMPTY_HASH, HASH_FACTOR } from './termHash';

/**
 * Find the next place, from offset `start` on, that needs a closer look: the unit behind a word that a filter lets through, or
 * a unit whose code is `OTHER`. Gives `end + 1` where there is none, and the hash of the word in front in
 * `reached`. A word begins at `start` or behind it.
 *
 * This is the one loop that every character of every text passes through. Nothing in it but the rare stop depends on the
 * text: a branch at the end of each word would cost more than all the rest. `units[end]` is 0, and `codes` are word codes.
 */
export function nextStop(
  units: Uint16Array,
  start: number,
  end: number,
  codes: Int32Array,
  firstWords: Int32Array,
  firstWordShift: number,
  reached: Int32Array,
): number {
  // What another module names is a variable to the engine: here it is a register.
  const factor = HASH_FACTOR;
  const other = OTHER;
  let hash = EMPTY_HASH;
  let previous = 0;
  for (let at = start; at <= end; at = (at + 1) | 0) {
    const code = codes[units[at] as number] as number;
    const isHit = ((firstWords[hash >>> firstWordShift] as number) >>> hash) & ((previous & ~code) >>> 31);
    if ((isHit | (code & other)) !== 0) {
      reached[0] = hash;
      return at;
    }
    hash = Math.imul((hash + code) | 0, factor) & (code >> 31);
    previous = code;
  }
  return end + 1;
}

import { OTHER } from '../text/characters';
import { HASH_FACTOR } from './termHash';

/** Units that are scanned in one go; what is noted of them stays in the nearest cache. */
const CHUNK = 4096;
/** Words up to this length are judged by two filters; longer ones, which are few, are stops. */
const LONGEST_JUDGED = 63;

/** What a scan notes of a chunk of text; one is used again and again. */
export class WordStops {
  /** For each stop its start, its end and its hash: a word, or a unit that needs a closer look, where the end is -1. */
  readonly cells = new Int32Array(3 * (CHUNK + 2));
  length = 0;
  /** For each word, and each unit that needs a closer look, its end and its hash. */
  readonly ends = new Int32Array(2 * (CHUNK + 2));
}

/**
 * Find the words in the next chunk from offset `start` on that a term may begin with, and the units whose code is `OTHER`.
 * Gives where the next chunk begins. A word begins at `start` or behind it; `codes` are word codes.
 *
 * This is what every character of every text passes through. In its first loop nothing depends on the text: a branch at
 * the end of each word would cost more than all the rest.
 */
export function scanWords(
  units: Uint16Array,
  start: number,
  end: number,
  codes: Int32Array,
  firstWords: Int32Array,
  firstWordShift: number,
  stops: WordStops,
): number {
  const stop = chunkEnd(units, start, end, codes);
  // What another module names is a variable to the engine: here it is a register.
  const factor = HASH_FACTOR;
  const { ends } = stops;
  let count = 0;
  let hash = 0;
  let previous = 0;
  for (let at = start; at < stop; at = (at + 1) | 0) {
    const code = codes[units[at] as number] as number;
    ends[count] = at;
    ends[count + 1] = hash;
    count = (count + ((((previous & ~code) | (code << 1)) >>> 31) << 1)) | 0;
    hash = Math.imul((hash + code) | 0, factor) & (code >> 31);
    previous = code;
  }
  if (previous < 0) {
    ends[count] = stop;
    ends[count + 1] = hash;
    count += 2;
  }
  judge(units, start, count, codes, firstWords, firstWordShift, stops);
  return stop;
}

/** Words are not parted between chunks: one that is longer than a chunk makes its own longer. */
function chunkEnd(units: Uint16Array, start: number, end: number, codes: Int32Array): number {
  if (end - start <= CHUNK) return end;
  let stop = start + CHUNK;
  while (stop > start && (codes[units[stop - 1] as number] as number) < 0) stop--;
  if (stop > start) return stop;
  while (stop < end && (codes[units[stop] as number] as number) < 0) stop++;
  return stop;
}

/** Note the words that a filter lets through, alone or joined with the next one, which may be the rest of a word that was cut. */
function judge(
  units: Uint16Array,
  start: number,
  count: number,
  codes: Int32Array,
  firstWords: Int32Array,
  firstWordShift: number,
  stops: WordStops,
): void {
  const { cells, ends } = stops;
  const other = OTHER;
  const powers = factorPowers;
  let length = 0;
  let from = start;
  for (let place = 0; place < count; place += 2) {
    const end = ends[place] as number;
    const hash = ends[place + 1] as number;
    const isOther = ((codes[units[end] as number] as number) & other) !== 0;
    // The hash may be 0 by chance.
    while (from < end && (codes[units[from] as number] as number) >= 0) from++;
    if (from < end) {
      let next = end;
      const nextEnd = ends[place + 2] as number;
      let isHit = 1;
      if (!isOther && place + 2 < count) {
        next++;
        while (next < nextEnd && (codes[units[next] as number] as number) >= 0) next++;
        if (nextEnd - next <= LONGEST_JUDGED) {
          const joined = (Math.imul(hash, powers[nextEnd - next] as number) + (ends[place + 3] as number)) | 0;
          isHit =
            (((firstWords[hash >>> firstWordShift] as number) >>> hash) |
              ((firstWords[joined >>> firstWordShift] as number) >>> joined)) &
            1;
        }
      }
      cells[length] = from;
      cells[length + 1] = end;
      cells[length + 2] = hash;
      length += 3 * isHit;
      from = next;
    }
    if (isOther) {
      cells[length] = end;
      cells[length + 1] = -1;
      length += 3;
      from = end + 1;
    }
  }
  stops.length = length;
}

/** By which power the hash of what stands in front of so many letters is multiplied. */
const factorPowers = new Int32Array(LONGEST_JUDGED + 1);
factorPowers[0] = 1;
for (let power = 1; power <= LONGEST_JUDGED; power++) {
  factorPowers[power] = Math.imul(factorPowers[power - 1] as number, HASH_FACTOR);
}

/**
 * AssemblyScript: the loops of `wordScan`, `termSearch` and `readings` over a window of a text. It finds what those find, and asks
 * for each place that needs more than it knows: letters of other scripts, words it has not read before, rare neighbours.
 */

// The layout of the memory, in bytes. server/src/terminology/termScanner.ts knows it, too.
const CODES: usize = 0;
const POWERS: usize = 0x40000;
const STATE: usize = POWERS + 64 * 4;
const WALK: usize = STATE + 64;
const ENDS: usize = WALK + 8 * 66;
const WINDOW: i32 = 8192;
const STOPS: usize = ENDS + 8 * (WINDOW + 8);
const MATCHES: usize = STOPS + 12 * (WINDOW + 8);
/** Two units stand in front of the window, the unit behind it and a 0 behind that. */
const UNITS: usize = MATCHES + 32 * (WINDOW + 8);
const TABLES: usize = UNITS + 2 * (WINDOW + 8);

const FACTOR: i32 = 0x2c9277b5;
const OTHER: i32 = 0x40000000;
const LONGEST_JUDGED: i32 = 63;
const MOST_LETTERS: i32 = 32;
const MOST_PAIRS: i32 = 6;
const FIRST_PAIR: i32 = 3;
const MOST_STEPS: i32 = 64;

let firstWords: usize = 0;
let beginnings: usize = 0;
let wholes: usize = 0;
let shift: i32 = 0;
let stretches: usize = 0;
let letters: usize = 0;
let stretchShift: i32 = 0;
let length: i32 = 0;
let isLast: bool = false;
let base: i32 = 0;
let stopCount: i32 = 0;
let nextStop: i32 = 0;

/** Say how long the tables are: 2 to the power of `32 - shift` words in a filter, of `32 - stretchesAt` stretches. */
export function open(filterShift: i32, readingShift: i32): void {
  const bytes = (<usize>4) << (32 - filterShift);
  shift = filterShift;
  firstWords = TABLES;
  beginnings = firstWords + bytes;
  wholes = beginnings + bytes;
  stretches = wholes + bytes;
  stretchShift = readingShift;
  letters = stretches + ((<usize>64) << (32 - readingShift));
  let power = 1;
  for (let at: usize = 0; at <= <usize>LONGEST_JUDGED; at++) {
    store<i32>(POWERS + (at << 2), power);
    power *= FACTOR;
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function unitAt(at: i32): i32 {
  return load<u16>(UNITS + 4 + ((<usize>at) << 1));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function codeOf(unit: i32): i32 {
  return load<i32>(CODES + ((<usize>unit) << 2));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function wordOf(filter: usize, hash: i32): i32 {
  return load<i32>(filter + ((<usize>((<u32>hash) >>> shift)) << 2));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function holdsBoth(filter: usize, hash: i32): bool {
  const bits = (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));
  return (wordOf(filter, hash) & bits) == bits;
}

/** Note the words of the window that a term may begin with. A word is not parted at its end; `isEnd` that nothing comes behind. */
export function scan(windowLength: i32, isEnd: bool, offset: i32): void {
  length = windowLength;
  isLast = isEnd;
  base = offset;
  nextStop = 0;
  const half = streamStart(length);
  const firstEnds = ENDS;
  // What the second half finds is put behind the most that the first can.
  const secondEnds = ENDS + (((<usize>half) + 2) << 3);
  let one: usize = firstEnds;
  let other: usize = secondEnds;
  let hash = 0;
  let previous = 0;
  let hash2 = 0;
  let previous2 = 0;
  const shorter = min(half, length - half);
  let at = UNITS + 4;
  let at2 = UNITS + 4 + ((<usize>half) << 1);
  const stop = at + ((<usize>shorter) << 1);
  // Two words at a time: each waits for its own product only.
  while (at < stop) {
    const code = codeOf(load<u16>(at));
    const code2 = codeOf(load<u16>(at2));
    store<i32>(one, <i32>at);
    store<i32>(one, hash, 4);
    store<i32>(other, <i32>at2);
    store<i32>(other, hash2, 4);
    one += <usize>((((previous & ~code) | (code << 1)) >>> 31) << 3);
    other += <usize>((((previous2 & ~code2) | (code2 << 1)) >>> 31) << 3);
    hash = ((hash + code) * FACTOR) & (code >> 31);
    hash2 = ((hash2 + code2) * FACTOR) & (code2 >> 31);
    previous = code;
    previous2 = code2;
    at += 2;
    at2 += 2;
  }
  one = finish(at, UNITS + 4 + ((<usize>half) << 1), hash, previous, one);
  other = finish(at2, UNITS + 4 + ((<usize>length) << 1), hash2, previous2, other);
  memory.copy(one, secondEnds, other - secondEnds);
  judge(<i32>((one - firstEnds + other - secondEnds) >>> 3));
}

/** The second half begins with a word, or between words. */
function streamStart(length: i32): i32 {
  let half = length >> 1;
  while (half > 0 && codeOf(unitAt(half - 1)) < 0) half--;
  return half;
}

function finish(from: usize, stop: usize, firstHash: i32, firstPrevious: i32, to: usize): usize {
  let hash = firstHash;
  let previous = firstPrevious;
  for (let at = from; at < stop; at += 2) {
    const code = codeOf(load<u16>(at));
    store<i32>(to, <i32>at);
    store<i32>(to, hash, 4);
    to += <usize>((((previous & ~code) | (code << 1)) >>> 31) << 3);
    hash = ((hash + code) * FACTOR) & (code >> 31);
    previous = code;
  }
  if (previous < 0) {
    store<i32>(to, <i32>stop);
    store<i32>(to, hash, 4);
    to += 8;
  }
  return to;
}

/** As in `wordScan`. */
function judge(count: i32): void {
  let to = STOPS;
  let from = UNITS + 4;
  const last = ENDS + ((<usize>count) << 3);
  for (let place = ENDS; place < last; place += 8) {
    const end = <usize>load<i32>(place);
    const hash = load<i32>(place, 4);
    const isOther = (codeOf(load<u16>(end)) & OTHER) != 0 && end < UNITS + 4 + ((<usize>length) << 1);
    while (from < end && codeOf(load<u16>(from)) >= 0) from += 2;
    if (from < end) {
      let next = end;
      let isHit = 1;
      if (!isOther && place + 8 < last) {
        const nextEnd = <usize>load<i32>(place, 8);
        next += 2;
        while (next < nextEnd && codeOf(load<u16>(next)) >= 0) next += 2;
        const nextLength = <i32>((nextEnd - next) >>> 1);
        if (nextLength <= LONGEST_JUDGED) {
          const joined = hash * load<i32>(POWERS + ((<usize>nextLength) << 2)) + load<i32>(place, 12);
          isHit = ((wordOf(firstWords, hash) >>> (hash & 31)) | (wordOf(firstWords, joined) >>> (joined & 31))) & 1;
        }
      }
      store<i32>(to, offsetOf(from));
      store<i32>(to, offsetOf(end), 4);
      store<i32>(to, hash, 8);
      to += <usize>(12 * isHit);
      from = next;
    }
    if (isOther) {
      store<i32>(to, offsetOf(end));
      store<i32>(to, -1, 4);
      to += 12;
      from = end + 2;
    }
  }
  stopCount = <i32>((to - STOPS) / 12);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function offsetOf(address: usize): i32 {
  return <i32>((address - UNITS - 4) >>> 1);
}

/**
 * Match from offset `from` of the window on. Gives 1 where it asks: the state then holds the start, the end and the hash of a
 * word (an end of -1 for another unit); and 0 at the end. The first number of the state is how many cells of matches there are.
 */
export function match(from: i32): i32 {
  let at = from;
  let to = MATCHES;
  for (; nextStop < stopCount; nextStop++) {
    const stop = STOPS + <usize>nextStop * 12;
    const start = load<i32>(stop);
    if (start < at) continue;
    const end = load<i32>(stop, 4);
    const hash = load<i32>(stop, 8);
    const found = end < 0 ? ASK : matchWord(start, end, hash, to);
    if (found == 0) continue;
    if (found == ASK) {
      nextStop++;
      store<i32>(STATE, <i32>((to - MATCHES) >>> 2));
      store<i32>(STATE, start, 4);
      store<i32>(STATE, end, 8);
      store<i32>(STATE, hash, 12);
      return 1;
    }
    at = found;
    to += (<usize>(3 + 2 * load<i32>(to, 8))) << 2;
  }
  store<i32>(STATE, <i32>((to - MATCHES) >>> 2));
  return 0;
}

const NO: i32 = 0;
const YES: i32 = 1;
const ASK: i32 = -1;

/** Match from a word: the end of the match, which is put into `to`, 0 for none, or `ASK`. */
function matchWord(start: i32, firstEnd: i32, firstHash: i32, to: usize): i32 {
  let end = firstEnd;
  let hash = firstHash;
  let pieceStart = start;
  let steps = 0;
  let wasCut = false;
  for (;;) {
    if (holdsBoth(wholes, hash)) {
      store<i32>(WALK + ((<usize>steps) << 3), end);
      store<i32>(WALK + ((<usize>steps) << 3), hash, 4);
      if (++steps == MOST_STEPS) return ASK;
    }
    const goesOn = holdsBoth(beginnings, hash);
    if (!goesOn && wasCut) break;
    const joiner = unitAt(end);
    let next = end + 1;
    const isHyphen = joiner == 0x2d;
    if (joiner != 0x20 && joiner != 0x0a && joiner != 0x5f && !isHyphen) {
      if (joiner <= 0x20 || joiner >= 0x80) {
        if (joiner == 0 && isLast && end >= length) break;
        return ASK;
      }
      // A sign: the word is not cut here.
      if (!goesOn) break;
      next = end;
    }
    const shortest = isHyphen ? 2 : 3;
    if (!goesOn && shortest > end - pieceStart) break;
    if (next >= length) {
      if (isLast) break;
      return ASK;
    }
    wasCut = !goesOn;
    let unit = unitAt(next);
    let code = codeOf(unit);
    pieceStart = next;
    if (code < 0) {
      do {
        hash = (hash + code) * FACTOR;
        code = codeOf(unitAt(++next));
      } while (code < 0);
      if (next > length) return ASK;
    } else {
      if (unit <= 0x20 || unit >= 0x80) {
        return ASK;
      }
      if (unit == 0x2d || unit == 0x5f) {
        if (unit == 0x5f && joiner == 0x5f) return ASK;
        break;
      }
      hash = (hash + unit) * FACTOR;
      next++;
    }
    end = next;
  }
  if (steps == 0) return 0;
  const isStart = startsHere(start);
  if (isStart != YES) return isStart;
  while (steps > 0) {
    steps--;
    const found = read(start, load<i32>(WALK + ((<usize>steps) << 3)), load<i32>(WALK + ((<usize>steps) << 3), 4), to);
    if (found != 0) return found;
  }
  return 0;
}

/** `startsWord`, for what stands in front of a Latin letter. */
function startsHere(start: i32): i32 {
  const before = unitAt(start - 1);
  if (before == 0x20 || before == 0x0a || before == 0) return YES;
  if (before >= 0x80) return ASK;
  if (before == 0x5f) return NO;
  if (before == 0x2e || before == 0x3b || before == 0x26 || before == 0x2f) {
    const first = unitAt(start - 2);
    if (first >= 0x80) return ASK;
    const isLetter = codeOf(first) < 0;
    if (before != 0x2f) return isLetter ? NO : YES;
    return isLetter ? YES : ASK;
  }
  if (before == 0x2d) return unitAt(start - 2) == 0x2d ? ASK : YES;
  return YES;
}

/** `endsWord`, for what stands behind a Latin letter. */
function endsHere(end: i32): i32 {
  if (codeOf(unitAt(end - 1)) >= 0) return ASK;
  const next = unitAt(end);
  if (next == 0x20 || next == 0x0a || next == 0x2c || next == 0) return YES;
  if (next >= 0x80) return ASK;
  if (next == 0x5f) return NO;
  if (next == 0x2e) {
    if (end + 1 >= length) return ASK;
    const behind = unitAt(end + 1);
    return behind >= 0x80 ? ASK : codeOf(behind) < 0 ? NO : YES;
  }
  // An apostrophe, an ampersand, a plus, a hash, a parenthesis.
  return next == 0x27 || next == 0x26 || next == 0x2b || next == 0x23 || next == 0x28 ? ASK : YES;
}

/** Recall what a stretch reads as: its end, with the match in `to`, 0 where no term stands there, or `ASK`. */
function read(start: i32, end: i32, hash: i32, to: usize): i32 {
  const first = unitAt(start);
  const place = <usize>((<u32>(hash ^ (first * 0x9e3779b1))) >>> stretchShift);
  const stretch = stretches + (place << 6);
  if (load<i32>(stretch) != hash || load<i32>(stretch, 4) != end - start) return ASK;
  let letter = letters + (place << 6);
  const stop = UNITS + 4 + ((<usize>end) << 1);
  for (let at = UNITS + 4 + ((<usize>start) << 1); at < stop; at += 2) {
    if (load<u16>(at) != load<u16>(letter)) return ASK;
    letter += 2;
  }
  const pairs = load<i32>(stretch, 8);
  if (pairs == 0) return 0;
  const isEnd = endsHere(end);
  if (isEnd != YES) return isEnd;
  store<i32>(to, base + start);
  store<i32>(to, base + end, 4);
  store<i32>(to, pairs, 8);
  for (let at: usize = 0; at < <usize>pairs; at++) store<i64>(to + 12 + (at << 3), load<i64>(stretch + 12 + (at << 3)));
  return end;
}

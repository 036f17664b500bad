/**
 * AssemblyScript: the loops of `wordScan`, `termSearch` and `readings` over a window of a text. It finds what those find, and asks
 * for each place that needs more than it knows: letters of other scripts, words it has not read before, rare neighbours.
 */

// The layout of the memory, in bytes. server/src/terminology/termScanner.ts knows it, too.
const CODES: usize = 0;
const POWERS: usize = 0x40000;
const STATE: usize = POWERS + 64 * 4;
const WALK: usize = STATE + 64;
const HASHES: usize = WALK + 8 * 66;
const WINDOW: i32 = 8192;
const KINDS: usize = HASHES + 4 * (WINDOW + 64);
const STOPS: usize = KINDS + WINDOW + 128;
const MATCHES: usize = STOPS + 12 * (WINDOW + 8);
/** Four units stand in front of the window, the unit behind it and a 0 behind that. */
const UNITS: usize = MATCHES + 32 * (WINDOW + 8);
const TABLES: usize = UNITS + 2 * (WINDOW + 16);

const FACTOR: i32 = 0x2c9277b5;
const LONGEST_JUDGED: i32 = 63;
const MOST_STEPS: i32 = 64;

let firstWords: usize = 0;
/** Pairs of words of two filters: for beginnings of terms, and for whole ones. */
let pairs: usize = 0;
let shift: i32 = 0;
let stretches: usize = 0;
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
  pairs = firstWords + bytes;
  stretches = pairs + 2 * bytes;
  stretchShift = readingShift;
  let power = 1;
  for (let at: usize = 0; at <= <usize>LONGEST_JUDGED; at++) {
    store<i32>(POWERS + (at << 2), power);
    power *= FACTOR;
  }
}

// @ts-expect-error: a decorator of AssemblyScript
@inline
function unitAt(at: i32): i32 {
  return load<u16>(UNITS + 8 + ((<usize>at) << 1));
}

/** For offsets that are not below 0. */
// @ts-expect-error: a decorator of AssemblyScript
@inline
function plainUnitAt(at: i32): i32 {
  return load<u16>((<usize>at) << 1, UNITS + 8);
}

// @ts-expect-error: a decorator of AssemblyScript
@inline
function codeOf(unit: i32): i32 {
  return load<i32>(CODES + ((<usize>unit) << 2));
}

// @ts-expect-error: a decorator of AssemblyScript
@inline
function wordOf(filter: usize, hash: i32): i32 {
  return load<i32>(filter + ((<usize>((<u32>hash) >>> shift)) << 2));
}

// @ts-expect-error: a decorator of AssemblyScript
@inline
function mayGoOn(hash: i32): bool {
  return holdsBoth(load<i32>(pairs + ((<usize>((<u32>hash) >>> shift)) << 3)), hash);
}

// @ts-expect-error: a decorator of AssemblyScript
@inline
function mayBeWhole(hash: i32): bool {
  return holdsBoth(load<i32>(pairs + ((<usize>((<u32>hash) >>> shift)) << 3), 4), hash);
}

// @ts-expect-error: a decorator of AssemblyScript
@inline
function holdsBoth(word: i32, hash: i32): bool {
  const bits = (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));
  return (word & bits) == bits;
}

/** Note the words of the window that a term may begin with. A word is not parted at its end; `isEnd` that nothing comes behind. */
export function scan(windowLength: i32, isEnd: bool, offset: i32): void {
  length = windowLength;
  isLast = isEnd;
  base = offset;
  nextStop = 0;
  const half = streamStart(length);
  const shorter = min(half, length - half);
  let hash = 0;
  let hash2 = 0;
  // Two words at a time: a product waits for the one before it in its word only.
  let at = 0;
  for (; at + 1 < shorter; at += 2) {
    const code = codeOf(plainUnitAt(at));
    const code2 = codeOf(plainUnitAt(half + at));
    store<u8>(<usize>at, code >>> 24, KINDS);
    store<u8>(<usize>(half + at), code2 >>> 24, KINDS);
    hash = ((hash + code) * FACTOR) & (code >> 31);
    hash2 = ((hash2 + code2) * FACTOR) & (code2 >> 31);
    store<i32>((<usize>at) << 2, hash, HASHES);
    store<i32>((<usize>(half + at)) << 2, hash2, HASHES);
    const code3 = codeOf(load<u16>((<usize>at) << 1, UNITS + 10));
    const code4 = codeOf(load<u16>((<usize>(half + at)) << 1, UNITS + 10));
    store<u8>(<usize>at, code3 >>> 24, KINDS + 1);
    store<u8>(<usize>(half + at), code4 >>> 24, KINDS + 1);
    hash = ((hash + code3) * FACTOR) & (code3 >> 31);
    hash2 = ((hash2 + code4) * FACTOR) & (code4 >> 31);
    store<i32>((<usize>at) << 2, hash, HASHES + 4);
    store<i32>((<usize>(half + at)) << 2, hash2, HASHES + 4);
  }
  hashOn(at, half, hash);
  hashOn(half + at, length, hash2);
  for (let end = length; end < length + 64; end += 8) store<i64>(KINDS + <usize>end, 0);
  judge();
}

/** The second half begins with a word, or between words. */
function streamStart(length: i32): i32 {
  let half = length >> 1;
  while (half > 0 && codeOf(unitAt(half - 1)) < 0) half--;
  return half;
}

function hashOn(from: i32, stop: i32, firstHash: i32): void {
  let hash = firstHash;
  for (let at = from; at < stop; at++) {
    const code = codeOf(unitAt(at));
    store<u8>(KINDS + <usize>at, code >>> 24);
    hash = ((hash + code) * FACTOR) & (code >> 31);
    store<i32>(HASHES + ((<usize>at) << 2), hash);
  }
}

/** Tell by 1 or 0 whether a term may begin with a word, alone or joined with the next one. */
// @ts-expect-error: a decorator of AssemblyScript
@inline
function isStop(start: i32, hash: i32, nextLength: i32, nextHash: i32): i32 {
  const joined = hash * load<i32>((<usize>min(nextLength, LONGEST_JUDGED)) << 2, POWERS) + nextHash;
  const hits = (wordOf(firstWords, hash) >>> (hash & 31)) | (wordOf(firstWords, joined) >>> (joined & 31));
  return ((hits | i32(nextLength > LONGEST_JUDGED)) & 1) & i32(start >= 0);
}

/** As in `wordScan`, 64 units at a time. */
function judge(): void {
  let to = STOPS;
  let isInWord: bool = false;
  let start = 0;
  /** The word before this one, of which is not known yet whether it is a stop; -1 for none. */
  let heldStart = -1;
  let heldEnd = 0;
  let heldHash = 0;
  for (let block = 0; block <= length; block += 64) {
    const kinds = KINDS + <usize>block;
    let words: u64 = 0;
    let others: u64 = 0;
    for (let part = 0; part < 64; part += 16) {
      const kind = v128.load(kinds + <usize>part);
      words |= (<u64>(<u32>i8x16.bitmask(kind))) << part;
      others |= (<u64>(<u32>i8x16.bitmask(i8x16.shl(kind, 1)))) << part;
    }
    let edges = words ^ ((words << 1) | <u64>isInWord);
    if (others == 0) {
      while (edges != 0) {
        if (!isInWord) {
          start = block + <i32>ctz(edges);
          edges &= edges - 1;
          if (edges == 0) {
            isInWord = true;
            break;
          }
        }
        const end = block + <i32>ctz(edges);
        edges &= edges - 1;
        isInWord = false;
        const hash = load<i32>((<usize>end) << 2, HASHES - 4);
        store<i32>(to, heldStart);
        store<i32>(to, heldEnd, 4);
        store<i32>(to, heldHash, 8);
        to += <usize>(12 * isStop(heldStart, heldHash, end - start, hash));
        heldStart = start;
        heldEnd = end;
        heldHash = hash;
      }
      continue;
    }
    while ((edges | others) != 0) {
      const bit = ctz(edges | others);
      const at = block + <i32>bit;
      if (((edges >>> bit) & 1) != 0) {
        edges &= edges - 1;
        if (isInWord) {
          const hash = load<i32>(HASHES + ((<usize>(at - 1)) << 2));
          store<i32>(to, heldStart);
          store<i32>(to, heldEnd, 4);
          store<i32>(to, heldHash, 8);
          to += <usize>(12 * isStop(heldStart, heldHash, at - start, hash));
          heldStart = start;
          heldEnd = at;
          heldHash = hash;
        } else {
          start = at;
        }
        isInWord = !isInWord;
      }
      if (((others >>> bit) & 1) != 0) {
        others &= others - 1;
        if (heldStart >= 0) {
          store<i32>(to, heldStart);
          store<i32>(to, heldEnd, 4);
          store<i32>(to, heldHash, 8);
          to += 12;
          heldStart = -1;
        }
        store<i32>(to, at);
        store<i32>(to, -1, 4);
        to += 12;
      }
    }
  }
  if (heldStart >= 0) {
    store<i32>(to, heldStart);
    store<i32>(to, heldEnd, 4);
    store<i32>(to, heldHash, 8);
    to += 12;
  }
  stopCount = <i32>((to - STOPS) / 12);
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
    if (mayBeWhole(hash)) {
      store<i32>(WALK + ((<usize>steps) << 3), end);
      store<i32>(WALK + ((<usize>steps) << 3), hash, 4);
      if (++steps == MOST_STEPS) return ASK;
    }
    const goesOn = mayGoOn(hash);
    if (!goesOn && wasCut) break;
    const joiner = unitAt(end);
    let next = end + 1;
    const isHyphen = joiner == 0x2d;
    if (isSpace(joiner)) {
      while (isSpace(unitAt(next))) next++;
    } else if (isHyphen) {
      if (isSpace(unitAt(next)) && (unitAt(next) == 0x0a || unitAt(next) == 0x0d)) {
        while (isSpace(unitAt(next))) next++;
      }
    } else if (joiner == 0x5f) {
      while (unitAt(next) == 0x5f) next++;
    } else {
      if (joiner >= 0x80) return ASK;
      if (joiner == 0) {
        if (isLast && end >= length) break;
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
    const unit = unitAt(next);
    const code = codeOf(unit);
    pieceStart = next;
    if (code < 0) {
      const wordEnd = endOfWord(next);
      if (wordEnd - next > LONGEST_JUDGED) return ASK;
      hash = hash * load<i32>((<usize>(wordEnd - next)) << 2, POWERS) + load<i32>((<usize>wordEnd) << 2, HASHES - 4);
      next = wordEnd;
    } else {
      if (unit == 0 || unit >= 0x80) return ASK;
      if (isSpace(unit) || unit == 0x2d || unit == 0x5f) break;
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

/** The end of a word in the window; windows end with words. */
// @ts-expect-error: a decorator of AssemblyScript
@inline
function endOfWord(start: i32): i32 {
  let at = start;
  let gaps = gapsAt(at);
  while (gaps == 0) {
    at += 16;
    gaps = gapsAt(at);
  }
  return at + ctz(gaps);
}

// @ts-expect-error: a decorator of AssemblyScript
@inline
function gapsAt(at: i32): i32 {
  return ~i8x16.bitmask(v128.load(<usize>at, KINDS)) & 0xffff;
}

// @ts-expect-error: a decorator of AssemblyScript
@inline
function isSpace(unit: i32): bool {
  return unit == 0x20 || (unit >= 9 && unit <= 13);
}

/** `startsWord`, for what stands in front of a Latin letter. */
function startsHere(start: i32): i32 {
  const before = unitAt(start - 1);
  if (before == 0x20 || before == 0x0a || before == 0) return YES;
  if (before >= 0x80) return ASK;
  if (before == 0x5f) return NO;
  if (before == 0x27) return ASK;
  if (before == 0x2e || before == 0x3b || before == 0x26 || before == 0x2f) {
    const first = unitAt(start - 2);
    if (first >= 0x80) return ASK;
    const isLetter = codeOf(first) < 0;
    if (before != 0x2f) return isLetter ? NO : YES;
    if (isLetter) return YES;
    // As in `node(s)/pods` and `C++/Java`; elsewhere a path begins.
    const endsName =
      first == 0x29 || first == 0x5d || first == 0x22 || first == 0x27 || first == 0x2b || first == 0x23;
    return endsName ? YES : NO;
  }
  if (before == 0x2d && unitAt(start - 2) == 0x2d) {
    const first = unitAt(start - 3);
    return first >= 0x80 ? ASK : codeOf(first) < 0 ? YES : NO;
  }
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
  if (next == 0x27) {
    if (end + 2 >= length) return ASK;
    const letter = unitAt(end + 1);
    const behind = unitAt(end + 2);
    if (letter >= 0x80 || behind >= 0x80) return ASK;
    const isLetter = (letter | 0x20) >= 0x61 && (letter | 0x20) <= 0x7a;
    return !isLetter || ((letter | 0x20) == 0x73 && codeOf(behind) >= 0) ? YES : NO;
  }
  // An ampersand, a plus, a hash, a parenthesis.
  return next == 0x26 || next == 0x2b || next == 0x23 || next == 0x28 ? ASK : YES;
}

/** Recall what a stretch reads as: its end, with the match in `to`, 0 where no term stands there, or `ASK`. */
function read(start: i32, end: i32, hash: i32, to: usize): i32 {
  const first = unitAt(start);
  const place = <usize>((<u32>(hash ^ (first * 0x9e3779b1))) >>> stretchShift);
  const stretch = stretches + (place << 7);
  if (load<i32>(stretch) != hash || load<i32>(stretch, 4) != end - start) return ASK;
  let letter = stretch + 64;
  let at = UNITS + 8 + ((<usize>start) << 1);
  for (let left = end - start; left > 0; left -= 8) {
    const wanted = left >= 8 ? 0xff : (1 << left) - 1;
    if ((i16x8.bitmask(i16x8.eq(v128.load(at), v128.load(letter))) & wanted) != wanted) return ASK;
    at += 16;
    letter += 16;
  }
  const count = load<i32>(stretch, 8);
  if (count == 0) return 0;
  const isEnd = endsHere(end);
  if (isEnd != YES) return isEnd;
  store<i32>(to, base + start);
  store<i32>(to, base + end, 4);
  store<i32>(to, count, 8);
  for (let at: usize = 0; at < <usize>count; at++) store<i64>(to + 12 + (at << 3), load<i64>(stretch + 12 + (at << 3)));
  return end;
}

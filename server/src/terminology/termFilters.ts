/** A word of 32 bits for each term in each filter, and so many at least: few terms are told from all other words. */
const FEWEST_WORDS = 2048;

/**
 * Three Bloom filters that tell from the hash of a stretch of words alone what it cannot be. They are of one length, a power
 * of two, and the high bits of a hash, `hash >>> shift`, are the place of its word in each.
 */
export class TermFilters {
  /** One bit, `hash & 31`, for the first words of each form written in one, and for its plurals. */
  readonly firstWords: Int32Array;
  /** Two bits for each beginning of a form behind which another of its words comes. */
  readonly beginnings: Int32Array;
  /** Two bits for each form, and for its plurals. */
  readonly wholes: Int32Array;
  readonly shift: number;

  /** Make empty filters that have room for so many terms. */
  constructor(terms: number) {
    const words = 2 ** Math.ceil(Math.log2(Math.max(FEWEST_WORDS, terms)));
    this.firstWords = new Int32Array(words);
    this.beginnings = new Int32Array(words);
    this.wholes = new Int32Array(words);
    this.shift = Math.clz32(words) + 1;
  }

  holds(terms: number): boolean {
    return this.wholes.length >= terms;
  }

  addFirstWord(hash: number): void {
    const word = hash >>> this.shift;
    this.firstWords[word] = (this.firstWords[word] as number) | (1 << hash);
  }

  addBeginning(hash: number): void {
    const word = hash >>> this.shift;
    this.beginnings[word] = (this.beginnings[word] as number) | bitsOf(hash);
  }

  addWhole(hash: number): void {
    const word = hash >>> this.shift;
    this.wholes[word] = (this.wholes[word] as number) | bitsOf(hash);
  }

  /** Whether a term may begin with a word. */
  mayBegin(hash: number): boolean {
    return (((this.firstWords[hash >>> this.shift] as number) >>> hash) & 1) !== 0;
  }

  /** Whether some term may go on with another word. */
  mayGoOn(hash: number): boolean {
    const bits = bitsOf(hash);
    return ((this.beginnings[hash >>> this.shift] as number) & bits) === bits;
  }

  /** Whether a term may be read, a plural perhaps. */
  mayBeWhole(hash: number): boolean {
    const bits = bitsOf(hash);
    return ((this.wholes[hash >>> this.shift] as number) & bits) === bits;
  }
}

/** Put filters together; those of one index are given as they are. */
export function unionOfFilters(all: readonly TermFilters[]): TermFilters {
  const [first, ...others] = all;
  if (first === undefined) return new TermFilters(0);
  if (others.length === 0) return first;
  const union = new TermFilters(Math.max(...all.map(({ wholes }) => wholes.length)));
  for (const { firstWords, beginnings, wholes } of all) {
    addAll(union.firstWords, firstWords);
    addAll(union.beginnings, beginnings);
    addAll(union.wholes, wholes);
  }
  return union;
}

/** A word of a smaller filter stands for several neighbours of a larger one. */
function addAll(union: Int32Array, filter: Int32Array): void {
  const shift = Math.log2(union.length / filter.length);
  for (let word = 0; word < union.length; word++) {
    union[word] = (union[word] as number) | (filter[word >> shift] as number);
  }
}

function bitsOf(hash: number): number {
  return (1 << hash) | (1 << (hash >>> 5));
}

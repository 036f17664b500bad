/** A word of 32 bits for each term in each filter, and so many at least: few terms are told from all other words. */
const FEWEST_WORDS = 2048;

/**
 * Bloom filters that tell from the hash of a stretch of words alone what it cannot be. They are of one length, a power
 * of two, and the high bits of a hash, `hash >>> shift`, are the place of its word in each.
 */
export class TermFilters {
  /** One bit, `hash & 31`, for the first words of each form written in one, and for its plurals. */
  readonly firstWords: Int32Array;
  /**
   * Pairs of words, since both are asked for in one place: two bits for each beginning of a form behind which another of its
   * words comes, and two for each form and its plurals.
   */
  readonly stretches: Int32Array;
  readonly shift: number;

  private constructor(firstWords: Int32Array, stretches: Int32Array) {
    this.firstWords = firstWords;
    this.stretches = stretches;
    this.shift = Math.clz32(firstWords.length) + 1;
  }

  /** Make empty filters that have room for so many terms. */
  static empty(terms: number): TermFilters {
    const words = 2 ** Math.ceil(Math.log2(Math.max(FEWEST_WORDS, terms)));
    return new TermFilters(new Int32Array(words), new Int32Array(2 * words));
  }

  /** Take back what was stored of filters. */
  static of(firstWords: Int32Array, stretches: Int32Array): TermFilters {
    return new TermFilters(firstWords, stretches);
  }

  /** Whether they still tell enough with so many terms. */
  holds(terms: number): boolean {
    return 2 * this.firstWords.length >= terms;
  }

  addFirstWord(hash: number): void {
    const word = hash >>> this.shift;
    this.firstWords[word] = (this.firstWords[word] as number) | (1 << hash);
  }

  addBeginning(hash: number): void {
    const word = 2 * (hash >>> this.shift);
    this.stretches[word] = (this.stretches[word] as number) | bitsOf(hash);
  }

  addWhole(hash: number): void {
    const word = 2 * (hash >>> this.shift) + 1;
    this.stretches[word] = (this.stretches[word] as number) | bitsOf(hash);
  }

  /** Whether a term may begin with a word. */
  mayBegin(hash: number): boolean {
    return (((this.firstWords[hash >>> this.shift] as number) >>> hash) & 1) !== 0;
  }

  /** Whether some term may go on with another word. */
  mayGoOn(hash: number): boolean {
    const bits = bitsOf(hash);
    return ((this.stretches[2 * (hash >>> this.shift)] as number) & bits) === bits;
  }

  /** Whether a term may be read, a plural perhaps. */
  mayBeWhole(hash: number): boolean {
    const bits = bitsOf(hash);
    return ((this.stretches[2 * (hash >>> this.shift) + 1] as number) & bits) === bits;
  }
}

/** Put filters together; those of one index are given as they are. */
export function unionOfFilters(all: readonly TermFilters[]): TermFilters {
  const [first, ...others] = all;
  if (first === undefined) return TermFilters.empty(0);
  if (others.length === 0) return first;
  const union = TermFilters.empty(Math.max(...all.map(({ firstWords }) => firstWords.length)));
  for (const { firstWords, stretches, shift } of all) {
    // A word of a smaller filter stands for several neighbours of a larger one.
    const larger = shift - union.shift;
    for (let word = 0; word < union.firstWords.length; word++) {
      const from = word >> larger;
      union.firstWords[word] = (union.firstWords[word] as number) | (firstWords[from] as number);
      union.stretches[2 * word] = (union.stretches[2 * word] as number) | (stretches[2 * from] as number);
      union.stretches[2 * word + 1] = (union.stretches[2 * word + 1] as number) | (stretches[2 * from + 1] as number);
    }
  }
  return union;
}

function bitsOf(hash: number): number {
  return (1 << hash) | (1 << (hash >>> 5));
}

/** What ends a stretch that is not read. */
export type Closer = (typeof closers)[number];

const closers = ['}}', '%}', '>}}', '%}}', '-->', '?>', '>', ']]>', '*/}'] as const;

const NEVER = 0x7fffffff;

/**
 * Finds closers in a leaf and remembers the next place of each: many unclosed openers that look for the same closer cost
 * one pass over the leaf together, not one each.
 */
export class Closers {
  #units: Uint16Array = new Uint16Array(0);
  #end = 0;
  #isClear = true;
  /** For each closer, from where on the one that was found last is the next. */
  readonly #from: Int32Array = new Int32Array(closers.length).fill(NEVER);
  readonly #found: Int32Array = new Int32Array(closers.length);

  /** Look into another leaf from now on. */
  clear(units: Uint16Array, end: number): void {
    this.#units = units;
    this.#end = end;
    if (!this.#isClear) this.#from.fill(NEVER);
    this.#isClear = true;
  }

  /** Give the offset of the first `closer` at or behind `from`, -1 where there is none in the leaf. */
  find(closer: Closer, from: number): number {
    const index = closers.indexOf(closer);
    let found = this.#found[index] as number;
    if ((this.#from[index] as number) > from || found < from) {
      found = this.#search(closer, from);
      this.#from[index] = from;
      this.#found[index] = found;
      this.#isClear = false;
    }
    return found < this.#end ? found : -1;
  }

  #search(closer: Closer, from: number): number {
    const units = this.#units;
    const end = this.#end - closer.length;
    const first = closer.charCodeAt(0);
    for (let offset = from; offset <= end; offset++) {
      if (units[offset] !== first) continue;
      let index = 1;
      while (index < closer.length && units[offset + index] === closer.charCodeAt(index)) index++;
      if (index === closer.length) return offset;
    }
    return this.#end;
  }
}

/** Cells of a block. One pins at most so many as long as anything in it is in use. */
const BLOCK_CELLS = 4096;

/**
 * Gives out arrays that share blocks of memory: an array of its own costs more than what most sections need to be found, as it is
 * allocated outside of the heap.
 */
export class Arena {
  #cells: Int32Array = new Int32Array(0);
  #used = 0;

  /** Give an array of `length` cells, 0 or not. */
  take(length: number): Int32Array {
    if (length > BLOCK_CELLS >> 2) return new Int32Array(length);
    if (this.#used + length > this.#cells.length) {
      this.#cells = new Int32Array(BLOCK_CELLS);
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += length;
    return this.#cells.subarray(start, this.#used);
  }
}

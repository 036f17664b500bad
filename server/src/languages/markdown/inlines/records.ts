/**
 * A list of records, each of `width` integers. It is filled again and again, and may hold one record for each character of a
 * hostile text: objects or growing arrays would then keep the garbage collector busier than the text keeps us.
 */
export class Records {
  /** How many records there are; lower it to drop the last ones. */
  count = 0;
  readonly #width: number;
  #cells: Int32Array;

  constructor(width: number) {
    this.#width = width;
    this.#cells = new Int32Array(width * INITIAL_RECORDS);
  }

  /** Add a record, its fields to be set, and give its index. */
  add(): number {
    const index = this.count++;
    if (this.count * this.#width > this.#cells.length) {
      const cells = new Int32Array(this.#cells.length * 2);
      cells.set(this.#cells);
      this.#cells = cells;
    }
    return index;
  }

  get(index: number, field: number): number {
    return this.#cells[index * this.#width + field] ?? 0;
  }

  set(index: number, field: number, value: number): void {
    this.#cells[index * this.#width + field] = value;
  }
}

const INITIAL_RECORDS = 64;

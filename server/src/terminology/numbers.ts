/** A list of numbers that is filled again and again: growing arrays would keep the garbage collector busier than texts do. */
export class Numbers {
  cells = new Int32Array(64);
  length = 0;

  push(value: number): void {
    this.reserve(1);
    this.cells[this.length++] = value;
  }

  /** Make room for so many more. */
  reserve(count: number): void {
    if (this.length + count <= this.cells.length) return;
    const cells = new Int32Array(2 * (this.length + count));
    cells.set(this.cells);
    this.cells = cells;
  }
}

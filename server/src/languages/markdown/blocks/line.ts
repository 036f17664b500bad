import { SPACE, TAB } from '../../../text/ascii';

/** Columns from one tab stop to the next. */
const TAB_WIDTH = 4;

/**
 * The line at hand. The markers of the containers that were matched so far end at `at`, in column `column`; blanks of `indent`
 * columns follow, up to `next`.
 */
export class Line {
  units: Uint16Array = new Uint16Array(0);
  start = 0;
  /** Where it ends, its line end left out. */
  end = 0;
  at = 0;
  column = 0;
  next = 0;
  indent = 0;

  read(start: number, end: number): void {
    this.start = start;
    this.end = end;
    this.at = start;
    this.column = 0;
    this.skipIndent();
  }

  get isBlank(): boolean {
    return this.next === this.end;
  }

  skipIndent(): void {
    const { units, end } = this;
    let column = this.column;
    let next = this.at;
    for (; next < end; next++) {
      const unit = units[next];
      if (unit === SPACE) column++;
      else if (unit === TAB) column += TAB_WIDTH - (column % TAB_WIDTH);
      else break;
    }
    this.next = next;
    this.indent = column - this.column;
  }

  /** Use up `columns` of the indentation; of a tab, some may remain. */
  advance(columns: number): void {
    const target = this.column + columns;
    this.indent -= columns;
    while (this.column < target) {
      const width = this.units[this.at] === TAB ? TAB_WIDTH - (this.column % TAB_WIDTH) : 1;
      if (this.column + width > target) {
        this.column = target;
      } else {
        this.column += width;
        this.at++;
      }
    }
  }

  /** Step behind a container's marker, which ends at `markerEnd`. */
  skipMarker(markerEnd: number): void {
    this.column += this.indent + markerEnd - this.next;
    this.at = markerEnd;
    this.skipIndent();
  }
}

/**
 * A text for scanners: as a string, for what strings do well (`indexOf`, `slice`), and as UTF-16 units in an array, which
 * loops read more than twice as fast as with `charCodeAt`.
 */
export interface Source {
  readonly text: string;
  /** The units of `text`, then one 0, which ends loops without a look at the length; what lies behind is of no meaning. */
  readonly units: Uint16Array;
  readonly length: number;
}

/** Copy the UTF-16 units of a text to the start of an array that holds them. An environment may know a faster way than ours. */
export type CopyUnits = (text: string, target: Uint16Array) => void;

/** Copy units in the way that every JavaScript engine knows. */
export function copyUnits(text: string, target: Uint16Array): void {
  for (let index = 0; index < text.length; index++) target[index] = text.charCodeAt(index);
}

/** Units that an array has room for at first: most documents are shorter. */
const FIRST_CAPACITY = 1 << 16;

/** Reads texts into one array, which grows with the longest: what a call gave is good until the next call. */
export class SourceReader {
  readonly #copy: CopyUnits;
  #units = new Uint16Array(0);

  constructor(copy: CopyUnits = copyUnits) {
    this.#copy = copy;
  }

  /** Read a text. */
  read(text: string): Source {
    const { length } = text;
    if (length >= this.#units.length) {
      this.#units = new Uint16Array(Math.max(FIRST_CAPACITY, length + (length >> 3) + 1));
    }
    this.#copy(text, this.#units);
    this.#units[length] = 0;
    return { text, units: this.#units, length };
  }
}

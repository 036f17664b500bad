import { CR, LF } from '../../text/ascii';
import type { Source } from '../../text/source';

/** Units looked at in one go: few enough to be still in the cache when the lines in them are read. */
const CHUNK = 8192;

/** Bits of `SYNTAX`. */
const MARK = 1;
const LINE_END = 2;

/** What a unit may be: syntax inside a line, a line end; for all units, so that no bound is checked. */
const SYNTAX = new Uint8Array(0x10000);
for (const character of '\\`*_~[]<&{$:.@|') SYNTAX[character.charCodeAt(0)] = MARK;
SYNTAX[LF] = LINE_END;
SYNTAX[CR] = LINE_END;

/**
 * Where the line ends of a text are and the characters that may be syntax inside of a line, found in the one pass that
 * looks at every unit. What is in front of `lineIndex` and `markIndex` was used and may be forgotten.
 */
export class Syntax {
  lines: Int32Array = new Int32Array(CHUNK);
  lineIndex = 0;
  lineCount = 0;
  marks: Int32Array = new Int32Array(CHUNK);
  markIndex = 0;
  markCount = 0;
  /** The first mark that may be in the line at hand. */
  #lineMark = 0;
  #units: Uint16Array = new Uint16Array(0);
  #length = 0;
  #at = 0;

  /** Start at an offset of a text; the arrays are used again. */
  start({ units, length }: Source, from: number): void {
    this.#units = units;
    this.#length = length;
    this.#at = from;
    this.lineIndex = 0;
    this.lineCount = 0;
    this.markIndex = 0;
    this.markCount = 0;
    this.#lineMark = 0;
  }

  /** Give the next line end, the end of the text at last. */
  lineEnd(): number {
    while (this.lineIndex === this.lineCount) {
      if (this.#at === this.#length) return this.#length;
      this.#read();
    }
    return this.lines[this.lineIndex++] as number;
  }

  /** Give the index of the first mark at or behind `offset`, which is never in front of that of the last call. */
  markFrom(offset: number): number {
    const { marks, markCount } = this;
    let index = Math.max(this.#lineMark, this.markIndex);
    while (index < markCount && (marks[index] as number) < offset) index++;
    this.#lineMark = index;
    return index;
  }

  #read(): void {
    const units = this.#units;
    const end = Math.min(this.#length, this.#at + CHUNK);
    const lines = room(this.lines, this.lineIndex, this.lineCount, end - this.#at);
    const marks = room(this.marks, this.markIndex, this.markCount, end - this.#at);
    let lineCount = this.lineCount - this.lineIndex;
    let markCount = this.markCount - this.markIndex;
    let at = this.#at;
    // Every unit is written and counted only where it counts: that is cheaper than a branch that nobody can foresee.
    for (const quads = end - 3; at < quads; at += 4) {
      const one = SYNTAX[units[at] as number] as number;
      const two = SYNTAX[units[at + 1] as number] as number;
      const three = SYNTAX[units[at + 2] as number] as number;
      const four = SYNTAX[units[at + 3] as number] as number;
      if ((one | two | three | four) === 0) continue;
      marks[markCount] = at;
      markCount += one & MARK;
      lines[lineCount] = at;
      lineCount += one >> 1;
      marks[markCount] = at + 1;
      markCount += two & MARK;
      lines[lineCount] = at + 1;
      lineCount += two >> 1;
      marks[markCount] = at + 2;
      markCount += three & MARK;
      lines[lineCount] = at + 2;
      lineCount += three >> 1;
      marks[markCount] = at + 3;
      markCount += four & MARK;
      lines[lineCount] = at + 3;
      lineCount += four >> 1;
    }
    for (; at < end; at++) {
      const kind = SYNTAX[units[at] as number] as number;
      marks[markCount] = at;
      markCount += kind & MARK;
      lines[lineCount] = at;
      lineCount += kind >> 1;
    }
    this.lines = lines;
    this.marks = marks;
    this.#lineMark = Math.max(0, this.#lineMark - this.markIndex);
    this.lineIndex = 0;
    this.markIndex = 0;
    this.lineCount = lineCount;
    this.markCount = markCount;
    this.#at = end;
  }
}

/** Move what is still of use to the front of an array, with room behind for `length` units and one more. */
function room(offsets: Int32Array, index: number, count: number, length: number): Int32Array {
  const size = count - index + length + 1;
  if (size <= offsets.length) {
    if (index < count) offsets.copyWithin(0, index, count);
    return offsets;
  }
  const larger = new Int32Array(Math.max(offsets.length * 2, size));
  larger.set(offsets.subarray(index, count));
  return larger;
}

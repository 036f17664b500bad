import { Arena } from './arena';
import type { Syntax } from './syntax';

// Kinds of leaves; a number that regions may have is the same as theirs.
export const PROSE = 0;
export const HEADING_LEAF = 1;
export const QUOTATION = 2;
export const COMMENT_LEAF = 3;
export const FRONT_MATTER = 6;
export const YAML_CODE = 7;
/** Bits of what else is known of a leaf: it is text of an HTML block; it stands in a document of MDX. */
export const HTML = 8;
export const MDX = 16;

/**
 * The blocks of a section that hold text, packed: how many leaves and gaps there are, then for each leaf its kind, its start, its
 * end and how many marks there are up to its end, then the starts and ends of the gaps, then the marks. A gap is a stretch
 * inside of a leaf that belongs to its containers (`> `). All offsets count from the start of the section.
 */
export type PackedLeaves = Int32Array;

export const HEADER = 2;
export const LEAF_WIDTH = 4;
export const GAP_WIDTH = 2;

/** Packs the leaves of one section after the other. Offsets that it is given count from the start of the text. */
export class LeafWriter {
  leafCount = 0;
  gapCount = 0;
  gaps: Int32Array = new Int32Array(GAP_WIDTH * 64);
  readonly #arena = new Arena();
  #leaves: Int32Array = new Int32Array(LEAF_WIDTH * 256);

  clear(): void {
    this.leafCount = 0;
    this.gapCount = 0;
  }

  /** Add a leaf. */
  push(kind: number, start: number, end: number): void {
    const at = LEAF_WIDTH * this.leafCount++;
    if (at + LEAF_WIDTH > this.#leaves.length) this.#leaves = doubled(this.#leaves);
    const leaves = this.#leaves;
    leaves[at] = kind;
    leaves[at + 1] = start;
    leaves[at + 2] = end;
  }

  /** Add a gap in the leaf that is pushed next. */
  gap(start: number, end: number): void {
    const at = GAP_WIDTH * this.gapCount++;
    if (at + GAP_WIDTH > this.gaps.length) this.gaps = doubled(this.gaps);
    this.gaps[at] = start;
    this.gaps[at + 1] = end;
  }

  /** Give the leaves of the section that starts at `start`, with the marks in them. */
  pack(start: number, syntax: Syntax): PackedLeaves {
    const { leafCount, gapCount, gaps } = this;
    const leaves = this.#leaves;
    const { marks, markCount } = syntax;
    const gapsAt = HEADER + LEAF_WIDTH * leafCount;
    const marksAt = gapsAt + GAP_WIDTH * gapCount;
    let mark = syntax.markIndex;
    let count = 0;
    // The marks that stay are written over those that were read: so one array is made, of the right length.
    for (let at = 0; at < LEAF_WIDTH * leafCount; at += LEAF_WIDTH) {
      const leafStart = leaves[at + 1] as number;
      const leafEnd = leaves[at + 2] as number;
      while (mark < markCount && (marks[mark] as number) < leafStart) mark++;
      const from = syntax.markIndex;
      while (mark < markCount) {
        const offset = marks[mark] as number;
        if (offset >= leafEnd) break;
        marks[from + count] = offset - start;
        count++;
        mark++;
      }
      leaves[at + 1] = leafStart - start;
      leaves[at + 2] = leafEnd - start;
      leaves[at + 3] = count;
    }
    const packed = this.#arena.take(marksAt + count);
    packed[0] = leafCount;
    packed[1] = gapCount;
    for (let at = 0; at < LEAF_WIDTH * leafCount; at++) packed[HEADER + at] = leaves[at] as number;
    for (let at = 0; at < GAP_WIDTH * gapCount; at++) packed[gapsAt + at] = (gaps[at] as number) - start;
    for (let at = 0; at < count; at++) packed[marksAt + at] = marks[syntax.markIndex + at] as number;
    syntax.markIndex = mark;
    this.clear();
    return packed;
  }
}

function doubled(cells: Int32Array): Int32Array {
  const larger = new Int32Array(cells.length * 2);
  larger.set(cells);
  return larger;
}

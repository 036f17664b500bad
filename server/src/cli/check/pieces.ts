import type { Edit } from '../../analysis/finding';
import type { Span } from '../../text/span';

/**
 * A text that was made of another by edits, with the way back: what was kept and what was put in, piece by piece. Immutable.
 * Edits made one after the other, each to the text that the last one left, thus stay edits of the first text.
 */
export interface Pieces {
  readonly original: string;
  readonly pieces: readonly Piece[];
}

/** A stretch of the original, or a text that was put in. */
export type Piece = { readonly kept: Span } | { readonly text: string };

/** Begin with a text as it is. */
export function wholeText(original: string): Pieces {
  return { original, pieces: original === '' ? [] : [{ kept: { start: 0, end: original.length } }] };
}

/** Put a text together again. */
export function textOf({ original, pieces }: Pieces): string {
  return pieces
    .map((piece) => ('kept' in piece ? original.slice(piece.kept.start, piece.kept.end) : piece.text))
    .join('');
}

/** Make edits, sorted and disjoint, whose spans are offsets into the text as it is now. Linear in pieces and edits. */
export function edit({ original, pieces }: Pieces, edits: readonly Edit[]): Pieces {
  const edited: Piece[] = [];
  const reader = new PieceReader(pieces);
  for (const { span, text } of edits) {
    reader.take(span.start, edited);
    reader.take(span.end, undefined);
    if (text !== '') edited.push({ text });
  }
  reader.take(Number.POSITIVE_INFINITY, edited);
  return { original, pieces: edited };
}

/**
 * List what became of the original as edits of it: sorted, disjoint, none that touch. A text that was put in stands where the
 * original lost something, or between two of its characters.
 */
export function editsOf({ original, pieces }: Pieces): readonly Edit[] {
  const edits: Edit[] = [];
  let end = 0;
  let added = '';
  for (const piece of [...pieces, { kept: { start: original.length, end: original.length } }]) {
    if ('text' in piece) {
      added += piece.text;
      continue;
    }
    const { kept } = piece;
    if (added !== '' || kept.start > end) edits.push({ span: { start: end, end: kept.start }, text: added });
    added = '';
    end = kept.end;
  }
  return edits;
}

/** Tells where in the original the offsets of a text are; asked in any order, each in logarithmic time. */
export class Origins {
  readonly #pieces: readonly Piece[];
  /** Where each piece begins in the text. */
  readonly #starts: number[] = [];

  constructor({ pieces }: Pieces) {
    this.#pieces = pieces;
    let start = 0;
    for (const piece of pieces) {
      this.#starts.push(start);
      start += lengthOf(piece);
    }
  }

  /** Give the stretch of the original that a span comes from; what was put in comes from the place where it stands. */
  spanOf({ start, end }: Span): Span {
    const first = this.#offsetOf(start, false);
    return { start: first, end: Math.max(first, this.#offsetOf(end, true)) };
  }

  /** At the border of two pieces an end belongs to the first, a start to the second. */
  #offsetOf(offset: number, isEnd: boolean): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = this.#starts[middle] ?? 0;
      if (isEnd ? start < offset : start <= offset) low = middle + 1;
      else high = middle;
    }
    for (let index = low - 1; index >= 0; index--) {
      const piece = this.#pieces[index];
      if (piece === undefined || 'text' in piece) continue;
      const inside = offset - (this.#starts[index] ?? 0);
      return Math.min(piece.kept.start + inside, piece.kept.end);
    }
    return 0;
  }
}

/** Reads pieces from the first to the last. */
class PieceReader {
  readonly #pieces: readonly Piece[];
  #index = 0;
  /** How much of the piece at `#index` was read. */
  #inside = 0;
  #offset = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** Read on to an offset of the text; what lies before it goes to `into`. */
  take(end: number, into: Piece[] | undefined): void {
    for (let piece = this.#pieces[this.#index]; piece !== undefined; piece = this.#pieces[this.#index]) {
      const left = lengthOf(piece) - this.#inside;
      const length = Math.min(left, end - this.#offset);
      if (length <= 0) return;
      into?.push(partOf(piece, this.#inside, this.#inside + length));
      this.#offset += length;
      this.#inside = length === left ? 0 : this.#inside + length;
      if (length === left) this.#index++;
    }
  }
}

function lengthOf(piece: Piece): number {
  return 'kept' in piece ? piece.kept.end - piece.kept.start : piece.text.length;
}

function partOf(piece: Piece, start: number, end: number): Piece {
  if ('text' in piece) return { text: piece.text.slice(start, end) };
  return { kept: { start: piece.kept.start + start, end: piece.kept.start + end } };
}

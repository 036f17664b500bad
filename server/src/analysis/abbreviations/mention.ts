import type { Span } from '../../text/span';

/** An abbreviation in a run of text. */
export interface Mention {
  /** In the singular and without a possessive: `PVC` of `PVCs` and `PVC's`. */
  readonly abbreviation: string;
  /** As it is written, endings included. */
  readonly span: Span;
  /** What it stands for, where the text says so right here. */
  readonly expansion?: Expansion;
}

/** `Long Form (LF)` or `LF (long form)` in a run of text. */
export interface Expansion {
  /** The long form as it is written. */
  readonly text: string;
  /** That of the long form alone. */
  readonly span: Span;
  /** From the first of the two to behind the closing bracket. */
  readonly whole: Span;
}

import type { Link } from '../../terminology/concept';
import type { Span } from '../../text/span';
import type { LocatedText } from '../concepts/conceptRecord';

/** A row of a table, or a record of a list: what it says in each column. */
export interface Row {
  readonly span: Span;
  /** Those that are not empty, in the order of the columns. */
  readonly cells: readonly RowCell[];
}

/** What a row says in one column. */
export interface RowCell {
  readonly column: number;
  /** A cell of a table may hold several values, with signs between them; of texts in a list each is one value. */
  readonly kind: 'cell' | 'text' | 'list';
  /** One, but for a list. */
  readonly texts: readonly RowText[];
}

/** A text of a row and where it stands, quotes included. */
export interface RowText extends LocatedText {
  /** Where its first character stands; undefined where its characters do not stand in the file as they are. */
  readonly verbatimAt?: number;
  /** Where a record says a link: the text is its address then. */
  readonly link?: Link;
}

/** How a text is marked inside a line. */
export type Mark = 'emphasis' | 'strong' | 'delete';

/**
 * A stretch of a line that survived the allow-list. Marks and links come in pairs and nest; a link holds no link, a mark
 * no mark of its own kind.
 */
export type Piece =
  | { readonly kind: 'text' | 'code'; readonly value: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'open' | 'close'; readonly mark: Mark }
  | { readonly kind: 'linkOpen' }
  | { readonly kind: 'linkClose'; readonly url: string };

/** Where a line of pieces stands: a paragraph may break its lines, a cell and a heading may not. */
export type Place = 'paragraph' | 'heading' | 'cell';

/** How columns of a table are aligned. */
export type Alignment = 'left' | 'right' | 'center' | null;

/** A kind of output that cards are written in: Markdown or plain text. Blocks are strings of one or more lines. */
export interface Markup {
  readonly kind: 'markdown' | 'plaintext';
  /** Write a plain text, such as a term, on one line so that it reads as itself. */
  text(plain: string): string;
  emphasis(inline: string): string;
  strong(inline: string): string;
  /** Link to an address of our own making; without one, the text alone. */
  link(inline: string, url: string | undefined): string;
  heading(level: 1 | 2 | 3, inline: string): string;
  /** A rule between parts. */
  readonly rule: string;
  /** What parts a label from what it labels, where the label is not set off by its weight. */
  readonly labelEnd: string;

  /** Write pieces as lines. */
  lines(pieces: readonly Piece[], place: Place): string[];
  codeBlock(value: string, language: string): string[];
  table(rows: readonly (readonly string[])[], alignments: readonly Alignment[]): string[];
  /** What starts each line of a quotation. */
  readonly quotePrefix: string;
}

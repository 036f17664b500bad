/** How a term may be written in a document, beside its own text. */
export interface TermForms {
  /** Other written forms to look for. */
  readonly listed: readonly string[];
  /** Whether the plurals that `regularPlurals` makes are looked for too; they need no entry in an index. */
  readonly bends: boolean;
}

/** The forms of a term that is written in one way only. */
export const UNBENT: TermForms = { listed: [], bends: false };

/** The forms of a term with nothing but regular plurals: of nearly all. */
export const REGULAR: TermForms = { listed: [], bends: true };

import type { Span } from '../../text/span';
import type { LeftOut } from '../format';

/** Collects what a format holds and another cannot keep, by kinds: a thousand rows of one column are one line of a list. */
export interface Leftovers {
  /** Count one more of a kind, named as the file names it; `span` is its place in a file that is read. */
  add(what: string, span?: Span): void;
  /** List the kinds in the order in which they came. */
  list(): readonly LeftOut[];
}

/** Start collecting. */
export function createLeftovers(): Leftovers {
  const kinds = new Map<string, { count: number; readonly span: Span | undefined }>();
  return {
    add(what, span) {
      const kind = kinds.get(what);
      if (kind === undefined) kinds.set(what, { count: 1, span });
      else kind.count++;
    },
    list: () =>
      Array.from(kinds, ([what, { count, span }]) => ({ what, count, ...(span === undefined ? {} : { span }) })),
  };
}

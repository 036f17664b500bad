import type { Span } from '../../text/span';
import { lineEndWithin } from './lines';

/** A value of a file and where it is. Lists and records are shallow: `Values.open` gives what is in them. */
export type Value = EmptyValue | TextValue | ListValue | RecordValue;

/** Nothing, or `null`: as if the field were not there. */
export interface EmptyValue {
  readonly kind: 'empty';
  readonly span: Span;
}

/** Text as its author wrote it, without quotes and escapes. */
export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
  /** What YAML takes it for: `9` and `yes` without quotes may be meant as text all the same. */
  readonly type: 'text' | 'number' | 'boolean' | 'date';
  readonly span: Span;
}

export interface ListValue {
  readonly kind: 'list';
  readonly nodes: readonly unknown[];
  readonly span: Span;
}

export interface RecordValue {
  readonly kind: 'record';
  readonly pairs: readonly Pair[];
  readonly span: Span;
}

/** The name and the value of a field, as nodes. */
interface Pair {
  readonly key: unknown;
  readonly value: unknown;
}

/** The values of one file, whatever it is written in. */
export interface Values {
  /** The node that all others are in. */
  readonly root: unknown;
  /** Whether a value may stand in several places: what is changed in one would change in the others. */
  readonly hasAliases: boolean;
  /** Look at a node; an alias is what it stands for. `place` is where a node would be that is not there. */
  open(node: unknown, place: Span): Value;
}

/** Cut a span down to its first line: a problem with a long list is told at its beginning. */
export function headOf(text: string, { start, end }: Span): Span {
  return { start, end: lineEndWithin(text, start, end) };
}

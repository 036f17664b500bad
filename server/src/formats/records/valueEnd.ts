import type { Value, Values } from './values';

/** The text of a file and the values in it. */
export interface ValuesOfText {
  readonly text: string;
  readonly values: Values;
}

/** Tell whether a record or a list is written with brackets, as in JSON. */
export function isFlow({ text }: ValuesOfText, { span }: Value): boolean {
  return text.charAt(span.start) === '{' || text.charAt(span.start) === '[';
}

/** Find where a value ends: that of a block is the end of the last one in it, for the library counts what follows it as well. */
export function endOfValue(file: ValuesOfText, value: Value): number {
  let current = value;
  while ((current.kind === 'record' || current.kind === 'list') && !isFlow(file, current)) {
    const { start, end } = current.span;
    const last = current.kind === 'list' ? current.nodes.at(-1) : current.pairs.at(-1)?.value;
    const key =
      current.kind === 'list' ? undefined : file.values.open(current.pairs.at(-1)?.key, { start, end: start });
    const place = key === undefined ? { start: end, end } : { start: key.span.end, end: key.span.end };
    const next = file.values.open(last, place);
    // Where nothing is, the library puts it behind white space and comments.
    if (key !== undefined && next.span.end === next.span.start) return file.text.indexOf(':', key.span.end) + 1;
    // An alias stands for what lies further up.
    if (next.span.start <= start) return end;
    current = next;
  }
  return current.span.end;
}

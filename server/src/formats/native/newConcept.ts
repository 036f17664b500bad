import { lineBreakOf } from '../../text/lineBreak';
import type { Span } from '../../text/span';
import { glossaryLimits } from '../limits';
import { createProblems } from '../problems';
import { openText } from '../records/fileText';
import { contentEnd } from '../records/lines';
import type { ListValue, Value, Values } from '../records/values';

/** What is known of a concept before anybody defined it. */
export interface NewConcept {
  readonly term: string;
  readonly abbreviation?: string;
}

/**
 * Make the edit that adds a concept to the end of a glossary in YAML, its definition left to be written. Every other character
 * stays. Undefined where the text does not parse, has no concept yet, or is written in another style, such as JSON.
 */
export function newConceptEdit(
  text: string,
  concept: NewConcept,
): { readonly span: Span; readonly text: string } | undefined {
  const opened = openText(text, glossaryLimits, createProblems(0), '');
  if (opened === undefined) return undefined;
  const [root, reading] = opened;
  // A merge conflict is for a person to solve.
  const list = reading.text === text ? conceptsIn(root, reading.values) : undefined;
  const [beforeLast, last] = list === undefined ? [] : lastItems(list, reading.values);
  const indentation = last && indentationOf(text, last);
  if (last === undefined || indentation === undefined) return undefined;
  const at = lineEnd(text, contentEnd(text, last.start, last.end));
  const isSpaced = beforeLast !== undefined && /\n[ \t]*\r?\n/.test(text.slice(beforeLast.start, last.start));
  const lineBreak = lineBreakOf(text);
  const { term, abbreviation } = concept;
  const fields = [
    `- term: ${scalarOf(term)}`,
    ...(abbreviation === undefined ? [] : [`  abbreviations: [${scalarOf(abbreviation)}]`]),
    '  definition:',
  ];
  const lines = [...(isSpaced ? [''] : []), ...fields.map((field) => indentation + field)];
  return { span: { start: at, end: at }, text: lines.map((line) => lineBreak + line).join('') };
}

function conceptsIn(root: Value, values: Values): ListValue | undefined {
  if (root.kind === 'list') return root;
  if (root.kind !== 'record') return undefined;
  for (const { key, value } of root.pairs) {
    const name = values.open(key, root.span);
    if (name.kind !== 'text' || name.text !== 'concepts') continue;
    const list = values.open(value, name.span);
    return list.kind === 'list' ? list : undefined;
  }
  return undefined;
}

/** The spans of the last two items, or of the last alone. */
function lastItems({ nodes, span }: ListValue, values: Values): readonly [Span | undefined, Span | undefined] {
  const [last, beforeLast] = [nodes.at(-1), nodes.at(-2)].map((node) =>
    node === undefined ? undefined : values.open(node, span).span,
  );
  return [beforeLast, last];
}

/** The white space before the hyphen of an item; undefined where no hyphen stands before it alone. */
function indentationOf(text: string, { start }: Span): string | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return /^(\s*)-\s+$/.exec(text.slice(lineStart, start))?.[1];
}

/** A comment behind the last field stays with it. */
function lineEnd(text: string, offset: number): number {
  const end = /\r?\n/.exec(text.slice(offset))?.index;
  return end === undefined ? text.length : offset + end;
}

/** Write a text in one line, in quotes where YAML might read something else. */
function scalarOf(text: string): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} -]*$/u.test(text) && !/^(?:null|true|false|\d+)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

import { lineBreakOf } from '../../text/lineBreak';
import { contentEnd } from '../records/lines';
import { endOfValue, isFlow } from '../records/valueEnd';
import type { ListValue, RecordValue } from '../records/values';
import { jsonText } from './jsonLayout';
import {
  emptyLinesBefore,
  emptyLinesFrom,
  hyphenBefore,
  insertion,
  lineEnd,
  lineStart,
  nextLine,
  replacement,
  type TextEdit,
} from './lineEdits';
import type { OpenGlossary } from './openGlossary';
import { colonBehind, endOfLineBefore, flowText, spaceBefore } from './recordSplices';
import type { WrittenRecord } from './written';
import { indented, OUR_STYLE, yamlItem } from './yamlLayout';

/** Put concepts at the end of a glossary; undefined where the text is too odd. */
export function addRecords(file: OpenGlossary, records: readonly WrittenRecord[]): readonly TextEdit[] | undefined {
  const { list } = file;
  if (records.length === 0) return [];
  if (list === undefined) return startList(file, records);
  if (isFlow(file, list))
    return list.nodes.length === 0 ? fillBrackets(file, list, records) : addInBrackets(file, list, records);
  return addInBlock(file, list, records);
}

/** Take a concept out of a glossary; undefined where the text is too odd. */
export function removeRecord(file: OpenGlossary, record: RecordValue): readonly TextEdit[] | undefined {
  const { list, text } = file;
  if (list === undefined) return undefined;
  if (isFlow(file, list)) return removeFromBrackets(file, list, record);
  const hyphen = hyphenBefore(text, record.span.start);
  if (hyphen === undefined) return undefined;
  const line = lineStart(text, hyphen);
  const after = nextLine(text, contentEnd(text, record.span.start, endOfValue(file, record)));
  const isFirst = spansOf(file, list)[0]?.start === record.span.start;
  if (isFirst) return [replacement(line, emptyLinesFrom(text, after))];
  const start = emptyLinesBefore(text, line);
  // Without a line end behind it, the one in front of it goes.
  const isLast = after === text.length && !text.endsWith('\n');
  return [replacement(isLast ? endOfLineBefore(text, start) : start, after)];
}

function startList(file: OpenGlossary, records: readonly WrittenRecord[]): readonly TextEdit[] | undefined {
  const { text, root, field, isJson } = file;
  if (isJson || (root.kind === 'record' && isFlow(file, root))) return undefined;
  const lineBreak = lineBreakOf(text);
  const lines = records.flatMap((record) => indented(yamlItem(record, OUR_STYLE), OUR_STYLE.indent));
  if (field !== undefined) {
    const colon = colonBehind(file, field.name);
    if (colon === undefined || field.value.span.end > field.value.span.start) return undefined;
    return [insertion(lineEnd(text, colon), lines.map((line) => lineBreak + line).join(''))];
  }
  const isNewLine = text === '' || text === '\ufeff' || text.endsWith('\n');
  return [insertion(text.length, (isNewLine ? '' : lineBreak) + ['concepts:', ...lines, ''].join(lineBreak))];
}

function addInBlock(
  file: OpenGlossary,
  list: ListValue,
  records: readonly WrittenRecord[],
): readonly TextEdit[] | undefined {
  const { text, values } = file;
  const spans = spansOf(file, list);
  const [beforeLast, last] = [spans.at(-2), spans.at(-1)];
  const indentation = last && indentationOf(text, last.start);
  const value = values.open(list.nodes.at(-1), list.span);
  if (last === undefined || indentation === undefined) return undefined;
  const at = lineEnd(text, contentEnd(text, last.start, Math.max(last.start, endOfValue(file, value))));
  const isSpaced = beforeLast !== undefined && /\n[ \t]*\r?\n/.test(text.slice(beforeLast.start, last.start));
  const lineBreak = lineBreakOf(text);
  const lines = records.flatMap((record) => [
    ...(isSpaced ? [''] : []),
    ...yamlItem(record, OUR_STYLE).map((line) => (line === '' ? line : indentation + line)),
  ]);
  return [insertion(at, lines.map((line) => lineBreak + line).join(''))];
}

/** Put items behind the last one, with the white space between them that is there already. */
function addInBrackets(
  file: OpenGlossary,
  list: ListValue,
  records: readonly WrittenRecord[],
): readonly TextEdit[] | undefined {
  const { text } = file;
  const last = spansOf(file, list).at(-1);
  if (last === undefined) return undefined;
  const space = spaceBefore(text, last.start);
  const items = records.map((record) => itemText(file, record, last.start, text.slice(last.start, last.end)));
  const isOpen = /^\s*,/.test(text.slice(last.end, list.span.end));
  const between = `,${space || (file.isJson ? '' : ' ')}`;
  if (!isOpen) return [insertion(last.end, items.map((item) => between + item).join(''))];
  const comma = text.indexOf(',', last.end);
  return [insertion(comma + 1, between.slice(1) + items.join(between))];
}

function fillBrackets(
  file: OpenGlossary,
  list: ListValue,
  records: readonly WrittenRecord[],
): readonly TextEdit[] | undefined {
  const { text, isJson, root, field } = file;
  const { start, end } = list.span;
  if (text.slice(start + 1, end - 1).trim() !== '') return undefined;
  const colon = field && !isFlow(file, root) ? colonBehind(file, field.name) : undefined;
  if (colon !== undefined && contentEnd(text, end, lineEnd(text, end)) === end) {
    const lines = indented(
      records.flatMap((record) => yamlItem(record, OUR_STYLE)),
      OUR_STYLE.indent,
    );
    return [replacement(colon + 1, end, lines.map((line) => lineBreakOf(text) + line).join(''))];
  }
  if (!isJson) return [replacement(start + 1, end - 1, records.map((record) => flowText(file, record)).join(', '))];
  const isOnLines = text.includes('\n');
  if (!isOnLines) return [replacement(start + 1, end - 1, records.map((record) => flowText(file, record)).join(', '))];
  const lineBreak = lineBreakOf(text);
  const outer = /^\s*/.exec(text.slice(lineStart(text, start), start))?.[0] ?? '';
  const items = records.map((record) => jsonText(record, '  ').replaceAll('\n', `${lineBreak}${outer}  `));
  const inner = items.map((item) => `${lineBreak}${outer}  ${item}`).join(',');
  return [replacement(start + 1, end - 1, `${inner}${lineBreak}${outer}`)];
}

/** Lay an item out as the one before it: on one line, or on several that are indented as its own. */
function itemText(file: OpenGlossary, record: WrittenRecord, at: number, model: string): string {
  const { text, isJson } = file;
  if (!isJson || !model.includes('\n')) return flowText(file, record);
  const outer = /^\s*/.exec(text.slice(lineStart(text, at), at))?.[0] ?? '';
  const inner = /\n([ \t]*)/.exec(model)?.[1] ?? outer;
  const step = inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : '  ';
  return jsonText(record, step).replaceAll('\n', lineBreakOf(text) + outer);
}

function removeFromBrackets(file: OpenGlossary, list: ListValue, record: RecordValue): readonly TextEdit[] | undefined {
  const { text } = file;
  const spans = spansOf(file, list);
  const place = spans.findIndex(({ start }) => start === record.span.start);
  const [before, own, next] = [spans[place - 1], spans[place], spans[place + 1]];
  if (own === undefined) return undefined;
  const [start, end] =
    next !== undefined
      ? [own.start, next.start]
      : [before?.end ?? list.span.start + 1, before ? own.end : list.span.end - 1];
  const around = text.slice(start, own.start) + text.slice(own.end, end);
  return /^[\s,]*$/.test(around) ? [replacement(start, end)] : undefined;
}

function spansOf({ values }: OpenGlossary, { nodes, span }: ListValue) {
  return nodes.map((node) => values.open(node, span).span);
}

/** The white space before the hyphen of an item; undefined where no hyphen stands before it alone. */
function indentationOf(text: string, item: number): string | undefined {
  const hyphen = hyphenBefore(text, item);
  return hyphen === undefined ? undefined : text.slice(lineStart(text, hyphen), hyphen);
}

import { abbreviates } from '../../terminology/abbreviation';
import type { Span } from '../../text/span';
import type { LocatedTerm } from '../concepts/conceptRecord';
import { isUsableTerm, locatedTerm } from '../concepts/terms';
import { limitMessage } from '../limits';
import type { Problems } from '../problems';
import type { Block } from './blocks';
import { cellsOf } from './cells';
import { type ColumnField, columnsOf } from './columns';
import { type ConceptDraft, type Labelled, writtenTerms } from './draft';
import { plainText } from './inline';
import { labelOf } from './labels';

/** What is needed to find concepts in blocks. */
export interface StructureReading {
  /** The text of the page, masked. */
  readonly text: string;
  readonly problems: Problems;
  /** Characters of a term. */
  readonly longest: number;
  readonly columns?: ReadonlyMap<string, string>;
  /** Whether the page calls itself a glossary. */
  readonly isGlossary: boolean;
}

/** Find the concepts in a block whose form says what is a term and what its definition; none in any other. */
export function conceptsIn(block: Block, reading: StructureReading): readonly ConceptDraft[] {
  switch (block.kind) {
    case 'abbreviation':
      return expansion(block.short, block.long, block.span, reading);
    case 'definitions':
      return definitions(block, reading);
    case 'table':
      return tableRows(block, reading);
    case 'list':
      return listItems(block, reading);
    case 'paragraph':
      return boldTerm(block.span, reading);
    default:
      return [];
  }
}

/** An abbreviation and what it stands for, or what it means where that is no long form of it. */
function expansion(short: Span, long: Span, span: Span, reading: StructureReading): readonly ConceptDraft[] {
  const { text, longest } = reading;
  const abbreviation = plainText(text.slice(short.start, short.end)).text;
  const meaning = plainText(text.slice(long.start, Math.min(long.end, long.start + longest + 1))).text;
  if (meaning === '' || !isUsableTerm(abbreviation)) return [];
  const isLongForm = long.end - long.start <= longest && abbreviates(abbreviation, meaning);
  const terms: readonly [LocatedTerm, ...LocatedTerm[]] = isLongForm
    ? [locatedTerm(meaning, long, 'preferred', 'full'), locatedTerm(abbreviation, short, 'admitted', 'abbreviation')]
    : [locatedTerm(abbreviation, short, 'preferred', 'full')];
  return [{ terms, anchors: [], parts: isLongForm ? [] : [long], labelled: [], span }];
}

function definitions(
  block: Extract<Block, { kind: 'definitions' }>,
  reading: StructureReading,
): readonly ConceptDraft[] {
  const { text } = reading;
  let id: ConceptDraft['id'];
  const terms: LocatedTerm[] = [];
  for (const line of block.terms) {
    const anchor = /^\$\$\$([^$\s]{1,200})\$\$\$\s*/.exec(text.slice(line.start, line.end));
    const span = { start: line.start + (anchor?.[0].length ?? 0), end: line.end };
    if (anchor !== null) id ??= { text: anchor[1] ?? '', span: { start: line.start, end: span.start } };
    const written = termsAt(span, id?.text, reading);
    if (written === undefined) continue;
    for (const located of written) {
      const { term } = located;
      terms.push(terms.length === 0 || term.status !== 'preferred' ? located : asOther(located));
    }
  }
  const [first, ...others] = terms;
  if (first === undefined) return [];
  const { parts, labelled } = withoutLabels(text, block.details);
  return [
    { terms: [first, ...others], ...(id === undefined ? {} : { id }), anchors: [], parts, labelled, span: block.span },
  ];
}

function asOther({ term, span }: LocatedTerm): LocatedTerm {
  return locatedTerm(term.text, span, 'admitted', 'variant');
}

/** Read the terms in a stretch; one that is too long is told and left out. */
function termsAt(
  span: Span,
  id: string | undefined,
  { text, problems, longest }: StructureReading,
): readonly [LocatedTerm, ...LocatedTerm[]] | undefined {
  const length = span.end - span.start;
  const terms = length > 2 * longest ? undefined : writtenTerms(text.slice(span.start, span.end), span, id, longest);
  if (terms === undefined && length > longest) {
    const message = () => limitMessage('This term has too many characters', length, longest, 'it is left out');
    problems.report('too-long', { start: span.start, end: span.start + longest }, message);
  }
  return terms;
}

function tableRows(
  { header, rows }: Extract<Block, { kind: 'table' }>,
  reading: StructureReading,
): readonly ConceptDraft[] {
  const { text, columns, isGlossary } = reading;
  const headings = cellsOf(text, header, MOST_COLUMNS).map(
    ({ start, end }) => plainText(text.slice(start, Math.min(end, start + 200))).text,
  );
  const fields = columnsOf(headings, columns, isGlossary);
  if (fields === undefined) return [];
  return rows.flatMap((row) => tableRow(row, fields, reading));
}

/** Columns behind these say nothing that a glossary keeps. */
const MOST_COLUMNS = 50;

function tableRow(
  row: Span,
  fields: readonly (ColumnField | undefined)[],
  reading: StructureReading,
): readonly ConceptDraft[] {
  const { text } = reading;
  const cells = new Map<ColumnField, Span>();
  for (const [number, cell] of cellsOf(text, row, fields.length).entries()) {
    const field = fields[number];
    if (field !== undefined && cell.end > cell.start) cells.set(field, cell);
  }
  const [termCell, short, definition] = [cells.get('term'), cells.get('abbreviation'), cells.get('definition')];
  if (termCell === undefined) {
    return short === undefined || definition === undefined
      ? []
      : withLabels(expansion(short, definition, row, reading), cells);
  }
  const written = text.slice(termCell.start, termCell.end);
  const anchor = anchorIn(written);
  const terms = termsAt(termCell, anchor, reading);
  if (terms === undefined) return [];
  const [first, ...others] = terms;
  const abbreviations = short === undefined ? [] : [{ label: 'abbreviations' as const, value: short }];
  const parts = [definition, cells.get('description')].filter((part) => part !== undefined);
  const idCell = cells.get('id');
  const id = idCell === undefined ? anchor : plainText(text.slice(idCell.start, idCell.end)).text;
  const draft: ConceptDraft = {
    terms: [first, ...others],
    ...(id === undefined || id === '' ? {} : { id: { text: id, span: idCell ?? termCell } }),
    anchors: [],
    parts,
    labelled: abbreviations,
    span: row,
  };
  return withLabels([draft], cells);
}

function withLabels(drafts: readonly ConceptDraft[], cells: ReadonlyMap<ColumnField, Span>): readonly ConceptDraft[] {
  const labelled = (['also', 'avoid', 'category', 'related'] as const).flatMap((label): readonly Labelled[] => {
    const value = cells.get(label);
    return value === undefined ? [] : [{ label, value }];
  });
  return drafts.map((draft) => ({ ...draft, isRow: true, labelled: [...draft.labelled, ...labelled] }));
}

/** The anchor in a cell or heading: `<a id="pod"></a>Pod`. */
export function anchorIn(written: string): string | undefined {
  return /<a\s+(?:id|name)\s*=\s*["']?([^"'<>\s]{1,200})["']?\s*\/?>/i.exec(written.slice(0, 500))?.[1];
}

/** A list is one of terms where two items are, and most. */
function listItems({ items }: Extract<Block, { kind: 'list' }>, reading: StructureReading): readonly ConceptDraft[] {
  const found = items.flatMap((item) => boldTerm(item, reading));
  return found.length >= 2 && 3 * found.length >= 2 * items.length ? found : [];
}

/** `**Term**: definition`, `**Term** – definition`, `**Term (ABBR):** definition`. */
function boldTerm(span: Span, reading: StructureReading): readonly ConceptDraft[] {
  const { text, longest } = reading;
  const head = text.slice(span.start, Math.min(span.end, span.start + 2 * longest + 50));
  const [mark, , title = '', ending = ''] = BOLD.exec(head) ?? [];
  if (mark === undefined || (!title.endsWith(':') && !title.endsWith('：') && ending.trim() === '')) return [];
  if (labelOf(head) !== undefined || REMARKS.test(title)) return [];
  const group = /^\s*\([^()]{1,200}\)/.exec(ending)?.[0] ?? '';
  const separator = ending.slice(group.length).trim();
  if (separator === '' && !/[:：]$/.test(title)) return [];
  const place = { start: span.start + 2, end: span.start + 2 + title.length };
  const terms = writtenTerms(`${title.replace(/[:：]$/, '')} ${group}`.trim(), place, undefined, longest);
  const rest = { start: span.start + mark.length, end: span.end };
  if (terms === undefined) return [];
  const { parts, labelled } = withoutLabels(text, [rest]);
  return parts.length === 0 ? [] : [{ terms, anchors: [], parts, labelled, span }];
}

const BOLD = /^(\*\*|__)(?=\S)((?:(?!\1)[^\n]){1,220}?)\1((?:\s*\([^()\n]{1,200}\))?\s*(?:[:：]|[-–—]{1,2}(?=\s))?)\s*/;
/** What stands in bold before a remark. */
const REMARKS =
  /^(?:attention|caution|danger|example|examples|hint|important|info|note|notes|spelling|tip|todo|warning)[:.]?$/i;

/** Part stretches from the lines in them that begin with a label. */
export function withoutLabels(
  text: string,
  stretches: readonly Span[],
): { readonly parts: readonly Span[]; readonly labelled: readonly Labelled[] } {
  const parts: Span[] = [];
  const labelled: Labelled[] = [];
  for (const { start, end } of stretches) {
    let from = start;
    for (let lineStart = start; lineStart < end; ) {
      const lineBreak = text.indexOf('\n', lineStart);
      const lineEnd = lineBreak < 0 || lineBreak > end ? end : lineBreak;
      let at = lineStart;
      while (at < lineEnd && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) at++;
      const mark = labelOf(text.slice(at, Math.min(lineEnd, at + 60)));
      if (mark !== undefined) {
        push(from, lineStart);
        labelled.push({ label: mark.label, value: { start: Math.min(at + mark.length, lineEnd), end: lineEnd } });
        from = Math.min(lineEnd + 1, end);
      }
      lineStart = lineEnd + 1;
    }
    push(from, end);
  }
  return { parts, labelled };

  function push(from: number, to: number) {
    let [start, end] = [from, to];
    while (start < end && /\s/.test(text.charAt(start))) start++;
    while (end > start && /\s/.test(text.charAt(end - 1))) end--;
    if (start < end) parts.push({ start, end });
  }
}

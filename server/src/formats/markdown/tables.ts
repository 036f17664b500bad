import type { Span } from '../../text/span';
import type { Block } from './blocks';
import { cellsOf } from './cells';
import { type ColumnField, columnsOf } from './columns';
import type { ConceptDraft, Labelled } from './draft';
import { plainText } from './inline';
import { anchorIn, expansion, type StructureReading, termsAt } from './structureReading';

/** Find the concepts in the rows of a table; none where its headings name no terms. */
export function tableRows(
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
  const named = termsAt(termCell, anchor, reading);
  if (named === undefined) return [];
  const abbreviations = short === undefined ? [] : [{ label: 'abbreviations' as const, value: short }];
  const parts = [definition, cells.get('description')].filter((part) => part !== undefined);
  const idCell = cells.get('id');
  const id = idCell === undefined ? anchor : plainText(text.slice(idCell.start, idCell.end)).text;
  const draft: ConceptDraft = {
    ...named,
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

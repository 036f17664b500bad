import type { GlossaryContent } from '../../terminology/glossary';
import { joinValues, quotedValue } from '../columns/cellValues';
import type { ColumnField } from '../columns/columnField';
import { type ConceptColumns, columnsOf, countHead, isTitle } from '../columns/conceptColumns';
import { keepsTitle, writtenLink } from '../columns/linkCell';
import { readAnswer } from '../columns/termStatus';
import { createLeftovers } from '../concepts/leftOut';
import type { WrittenGlossary } from '../format';
import { guarded } from './formula';

/** Write a glossary as a table with a row for each concept, without the columns that nothing is in. */
export function writeTable(glossary: GlossaryContent, delimiter: ',' | '\t'): WrittenGlossary {
  const leftovers = createLeftovers();
  countHead(glossary, false, leftovers);
  const rows = glossary.concepts.map((concept) => {
    for (const link of concept.links) if (!keepsTitle(link)) leftovers.add('the title of a link');
    const cells = cellsOf(columnsOf(concept, leftovers));
    cells.set('links', concept.links.map(writtenLink).join('\n'));
    cells.set('language', glossary.language === DEFAULT_LANGUAGE ? '' : glossary.language);
    return cells;
  });
  const columns = COLUMNS.filter((column) => ALWAYS.has(column) || rows.some((cells) => cells.get(column)));
  const lines = [columns, ...rows.map((cells) => columns.map((column) => guarded(cells.get(column) ?? '')))];
  const text = lines.map((cells) => `${cells.map((cell) => written(cell, delimiter)).join(delimiter)}\n`).join('');
  const path = delimiter === ',' ? 'glossary.csv' : 'glossary.tsv';
  return { files: [{ path, text }], leftOut: leftovers.list() };
}

const COLUMNS: readonly ColumnField[] = [
  'term',
  'abbreviations',
  'also',
  'avoid',
  'category',
  'definition',
  'description',
  'pronunciation',
  'audience',
  'plain',
  'examples',
  'related',
  'links',
  'case',
  'pos',
  'language',
  'id',
];
/** Others are not written where nothing is in them. */
const ALWAYS: ReadonlySet<ColumnField> = new Set(['term', 'abbreviations', 'definition', 'id'] as const);
const DEFAULT_LANGUAGE = 'en';

function cellsOf({ texts, lists }: ConceptColumns): Map<ColumnField, string> {
  const cells = new Map<ColumnField, string>(texts);
  const term = texts.get('term') ?? '';
  cells.set('term', isTitle(term, texts.get('id')) ? quotedValue(term) : joinValues([term], 'signs'));
  cells.set('id', joinValues([texts.get('id') ?? ''], 'signs'));
  for (const [field, values] of lists) {
    const isAnswer = (value: string) => field === 'avoid' && readAnswer(value) !== undefined;
    cells.set(field, joinValues(values, field === 'examples' ? 'lines' : 'commas', isAnswer));
  }
  return cells;
}

/** What is not in quotes has no spaces around it and no signs of the table in it. */
function written(cell: string, delimiter: string): string {
  const isPlain = !cell.includes(delimiter) && !/["\n\r]|^\s|\s$/u.test(cell);
  return isPlain ? cell : quotedValue(cell);
}

/** What a column of a table, or a field of a record, may say of a concept. People write these names in `columns:`. */
export const columnFields = [
  'term',
  'full',
  'abbreviations',
  'also',
  'avoid',
  'meaning',
  'definition',
  'description',
  'pronunciation',
  'category',
  'audience',
  'plain',
  'examples',
  'related',
  'links',
  'id',
  'status',
  'language',
  'case',
  'pos',
] as const;

/**
 * One of them. `full` is what a short form stands for; `meaning` is that or a definition, which each row shows by what it
 * says.
 */
export type ColumnField = (typeof columnFields)[number];

/** Tell whether a word names a field. */
export function isColumnField(word: string): word is ColumnField {
  return columnFields.some((field) => field === word);
}

/** Tell whether a field holds several values, so that commas part them. */
export function holdsSeveral(field: ColumnField): boolean {
  return SEVERAL.has(field);
}

/** Tell whether several columns may stand for a field, because what they say goes together. */
export function takesSeveralColumns(field: ColumnField): boolean {
  return SEVERAL.has(field) || field === 'description' || field === 'examples' || field === 'links';
}

const SEVERAL: ReadonlySet<ColumnField> = new Set(['abbreviations', 'also', 'avoid', 'audience', 'related'] as const);

/** What a column of a table may stand for, as people pick it. Knows no VS Code. */

/** A field of a concept, by its name in `columns:` of a configuration. */
export interface ColumnChoice {
  readonly field: string;
  readonly description: string;
}

/** What people write for a column that stands for nothing. */
export const LEFT_OUT = '-';

/** All fields that there are, the usual ones first. */
export const columnChoices: readonly ColumnChoice[] = [
  { field: 'term', description: 'the term to use' },
  { field: 'definition', description: 'what it means, in a sentence' },
  { field: 'abbreviations', description: 'short forms of the term' },
  { field: 'full', description: 'what a short form stands for' },
  { field: 'meaning', description: 'what a short form stands for, or a definition: each row shows which' },
  { field: 'also', description: 'other terms that may be used' },
  { field: 'avoid', description: 'terms not to be used' },
  { field: 'description', description: 'more about it' },
  { field: 'category', description: 'the subject field' },
  { field: 'examples', description: 'examples' },
  { field: 'related', description: 'related concepts' },
  { field: 'links', description: 'web addresses' },
  { field: 'pronunciation', description: 'how it is said' },
  { field: 'audience', description: 'whom it is for' },
  { field: 'plain', description: 'what to write for others' },
  { field: 'status', description: 'whether the term is to be used' },
  { field: 'id', description: 'what names the concept elsewhere' },
  { field: 'language', description: 'the language of the row' },
  { field: 'case', description: 'how its capitals bind' },
  { field: 'pos', description: 'what kind of word it is' },
  { field: LEFT_OUT, description: 'left out' },
];

/** Columns by their headings, with what each stands for. */
export type ColumnFields = readonly (readonly [heading: string, field: string])[];

/** Say what a column stands for, instead of what was said of it before. */
export function withColumn(columns: ColumnFields, heading: string, field: string): ColumnFields {
  return [...columns.filter(([other]) => other !== heading), [heading, field]];
}

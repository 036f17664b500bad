import type { ColumnField } from '../columns/columnField';
import type { ConceptRecord } from '../concepts/conceptRecord';
import type { GlossarySource, ReadGlossary } from '../format';
import { readJsonList } from '../jsonList/reader';
import { tableLimits } from '../limits';

/** Read a glossary of the plugin. */
export function readDocusaurus(source: GlossarySource): ReadGlossary {
  return readJsonList(source, tableLimits, { fields: FIELDS, settle: withoutIdleDefinition });
}

/** `abbreviation` is what an abbreviation stands for, or the other way round: the longer of the two comes first. */
const FIELDS: ReadonlyMap<string, ColumnField> = new Map([
  ['term', 'term'],
  ['abbreviation', 'full'],
  ['definition', 'definition'],
  ['explanation', 'description'],
  ['aliases', 'also'],
  ['relatedTerms', 'related'],
  ['id', 'id'],
  ['caseSensitive', 'case'],
]);

/** The plugin needs a definition: where there is none, a term of the concept stands for it. */
function withoutIdleDefinition(record: ConceptRecord): ConceptRecord {
  const { terms, content } = record;
  const isIdle = terms.some(({ term }) => term.text === content.definition);
  return isIdle ? { ...record, content: { ...content, definition: '' } } : record;
}

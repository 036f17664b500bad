import type { Concept } from '../../terminology/concept';
import type { GlossaryContent } from '../../terminology/glossary';
import type { ColumnField } from '../columns/columnField';
import { columnsOf, countHead, isTitle } from '../columns/conceptColumns';
import { createLeftovers, type Leftovers } from '../concepts/leftOut';
import type { WrittenGlossary } from '../format';

/** Write a glossary as a list of records in JSON, under its name and language. */
export function writeJsonList(glossary: GlossaryContent): WrittenGlossary {
  const leftovers = createLeftovers();
  countHead(glossary, true, leftovers);
  const { name, language, concepts } = glossary;
  const terms = concepts.map((concept) => Object.fromEntries(fieldsOf(concept, leftovers)));
  const text = `${JSON.stringify({ name, language, terms }, null, 2)}\n`;
  return { files: [{ path: 'glossary.json', text }], leftOut: leftovers.list() };
}

/** The names are ours, so that no word of a user is one. */
function* fieldsOf(concept: Concept, leftovers: Leftovers): Generator<readonly [ColumnField, unknown]> {
  const { texts, lists } = columnsOf(concept, leftovers);
  for (const field of FIELDS) {
    const text = texts.get(field) ?? '';
    const list = lists.get(field) ?? [];
    // A term in a list is whole: nothing in brackets is parted from it.
    if (field === 'term') yield [field, isTitle(text, concept.id) ? [text] : text];
    // Without definitions a reader would take descriptions for them.
    else if (text !== '' || field === 'definition') yield [field, text];
    else if (list.length > 0) yield [field, list];
    else if (field === 'links' && concept.links.length > 0) yield [field, concept.links];
  }
}

const FIELDS: readonly ColumnField[] = [
  'id',
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
];

import type { Concept } from '../../terminology/concept';
import { createLeftovers } from '../concepts/leftOut';
import { createSlugs, slugOf } from '../concepts/slug';
import type { RecordValue } from '../records/values';
import { keptConcept } from './keptConcept';
import { applyEdits, type TextEdit } from './lineEdits';
import { addRecords, removeRecord } from './listSplices';
import { findField, type OpenGlossary, openGlossary } from './openGlossary';
import { setField, unsetField } from './recordSplices';
import { conceptRecordOf } from './writer';
import { type ConceptField, PLAIN_USAGE, type WrittenField, type WrittenValue, writtenConcept } from './written';
import { valueIs } from './writtenValues';

export { applyEdits, type TextEdit } from './lineEdits';

/** What is to be different in a glossary. */
export type GlossaryChange =
  | { readonly kind: 'add'; readonly concept: Concept }
  | { readonly kind: 'set'; readonly id: string; readonly field: ConceptField; readonly value: WrittenValue }
  | { readonly kind: 'unset'; readonly id: string; readonly field: ConceptField }
  | { readonly kind: 'remove'; readonly id: string };

/**
 * Make the edits that change a glossary in our format, in YAML or JSON, and nothing else in it: every other character stays.
 * Undefined where the text does not allow it, and where it would not read as it should afterwards.
 */
export function glossaryEdits(text: string, change: GlossaryChange): readonly TextEdit[] | undefined {
  const before = openGlossary(text);
  const edits = before && editsFor(before, change);
  const changed = edits && applyEdits(text, edits);
  const after = changed === undefined ? undefined : openGlossary(changed);
  if (before === undefined || after === undefined) return undefined;
  return isAsMeant(before, after, change) ? edits : undefined;
}

/** Write a field of the concept of a number; its id stays what it is, also where it followed from the term. */
export function fieldEdits(file: OpenGlossary, number: number, field: WrittenField): readonly TextEdit[] | undefined {
  const [concept, record] = [file.concepts[number], file.records[number]];
  if (concept === undefined || record === undefined) return undefined;
  const edits = setField(file, record, field);
  const makesId = field.name === 'term' && !hasId(file, record) && slugOf(termOf(field.value)) !== concept.id;
  if (edits === undefined || !makesId) return edits;
  const idEdits = setField(file, record, { name: 'id', value: concept.id });
  return idEdits && [...idEdits, ...edits];
}

/** Tell whether two concepts say the same, wherever they stand. */
export function saysSame(one: Concept | undefined, other: Concept | undefined): boolean {
  return JSON.stringify(withoutOrigin(one)) === JSON.stringify(withoutOrigin(other));
}

/** Put concepts at the end of a glossary, each with its id where a reader would make another. */
export function additionEdits(file: OpenGlossary, concepts: readonly Concept[]): readonly TextEdit[] | undefined {
  return addRecords(
    file,
    concepts.map((concept) => conceptRecordOf(concept, slugOf(concept.terms[0].text) !== concept.id)),
  );
}

function editsFor(file: OpenGlossary, change: GlossaryChange): readonly TextEdit[] | undefined {
  if (change.kind === 'add') {
    const concept = keptConcept(change.concept, createLeftovers());
    const isNew = concept !== undefined && file.concepts.every(({ id }) => id !== concept.id);
    return isNew ? additionEdits(file, [concept]) : undefined;
  }
  const number = file.concepts.findIndex(({ id }) => id === change.id);
  const record = file.records[number];
  if (record === undefined) return undefined;
  switch (change.kind) {
    case 'set':
      return fieldEdits(file, number, { name: change.field, value: change.value });
    case 'unset':
      return unsetField(file, record, change.field);
    case 'remove':
      return removal(file, number, record);
  }
}

/** Take a concept away; ids that followed from terms stay what they are, also where it was the first of a name. */
function removal(file: OpenGlossary, number: number, record: RecordValue): readonly TextEdit[] | undefined {
  const edits = removeRecord(file, record);
  if (edits === undefined) return undefined;
  const all = [...edits];
  const others = file.records.map((other, place) => ({ record: other, concept: file.concepts[place] }));
  others.splice(number, 1);
  const slug = createSlugs(
    new Set(others.filter((other) => hasId(file, other.record)).map(({ concept }) => concept?.id ?? '')),
  );
  for (const { record: other, concept } of others) {
    if (concept === undefined || hasId(file, other) || slug(concept.terms[0].text) === concept.id) continue;
    const idEdits = setField(file, other, { name: 'id', value: concept.id });
    if (idEdits === undefined) return undefined;
    all.push(...idEdits);
  }
  return all;
}

function hasId(file: OpenGlossary, record: RecordValue): boolean {
  return findField(file, record, 'id') !== undefined;
}

function termOf(value: WrittenValue): string {
  if (typeof value === 'string') return value;
  const term =
    typeof value === 'object' && 'fields' in value ? value.fields.find(({ name }) => name === 'term') : undefined;
  return typeof term?.value === 'string' ? term.value : '';
}

function isAsMeant(before: OpenGlossary, after: OpenGlossary, change: GlossaryChange): boolean {
  if (after.errors > before.errors) return false;
  const concepts = new Map(after.concepts.map((concept) => [concept.id, concept]));
  const changed = change.kind === 'add' ? change.concept.id : change.id;
  if (before.concepts.some((concept) => concept.id !== changed && !saysSame(concept, concepts.get(concept.id))))
    return false;
  const difference = { add: 1, set: 0, unset: 0, remove: -1 }[change.kind];
  if (after.concepts.length !== before.concepts.length + difference) return false;
  if (change.kind === 'remove') return !concepts.has(changed);
  if (change.kind === 'add') return isAdded(change.concept, concepts.get(changed));
  const place = before.concepts.findIndex(({ id }) => id === changed);
  const [old, now, record] = [before.concepts[place], after.concepts[place], after.records[place]];
  if (old === undefined || now === undefined || record === undefined) return false;
  const found = findField(after, record, change.field);
  const isThere =
    change.kind === 'unset' ? found === undefined : found !== undefined && valueIs(after, found.value, change.value);
  return isThere && (change.field === 'id' || now.id === old.id) && keepsRest(old, now, change.field);
}

/** Whether a concept says what it said but for one field. */
function keepsRest(old: Concept, now: Concept, field: ConceptField): boolean {
  // How all terms are used is seen at the terms.
  const free: readonly string[] =
    field === 'case' || field === 'pos' ? ['term', 'abbreviations', 'also', 'avoid'] : [field];
  const rest = (concept: Concept) =>
    writtenConcept(concept, PLAIN_USAGE).filter(({ name }) => !free.includes(name) && name !== 'term');
  if (JSON.stringify(rest(old)) !== JSON.stringify(rest(now))) return false;
  return free.includes('term') || field === 'id' || old.terms[0].text === now.terms[0].text;
}

/** Whether a concept was added as it is; the category of the file counts for one that names none. */
function isAdded(wanted: Concept, found: Concept | undefined): boolean {
  const kept = keptConcept(wanted, createLeftovers());
  if (found === undefined || kept === undefined) return false;
  const { category, ...rest } = found;
  const settled = kept.category === undefined ? rest : found;
  return isSameInAnyOrder(settled, kept);
}

/** Fields may be in another order than a reader has them. */
function isSameInAnyOrder(one: Concept, other: Concept): boolean {
  const fields = (concept: Concept) => JSON.stringify(writtenConcept(concept, PLAIN_USAGE));
  return one.id === other.id && fields(one) === fields(other);
}

function withoutOrigin(concept: Concept | undefined): unknown {
  if (concept === undefined) return undefined;
  const { origin, ...rest } = concept;
  return rest;
}

import type { Concept, Term } from '../../terminology/concept';
import { shortAddress } from '../concepts/webAddress';
import type { Usage } from './termRecord';

/** A value of our format before it is laid out in YAML or JSON. */
export type WrittenValue = string | true | readonly WrittenValue[] | WrittenRecord;

/** A record; the short ones stand on one line where they fit. */
export interface WrittenRecord {
  readonly fields: readonly WrittenField[];
  readonly isShort?: true;
}

/** A field of a record. */
export interface WrittenField {
  readonly name: string;
  readonly value: WrittenValue;
}

/** The fields of a concept, in the order in which they are written. */
export const conceptFieldNames = [
  'id',
  'term',
  'extends',
  'abbreviations',
  'also',
  'avoid',
  'pronunciation',
  'category',
  'audience',
  'plain',
  'definition',
  'description',
  'examples',
  'faq',
  'related',
  'links',
  'case',
  'pos',
] as const;

/** A field of a concept. */
export type ConceptField = (typeof conceptFieldNames)[number];

/** How terms are used where nothing says so. */
export const PLAIN_USAGE: Usage = { caseRule: 'auto' };

/** Tell how all terms of a concept are used alike, so that the concept may say so once. */
export function sharedUsage({ terms }: Concept): Usage {
  const [{ caseRule, pos }] = terms;
  return {
    caseRule: terms.every((term) => term.caseRule === caseRule) ? caseRule : 'auto',
    ...(pos !== undefined && terms.every((term) => term.pos === pos) ? { pos } : {}),
  };
}

/**
 * Write down what a concept says, its id left out, in the shortest form that reads as the same; `usage` is what its record
 * says of all terms.
 */
export function writtenConcept(concept: Concept, usage: Usage): readonly WrittenField[] {
  const [preferred, ...others] = concept.terms;
  const listed = (wanted: (term: Term) => boolean) => others.filter(wanted).map((term) => writtenTerm(term, usage));
  const values: Readonly<Record<Exclude<ConceptField, 'id'>, WrittenValue | undefined>> = {
    term: isPlaceholder(concept, usage) ? undefined : writtenTerm(preferred, usage),
    extends: concept.extends,
    abbreviations: listed(({ status, kind }) => status !== 'deprecated' && kind === 'abbreviation'),
    also: listed(({ status, kind }) => status !== 'deprecated' && kind !== 'abbreviation'),
    avoid: listed(({ status }) => status === 'deprecated'),
    pronunciation: concept.pronunciation,
    category: concept.category,
    audience: concept.audience,
    plain: concept.plain,
    definition: concept.definition,
    description: concept.description,
    examples: concept.examples.map(({ title, text }) => (title === undefined ? text : recordOf({ title, text }))),
    faq: concept.faq.map(({ question, answer }) => recordOf({ question, answer })),
    related: concept.related,
    links: concept.links.map(({ title, url }) =>
      title === shortAddress(url) ? url : { ...recordOf({ title, url }), isShort: true },
    ),
    case: usage.caseRule === 'auto' ? undefined : usage.caseRule,
    pos: usage.pos,
  };
  return recordOf(values).fields;
}

/** Tell whether the preferred term only stands for the id, by which the concept that it adds to is found. */
export function isPlaceholder({ isUnnamed, terms: [preferred] }: Concept, usage: Usage): boolean {
  return isUnnamed === true && typeof writtenTerm(preferred, usage) === 'string';
}

function writtenTerm({ text, caseRule, pos, forms, reason }: Term, usage: Usage): WrittenValue {
  const own = {
    case: caseRule === usage.caseRule ? undefined : caseRule,
    pos: pos === usage.pos ? undefined : pos,
    reason,
  };
  const { fields } = recordOf({ term: text, ...own });
  if (forms === undefined) return fields.length === 1 ? text : { fields, isShort: true };
  // An empty list says something here: that there are no other forms.
  return { fields: [...fields, { name: 'forms', value: forms }], isShort: true };
}

/** Make a record of the fields that say something. */
export function recordOf(values: Readonly<Record<string, WrittenValue | undefined>>): WrittenRecord {
  const fields: WrittenField[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
      fields.push({ name, value });
  }
  return { fields };
}

import type { Example, Link, Question } from '../../terminology/concept';
import type { Span } from '../../text/span';
import type { ConceptRecord, LocatedText } from '../concepts/conceptRecord';
import { shortAddress } from '../concepts/webAddress';
import {
  type Field,
  lineOf,
  proseOf,
  type Reading,
  type RecordKind,
  readChoice,
  readFields,
  readLine,
  readList,
  readProse,
  reportMissing,
  reportWrongType,
} from '../records/fields';
import { contentEnd } from '../records/lines';
import { headOf, type RecordValue, type Value } from '../records/values';
import { isLinkAddress } from './linkAddress';
import { placeholderTerm, readTerms, readUsage, USAGE_NAMES } from './termRecord';

/** Read one concept; undefined where it is empty, or says too little to be one. */
export function readConcept(
  reading: Reading,
  value: Value,
  defaultCategory: string | undefined,
): ConceptRecord | undefined {
  if (value.kind === 'empty') return undefined;
  if (value.kind !== 'record') {
    reportWrongType(reading, value, 'A concept', 'a record with `term` and `definition`');
    return undefined;
  }
  const fields = readFields(reading, value, CONCEPT);
  const usage = readUsage(reading, fields);
  const isExtension = readChoice(reading, fields.get('extends'), YES_OR_NO) === 'true';
  const id = readId(reading, fields.get('id'));
  const preferred = readTerms(reading, fields.get('term'), { status: 'preferred', kind: 'full', ...usage });
  const others = [
    ...readTerms(reading, fields.get('abbreviations'), { status: 'admitted', kind: 'abbreviation', ...usage }),
    ...readTerms(reading, fields.get('also'), { status: 'admitted', kind: 'variant', ...usage }),
    ...readTerms(reading, fields.get('avoid'), { status: 'deprecated', kind: 'variant', ...usage }),
  ];
  const definition = readProse(reading, fields.get('definition'));
  const description = readProse(reading, fields.get('description'));
  const pronunciation = readLine(reading, fields.get('pronunciation'));
  const category = readLine(reading, fields.get('category'))?.text ?? defaultCategory;
  const audience = readAudience(reading, fields.get('audience'));
  const plain = readLine(reading, fields.get('plain'));
  const placeholder = isExtension && isAbsent(fields.get('term')) ? placeholderTerm(reading, id, usage) : undefined;
  const isUnnamed = preferred[0] === undefined && placeholder !== undefined;
  const content = {
    ...(isExtension ? { extends: true as const } : {}),
    ...(isUnnamed ? { isUnnamed: true as const } : {}),
    definition: definition?.text ?? '',
    ...(description === undefined ? {} : { description: description.text }),
    ...(pronunciation === undefined ? {} : { pronunciation: pronunciation.text }),
    ...(category === undefined ? {} : { category }),
    ...(audience.length === 0 ? {} : { audience }),
    ...(plain === undefined ? {} : { plain: plain.text }),
    examples: readExamples(reading, fields.get('examples')),
    faq: readQuestions(reading, fields.get('faq')),
    links: readLinks(reading, fields.get('links')),
  };
  const related = readRelated(reading, fields.get('related'));
  const first = preferred[0] ?? placeholder;
  const isEnough = isExtension || (others.length > 0 && !mentions(reading, value, 'definition'));
  reportMissingParts(reading, value, fields, isExtension && id !== undefined, isEnough);
  if (first === undefined || (definition === undefined && !isEnough)) return undefined;
  const { start, end } = value.span;
  return {
    id,
    terms: [first, ...others],
    related,
    content,
    definitionSpan: definition?.span ?? endOf(first.span),
    span: { start, end: contentEnd(reading.text, start, end) },
  };
}

const CONCEPT: RecordKind = {
  name: 'a concept',
  fields: [
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
  ],
  otherNames: new Map([
    ['name', 'term'],
    ['title', 'term'],
    ['word', 'term'],
    ['abbr', 'abbreviations'],
    ['acronym', 'abbreviations'],
    ['acronyms', 'abbreviations'],
    ['short', 'abbreviations'],
    ['alias', 'also'],
    ['aliases', 'also'],
    ['synonym', 'also'],
    ['synonyms', 'also'],
    ['variants', 'also'],
    ['deprecated', 'avoid'],
    ['forbidden', 'avoid'],
    ['misspellings', 'avoid'],
    ['not', 'avoid'],
    ['pronounced', 'pronunciation'],
    ['domain', 'category'],
    ['subject', 'category'],
    ['tags', 'category'],
    ['audiences', 'audience'],
    ['for', 'audience'],
    ['readers', 'audience'],
    ['plain-language', 'plain'],
    ['plain_language', 'plain'],
    ['plainlanguage', 'plain'],
    ['replacement', 'plain'],
    ['extend', 'extends'],
    ['amends', 'extends'],
    ['meaning', 'definition'],
    ['summary', 'definition'],
    ['details', 'description'],
    ['notes', 'description'],
    ['questions', 'faq'],
    ['see', 'related'],
    ['seealso', 'related'],
    ['see-also', 'related'],
    ['see_also', 'related'],
    ['references', 'links'],
    ['sources', 'links'],
    ['url', 'links'],
    ['urls', 'links'],
    ...USAGE_NAMES,
  ]),
};

/** The names of the fields of a concept. */
export const conceptFields: readonly string[] = CONCEPT.fields;

/** One empty list for all concepts: most have several. */
const NONE: readonly never[] = [];

const EXAMPLE: RecordKind = { name: 'an example', fields: ['title', 'text'] };
const QUESTION: RecordKind = { name: 'a question', fields: ['question', 'answer'] };
const LINK: RecordKind = {
  name: 'a link',
  fields: ['title', 'url'],
  otherNames: new Map([
    ['href', 'url'],
    ['link', 'url'],
    ['name', 'title'],
    ['text', 'title'],
  ]),
};

const YES_OR_NO = ['true', 'false'] as const;

/** Tell whether a record has a field, be it empty: `definition:` with nothing behind it is still to be written. */
function mentions({ values }: Reading, record: RecordValue, name: string): boolean {
  return record.pairs.some(({ key }) => {
    const opened = values.open(key, record.span);
    return opened.kind === 'text' && opened.text === name;
  });
}

function endOf({ end }: Span): Span {
  return { start: end, end };
}

/** What was there and wrong has been reported, so only what is not there at all is missing. */
function reportMissingParts(
  reading: Reading,
  record: RecordValue,
  fields: ReadonlyMap<string, Field>,
  isNamed: boolean,
  isEnough: boolean,
): void {
  if (isAbsent(fields.get('term')) && !isNamed) {
    const head = headOf(reading.text, record.span);
    reading.problems.report('missing-term', head, 'This concept has no `term`, so it is left out');
  }
  if (isAbsent(fields.get('definition')) && !isEnough) {
    const { span } = fields.get('term')?.value ?? record;
    reading.problems.report(
      'missing-definition',
      headOf(reading.text, span),
      'This concept has no `definition`, so it is left out',
    );
  }
}

function isAbsent(field: Field | undefined): boolean {
  return field === undefined || (field.value.kind === 'text' && field.value.text.trim() === '');
}

function readId(reading: Reading, field: Field | undefined): LocatedText | undefined {
  return field && lineOf(reading, field.value, '`id`', reading.limits.termLength);
}

function readAudience(reading: Reading, field: Field | undefined): readonly string[] {
  if (field === undefined) return NONE;
  const audiences = new Set<string>();
  for (const value of readList(reading, field)) {
    const audience = lineOf(reading, value, 'An audience', reading.limits.termLength);
    if (audience !== undefined) audiences.add(audience.text);
  }
  return [...audiences];
}

function readExamples(reading: Reading, field: Field | undefined): readonly Example[] {
  if (field === undefined) return NONE;
  const examples: Example[] = [];
  for (const value of readList(reading, field)) {
    if (value.kind !== 'record') {
      const text = proseOf(reading, value, 'An example');
      if (text !== undefined) examples.push({ text: text.text });
      continue;
    }
    const fields = readFields(reading, value, EXAMPLE);
    const title = readLine(reading, fields.get('title'));
    const text = readProse(reading, fields.get('text'));
    if (isAbsent(fields.get('text'))) reportMissing(reading, value, EXAMPLE, 'text');
    if (text !== undefined) examples.push({ ...(title === undefined ? {} : { title: title.text }), text: text.text });
  }
  return examples;
}

function readQuestions(reading: Reading, field: Field | undefined): readonly Question[] {
  if (field === undefined) return NONE;
  const questions: Question[] = [];
  for (const value of readList(reading, field)) {
    if (value.kind !== 'record') {
      reportWrongType(reading, value, 'A question', 'a record with `question` and `answer`');
      continue;
    }
    const fields = readFields(reading, value, QUESTION);
    const question = readProse(reading, fields.get('question'));
    const answer = readProse(reading, fields.get('answer'));
    for (const name of QUESTION.fields) {
      if (isAbsent(fields.get(name))) reportMissing(reading, value, QUESTION, name);
    }
    if (question !== undefined && answer !== undefined)
      questions.push({ question: question.text, answer: answer.text });
  }
  return questions;
}

function readLinks(reading: Reading, field: Field | undefined): readonly Link[] {
  if (field === undefined) return NONE;
  const links: Link[] = [];
  for (const value of readList(reading, field)) {
    const fields = value.kind === 'record' ? readFields(reading, value, LINK) : new Map<string, Field>();
    const written = value.kind === 'record' ? fields.get('url')?.value : value;
    if (written === undefined) {
      if (value.kind === 'record') reportMissing(reading, value, LINK, 'url');
      continue;
    }
    const url = lineOf(reading, written, 'A link', reading.limits.textLength);
    const title = readLine(reading, fields.get('title'));
    if (url === undefined || !isLinkAddress(reading, url)) continue;
    links.push({ title: title?.text ?? shortAddress(url.text), url: url.text });
  }
  return links;
}

function readRelated(reading: Reading, field: Field | undefined): readonly LocatedText[] {
  if (field === undefined) return NONE;
  const names = new Map<string, LocatedText>();
  for (const value of readList(reading, field)) {
    const name = lineOf(reading, value, 'A related concept', reading.limits.termLength);
    if (name !== undefined && !names.has(name.text)) names.set(name.text, name);
  }
  return [...names.values()];
}

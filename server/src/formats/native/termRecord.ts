import type { CaseRule, PartOfSpeech, Term } from '../../terminology/concept';
import type { LocatedTerm, LocatedText } from '../concepts/conceptRecord';
import { isUsableTerm } from '../concepts/terms';
import {
  type Field,
  lineOf,
  type Reading,
  type RecordKind,
  readChoice,
  readFields,
  readLine,
  readList,
  reportMissing,
  reportWrongType,
} from '../records/fields';

/** How a term is used where it does not say so itself. */
export type Usage = Pick<Term, 'caseRule' | 'pos'>;

/** Read how the terms of a concept are used, as far as the concept says. */
export function readUsage(reading: Reading, fields: ReadonlyMap<string, Field>): Usage {
  const pos = readChoice(reading, fields.get('pos'), PARTS_OF_SPEECH);
  return {
    caseRule: readChoice(reading, fields.get('case'), CASE_RULES) ?? 'auto',
    ...(pos === undefined ? {} : { pos }),
  };
}

/** Read the terms of a field; `given` is what they are, and what counts where one does not say. */
export function readTerms(
  reading: Reading,
  field: Field | undefined,
  given: Pick<Term, 'status' | 'kind'> & Usage,
): readonly LocatedTerm[] {
  if (field === undefined) return [];
  if (given.status === 'preferred' && field.value.kind === 'list') {
    reportWrongType(reading, field.value, '`term`', 'one term (others go under `abbreviations`, `also` or `avoid`)');
    return [];
  }
  const record = given.status === 'deprecated' ? AVOIDED_TERM : PLAIN_TERM;
  const terms: LocatedTerm[] = [];
  for (const value of readList(reading, field)) {
    const fields = value.kind === 'record' ? readFields(reading, value, record) : new Map<string, Field>();
    const written = value.kind === 'record' ? fields.get('term')?.value : value;
    if (written === undefined) {
      if (value.kind === 'record') reportMissing(reading, value, record, 'term');
      continue;
    }
    const text = lineOf(reading, written, `A term of \`${field.name}\``, reading.limits.termLength);
    const own = readOwnFields(reading, fields);
    if (text === undefined || !isUsable(reading, text)) continue;
    const { status, kind, caseRule, pos } = { ...given, ...own };
    const term = { text: text.text, status, kind, caseRule, ...(pos === undefined ? {} : { pos }), ...own };
    terms.push({ term, span: text.span });
  }
  return terms;
}

/** Make a term of the id of a concept that names none: the one of the concept that it adds to takes its place. */
export function placeholderTerm(reading: Reading, id: LocatedText | undefined, usage: Usage): LocatedTerm | undefined {
  if (id === undefined || !isUsable(reading, id)) return undefined;
  return { term: { text: id.text, status: 'preferred', kind: 'full', ...usage }, span: id.span };
}

/** Names that people try for how a term is used, and the fields they mean. */
export const USAGE_NAMES: readonly (readonly [name: string, field: string])[] = [
  ['partofspeech', 'pos'],
  ['part-of-speech', 'pos'],
  ['part_of_speech', 'pos'],
  ['wordclass', 'pos'],
];

const TERM_NAMES = new Map([
  ['text', 'term'],
  ['name', 'term'],
  ['word', 'term'],
  ['because', 'reason'],
  ['why', 'reason'],
  ['inflections', 'forms'],
  ['plural', 'forms'],
  ['plurals', 'forms'],
  ...USAGE_NAMES,
]);
const PLAIN_TERM: RecordKind = { name: 'a term', fields: ['term', 'case', 'pos', 'forms'], otherNames: TERM_NAMES };
const AVOIDED_TERM: RecordKind = {
  name: 'a term to avoid',
  fields: ['term', 'case', 'pos', 'forms', 'reason'],
  otherNames: TERM_NAMES,
};

const CASE_RULES: readonly [CaseRule, ...CaseRule[]] = ['auto', 'exact', 'fold'];
const PARTS_OF_SPEECH: readonly [PartOfSpeech, ...PartOfSpeech[]] = ['noun', 'verb', 'adjective', 'proper'];

/** Read what a term says of itself, each part left out where it does not. */
function readOwnFields(reading: Reading, fields: ReadonlyMap<string, Field>): Partial<Term> {
  const caseRule = readChoice(reading, fields.get('case'), CASE_RULES);
  const pos = readChoice(reading, fields.get('pos'), PARTS_OF_SPEECH);
  const forms = readForms(reading, fields.get('forms'));
  const reason = readLine(reading, fields.get('reason'))?.text;
  return {
    ...(caseRule === undefined ? {} : { caseRule }),
    ...(pos === undefined ? {} : { pos }),
    ...(forms === undefined ? {} : { forms }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Read the forms of a term; an empty list says that it has none. */
function readForms(reading: Reading, field: Field | undefined): readonly string[] | undefined {
  if (field === undefined) return undefined;
  const forms = new Set<string>();
  for (const value of readList(reading, field)) {
    const form = lineOf(reading, value, 'A form of a term', reading.limits.termLength);
    if (form !== undefined && isUsable(reading, form)) forms.add(form.text);
  }
  return [...forms];
}

function isUsable({ problems }: Reading, { text, span }: LocatedText): boolean {
  if (isUsableTerm(text)) return true;
  problems.report('unusable-term', span, 'This term has no letter, digit or sign to look for');
  return false;
}

import type { Concept } from '../../terminology/concept';
import type { Span } from '../../text/span';
import type { ConceptRecord, LocatedTerm, LocatedText } from '../concepts/conceptRecord';
import type { Leftovers } from '../concepts/leftOut';
import { isUsableTerm, locatedTerm, titleTerms } from '../concepts/terms';
import {
  type Field,
  lineOf,
  proseOf,
  type Reading,
  type RecordKind,
  readFields,
  readList,
  readProse,
  reportWrongType,
} from '../records/fields';
import { contentEnd } from '../records/lines';
import { headOf, type RecordValue, type Value } from '../records/values';
import { aliasKind, withoutEmphasis } from './aliases';
import { joinDefinition, splitDefinition } from './definitionText';
import { type MetaContent, type Part, readMetas } from './meta';
import { type LocatedMeta, readMetaFields } from './metaFields';

/** The context that a term is in: its number in the file and, where it has one, its name. */
export interface TermContext {
  readonly number: number;
  readonly name: string | undefined;
}

/** Read one term; undefined where it has no usable name, or is empty. */
export function readTerm(
  reading: Reading,
  value: Value,
  context: TermContext,
  leftovers: Leftovers,
): ConceptRecord | undefined {
  if (value.kind === 'empty') return undefined;
  if (value.kind !== 'record') {
    reportWrongType(reading, value, 'A term', 'a record with `name` and `definition`');
    return undefined;
  }
  const fields = readFields(reading, value, TERM);
  const name = readName(reading, value, fields.get('name'));
  const definition = readProse(reading, fields.get('definition'));
  const aliases = readAliases(reading, fields.get('aliases'), name?.text ?? '');
  const examples = readExamples(reading, fields.get('examples'));
  const metas = readMetaFields(reading, fields.get('meta'));
  if (name === undefined) return undefined;
  const meta = readMetas(metas, reading.limits.termLength);
  const { terms, disambiguator } = titleTerms(name.text, name.span);
  if (disambiguator !== undefined && context.name !== undefined && context.name !== disambiguator)
    leftovers.add('a remark in brackets behind a term', name.span);
  const [preferred, ...others] = terms;
  const { start, end } = value.span;
  return {
    id: undefined,
    context: context.number,
    terms: [preferred, ...others, ...aliases, ...avoidedTerms(reading, meta, metas)],
    related: meta.related.map((part) => ({ text: part.text, span: spanOf(reading, part, metas) })),
    content: contentOf(definition?.text ?? '', examples, meta, context.name ?? disambiguator),
    definitionSpan: definition?.span ?? { start: name.span.end, end: name.span.end },
    span: { start, end: contentEnd(reading.text, start, end) },
  };
}

const TERM: RecordKind = {
  name: 'a term',
  fields: ['name', 'definition', 'examples', 'aliases', 'meta'],
  takenFor: new Map([['term', 'name']]),
  otherNames: new Map([
    ['title', 'name'],
    ['word', 'name'],
    ['description', 'definition'],
    ['meaning', 'definition'],
    ['usage', 'examples'],
    ['abbreviations', 'aliases'],
    ['also', 'aliases'],
    ['synonyms', 'aliases'],
    ['metadata', 'meta'],
  ]),
};

function readName(reading: Reading, record: RecordValue, field: Field | undefined): LocatedText | undefined {
  const name = field && lineOf(reading, field.value, '`name`', reading.limits.termLength);
  if (name !== undefined) return isUsable(reading, name.text, name.span) ? name : undefined;
  // What was there and wrong has been reported.
  if (field === undefined || (field.value.kind === 'text' && field.value.text.trim() === '')) {
    const message = 'This term has no `name`, so it is left out';
    reading.problems.report('missing-term', headOf(reading.text, record.span), message);
  }
  return undefined;
}

function readAliases(reading: Reading, field: Field | undefined, name: string): readonly LocatedTerm[] {
  const aliases: LocatedTerm[] = [];
  for (const value of readList(reading, field)) {
    const written = lineOf(reading, value, 'An alias', reading.limits.termLength);
    if (written === undefined) continue;
    const text = withoutEmphasis(written.text);
    if (!isUsable(reading, text, written.span)) continue;
    aliases.push(locatedTerm(text, written.span, 'admitted', aliasKind(text, name)));
  }
  return aliases;
}

function readExamples(reading: Reading, field: Field | undefined): Concept['examples'] {
  return readList(reading, field)
    .map((value) => proseOf(reading, value, 'An example'))
    .filter((text) => text !== undefined)
    .map(({ text }) => ({ text }));
}

function avoidedTerms(reading: Reading, meta: MetaContent, metas: readonly LocatedMeta[]): readonly LocatedTerm[] {
  const terms: LocatedTerm[] = [];
  for (const { reason, ...part } of meta.avoided) {
    const span = spanOf(reading, part, metas);
    if (!isUsable(reading, part.text, span)) continue;
    const { term } = locatedTerm(part.text, span, 'deprecated', 'variant');
    terms.push({ term: reason === undefined ? term : { ...term, reason }, span });
  }
  return terms;
}

function contentOf(
  text: string,
  examples: Concept['examples'],
  { lines, links, faq, audience, pronunciation, plain }: MetaContent,
  category: string | undefined,
): ConceptRecord['content'] {
  const { definition, description } = splitDefinition(text);
  const described = joinDefinition({ definition: description ?? '', description: lines.join('\n\n') });
  return {
    definition,
    ...(described === '' ? {} : { description: described }),
    ...(pronunciation === undefined ? {} : { pronunciation }),
    ...(category === undefined ? {} : { category }),
    ...(audience.length === 0 ? {} : { audience: [...new Set(audience)] }),
    ...(plain === undefined ? {} : { plain }),
    examples,
    faq,
    links,
  };
}

/** Find a part of a meta in the file; all of the text where that is written in another way, as with escapes. */
function spanOf({ text }: Reading, part: Part, metas: readonly LocatedMeta[]): Span {
  const value = metas[part.meta]?.value;
  if (value === undefined) return { start: 0, end: 0 };
  const from = value.span.start + part.offset;
  const found = [from, from + 1].find((start) => text.startsWith(part.text, start));
  return found === undefined ? value.span : { start: found, end: found + part.text.length };
}

function isUsable({ problems }: Reading, text: string, span: Span): boolean {
  if (isUsableTerm(text)) return true;
  problems.report('unusable-term', span, 'This term has no letter, digit or sign to look for');
  return false;
}

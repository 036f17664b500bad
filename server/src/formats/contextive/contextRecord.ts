import type { Owner } from '../../terminology/glossary';
import { quoted } from '../../text/quotation';
import type { ConceptRecord } from '../concepts/conceptRecord';
import type { Leftovers } from '../concepts/leftOut';
import type { GlossaryPart } from '../format';
import { limitMessage } from '../limits';
import {
  type Field,
  lineOf,
  type Reading,
  type RecordKind,
  readFields,
  readLine,
  readList,
  reportWrongType,
} from '../records/fields';
import { headOf, type Value } from '../records/values';
import { linkIn, metaField } from './meta';
import { type LocatedMeta, readMetaFields } from './metaFields';
import { EVERYTHING, globsOf } from './paths';
import { readTerm, type TermContext } from './termRecord';

/** What a file gathers, context by context. */
export interface Gathered {
  readonly records: ConceptRecord[];
  readonly parts: GlossaryPart[];
  /** The name of each context, undefined for one without. */
  readonly names: (string | undefined)[];
  /** The owner that each context names, and where. */
  readonly owners: (ContextOwner | undefined)[];
  readonly leftovers: Leftovers;
  /** How many concepts are read. */
  readonly most: number;
}

/** The owner of a context and the meta that names it. */
export interface ContextOwner {
  readonly owner: Owner;
  readonly meta: LocatedMeta;
}

/** Read one context and what is in it. */
export function readContext(reading: Reading, value: Value, gathered: Gathered): void {
  if (value.kind === 'empty') return;
  if (value.kind !== 'record') {
    reportWrongType(reading, value, 'A context', 'a record with `name` and `terms`');
    return;
  }
  const { names, owners, records, parts, leftovers } = gathered;
  const fields = readFields(reading, value, CONTEXT);
  const name = readLine(reading, fields.get('name'))?.text;
  const vision = fields.get('domainVisionStatement');
  if (vision !== undefined) leftovers.add('`domainVisionStatement` of a context', vision.value.span);
  const metas = readMetaFields(reading, fields.get('meta'));
  const owner = metas.map(ownerIn).find((found) => found !== undefined);
  for (const meta of metas) if (meta !== owner?.meta) leaveOut(meta, leftovers);
  names.push(name);
  owners.push(owner);
  const start = records.length;
  const terms = fields.get('terms');
  if (terms !== undefined) readTerms(reading, terms.value, { number: names.length, name }, gathered);
  else reading.problems.report('empty-glossary', headOf(reading.text, value.span), NO_TERMS);
  const paths = readPaths(reading, fields.get('paths'));
  if (paths !== undefined && records.length > start) parts.push({ paths, concepts: { start, end: records.length } });
}

/** Read the terms of a context. */
export function readTerms(
  reading: Reading,
  list: Value,
  context: TermContext,
  { records, most, leftovers }: Gathered,
): void {
  if (list.kind !== 'list') {
    reportWrongType(reading, list, '`terms`', 'a list, each with a hyphen before it (`- name: …`)');
    return;
  }
  const place = { start: list.span.start, end: list.span.start };
  for (const [index, node] of list.nodes.entries()) {
    const value = reading.values.open(node, place);
    if (records.length >= most) {
      const count = records.length + list.nodes.length - index;
      const message = limitMessage('Too many terms', count, most, 'the rest is left out');
      reading.problems.report('too-many-concepts', headOf(reading.text, value.span), message);
      return;
    }
    const record = readTerm(reading, value, context, leftovers);
    if (record !== undefined) records.push(record);
  }
  if (list.nodes.length === 0) reading.problems.report('empty-glossary', list.span, NO_TERMS);
}

/** Count a meta of a context as something that a glossary has no place for. */
export function leaveOut({ name, value }: LocatedMeta, leftovers: Leftovers): void {
  leftovers.add(`the meta ${quoted(name)} of a context`, value.span);
}

const NO_TERMS = 'This context has no terms yet: list them under `terms:`, each with `name` and `definition`';

const CONTEXT: RecordKind = {
  name: 'a context',
  fields: ['name', 'domainVisionStatement', 'paths', 'meta', 'terms'],
  otherNames: new Map([
    ['context', 'name'],
    ['title', 'name'],
    ['description', 'domainVisionStatement'],
    ['vision', 'domainVisionStatement'],
    ['path', 'paths'],
    ['metadata', 'meta'],
    ['definitions', 'terms'],
    ['concepts', 'terms'],
  ]),
};

function ownerIn(meta: LocatedMeta): ContextOwner | undefined {
  if (metaField(meta.name) !== 'owner') return undefined;
  const link = linkIn(meta.text);
  if (link !== undefined) return { owner: { name: link.title, url: link.url }, meta };
  return /[[\]<>\r\n]/.test(meta.text) ? undefined : { owner: { name: meta.text }, meta };
}

/** Undefined where the context holds everywhere. */
function readPaths(reading: Reading, field: Field | undefined): readonly string[] | undefined {
  if (field === undefined || (field.value.kind === 'list' && field.value.nodes.length === 0)) return undefined;
  const globs: string[] = [];
  for (const value of readList(reading, field)) {
    const path = lineOf(reading, value, 'A path', reading.limits.textLength);
    if (path === undefined) continue;
    const found = globsOf(path.text);
    if (found?.includes(EVERYTHING)) return undefined;
    if (found !== undefined) for (const glob of found) globs.push(glob);
    else reading.problems.report('unusable-glob', path.span, 'No document has `..` in its path: name a folder instead');
  }
  return globs;
}

import type { Owner } from '../../terminology/glossary';
import { createLeftovers } from '../concepts/leftOut';
import { glossaryOf } from '../concepts/readGlossary';
import type { GlossaryReader, GlossarySource, Import, ReadGlossary } from '../format';
import { type GlossaryLimits, glossaryLimits } from '../limits';
import { createProblems } from '../problems';
import {
  type Field,
  lineOf,
  type Reading,
  type RecordKind,
  readFields,
  readList,
  reportWrongType,
} from '../records/fields';
import { openText } from '../records/fileText';
import { headOf, type Value } from '../records/values';
import { type Gathered, leaveOut, readContext, readTerms } from './contextRecord';

/** Reads the glossaries of Contextive. */
export const contextiveReader: GlossaryReader = { read: (source) => readContextive(source, glossaryLimits) };

/** Read a glossary of Contextive within `limits`. */
export function readContextive(source: GlossarySource, limits: GlossaryLimits): ReadGlossary {
  const problems = createProblems(limits.problems);
  const opened = openText(source.text, limits, problems, 'Split it into several files');
  const unread = () => ({ glossary: undefined, problems: problems.list(), relatedNames: [] });
  if (opened === undefined) return unread();
  const [root, reading] = opened;
  const gathered: Gathered = {
    records: [],
    parts: [],
    names: [],
    owners: [],
    leftovers: createLeftovers(),
    most: limits.concepts,
  };
  const imports = readFile(reading, root, gathered);
  if (imports === undefined) return unread();
  const { records, parts, leftovers } = gathered;
  const owner = ownerOf(gathered);
  const head = {
    name: gathered.names.length === 1 ? gathered.names[0] : undefined,
    language: source.options?.language ?? 'en',
    ...(owner === undefined ? {} : { owner }),
  };
  return { ...glossaryOf(head, records, source, problems), leftOut: leftovers.list(), imports, parts };
}

const FILE: RecordKind = {
  name: 'a glossary of Contextive',
  fields: ['contexts', 'imports', 'terms', '$schema'],
  otherNames: new Map([
    ['context', 'contexts'],
    ['concepts', 'contexts'],
    ['import', 'imports'],
  ]),
};

/** Contexts are counted from 1. */
const NO_CONTEXT = { number: 0, name: undefined };

/** Read what a file says; undefined where it is no glossary. */
function readFile(reading: Reading, root: Value, gathered: Gathered): readonly Import[] | undefined {
  const { problems, text } = reading;
  if (root.kind === 'empty') {
    problems.report('empty-glossary', root.span, 'This glossary is empty: begin with `contexts:`');
    return [];
  }
  if (root.kind !== 'record') {
    const message = 'This is no glossary of Contextive: it needs `contexts:` with a list below it, each with `terms`';
    problems.report('not-a-glossary', headOf(text, root.span), message);
    return undefined;
  }
  const fields = readFields(reading, root, FILE);
  const imports = readImports(reading, fields.get('imports'));
  const contexts = fields.get('contexts');
  if (contexts !== undefined) readContexts(reading, contexts.value, gathered);
  const terms = fields.get('terms');
  if (terms !== undefined) {
    const message =
      '`terms` belongs to a context: write `contexts:` before it, and `- terms:` with its list below that';
    problems.report('unknown-field', terms.nameSpan, message);
    readTerms(reading, terms.value, NO_CONTEXT, gathered);
  }
  if (contexts === undefined && terms === undefined && imports.length === 0) {
    const message = 'This glossary has no contexts: list them under `contexts:`, each with `name` and `terms`';
    problems.report('empty-glossary', headOf(text, root.span), message);
  }
  return imports;
}

function readContexts(reading: Reading, list: Value, gathered: Gathered): void {
  if (list.kind !== 'list') {
    reportWrongType(reading, list, '`contexts`', 'a list, each with a hyphen before it (`- name: …`)');
    return;
  }
  const place = { start: list.span.start, end: list.span.start };
  for (const node of list.nodes) readContext(reading, reading.values.open(node, place), gathered);
  if (list.nodes.length > 0) return;
  const message = 'This glossary has no contexts yet: each has `name` and `terms`';
  reading.problems.report('empty-glossary', list.span, message);
}

function readImports(reading: Reading, field: Field | undefined): readonly Import[] {
  return readList(reading, field)
    .map((value) => lineOf(reading, value, 'An import', reading.limits.textLength))
    .filter((line) => line !== undefined)
    .map(({ text, span }) => ({ source: text, span }));
}

/** A glossary has one owner: the one that all contexts name. */
function ownerOf({ owners, leftovers }: Gathered): Owner | undefined {
  const [first] = owners;
  const isOfAll = owners.every(
    (other) => other?.owner.name === first?.owner.name && other?.owner.url === first?.owner.url,
  );
  if (first !== undefined && isOfAll) return first.owner;
  for (const other of owners) if (other !== undefined) leaveOut(other.meta, leftovers);
  return undefined;
}

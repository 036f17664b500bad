import type { Owner } from '../../terminology/glossary';
import type { ConceptRecord } from '../concepts/conceptRecord';
import { glossaryOf } from '../concepts/readGlossary';
import type { GlossaryFormat, GlossaryReader, GlossarySource, ReadGlossary } from '../format';
import { type GlossaryLimits, glossaryLimits, limitMessage } from '../limits';
import { createProblems } from '../problems';
import { checkVersion, type Reading, type RecordKind, readFields, readLine, reportWrongType } from '../records/fields';
import { openText } from '../records/fileText';
import { headOf, type Value } from '../records/values';
import { readConcept } from './conceptRecord';
import { DEFAULT_LANGUAGE, readLanguage } from './language';
import { readOwner } from './owner';

/** Our own format, version 1, in YAML or JSON: docs/glossary-format.md. */
export const nativeFormat: GlossaryFormat & GlossaryReader = {
  id: 'yaml',
  name: 'Glossary Lens',
  extensions: ['.yaml', '.yml', '.json'],
  // What is nobody's is ours.
  recognises: () => false,
  reader: async () => nativeFormat,
  writer: async () => (await import('./writer')).yamlWriter,
  read: (source) => readNative(source, glossaryLimits),
};

/** Read a glossary of our own format within `limits`. */
export function readNative(source: GlossarySource, limits: GlossaryLimits): ReadGlossary {
  const problems = createProblems(limits.problems);
  const opened = openText(source.text, limits, problems, 'Split it into several files');
  if (opened === undefined) return { glossary: undefined, problems: problems.list(), relatedNames: [] };
  return readOpened(opened, source, limits);
}

/** Read a glossary whose text is parsed. */
export function readOpened(
  [root, reading]: readonly [Value, Reading],
  source: GlossarySource,
  limits: GlossaryLimits,
): ReadGlossary {
  const { problems } = reading;
  const file = readFile(reading, root, limits.concepts);
  if (file === undefined) return { glossary: undefined, problems: problems.list(), relatedNames: [] };
  const { records, ...head } = file;
  return glossaryOf({ ...head, caseAdvice: CASE_ADVICE }, records, source, problems);
}

const CASE_ADVICE = 'with `case: exact` its capitals would tell it apart';

interface File {
  readonly name: string | undefined;
  readonly language: string;
  readonly owner?: Owner;
  readonly records: readonly ConceptRecord[];
}

const FILE: RecordKind = {
  name: 'a glossary',
  fields: ['name', 'language', 'owner', 'category', 'concepts', 'version', '$schema'],
  otherNames: new Map([
    ['title', 'name'],
    ['lang', 'language'],
    ['locale', 'language'],
    ['maintainer', 'owner'],
    ['maintainers', 'owner'],
    ['owners', 'owner'],
    ['terms', 'concepts'],
    ['entries', 'concepts'],
    ['glossary', 'concepts'],
  ]),
};

function readFile(reading: Reading, root: Value, most: number): File | undefined {
  if (root.kind === 'empty') {
    reading.problems.report('empty-glossary', root.span, 'This glossary is empty: begin with `concepts:`');
    return { name: undefined, language: DEFAULT_LANGUAGE, records: [] };
  }
  if (root.kind === 'text') {
    const message = 'This is no glossary: it needs `concepts:` with a list below it, each with `term` and `definition`';
    reading.problems.report('not-a-glossary', headOf(reading.text, root.span), message);
    return undefined;
  }
  if (root.kind === 'list') {
    return { name: undefined, language: DEFAULT_LANGUAGE, records: readConcepts(reading, root, undefined, most) };
  }
  const fields = readFields(reading, root, FILE);
  checkVersion(reading, fields.get('version'));
  const category = readLine(reading, fields.get('category'))?.text;
  const concepts = fields.get('concepts');
  if (concepts === undefined) {
    const message = 'This glossary has no concepts: list them under `concepts:`, each with `term` and `definition`';
    reading.problems.report('empty-glossary', headOf(reading.text, root.span), message);
  }
  const owner = readOwner(reading, fields.get('owner'));
  return {
    name: readLine(reading, fields.get('name'))?.text,
    language: readLanguage(reading, fields.get('language')),
    ...(owner === undefined ? {} : { owner }),
    records: concepts === undefined ? [] : readConcepts(reading, concepts.value, category, most),
  };
}

function readConcepts(
  reading: Reading,
  list: Value,
  category: string | undefined,
  most: number,
): readonly ConceptRecord[] {
  if (list.kind !== 'list') {
    reportWrongType(reading, list, '`concepts`', 'a list, each with a hyphen before it (`- term: …`)');
    return [];
  }
  const records: ConceptRecord[] = [];
  const place = { start: list.span.start, end: list.span.start };
  const { values, problems } = reading;
  for (const [index, node] of list.nodes.entries()) {
    const value = values.open(node, place);
    if (index >= most) {
      const message = limitMessage('Too many concepts', list.nodes.length, most, 'the rest is left out');
      problems.report('too-many-concepts', headOf(reading.text, value.span), message);
      break;
    }
    const record = readConcept(reading, value, category);
    if (record !== undefined) records.push(record);
  }
  if (list.nodes.length === 0) {
    problems.report(
      'empty-glossary',
      list.span,
      'This glossary has no concepts yet: each needs `term` and `definition`',
    );
  }
  return records;
}

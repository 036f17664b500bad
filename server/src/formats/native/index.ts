import type { Concept } from '../../terminology/concept';
import { createGlossary } from '../../terminology/glossary';
import type { GlossaryFormat, GlossarySource, ReadGlossary, RelatedName } from '../format';
import { type GlossaryLimits, glossaryLimits, limitMessage } from '../limits';
import { createProblems, type Problems } from '../problems';
import { quoted } from '../quotation';
import { type Field, type Reading, type RecordKind, readFields, readLine, reportWrongType } from '../records/fields';
import { parseJson } from '../records/jsonText';
import { JsonValues } from '../records/jsonValues';
import { firstSides } from '../records/mergeConflict';
import { headOf, type Value, type Values } from '../records/values';
import { parseYaml } from '../records/yamlText';
import { yamlValues } from '../records/yamlValues';
import { settleConcepts } from './conceptList';
import { type ConceptRecord, readConcept } from './conceptRecord';

/** Our own format, version 1, in YAML or JSON: docs/glossary-format.md. */
export const nativeFormat: GlossaryFormat = {
  id: 'native',
  extensions: ['.yaml', '.yml', '.json'],
  read: (source) => readNative(source, glossaryLimits),
};

/** Read a glossary of our own format within `limits`. */
export function readNative(source: GlossarySource, limits: GlossaryLimits): ReadGlossary {
  const problems = createProblems(limits.problems);
  const { uri, text, defaultName } = source;
  const reading = parse(text, limits, problems);
  if (reading === undefined) return { glossary: undefined, problems: problems.list(), relatedNames: [] };
  const [root, context] = reading;
  const file = readFile(context, root);
  if (file === undefined) return { glossary: undefined, problems: problems.list(), relatedNames: [] };
  const { name, language, records } = file;
  const concepts = settleConcepts(records, source, problems);
  return {
    glossary: createGlossary({ uri, name: name ?? defaultName, language, concepts }),
    problems: problems.list(),
    relatedNames: relatedNamesOf(records, concepts),
  };
}

function parse(text: string, limits: GlossaryLimits, problems: Problems): readonly [Value, Reading] | undefined {
  const start = { start: 0, end: 0 };
  if (text.length > limits.fileLength) {
    const consequence = 'nothing of it is read. Split it into several files';
    problems.report(
      'too-large',
      start,
      limitMessage('This file has too many characters', text.length, limits.fileLength, consequence),
    );
    return undefined;
  }
  const settled = firstSides(text, problems);
  if (settled === undefined) return undefined;
  // Faults that a conflict leaves behind go away with it: only the conflict is told.
  const syntaxProblems = settled === text ? problems : createProblems(0);
  const values = valuesOf(settled, limits, problems, syntaxProblems);
  return values && [values.open(values.root, start), { text: settled, values, limits, problems }];
}

/** JSON is YAML too, but a fifth of the work where nothing else is allowed for. */
function valuesOf(
  text: string,
  limits: GlossaryLimits,
  problems: Problems,
  syntaxProblems: Problems,
): Values | undefined {
  const json = parseJson(text, limits);
  if (json !== undefined) return new JsonValues(text, json);
  const yaml = parseYaml(text, limits, syntaxProblems);
  return yaml && yamlValues(text, yaml.root, yaml.hasAliases, limits, problems);
}

interface File {
  readonly name: string | undefined;
  readonly language: string;
  readonly records: readonly ConceptRecord[];
}

const FILE: RecordKind = {
  name: 'a glossary',
  fields: ['name', 'language', 'category', 'concepts', 'version', '$schema'],
  otherNames: new Map([
    ['title', 'name'],
    ['lang', 'language'],
    ['locale', 'language'],
    ['terms', 'concepts'],
    ['entries', 'concepts'],
    ['glossary', 'concepts'],
  ]),
};

const DEFAULT_LANGUAGE = 'en';

function readFile(reading: Reading, root: Value): File | undefined {
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
    return { name: undefined, language: DEFAULT_LANGUAGE, records: readConcepts(reading, root, undefined) };
  }
  const fields = readFields(reading, root, FILE);
  checkVersion(reading, fields.get('version'));
  const category = readLine(reading, fields.get('category'))?.text;
  const concepts = fields.get('concepts');
  if (concepts === undefined) {
    const message = 'This glossary has no concepts: list them under `concepts:`, each with `term` and `definition`';
    reading.problems.report('empty-glossary', headOf(reading.text, root.span), message);
  }
  return {
    name: readLine(reading, fields.get('name'))?.text,
    language: readLanguage(reading, fields.get('language')),
    records: concepts === undefined ? [] : readConcepts(reading, concepts.value, category),
  };
}

function readConcepts(reading: Reading, list: Value, category: string | undefined): readonly ConceptRecord[] {
  if (list.kind !== 'list') {
    reportWrongType(reading, list, '`concepts`', 'a list, each with a hyphen before it (`- term: …`)');
    return [];
  }
  const records: ConceptRecord[] = [];
  const place = { start: list.span.start, end: list.span.start };
  const { limits, values, problems } = reading;
  for (const [index, node] of list.nodes.entries()) {
    const value = values.open(node, place);
    if (index >= limits.concepts) {
      const message = limitMessage('Too many concepts', list.nodes.length, limits.concepts, 'the rest is left out');
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

function checkVersion(reading: Reading, field: Field | undefined): void {
  const version = readLine(reading, field);
  if (version === undefined || version.text === '1') return;
  const message = `Version ${quoted(version.text)} of the format is unknown: the file is read as version 1`;
  reading.problems.report('unknown-version', version.span, message);
}

function readLanguage(reading: Reading, field: Field | undefined): string {
  const language = readLine(reading, field);
  if (language === undefined) return DEFAULT_LANGUAGE;
  const tag = canonicalTag(language.text);
  if (tag !== undefined) return tag;
  const message = `${quoted(language.text)} is no language tag (BCP 47) such as \`en\`, \`de\` or \`pt-BR\`; \`${DEFAULT_LANGUAGE}\` counts`;
  reading.problems.report('unknown-value', language.span, message);
  return DEFAULT_LANGUAGE;
}

function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The related names of the concepts that stayed, told by their records. */
function relatedNamesOf(records: readonly ConceptRecord[], concepts: readonly Concept[]): readonly RelatedName[] {
  const kept = new Set(concepts.map(({ origin }) => origin.span));
  return records.flatMap(({ span, related }) =>
    kept.has(span) ? related.map(({ text, span }) => ({ name: text, span })) : [],
  );
}

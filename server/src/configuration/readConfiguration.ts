import { URI, Utils } from 'vscode-uri';
import { type Severity, severities } from '../analysis/finding';
import type { LocatedText } from '../formats/concepts/conceptRecord';
import type { GlossaryProblem } from '../formats/format';
import { limitMessage } from '../formats/limits';
import { createProblems } from '../formats/problems';
import {
  checkVersion,
  type Field,
  lineOf,
  type Reading,
  type RecordKind,
  readFields,
  readList,
  reportMissing,
  reportWrongType,
} from '../formats/records/fields';
import { openText } from '../formats/records/fileText';
import { canonicalTag } from '../formats/records/languageTag';
import { headOf, type Value } from '../formats/records/values';
import { readReferences } from '../sources/readReferences';
import type { LocatedReference } from '../sources/reference';
import { quoted } from '../text/quotation';
import { suggestionFor } from '../text/suggestion';
import type { Configuration, Override, Rules } from './configuration';
import { type Glob, readGlob } from './glob';
import { configurationLimits } from './limits';

/** The text of a configuration file and where it lies. */
export interface ConfigurationSource {
  readonly uri: string;
  readonly text: string;
}

/** What a text gave. All spans are offsets into the text as it was handed over. */
export interface ReadConfiguration {
  /** Undefined where the text does not parse at all: the caller keeps the last good one. */
  readonly configuration: Configuration | undefined;
  /** In the order of the text, at most `limits.problems` and one that counts the others. */
  readonly problems: readonly GlossaryProblem[];
}

/**
 * Read a configuration, version 1 of the format, in YAML or JSON: docs/configuration.md. Total and linear: what is wrong is
 * left out and reported. `checkNames` are those of all checks that there are.
 */
export function readConfiguration(source: ConfigurationSource, checkNames: readonly string[]): ReadConfiguration {
  const problems = createProblems(configurationLimits.problems);
  const opened = openText(source.text, configurationLimits, problems, 'Folders below may have files of their own');
  if (opened === undefined) return { configuration: undefined, problems: problems.list() };
  const [root, reading] = opened;
  const configuration = readRoot({ ...reading, checks: checksKind(checkNames) }, root, source.uri);
  return { configuration, problems: problems.list() };
}

/** The field of `checks` that is no check: whether the shipped glossary has a say. */
export const SHIPPED = 'shipped';

interface ConfigurationReading extends Reading {
  readonly checks: RecordKind;
}

const RULE_FIELDS = ['audience', 'abbreviations', 'quotations', 'checks'];
const RULE_NAMES: readonly (readonly [name: string, field: string])[] = [
  ['reader', 'audience'],
  ['readers', 'audience'],
  ['abbr', 'abbreviations'],
  ['acronyms', 'abbreviations'],
  ['accept', 'abbreviations'],
  ['quotes', 'quotations'],
  ['rules', 'checks'],
  ['severity', 'checks'],
  ['severities', 'checks'],
];
const FILE: RecordKind = {
  name: 'a configuration',
  fields: ['glossaries', 'languages', ...RULE_FIELDS, 'overrides', 'version', '$schema'],
  otherNames: new Map([
    ...RULE_NAMES,
    ['glossary', 'glossaries'],
    ['dictionaries', 'glossaries'],
    ['lang', 'languages'],
    ['locales', 'languages'],
    ['override', 'overrides'],
  ]),
};
const OVERRIDE: RecordKind = {
  name: 'an override',
  fields: ['paths', ...RULE_FIELDS],
  otherNames: new Map([...RULE_NAMES, ['files', 'paths'], ['globs', 'paths'], ['include', 'paths'], ['path', 'paths']]),
};

const SEVERITIES: readonly (Severity | 'off')[] = [...severities, 'off'];
/** What other tools and people call them. */
const SEVERITY_NAMES: ReadonlyMap<string, string> = new Map([
  ['warn', 'warning'],
  ['info', 'information'],
  ['suggestion', 'hint'],
  ['note', 'hint'],
  ['none', 'off'],
  ['never', 'off'],
  ['ignore', 'off'],
  ['false', 'off'],
  ['disabled', 'off'],
]);

function checksKind(checkNames: readonly string[]): RecordKind {
  return { name: '`checks`', noun: 'check', fields: [...checkNames, SHIPPED] };
}

function readRoot(reading: ConfigurationReading, root: Value, uri: string): Configuration | undefined {
  if (root.kind !== 'record' && root.kind !== 'empty') {
    const message = 'This is no configuration: it needs names of fields, such as `checks:`';
    reading.problems.report('not-a-configuration', headOf(reading.text, root.span), message);
    return undefined;
  }
  const fields = root.kind === 'record' ? readFields(reading, root, FILE) : new Map<string, Field>();
  checkVersion(reading, fields.get('version'));
  return {
    uri,
    glossaries: readGlossaries(reading, fields.get('glossaries'), uri),
    languages: readLanguages(reading, fields.get('languages')),
    ...readRules(reading, fields),
    overrides: readOverrides(reading, fields.get('overrides')),
  };
}

function readRules(reading: ConfigurationReading, fields: ReadonlyMap<string, Field>): Rules {
  return {
    acceptedAbbreviations: readLines(reading, fields.get('abbreviations'), 'An abbreviation').map(({ text }) => text),
    audience: readAudience(reading, fields.get('audience')),
    checksQuotations: readSwitch(reading, fields.get('quotations')),
    ...readChecks(reading, fields.get('checks')),
  };
}

function readChecks(
  reading: ConfigurationReading,
  field: Field | undefined,
): Pick<Rules, 'severities' | 'checksShipped'> {
  const read = new Map<string, Severity | 'off'>();
  if (field === undefined) return { severities: read, checksShipped: undefined };
  if (field.value.kind !== 'record') {
    reportWrongType(reading, field.value, '`checks`', 'a record with the names of checks (`term-form: off`)');
    return { severities: read, checksShipped: undefined };
  }
  const fields = readFields(reading, field.value, reading.checks);
  for (const [name, check] of fields) {
    const severity = name === SHIPPED ? undefined : readSeverity(reading, check);
    if (severity !== undefined) read.set(name, severity);
  }
  return { severities: read, checksShipped: readSwitch(reading, fields.get(SHIPPED)) };
}

function readSeverity(reading: Reading, field: Field): Severity | 'off' | undefined {
  const line = lineOf(reading, field.value, `\`${field.name}\``, reading.limits.textLength);
  if (line === undefined) return undefined;
  const severity = SEVERITIES.find((candidate) => candidate === line.text);
  if (severity !== undefined) return severity;
  const suggestion = suggestionFor(line.text, SEVERITIES, SEVERITY_NAMES);
  const expected = SEVERITIES.map((candidate) => `\`${candidate}\``).join(', ');
  const help = suggestion === undefined ? `it is one of ${expected}` : `did you mean \`${suggestion}\`?`;
  reading.problems.report('unknown-value', line.span, `${quoted(line.text)} is no severity: ${help}`);
  return undefined;
}

function readSwitch(reading: Reading, field: Field | undefined): boolean | undefined {
  if (field === undefined) return undefined;
  const { value } = field;
  if (value.kind === 'text' && value.type === 'boolean') return value.text.toLowerCase() === 'true';
  reportWrongType(reading, value, `\`${field.name}\``, '`true` or `false`');
  return undefined;
}

function readAudience(reading: Reading, field: Field | undefined): string | undefined {
  return field && lineOf(reading, field.value, '`audience`', reading.limits.termLength)?.text;
}

function readGlossaries(reading: Reading, field: Field | undefined, uri: string): readonly LocatedReference[] {
  const folder = Utils.dirname(URI.parse(uri)).toString();
  return readReferences(reading, readValues(reading, field), { folder, isPersonal: false });
}

function readLanguages(reading: Reading, field: Field | undefined): readonly string[] {
  const languages = new Set<string>();
  for (const { text, span } of readLines(reading, field, 'A language')) {
    const tag = canonicalTag(text);
    if (tag !== undefined) languages.add(tag.split('-')[0] ?? tag);
    else {
      const message = `${quoted(text)} is no language tag (BCP 47) such as \`en\`, \`de\` or \`pt-BR\``;
      reading.problems.report('unknown-value', span, message);
    }
  }
  return [...languages];
}

function readOverrides(reading: ConfigurationReading, field: Field | undefined): readonly Override[] {
  const overrides: Override[] = [];
  for (const value of readValues(reading, field)) {
    if (value.kind !== 'record') {
      reportWrongType(reading, value, 'An override', 'a record with `paths` and what counts for them');
      continue;
    }
    const fields = readFields(reading, value, OVERRIDE);
    const paths = readGlobs(reading, fields.get('paths'));
    if (!fields.has('paths')) reportMissing(reading, value, OVERRIDE, 'paths');
    // What else it says is read in any case, for its problems.
    const rules = readRules(reading, fields);
    if (paths.length > 0) overrides.push({ paths, ...rules });
  }
  return overrides;
}

function readGlobs(reading: Reading, field: Field | undefined): readonly Glob[] {
  const globs: Glob[] = [];
  for (const { text, span } of readLines(reading, field, 'A glob')) {
    const glob = readGlob(text);
    if (typeof glob !== 'string') globs.push(glob);
    else reading.problems.report('unusable-glob', span, `${quoted(text)} matches nothing: ${glob}`);
  }
  return globs;
}

/** Read a list of texts on one line. */
function readLines(
  reading: Reading,
  field: Field | undefined,
  label: string,
  limit = reading.limits.termLength,
): readonly LocatedText[] {
  return readValues(reading, field)
    .map((value) => lineOf(reading, value, label, limit))
    .filter((line) => line !== undefined);
}

function readValues(reading: Reading, field: Field | undefined): readonly Value[] {
  const values = readList(reading, field);
  const most = configurationLimits.values;
  const first = values[most];
  if (field === undefined || first === undefined) return values;
  const message = limitMessage(`Too many values of \`${field.name}\``, values.length, most, 'the rest is left out');
  reading.problems.report('too-many-values', headOf(reading.text, first.span), message);
  return values.slice(0, most);
}

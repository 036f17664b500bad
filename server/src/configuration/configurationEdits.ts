import type { Edit } from '../analysis/finding';
import { createProblems } from '../formats/problems';
import { openText } from '../formats/records/fileText';
import type { Value } from '../formats/records/values';
import type { Configuration } from './configuration';
import { configurationLimits } from './limits';
import { type ConfigurationSource, readConfiguration } from './readConfiguration';
import { addField, addItem, appendLines, findField, setValue, type WrittenFile } from './recordEdits';

/**
 * Give the edits of a configuration that switch a check off for all its documents; an empty text is the start of a new file.
 * Every other character stays. Undefined where the text cannot be edited: it does not parse, or says it in an unusual way.
 */
export function switchOffEdits(
  source: ConfigurationSource,
  check: string,
  checkNames: readonly string[],
): readonly Edit[] | undefined {
  return verified(source, checkNames, { check }, (file, root) => switchOff(file, root, check));
}

/** Give the edits of a configuration that accept an abbreviation without an explanation, as `switchOffEdits` does for a check. */
export function acceptAbbreviationEdits(
  source: ConfigurationSource,
  abbreviation: string,
  checkNames: readonly string[],
): readonly Edit[] | undefined {
  return verified(source, checkNames, { abbreviation }, (file, root) => accept(file, root, scalarOf(abbreviation)));
}

/** What edits are to change, and nothing else. */
interface Intent {
  readonly check?: string;
  readonly abbreviation?: string;
}

function switchOff(file: WrittenFile, root: Value, check: string): Edit | undefined {
  const field = `${check}: off`;
  if (root.kind === 'empty') return appendLines(file, ['checks:', `  ${field}`]);
  if (root.kind !== 'record') return undefined;
  const checks = findField(file, root, 'checks');
  if (checks === undefined) return addField(file, root, ['checks:', `  ${field}`], `checks: { ${field} }`);
  if (checks.value.kind === 'empty') return setValue(file, checks, `{ ${field} }`);
  if (checks.value.kind !== 'record') return undefined;
  const known = findField(file, checks.value, check);
  return known === undefined ? addField(file, checks.value, [field], field) : setValue(file, known, 'off');
}

function accept(file: WrittenFile, root: Value, abbreviation: string): Edit | undefined {
  const list = `abbreviations: [${abbreviation}]`;
  if (root.kind === 'empty') return appendLines(file, [list]);
  if (root.kind !== 'record') return undefined;
  const field = findField(file, root, 'abbreviations');
  if (field === undefined) return addField(file, root, [list], list);
  const { start, end } = field.value.span;
  switch (field.value.kind) {
    case 'list':
      return addItem(file, field.value, abbreviation);
    case 'text':
      return setValue(file, field, `[${file.text.slice(start, end)}, ${abbreviation}]`);
    case 'empty':
      return setValue(file, field, `[${abbreviation}]`);
    case 'record':
      return undefined;
  }
}

/** Make an edit and read the text again: give it if the text then says what it should, and else the same. */
function verified(
  source: ConfigurationSource,
  checkNames: readonly string[],
  intent: Intent,
  edit: (file: WrittenFile, root: Value) => Edit | undefined,
): readonly Edit[] | undefined {
  const before = readConfiguration(source, checkNames);
  const opened = openText(source.text, configurationLimits, createProblems(0), '');
  if (before.configuration === undefined || opened === undefined) return undefined;
  if (isMeant(before.configuration, intent)) return [];
  const [root, { text, values }] = opened;
  // A merge conflict is for a person to solve.
  const made = text === source.text ? edit({ text, values }, root) : undefined;
  if (made === undefined) return undefined;
  const changed = text.slice(0, made.span.start) + made.text + text.slice(made.span.end);
  const after = readConfiguration({ ...source, text: changed }, checkNames);
  const isRight =
    after.configuration !== undefined &&
    isMeant(after.configuration, intent) &&
    after.problems.length <= before.problems.length &&
    restOf(after.configuration, intent) === restOf(before.configuration, intent);
  return isRight ? [made] : undefined;
}

function isMeant({ severities, acceptedAbbreviations }: Configuration, { check, abbreviation }: Intent): boolean {
  if (check !== undefined) return severities.get(check) === 'off';
  return abbreviation !== undefined && acceptedAbbreviations.includes(abbreviation);
}

/** Write down what a configuration says apart from what is to change. */
function restOf(configuration: Configuration, { check, abbreviation }: Intent): string {
  const rest = {
    ...configuration,
    // An edit moves what stands behind it.
    glossaries: configuration.glossaries.map(({ reference }) => reference),
    severities: [...configuration.severities].filter(([name]) => name !== check),
    acceptedAbbreviations: configuration.acceptedAbbreviations.filter((accepted) => accepted !== abbreviation),
  };
  return JSON.stringify(rest, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}

/** Write a text in one line, in quotes where YAML might read something else. */
function scalarOf(text: string): string {
  const isPlain = /^[\p{L}\p{N}]+$/u.test(text) && !/^(?:null|true|false)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

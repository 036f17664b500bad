import type { Edit } from '../analysis/finding';
import { createProblems } from '../formats/problems';
import { openText } from '../formats/records/fileText';
import type { ListValue, Value } from '../formats/records/values';
import type { Configuration } from './configuration';
import { configurationLimits } from './limits';
import { type ConfigurationSource, readConfiguration } from './readConfiguration';
import { addField, addItem, appendLines, findField, setValue, type WrittenFile } from './recordEdits';

/** A glossary to be listed in a configuration. */
export interface ListedGlossary {
  /** A path relative to the folder of the configuration, or a URI. */
  readonly source: string;
  /** The id of the format to read it in. */
  readonly as?: string;
  /** Which field each column of a table stands for. */
  readonly columns?: ReadonlyMap<string, string>;
}

/**
 * Give the edits of a configuration that list a glossary behind those that it lists; an empty text is the start of a new file.
 * Every other character stays. Undefined where the text cannot be edited: it does not parse, or says it in an unusual way.
 */
export function listGlossaryEdits(
  source: ConfigurationSource,
  glossary: ListedGlossary,
  checkNames: readonly string[],
): readonly Edit[] | undefined {
  const before = readConfiguration(source, checkNames);
  const opened = openText(source.text, configurationLimits, createProblems(0), '');
  if (before.configuration === undefined || opened === undefined) return undefined;
  const [root, { text, values }] = opened;
  // A merge conflict is for a person to solve.
  if (text !== source.text) return undefined;
  const file = { text, values };
  if (isListed(file, root, glossary)) return [];
  const made = listIn(file, root, itemOf(glossary));
  if (made === undefined) return undefined;
  const changed = text.slice(0, made.span.start) + made.text + text.slice(made.span.end);
  const after = readConfiguration({ ...source, text: changed }, checkNames);
  const isRight =
    after.configuration !== undefined &&
    after.problems.length <= before.problems.length &&
    restOf(after.configuration) === restOf(before.configuration);
  return isRight ? [made] : undefined;
}

function listIn(file: WrittenFile, root: Value, item: string): Edit | undefined {
  const lines = ['glossaries:', `  - ${item}`];
  if (root.kind === 'empty') return appendLines(file, lines);
  if (root.kind !== 'record') return undefined;
  const field = findField(file, root, 'glossaries');
  if (field === undefined) return addField(file, root, lines, `glossaries: [${item}]`);
  const { start, end } = field.value.span;
  switch (field.value.kind) {
    case 'list':
      return addItem(file, field.value, item);
    case 'text':
      return setValue(file, field, `[${file.text.slice(start, end)}, ${item}]`);
    case 'empty':
      return setValue(file, field, `[${item}]`);
    case 'record':
      return undefined;
  }
}

/** Whether the very same stands there already. */
function isListed(file: WrittenFile, root: Value, { source, as, columns }: ListedGlossary): boolean {
  if (root.kind !== 'record' || as !== undefined || columns !== undefined) return false;
  const value = findField(file, root, 'glossaries')?.value;
  if (value?.kind === 'text') return value.text === source;
  return value?.kind === 'list' && textsIn(file, value).includes(source);
}

function textsIn({ values }: WrittenFile, { nodes, span }: ListValue): readonly string[] {
  return nodes.flatMap((node) => {
    const value = values.open(node, span);
    return value.kind === 'text' ? [value.text] : [];
  });
}

/** Write a glossary as an item of a list: the path alone where nothing else is said. */
function itemOf({ source, as, columns = new Map() }: ListedGlossary): string {
  if (as === undefined && columns.size === 0) return scalarOf(source);
  const pairs = Array.from(columns, ([heading, field]) => `${JSON.stringify(heading)}: ${scalarOf(field)}`);
  const parts = [
    `source: ${scalarOf(source)}`,
    ...(as === undefined ? [] : [`as: ${scalarOf(as)}`]),
    ...(pairs.length === 0 ? [] : [`columns: { ${pairs.join(', ')} }`]),
  ];
  return `{ ${parts.join(', ')} }`;
}

/** Write a text in one line, in quotes where YAML might read something else. */
function scalarOf(text: string): string {
  const isPlain =
    /^(?:\.{0,2}\/)?[\p{L}\p{N}_][\p{L}\p{N}_./-]*$/u.test(text) && !/^(?:null|true|false|[\d.]+)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** Write down what a configuration says apart from what it lists. */
function restOf({ glossaries: _, ...rest }: Configuration): string {
  return JSON.stringify(rest, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}

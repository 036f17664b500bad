import { type FileLimits, limitMessage } from '../limits';
import { createProblems, type Problems } from '../problems';
import type { Reading } from './fields';
import { parseJson } from './jsonText';
import { JsonValues } from './jsonValues';
import { firstSides } from './mergeConflict';
import type { Value, Values } from './values';
import { parseYaml } from './yamlText';
import { yamlValues } from './yamlValues';

/**
 * Open the text of a file, YAML or JSON, within `limits`: its root and what reading on needs; undefined where it does not
 * parse. `remedy` says what to do with a file that is too large.
 */
export function openText(
  text: string,
  limits: FileLimits,
  problems: Problems,
  remedy: string,
): readonly [Value, Reading] | undefined {
  const start = { start: 0, end: 0 };
  if (text.length > limits.fileLength) {
    const consequence = `nothing of it is read. ${remedy}`;
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
function valuesOf(text: string, limits: FileLimits, problems: Problems, syntaxProblems: Problems): Values | undefined {
  const json = parseJson(text, limits);
  if (json !== undefined) return new JsonValues(text, json);
  const yaml = parseYaml(text, limits, syntaxProblems);
  return yaml && yamlValues(text, yaml.root, yaml.hasAliases, limits, problems);
}

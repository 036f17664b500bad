import { problemSeverities } from '../../formats/format';
import { glossaryLimits } from '../../formats/limits';
import { byPlace, type Finding, findingOf, type Severity } from '../finding';
import { glossaryChecks } from '.';
import type { CheckedGlossary, GlossaryCheck } from './glossaryCheck';
import { nothingToExtend } from './nothingToExtend';
import { draftOf } from './readerCheck';

/**
 * Say what is wrong with a glossary file, in the order of its text: what its reader found, and what the checks find that
 * `policy` asks for. Of each check as many are told as of the reader, and one that counts the others.
 */
export function findInGlossary(
  file: CheckedGlossary,
  checks: readonly GlossaryCheck[] = glossaryChecks,
): readonly Finding[] {
  const { severities } = file.policy;
  // Who checks nothing still wants to know what of a glossary is not read.
  const names = new Set(severities.size === 0 ? [] : checks.map(({ name }) => name));
  const found = file.problems
    .filter(({ code }) => !names.has(code))
    .map((problem) => findingOf(problem.code, problem.severity, draftOf(problem)));
  found.push(...bounded({ name: NOTHING, find: nothingToExtend }, problemSeverities[NOTHING], file));
  for (const check of checks) {
    const severity = severities.get(check.name);
    if (severity !== undefined) found.push(...bounded(check, severity, file));
  }
  return found.sort(byPlace);
}

/** No check: it is not for somebody to weigh whether an addition is to anything. */
const NOTHING = 'nothing-to-extend';

function bounded(
  { name, find }: Pick<GlossaryCheck, 'name' | 'find'>,
  severity: Severity,
  file: CheckedGlossary,
): readonly Finding[] {
  const found: Finding[] = [];
  let left = 0;
  for (const draft of find(file)) {
    if (found.length < glossaryLimits.problems) found.push(findingOf(name, severity, draft));
    else left++;
  }
  const last = found.at(-1);
  if (left === 0 || last === undefined) return found;
  const message = `${left} more ${left === 1 ? 'finding' : 'findings'} of \`${name}\` in this file`;
  return [...found, findingOf('more-problems', problemSeverities['more-problems'], { span: last.span, message })];
}

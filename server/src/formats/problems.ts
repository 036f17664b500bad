import type { Span } from '../text/span';
import {
  type GlossaryProblem,
  type ProblemCode,
  type ProblemSeverity,
  problemSeverities,
  type RelatedPlace,
} from './format';

/** Collects the problems of one file and keeps as many as are told. */
export interface Problems {
  /** Report a problem; a message that costs something to make is a function, called only when the problem is kept. */
  report(code: ProblemCode, span: Span, message: string | (() => string), related?: readonly RelatedPlace[]): void;
  /** List what was reported in the order of the text, errors kept first, and count what was left out. */
  list(): readonly GlossaryProblem[];
}

/** Start collecting; at most `limit` problems are kept, so that a file that is wrong everywhere costs no memory. */
export function createProblems(limit: number): Problems {
  const kept: Record<ProblemSeverity, GlossaryProblem[]> = { error: [], warning: [], information: [] };
  let reported = 0;

  function report(code: ProblemCode, span: Span, message: string | (() => string), related?: readonly RelatedPlace[]) {
    reported++;
    const severity = problemSeverities[code];
    const alike = kept[severity];
    if (alike.length >= limit) return;
    const said = typeof message === 'string' ? message : message();
    alike.push({ code, severity, message: said, span, ...(related === undefined ? {} : { related }) });
  }

  function list(): readonly GlossaryProblem[] {
    const worstFirst = [...kept.error, ...kept.warning, ...kept.information];
    const told = worstFirst.slice(0, limit).sort((one, other) => one.span.start - other.span.start);
    const last = told.at(-1);
    if (last === undefined || reported === told.length) return told;
    const left = reported - told.length;
    const message = `${left} more ${left === 1 ? 'problem' : 'problems'} in this file`;
    return [...told, { code: 'more-problems', severity: problemSeverities['more-problems'], message, span: last.span }];
  }

  return { report, list };
}

import type { Span } from '../text/span';
import { type GlossaryProblem, type ProblemCode, type ProblemSeverity, problemSeverities } from './format';

/** Collects the problems of one file and keeps as many as are told. */
export interface Problems {
  /** Report a problem; a message that costs something to make is a function, called only when the problem is kept. */
  report(code: ProblemCode, span: Span, message: string | (() => string), more?: ProblemParts): void;
  /** Tell whether another problem of this kind would be kept, and not only counted. */
  hasRoomFor(code: ProblemCode): boolean;
  /** List what was reported in the order of the text, errors kept first, and count what was left out. */
  list(): readonly GlossaryProblem[];
}

/** What a problem may have besides. */
export type ProblemParts = Pick<GlossaryProblem, 'related' | 'replacement'>;

/** Start collecting; at most `limit` problems are kept, so that a file that is wrong everywhere costs no memory. */
export function createProblems(limit: number): Problems {
  const kept: Record<ProblemSeverity, GlossaryProblem[]> = { error: [], warning: [], information: [] };
  let reported = 0;

  function report(code: ProblemCode, span: Span, message: string | (() => string), more: ProblemParts = {}) {
    reported++;
    if (!hasRoomFor(code)) return;
    const severity = problemSeverities[code];
    const said = typeof message === 'string' ? message : message();
    kept[severity].push({ code, severity, message: said, span, ...more });
  }

  function hasRoomFor(code: ProblemCode): boolean {
    return kept[problemSeverities[code]].length < limit;
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

  return { report, hasRoomFor, list };
}

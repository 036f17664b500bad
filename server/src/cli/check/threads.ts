import { setImmediate } from 'node:timers/promises';
import type { Knowledge } from './documentChecker';
import type { LineRanges } from './lineRanges';
import type { TargetOptions, TargetResult } from './targetChecker';
import type { Target } from './targets';

/** Targets that several threads check together. Plain data, but for `next`, which they share. */
export interface SharedWork {
  readonly options: TargetOptions;
  readonly targets: readonly Target[];
  /** The lines that count in each target; undefined where all do. */
  readonly lines: readonly (LineRanges | undefined)[] | undefined;
  /** The number of the first target that nobody has taken. */
  readonly next: Int32Array;
}

/** What a thread says: results, and at its end what it learned besides. */
export type ThreadMessage = { readonly results: readonly NumberedResult[] } | { readonly knowledge: Knowledge };

/** A result and the number of its target. */
export type NumberedResult = readonly [index: number, result: TargetResult];

/** Targets that a thread takes at a time: few enough to end together, enough to seldom meet. */
const BATCH = 8;
/** Milliseconds after which a thread listens to signals and messages again. */
const LISTEN_AFTER = 50;

/** Check targets that nobody has taken until none is left, and hand over what came of them; gives what was learned besides. */
export async function checkShare(
  { options, targets, lines, next }: SharedWork,
  take: (results: readonly NumberedResult[]) => void,
): Promise<Knowledge> {
  const { TargetChecker } = await import('./targetChecker');
  const checker = new TargetChecker(options);
  let listened = Date.now();
  for (;;) {
    const first = Atomics.add(next, 0, BATCH);
    if (first >= targets.length) return checker.knowledge();
    const results: NumberedResult[] = [];
    for (let index = first; index < Math.min(targets.length, first + BATCH); index++) {
      const target = targets[index];
      if (target !== undefined) results.push([index, await checker.check(target, lines?.[index])]);
    }
    take(results);
    if (Date.now() - listened < LISTEN_AFTER) continue;
    await setImmediate();
    listened = Date.now();
  }
}

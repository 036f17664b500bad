import { setImmediate } from 'node:timers/promises';
import type { Knowledge } from './documentChecker';
import type { LineRanges } from './lineRanges';
import { readTextFile } from './regularFile';
import type { TargetChecker, TargetOptions, TargetResult } from './targetChecker';
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

const NOTHING_LEARNED: Knowledge = {
  unusable: [],
  questions: { folders: [], walked: [], repositories: [], files: [] },
  isOfTheWeb: false,
};

/** Targets that a thread takes at a time: few enough to end together, enough to seldom meet. */
const BATCH = 8;
/** Milliseconds after which a thread listens to signals and messages again. */
const LISTEN_AFTER = 50;

/** Check targets that nobody has taken until none is left, and hand over what came of them; gives what was learned besides. */
export async function checkShare(
  { options, targets, lines, next }: SharedWork,
  take: (results: readonly NumberedResult[]) => void,
): Promise<Knowledge> {
  let checker: TargetChecker | undefined;
  let listened = Date.now();
  for (;;) {
    const first = Atomics.add(next, 0, BATCH);
    if (first >= targets.length) return checker?.knowledge() ?? NOTHING_LEARNED;
    const results: NumberedResult[] = [];
    for (let index = first; index < Math.min(targets.length, first + BATCH); index++) {
      const target = targets[index];
      if (target === undefined) continue;
      const read = readTextFile(target.file);
      if ('reason' in read) {
        results.push([index, { kind: 'unreadable', reason: read.reason }]);
        continue;
      }
      // What checks is loaded with the first file that can be read: in most runs with a cache there is none.
      checker ??= new (await import('./targetChecker')).TargetChecker(options);
      results.push([index, await checker.check(target, read, lines?.[index])]);
    }
    take(results);
    if (Date.now() - listened < LISTEN_AFTER) continue;
    await setImmediate();
    listened = Date.now();
  }
}

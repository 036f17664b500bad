import { statSync } from 'node:fs';
import { isStyled } from '../terminal';
import { untilDone } from './interruption';
import { checkTargets, jobsFor } from './jobs';
import type { Checked, RunOptions } from './options';
import { progressOn } from './progress';
import { select } from './selection';
import type { Target } from './targets';

/** Check the files that a command is about, in as many threads as are of use. */
export async function checkFiles(options: RunOptions): Promise<Checked> {
  const { checking, jobs } = options;
  const { targets, lines, unreadable } = await select(options, checking.folder);
  const progress = progressOn(process.stderr, targets.length, isStyled(process.stderr, process.env));
  const running = checkTargets({ options: checking, targets, lines }, jobsFor(sizeOf(targets), jobs), progress.show);
  const results = await untilDone(running.stop, () => running.results.finally(progress.clear));
  return {
    results: targets.flatMap((target, index) => {
      const result = results[index];
      return result === undefined ? [] : [[target, result] as const];
    }),
    unreadable,
  };
}

function sizeOf(targets: readonly Target[]): number {
  return targets.reduce((sum, { file }) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
}

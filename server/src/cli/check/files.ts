import { statSync } from 'node:fs';
import { isStyled } from '../terminal';
import { Cache } from './cache';
import { untilDone } from './interruption';
import { type CheckedTargets, checkTargets, jobsFor } from './jobs';
import type { Checked, RunOptions } from './options';
import { progressOn } from './progress';
import { type Selection, select } from './selection';
import type { CheckedTarget, TargetResult } from './targetChecker';
import type { Target } from './targets';
import { withUnusedConcepts } from './unusedConcepts';

/** Check the files that a command is about, in as many threads as are of use; what a cache knows is not checked again. */
export async function checkFiles(options: RunOptions): Promise<Checked> {
  const selection = await select(options, options.checking.folder);
  const cache = cacheFor(options);
  const known = selection.targets.map((target) => cache && resultFrom(cache, target, options));
  const missing = selection.targets.flatMap((_, index) => (known[index] === undefined ? [index] : []));
  if (missing.length === 0) {
    cache?.write([]);
    return finish(selection, known, { results: [], knowledge: [] }, options);
  }
  const checked = await checkMissing(selection, missing, options);
  if (cache !== undefined) keepResults(cache, selection.targets, missing, checked);
  const results: (TargetResult | undefined)[] = [...known];
  for (const [place, index] of missing.entries()) results[index] = checked.results[place];
  return finish(selection, results, checked, options);
}

async function finish(
  selection: Selection,
  results: readonly (TargetResult | undefined)[],
  checked: CheckedTargets,
  { checking }: RunOptions,
): Promise<Checked> {
  return withUnusedConcepts(checkedOf(selection, results, checked), selection.wholeFolders, checking);
}

/** Lines that changed are few, and what was found elsewhere in their files is not kept. */
function cacheFor({ cache, changedSince, version, checking }: RunOptions): Cache | undefined {
  if (cache === undefined || changedSince !== undefined) return undefined;
  const { fix: _, ...meaningful } = checking;
  return Cache.open(cache, JSON.stringify([version, meaningful]));
}

/** Where fixes are asked for, a file that has some is read anew. */
function resultFrom(cache: Cache, { file }: Target, { checking }: RunOptions): CheckedTarget | undefined {
  const known = cache.find(file);
  if (known === undefined) return undefined;
  const { findings, uses } = known;
  if (checking.fix !== 'none' && findings.some(({ fix }) => fix?.isSafe === true)) return undefined;
  return { kind: 'checked', findings, fixedCount: 0, diff: '', ...(uses === undefined ? {} : { uses }) };
}

async function checkMissing(
  { targets, lines }: Selection,
  missing: readonly number[],
  { checking, jobs }: RunOptions,
): Promise<CheckedTargets> {
  const own = missing.flatMap((index) => targets[index] ?? []);
  const ownLines = lines && missing.map((index) => lines[index]);
  const progress = progressOn(process.stderr, own.length, isStyled(process.stderr, process.env));
  const work = { options: checking, targets: own, lines: ownLines };
  const running = checkTargets(work, jobsFor(sizeOf(own), jobs), progress.show);
  return untilDone(running.stop, () => running.done.finally(progress.clear));
}

function sizeOf(targets: readonly Target[]): number {
  return targets.reduce((sum, { file }) => sum + (sizeOfFile(file) ?? 0), 0);
}

/** A file that is gone by now, or that may not be looked at, is told of where it is read. */
function sizeOfFile(file: string): number | undefined {
  try {
    return statSync(file).size;
  } catch {
    return undefined;
  }
}

/** A glossary that cannot be read is told of in each run, and one from the web may change: such runs are not kept. */
function keepResults(
  cache: Cache,
  targets: readonly Target[],
  missing: readonly number[],
  { results, knowledge }: CheckedTargets,
): void {
  if (knowledge.some(({ unusable, isOfTheWeb }) => unusable.length > 0 || isOfTheWeb)) return;
  for (const [place, index] of missing.entries()) {
    const target = targets[index];
    const result = results[place];
    if (target === undefined || result?.kind !== 'checked' || result.state === undefined) continue;
    cache.keep(target.file, { state: result.state, findings: result.findings, uses: result.uses });
  }
  cache.write(knowledge.map(({ questions }) => questions));
}

function checkedOf(
  { targets, unreadable, told }: Selection,
  results: readonly (TargetResult | undefined)[],
  { knowledge }: CheckedTargets,
): Checked {
  const pairs = targets.flatMap((target, index) => {
    const result = results[index];
    return result === undefined ? [] : [[target, result] as const];
  });
  // What is wrong with a glossary that is checked itself stands among the findings.
  const unusable = new Map(knowledge.flatMap((known) => known.unusable.map((file) => [file.path, file] as const)));
  return {
    results: pairs,
    unreadable: [...unreadable, ...[...unusable.values()].filter(({ path }) => !told.has(path))],
  };
}

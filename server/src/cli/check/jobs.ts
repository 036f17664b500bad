import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Knowledge } from './documentChecker';
import type { TargetResult } from './targetChecker';
import { checkShare, type NumberedResult, type SharedWork, type ThreadMessage } from './threads';

/** More threads than any machine has cores that would help. */
export const MOST_JOBS = 256;
/** Bytes of documents for which another thread is worth its start: it reads the code and the glossaries anew. */
const BYTES_FOR_A_THREAD = 4_000_000;
/**
 * The same where each thread has but one core. Code is slow until it is compiled, and another core does that meanwhile: for less
 * than this, a second thread takes away more than it gives.
 */
const BYTES_FOR_A_CORE = 24_000_000;

/** Tell how many threads to use for so many bytes: as many as somebody wants, else as many as are of use. */
export function jobsFor(bytes: number, wanted: number | undefined, cores = availableParallelism()): number {
  if (wanted !== undefined) return Math.max(1, Math.min(wanted, MOST_JOBS));
  const withTwoCoresEach = Math.min(Math.floor(cores / 2), Math.floor(bytes / BYTES_FOR_A_THREAD));
  const withOneCoreEach = Math.min(cores, Math.floor(bytes / BYTES_FOR_A_CORE));
  return Math.max(1, withTwoCoresEach, withOneCoreEach);
}

/** What came of targets. */
export interface CheckedTargets {
  /** In the order of the targets; undefined for those that nobody took before the check was stopped. */
  readonly results: readonly (TargetResult | undefined)[];
  /** What each thread learned besides. */
  readonly knowledge: readonly Knowledge[];
}

/** Targets that are being checked. */
export interface RunningCheck {
  readonly done: Promise<CheckedTargets>;
  /** Let threads end what they are at, a file that they write included, and take nothing more. */
  stop(): void;
}

/** Check targets in this thread and `jobs - 1` others. */
export function checkTargets(
  work: Omit<SharedWork, 'next'>,
  jobs: number,
  report: (done: number) => void,
): RunningCheck {
  const shared: SharedWork = { ...work, next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
  const results = new Array<TargetResult | undefined>(work.targets.length).fill(undefined);
  let done = 0;
  const take = (batch: readonly NumberedResult[]) => {
    for (const [index, result] of batch) results[index] = result;
    done += batch.length;
    report(done);
  };
  const others = Array.from({ length: jobs - 1 }, () => runWorker(shared, take));
  return {
    done: Promise.all([checkShare(shared, take), ...others]).then((knowledge) => ({ results, knowledge })),
    stop: () => void Atomics.store(shared.next, 0, work.targets.length),
  };
}

function runWorker(shared: SharedWork, take: (batch: readonly NumberedResult[]) => void): Promise<Knowledge> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'worker.js'), { workerData: shared });
    worker.on('message', (message: ThreadMessage) => {
      if ('results' in message) take(message.results);
      else resolve(message.knowledge);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a thread ended with ${code} before its work was done`)));
  });
}

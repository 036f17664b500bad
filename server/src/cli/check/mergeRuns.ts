import type { CheckedFile, CheckRun, UnreadableFile } from '../checkRun';
import { fieldsOf, readAll, readFindings, readText } from './jsonFindings';
import { inOrder } from './targets';

/** Read a run from the report that `--format json` writes; undefined where the text is none. Total. */
export function readRun(text: string): CheckRun | undefined {
  const root = fieldsOf(parse(text));
  const counts = fieldsOf(root?.get('counts'));
  const version = readText(root?.get('version'));
  const checkedCount = readCount(counts?.get('checkedFiles'));
  const knownCount = readCount(counts?.get('known'));
  const files = readAll(root?.get('files'), readFile);
  const unreadable = readAll(root?.get('unreadable'), readUnreadable);
  if (version === undefined || checkedCount === undefined || knownCount === undefined) return undefined;
  return files === undefined || unreadable === undefined
    ? undefined
    : { version, checkedCount, knownCount, files, unreadable };
}

/** Put the runs of shards together: what a single run over all their files would have come to. */
export function mergeRuns([first, ...others]: readonly [CheckRun, ...CheckRun[]]): CheckRun {
  const runs = [first, ...others];
  const unreadable = new Map(runs.flatMap((run) => run.unreadable.map((file) => [file.path, file] as const)));
  return {
    version: first.version,
    checkedCount: runs.reduce((sum, run) => sum + run.checkedCount, 0),
    knownCount: runs.reduce((sum, run) => sum + run.knownCount, 0),
    files: inOrder(runs.flatMap(({ files }) => files)),
    // A glossary that cannot be read is told of by each run whose files it applies to.
    unreadable: inOrder([...unreadable.values()]),
  };
}

/** Find a file that two runs have checked, which shards never do; undefined where there is none. */
export function fileInTwo(runs: readonly CheckRun[]): string | undefined {
  const seen = new Set<string>();
  for (const { path } of runs.flatMap(({ files }) => files)) {
    if (seen.has(path)) return path;
    seen.add(path);
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function readFile(value: unknown): CheckedFile | undefined {
  const fields = fieldsOf(value);
  const path = readText(fields?.get('path'));
  const findings = readFindings(fields?.get('findings'));
  return path === undefined || findings === undefined ? undefined : { path, findings };
}

function readUnreadable(value: unknown): UnreadableFile | undefined {
  const fields = fieldsOf(value);
  const path = readText(fields?.get('path'));
  const reason = readText(fields?.get('reason'));
  return path === undefined || reason === undefined ? undefined : { path, reason };
}

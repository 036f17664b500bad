import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { FileFinding } from '../checkRun';
import { reasonOf } from './reason';
import type { TargetResult } from './targetChecker';
import type { Target } from './targets';
import { UsageError } from './usageError';
import { writeWhole } from './wholeFile';

/**
 * Findings that are known, and that nobody mends today: by file, by check, and by fingerprint how many there are. Files are
 * named relative to the folder of the baseline, so that it says the same wherever it is used from. Immutable.
 */
export type Baseline = ReadonlyMap<string, KnownFindings>;

type KnownFindings = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What a command says of a baseline. */
export interface BaselineOptions {
  /** The file, relative to `folder`; undefined where there is none. */
  readonly baseline: string | undefined;
  /** Take all that is found for known from now on. */
  readonly updatesBaseline: boolean;
}

/** A baseline and where it lies. */
export interface PlacedBaseline {
  readonly file: string;
  readonly known: Baseline;
}

/** Read the baseline that a command names, and write it anew where that is asked for. Throws a `UsageError`. */
export function applyBaseline(
  results: readonly (readonly [target: Target, result: TargetResult])[],
  { baseline: name, updatesBaseline }: BaselineOptions,
  folder: string,
): PlacedBaseline | undefined {
  if (name === undefined) return undefined;
  const file = resolve(folder, name);
  if (!updatesBaseline) return { file, known: readBaseline(file, name) };
  const checked = results.flatMap(([{ file }, result]) =>
    result.kind === 'checked' ? [{ file, findings: result.findings }] : [],
  );
  const known = updatedBaseline(existsSync(file) ? readBaseline(file, name) : new Map(), file, checked);
  try {
    writeWhole(file, baselineText(known));
  } catch (error) {
    throw new UsageError(`the baseline ${name} could not be written: ${reasonOf(error)}`);
  }
  return { file, known };
}

/** Read a baseline, which people know by `name`. Throws a `UsageError`: findings that should be known must not fail a run without a word. */
export function readBaseline(file: string, name: string): Baseline {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`the baseline ${name} is not read: ${reasonOf(error)}; --update-baseline writes one`);
  }
  const baseline = parseBaseline(text);
  if (baseline === undefined) throw new UsageError(`${name} is no baseline; --update-baseline writes one`);
  return baseline;
}

/** Read the text of a baseline; undefined where it is none. */
export function parseBaseline(text: string): Baseline | undefined {
  try {
    const root = recordOf(JSON.parse(text));
    if (root?.get('version') !== VERSION) return undefined;
    const files = recordOf(root.get('files'));
    return files === undefined ? undefined : new Map([...files].map(([path, checks]) => [path, readChecks(checks)]));
  } catch {
    return undefined;
  }
}

/** Write a baseline: sorted, one fingerprint a line, so that two people's changes to it merge. */
export function baselineText(baseline: Baseline): string {
  const files = sortedObject(baseline, (checks) =>
    sortedObject(checks, (known) => sortedObject(known, (count) => count)),
  );
  return `${JSON.stringify({ version: VERSION, files }, undefined, 2)}\n`;
}

/**
 * Divide the findings of a file, in the order of its text, into new ones and those that are known. What is known of them may
 * be those `elsewhere` in the file, which nobody asks about.
 */
export function divide(
  findings: readonly FileFinding[],
  known: KnownFindings | undefined,
  elsewhere: readonly Pick<FileFinding, 'check' | 'fingerprint'>[] = [],
): { readonly fresh: readonly FileFinding[]; readonly knownCount: number } {
  if (known === undefined) return { fresh: findings, knownCount: 0 };
  const left = new Map([...known].map(([check, counts]) => [check, new Map(counts)]));
  const takeKnown = ({ check, fingerprint }: Pick<FileFinding, 'check' | 'fingerprint'>) => {
    const counts = left.get(check);
    const count = counts?.get(fingerprint) ?? 0;
    if (count > 0) counts?.set(fingerprint, count - 1);
    return count > 0;
  };
  for (const finding of elsewhere) takeKnown(finding);
  const fresh = findings.filter((finding) => !takeKnown(finding));
  return { fresh, knownCount: findings.length - fresh.length };
}

/** Make the baseline that knows all that was found; files that were not checked stay known as long as they are there. */
export function updatedBaseline(
  previous: Baseline,
  file: string,
  checked: readonly { readonly file: string; readonly findings: readonly FileFinding[] }[],
): Baseline {
  const folder = dirname(file);
  const others = [...previous].filter(([path]) => existsSync(resolve(folder, path)));
  const updated = new Map<string, KnownFindings>(others);
  for (const { file: path, findings } of checked) {
    const name = baselinePath(path, file);
    if (findings.length > 0) updated.set(name, countsOf(findings));
    else updated.delete(name);
  }
  return updated;
}

/** Name a file as a baseline does. */
export function baselinePath(path: string, baseline: string): string {
  return relative(dirname(baseline), path).split(sep).join('/');
}

const VERSION = 1;

function countsOf(findings: readonly FileFinding[]): KnownFindings {
  const known = new Map<string, Map<string, number>>();
  for (const { check, fingerprint } of findings) {
    const counts = known.get(check) ?? new Map<string, number>();
    counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
    known.set(check, counts);
  }
  return known;
}

function readChecks(value: unknown): KnownFindings {
  const checks = recordOf(value) ?? new Map<string, unknown>();
  return new Map([...checks].map(([check, counts]) => [check, readCounts(counts)]));
}

function readCounts(value: unknown): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [fingerprint, count] of recordOf(value) ?? []) {
    if (typeof count === 'number' && Number.isSafeInteger(count) && count > 0) counts.set(fingerprint, count);
  }
  return counts;
}

function recordOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined;
}

/** `Object.fromEntries` defines what it is given, so that no name reaches a prototype. */
function sortedObject<T, R>(map: ReadonlyMap<string, T>, write: (value: T) => R): Readonly<Record<string, R>> {
  const entries = [...map].toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return Object.fromEntries(entries.map(([key, value]) => [key, write(value)]));
}

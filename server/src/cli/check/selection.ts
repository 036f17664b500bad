import type { UnreadableFile } from '../checkRun';
import { changedLines } from './changedLines';
import type { LineRanges } from './lineRanges';
import { namesFrom } from './namesFrom';
import { type Shard, shardOf } from './shard';
import { findTargets, type Target, type Targets } from './targets';

/** Which files and which lines of them a command is about. */
export interface SelectionOptions {
  /** Files, folders and globs. */
  readonly names: readonly string[];
  /** A file with more names, or `-` for standard input. */
  readonly filesFrom: string | undefined;
  /** Lines that changed since this revision count alone. */
  readonly changedSince: string | undefined;
  readonly shard: Shard | undefined;
}

/** The files of a command. */
export interface Selection {
  readonly targets: readonly Target[];
  /** The lines that count in each; undefined where all do. */
  readonly lines: readonly (LineRanges | undefined)[] | undefined;
  readonly unreadable: readonly UnreadableFile[];
  /** The paths of all these files, and of those in other shards: what is wrong with one is told where it is checked. */
  readonly told: ReadonlySet<string>;
  /** Folders all of whose files are here, absolute; none in a part of a run. */
  readonly wholeFolders: readonly string[];
}

/** Find the files that a command is about; `folder` is the working directory. Throws a `UsageError`. */
export async function select(options: SelectionOptions, folder: string): Promise<Selection> {
  const { shard, changedSince } = options;
  const all = findTargets(namesOf(options, folder), folder);
  const found = shard === undefined ? all : partOf(all, shard);
  const wholeFolders = shard === undefined && changedSince === undefined ? all.folders : [];
  if (changedSince === undefined) return { ...found, lines: undefined, told: pathsOf(all), wholeFolders };
  const changed = await changedLines(folder, changedSince);
  const isChanged = ({ file }: Target) => changed.linesOf(file) !== undefined;
  const targets = found.targets.filter(isChanged);
  return {
    ...found,
    targets,
    lines: targets.map(({ file }) => changed.linesOf(file)),
    told: pathsOf({ ...all, targets: all.targets.filter(isChanged) }),
    wholeFolders,
  };
}

function namesOf({ names, filesFrom }: SelectionOptions, folder: string): readonly string[] {
  if (filesFrom === undefined) return names.length === 0 ? ['.'] : names;
  return [...names, ...namesFrom(filesFrom, folder)];
}

type Found = Omit<Targets, 'folders'>;

function pathsOf({ targets, unreadable }: Found): ReadonlySet<string> {
  return new Set([...targets, ...unreadable].map(({ path }) => path));
}

/** What cannot be read is told by one part alone, too. */
function partOf({ targets, unreadable }: Found, shard: Shard): Found {
  const part = new Set(shardOf([...targets, ...unreadable], shard));
  return {
    targets: targets.filter((target) => part.has(target)),
    unreadable: unreadable.filter((file) => part.has(file)),
  };
}

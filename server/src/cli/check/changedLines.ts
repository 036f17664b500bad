import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../languages';
import { runGit } from './git';
import { ALL_LINES, type LineRanges } from './lineRanges';
import { UsageError } from './usageError';

/** What changed in a work tree. */
export interface ChangedLines {
  /** The lines of a file that changed, undefined where none did. */
  linesOf(file: string): LineRanges | undefined;
}

/**
 * Ask git which lines of the files around `folder` changed since `base`: in commits, in the index and in the work tree. Where
 * history has branched it is the point where it did that counts. Files that git does not know are changed as a whole.
 */
export async function changedLines(folder: string, base: string): Promise<ChangedLines> {
  if (base === '' || base.startsWith('-')) throw new UsageError(`'${base}' is no revision`);
  const top = await runGit(folder, ['rev-parse', '--show-toplevel']);
  if (top === undefined)
    throw new UsageError('--changed asks git what changed, and this folder lies in no repository of it');
  const root = text(top).replace(/\r?\n$/, '');
  const since = await startOfChanges(root, base);
  const [patch, untracked] = await Promise.all([
    runGit(root, [...DIFF, '--end-of-options', since, '--', ...CHECKED_FILES]),
    runGit(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', ...CHECKED_FILES]),
  ]);
  if (patch === undefined || untracked === undefined) throw new Error(`git could not tell what changed since ${base}`);
  const changed = new Map([...linesInPatch(text(patch))].map(([path, lines]) => [join(root, path), lines]));
  for (const path of text(untracked).split('\0')) if (path !== '') changed.set(join(root, path), ALL_LINES);
  return { linesOf: (file) => changed.get(file) ?? changed.get(realPath(file)) };
}

/**
 * Read the lines that a patch without context writes, by the paths of files as git names them. It counts the lines of each
 * change, so that no text in them is taken for a header.
 */
export function linesInPatch(patch: string): ReadonlyMap<string, LineRanges> {
  const files = new Map<string, (readonly [number, number])[]>();
  let ranges: (readonly [number, number])[] = [];
  let left = 0;
  for (let start = 0; start < patch.length; ) {
    const feed = patch.indexOf('\n', start);
    const end = feed < 0 ? patch.length : feed;
    const first = patch[start];
    if (left > 0 && (first === '-' || first === '+')) {
      left--;
    } else if (first === '+' && patch.startsWith('+++ ', start)) {
      ranges = [];
      const path = pathIn(patch.slice(start + 4, end));
      if (path !== undefined) files.set(path, ranges);
    } else if (first === '@') {
      const hunk = HUNK.exec(patch.slice(start, Math.min(end, start + LONGEST_HUNK)));
      const [, removed = '1', line = '0', added = '1'] = hunk ?? [];
      left = hunk === null ? 0 : Number(removed) + Number(added);
      if (hunk !== null && Number(added) > 0) ranges.push([Number(line), Number(line) + Number(added) - 1]);
    }
    start = end + 1;
  }
  return files;
}

/** Settings of a repository or a person must not change what the output looks like, nor start programs. */
const DIFF = [
  '-c',
  'core.quotePath=true',
  'diff',
  '--unified=0',
  '--inter-hunk-context=0',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--text',
  '--find-renames',
  '--ignore-submodules',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

/** Names of files that may be checked; git leaves out the others before it compares. */
const CHECKED_FILES = [...languages.flatMap(({ extensions }) => extensions), '.json'].map(
  (extension) => `:(top,icase)*${extension}`,
);

const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
/** Characters of `@@ -1,2 +3,4 @@` with numbers of any size; git puts text of the file behind it. */
const LONGEST_HUNK = 100;

async function startOfChanges(root: string, base: string): Promise<string> {
  const commit = await runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`]);
  if (commit === undefined) {
    // In a repository without commits everything is new.
    const empty = base === 'HEAD' ? await runGit(root, ['hash-object', '-t', 'tree', '--stdin']) : undefined;
    if (empty === undefined)
      throw new UsageError(`git knows no revision '${base}'; where it is a path, write --changed -- ${base}`);
    return text(empty).trim();
  }
  const revision = text(commit).trim();
  const branched = await runGit(root, ['merge-base', '--end-of-options', revision, 'HEAD']);
  return branched === undefined ? revision : text(branched).trim();
}

function text(bytes: Buffer): string {
  return bytes.toString('utf8');
}

/** `b/docs/a.md`, or the same in quotes with what git escapes; undefined for `/dev/null`. A tab ends a name with spaces. */
function pathIn(header: string): string | undefined {
  const name = header.startsWith('"') ? unquoted(header) : header.replace(/\t$/, '');
  return name.startsWith('b/') ? name.slice(2) : undefined;
}

/** Undo the quotation of a path in C's manner, in which bytes outside of ASCII are octal numbers. */
function unquoted(quoted: string): string {
  const bytes: number[] = [];
  for (let index = 1; index < quoted.length - 1; index++) {
    if (quoted[index] !== '\\') {
      bytes.push(quoted.charCodeAt(index));
      continue;
    }
    const octal = /^[0-7]{3}/.exec(quoted.slice(index + 1, index + 4))?.[0];
    bytes.push(octal === undefined ? (ESCAPES.get(quoted[index + 1] ?? '') ?? 0) : Number.parseInt(octal, 8));
    index += octal?.length ?? 1;
  }
  return Buffer.from(bytes).toString('utf8');
}

const ESCAPES: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['b', 8],
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
  ['"', 34],
  ['\\', 92],
]);

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

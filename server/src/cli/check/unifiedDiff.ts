import type { Edit } from '../../analysis/finding';

/** Unchanged lines shown around each change, as `diff -u` and git do. */
const CONTEXT = 3;

/**
 * Write edits of a text, sorted and disjoint, as a unified diff that `git apply` and `patch -p1` take; empty where they change
 * nothing. Linear in text and edits.
 */
export function unifiedDiff(path: string, text: string, edits: readonly Edit[]): string {
  const lines = linesOf(text);
  const changes = trimmed(changesOf(text, lines, edits), lines);
  if (changes.length === 0) return '';
  let shift = 0;
  const hunks = hunksOf(changes, lines.length).map((hunk) => {
    const { body, removed, added } = bodyOf(hunk, lines);
    const header = `@@ -${rangeOf(hunk.start, removed)} +${rangeOf(hunk.start + shift, added)} @@\n`;
    shift += added - removed;
    return header + body;
  });
  return `--- ${quoted(`a/${path}`)}\n+++ ${quoted(`b/${path}`)}\n${hunks.join('')}`;
}

/** Whole lines that take the place of others: from line `start` to before `end`, counted from 0. */
interface LineChange {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Changes that are shown together, with the lines around them. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly changes: readonly LineChange[];
}

/** Split a text behind each line feed, which stays: what git calls lines. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed + 1;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

/** Edits that touch the same line make one change. */
function changesOf(text: string, lines: readonly string[], edits: readonly Edit[]): readonly LineChange[] {
  const changes: LineChange[] = [];
  const lengthAt = (line: number) => lines[line]?.length ?? 0;
  let line = 0;
  let lineStart = 0;
  for (let index = 0; index < edits.length; ) {
    const first = edits[index]?.span.start ?? 0;
    while (lineStart + lengthAt(line) <= first && lines[line]?.endsWith('\n') === true) lineStart += lengthAt(line++);
    const start = line;
    let at = lineStart;
    let end = lineStart;
    let written = '';
    for (let next = edits[index]; next !== undefined; next = edits[++index]) {
      // The first edit begins the change; what is written at the end of the text goes on with one that reaches there.
      const isBehind = next.span.start > end || (next.span.start === end && end < text.length);
      if (end > lineStart && isBehind) break;
      written += text.slice(at, next.span.start) + next.text;
      at = next.span.end;
      // A line that lost its end is joined with the line behind it.
      while (line < lines.length && (end < at || (end === at && !isWholeLines(written)))) end += lengthAt(line++);
    }
    written += text.slice(at, end);
    changes.push({ start, end: line, lines: linesOf(written) });
    lineStart = end;
  }
  return changes;
}

function isWholeLines(text: string): boolean {
  return text === '' || text.endsWith('\n');
}

/** An edit may write what was there before. */
function trimmed(changes: readonly LineChange[], lines: readonly string[]): readonly LineChange[] {
  return changes
    .map((change) => {
      let { start, end } = change;
      let from = 0;
      let to = change.lines.length;
      while (start < end && from < to && lines[start] === change.lines[from]) {
        start++;
        from++;
      }
      while (start < end && from < to && lines[end - 1] === change.lines[to - 1]) {
        end--;
        to--;
      }
      return { start, end, lines: change.lines.slice(from, to) };
    })
    .filter((change) => change.start < change.end || change.lines.length > 0);
}

function hunksOf(changes: readonly LineChange[], lineCount: number): readonly Hunk[] {
  const hunks: { start: number; end: number; changes: LineChange[] }[] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    const end = Math.min(lineCount, change.end + CONTEXT);
    if (last !== undefined && change.start - CONTEXT <= last.end) {
      last.changes.push(change);
      last.end = end;
    } else {
      hunks.push({ start: Math.max(0, change.start - CONTEXT), end, changes: [change] });
    }
  }
  return hunks;
}

function bodyOf({ start, end, changes }: Hunk, lines: readonly string[]): HunkBody {
  const body: string[] = [];
  let removed = 0;
  let added = 0;
  const keep = (from: number, to: number) => {
    for (const line of lines.slice(from, to)) body.push(marked(' ', line));
    removed += to - from;
    added += to - from;
  };
  let at = start;
  for (const change of joined(changes)) {
    keep(at, change.start);
    for (const line of lines.slice(change.start, change.end)) body.push(marked('-', line));
    for (const line of change.lines) body.push(marked('+', line));
    removed += change.end - change.start;
    added += change.lines.length;
    at = change.end;
  }
  keep(at, end);
  return { body: body.join(''), removed, added };
}

/** Lines that follow one another are shown as they were, all of them, and then as they are. */
function joined(changes: readonly LineChange[]): readonly LineChange[] {
  const runs: { readonly start: number; end: number; readonly lines: string[] }[] = [];
  for (const { start, end, lines } of changes) {
    const last = runs.at(-1);
    if (last === undefined || last.end < start) {
      runs.push({ start, end, lines: [...lines] });
    } else {
      last.end = end;
      for (const line of lines) last.lines.push(line);
    }
  }
  return runs;
}

interface HunkBody {
  readonly body: string;
  /** How many lines it had, and has, those around the changes included. */
  readonly removed: number;
  readonly added: number;
}

function marked(mark: string, line: string): string {
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}

/** Lines count from 1; an empty range is named by the line in front of it. */
function rangeOf(start: number, count: number): string {
  if (count === 0) return `${start},0`;
  return count === 1 ? String(start + 1) : `${start + 1},${count}`;
}

/** As git does where a name has characters that would end it. */
function quoted(path: string): string {
  if (!UNUSUAL.test(path)) return path;
  const escaped = path.replace(ALL_UNUSUAL, (character) => {
    const code = character.charCodeAt(0);
    return code >= 0x20 && code !== 0x7f ? `\\${character}` : `\\${code.toString(8).padStart(3, '0')}`;
  });
  return `"${escaped}"`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNUSUAL = /[\u0000-\u001f\u007f"\\]/;
const ALL_UNUSUAL = new RegExp(UNUSUAL, 'g');

import { CR, LF } from '../../../text/ascii';
import type { Source } from '../../../text/source';
import type { Span } from '../../../text/span';
import { skipBlanks } from '../characters';

/** Metadata in front of a document's text, and where the text starts. */
export interface FrontMatter {
  readonly format: 'yaml' | 'toml' | undefined;
  /** What stands between the fences, empty where there is no front matter. */
  readonly body: Span;
  readonly contentStart: number;
  /** Whether the text was searched to its end in vain. */
  readonly isUnclosed: boolean;
}

const BYTE_ORDER_MARK = 0xfeff;

/** Find the front matter of a document: between two lines `---` (YAML) or `+++` (TOML), the first at the very start. */
export function frontMatterOf(source: Source): FrontMatter {
  const start = source.units[0] === BYTE_ORDER_MARK ? 1 : 0;
  const isUnclosed = opensAt(source, start, '---') || opensAt(source, start, '+++');
  return (
    between(source, start, '---', 'yaml') ??
    between(source, start, '+++', 'toml') ?? {
      format: undefined,
      body: { start, end: start },
      contentStart: start,
      isUnclosed,
    }
  );
}

function opensAt({ text, units, length }: Source, start: number, fence: string): boolean {
  if (!text.startsWith(fence, start)) return false;
  const fenceEnd = skipBlanks(units, start + fence.length, length);
  return fenceEnd === length || lineEndLength(units, fenceEnd, length) > 0;
}

function between(source: Source, start: number, fence: string, format: 'yaml' | 'toml'): FrontMatter | undefined {
  if (!opensAt(source, start, fence)) return undefined;
  const { text, units, length } = source;
  const fenceEnd = skipBlanks(units, start + fence.length, length);
  const bodyStart = fenceEnd + lineEndLength(units, fenceEnd, length);
  for (let close = text.indexOf(fence, bodyStart); close >= 0; close = text.indexOf(fence, close + 1)) {
    const before = units[close - 1];
    if (before !== LF && before !== CR) continue;
    const closeEnd = skipBlanks(units, close + fence.length, length);
    const contentStart = closeEnd + lineEndLength(units, closeEnd, length);
    if (contentStart > closeEnd || closeEnd === length) {
      return { format, body: { start: bodyStart, end: close }, contentStart, isUnclosed: false };
    }
  }
  return undefined;
}

/** Give the length of the line end (LF, CR LF or CR) at `at`. */
function lineEndLength(units: Uint16Array, at: number, length: number): number {
  if (at >= length) return 0;
  if (units[at] === CR) return at + 1 < length && units[at + 1] === LF ? 2 : 1;
  return units[at] === LF ? 1 : 0;
}

import type { Span } from '../../text/span';
import { CR, LF, skipBlanks, skipLineEnd } from './characters';

/** Metadata in front of a document's text, and where the text starts. */
export interface FrontMatter {
  readonly format: 'yaml' | 'toml' | undefined;
  /** What stands between the fences, empty where there is no front matter. */
  readonly body: Span;
  readonly contentStart: number;
}

const BYTE_ORDER_MARK = 0xfeff;

/** Find the front matter of a document: between two lines `---` (YAML) or `+++` (TOML), the first at the very start. */
export function frontMatterOf(text: string): FrontMatter {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  return (
    between(text, start, '---', 'yaml') ??
    between(text, start, '+++', 'toml') ?? { format: undefined, body: { start, end: start }, contentStart: start }
  );
}

function between(text: string, start: number, fence: string, format: 'yaml' | 'toml'): FrontMatter | undefined {
  if (!text.startsWith(fence, start)) return undefined;
  const fenceEnd = skipBlanks(text, start + fence.length, text.length);
  const bodyStart = skipLineEnd(text, fenceEnd);
  if (bodyStart === fenceEnd) return undefined;
  for (let close = text.indexOf(fence, bodyStart); close >= 0; close = text.indexOf(fence, close + 1)) {
    const before = text.charCodeAt(close - 1);
    if (before !== LF && before !== CR) continue;
    const closeEnd = skipBlanks(text, close + fence.length, text.length);
    const contentStart = skipLineEnd(text, closeEnd);
    if (contentStart > closeEnd || closeEnd === text.length)
      return { format, body: { start: bodyStart, end: close }, contentStart };
  }
  return undefined;
}

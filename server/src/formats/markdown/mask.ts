import type { Span } from '../../text/span';

/** The text of a page in which what no reader sees has been blanked, so that all offsets stay as they were. */
export interface Page {
  /** As long as the text of the file; `MASK` stands for what was blanked, line ends stay. */
  readonly text: string;
  /** Where its front matter ends. */
  readonly start: number;
  /** The addresses of `[label]: address` lines, by their labels as `labelKey` writes them. */
  readonly references: ReadonlyMap<string, string>;
  /** The comments, without their brackets, in order. */
  readonly comments: readonly Comment[];
}

/** What stands in a comment, and where the comment is. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/** A character that is none (Unicode keeps it free): what was blanked is dropped, where spaces would indent what follows. */
export const MASK = '\uFFFF';

/** Blank comments, definitions of links and marks of containers; code stays as it is. Linear. */
export function maskPage(text: string, start: number): Page {
  const references = new Map<string, string>();
  const comments: Comment[] = [];
  const pieces: string[] = [];
  let fence = '';
  let copied = 0;
  let hasComments = true;

  function blank(from: number, to: number) {
    pieces.push(text.slice(copied, from), blanked(text.slice(from, to)));
    copied = to;
  }

  /** Blank the comments that begin on a line, and on those that they end on; gives the end of the last of these lines. */
  function blankComments(lineStart: number, lineEnd: number): number {
    let end = lineEnd;
    for (let open = commentIn(text, lineStart, end); open >= 0; open = commentIn(text, copied, end)) {
      const close = text.indexOf('-->', open + 4);
      if (close < 0) {
        hasComments = false;
        break;
      }
      comments.push({ text: text.slice(open + 4, close), span: { start: open, end: close + 3 } });
      blank(open, close + 3);
      if (copied > end) end = lineEndOf(text, copied);
    }
    return end;
  }

  for (let lineStart = start; lineStart < text.length; ) {
    const lineEnd = lineEndOf(text, lineStart);
    const line = text.slice(lineStart, Math.min(lineEnd, lineStart + LONGEST_MARK));
    const marker = fenceOf(line);
    if (fence !== '') {
      if (closesFence(marker, fence)) fence = '';
    } else if (marker !== '') {
      fence = marker;
    } else {
      const reference = lineEnd - lineStart <= LONGEST_MARK ? REFERENCE.exec(line) : null;
      if (reference !== null) {
        const [, label = '', inLine] = reference;
        // A long address stands on the next line.
        const end = inLine === undefined ? lineEndOf(text, lineEnd + 1) : lineEnd;
        const address = inLine ?? text.slice(lineEnd + 1, Math.min(end, lineEnd + LONGEST_MARK)).trim();
        const key = labelKey(label);
        if (!references.has(key)) references.set(key, address.replace(/^<(.*)>$/, '$1'));
        blank(lineStart, end);
        lineStart = end + 1;
        continue;
      }
      if (CONTAINER.test(line)) {
        blank(lineStart, lineEnd);
      } else if (hasComments) {
        const end = blankComments(lineStart, lineEnd);
        if (end > lineEnd) {
          lineStart = end + 1;
          continue;
        }
      }
    }
    lineStart = lineEnd + 1;
  }
  pieces.push(text.slice(copied));
  return { text: pieces.join(''), start, references, comments };
}

/** Compare labels of links as Markdown does: in any case, with any white space. */
export function labelKey(label: string): string {
  return label.replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** Give the mark that opens or closes a block of code on a line, an empty text where there is none. */
export function fenceOf(line: string): string {
  const marker = /^(?:[ \t>]*(?:[-*+] |\d{1,9}[.)] )?)(`{3,}|~{3,})([^\n]*)/.exec(line);
  const [, fence = '', info = ''] = marker ?? [];
  return fence.startsWith('`') && info.includes('`') ? '' : info.trim() === '' ? fence : `${fence} `;
}

/** Tell whether a mark, as `fenceOf` gives it, closes a block of code that `fence` opened. */
export function closesFence(marker: string, fence: string): boolean {
  const opening = fence.trimEnd();
  return marker !== '' && !marker.endsWith(' ') && marker.startsWith(opening);
}

/** Find the end of the line that an offset is on, the end of the text at last. */
export function lineEndOf(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** A longer line is no mark, in UTF-16 units. */
const LONGEST_MARK = 2000;

const REFERENCE = /^ {0,3}\[([^\]^][^\]]{0,400})\]:(?:[ \t]*(\S+)(?:[ \t]+["'(].*)?)?[ \t\r]*$/;
/** `:::note` and `{: .class }`. */
const CONTAINER = /^ {0,3}(?::{3,}|\{:[^{}]*\}[ \t\r]*$)/;

/** Find a comment that begins in `[start, end)` and not in code. */
function commentIn(text: string, start: number, end: number): number {
  const open = text.slice(start, end).indexOf('<!--');
  if (open < 0) return -1;
  let backticks = 0;
  for (let index = start; index < start + open; index++) if (text.charAt(index) === '`') backticks++;
  return backticks % 2 === 0 ? start + open : -1;
}

function blanked(text: string): string {
  return text.replace(/[^\n\r]+/g, (run) => MASK.repeat(run.length));
}

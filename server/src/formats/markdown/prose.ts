import type { Span } from '../../text/span';
import { runLength } from './inline';
import { destinationAt, labelAt } from './linkDestination';
import { closesFence, fenceOf, lineEndOf, MASK } from './mask';
import { type Template, templateAt } from './templates';

/** What prose is read with: the links of its page, and who is told what it leads to and loses. */
export interface ProseReader {
  /** The addresses of `[label]: address` lines, by their labels. */
  readonly references: ReadonlyMap<string, string>;
  /** Say what becomes of a link: the address to keep, or undefined where its text alone stays. */
  link(address: string, span: Span): string | undefined;
  /** Told of a template that leads to a concept; gives the address to link its text to, or undefined where that alone stays. */
  related(id: string, span: Span): string | undefined;
  /** Told of what is left out, as the page calls it. */
  lose(what: string, span: Span): void;
}

/**
 * Write `[start, end)` of a page, masked, as plain Markdown: templates of sites become their text, links to what is not on the
 * web lose their address, and those by label get theirs. Code stays as it is. Linear.
 */
export function proseOf(text: string, { start, end }: Span, reader: ProseReader): string {
  const pieces: string[] = [];
  /** Brackets that are open: the numbers of their pieces, and where they stand. */
  const open: { readonly piece: number; readonly at: number; readonly isImage: boolean }[] = [];
  let at = start;
  let copied = start;
  let codeFrom = start;

  function flush(to: number) {
    if (to > copied) pieces.push(text.slice(copied, to));
  }

  function skip(length: number) {
    at += length;
    copied = at;
  }

  /** Give the end of a link that the bracket at `at` closes the text of. */
  function closeBracket(): void {
    const opening = open.pop();
    if (opening === undefined) {
      at++;
      return;
    }
    const destination = destinationAt(text, at + 1, end) ?? labelAt(text, opening.at, at, end, reader.references);
    if (destination === undefined) {
      at++;
      return;
    }
    const span = { start: opening.at, end: destination.end };
    flush(at);
    if (opening.isImage) {
      const kept = isOnWeb(destination.address) ? destination.address : undefined;
      if (kept === undefined) {
        reader.lose('pictures of the site', span);
        pieces.length = opening.piece;
      } else pieces.push(`](${kept})`);
    } else {
      const kept = reader.link(destination.address, span);
      if (kept === undefined) pieces[opening.piece] = '';
      else pieces.push(`](${kept})`);
    }
    skip(destination.end - at);
  }

  function takeTemplate(template: Template): void {
    const span = { start: at, end: at + template.length };
    if (template.lost !== undefined) reader.lose(template.lost, span);
    const concept = template.target === undefined ? undefined : reader.related(template.target, span);
    const url = template.url === undefined ? concept : reader.link(template.url, span);
    flush(at);
    pieces.push(linked(template.text, url));
    skip(template.length);
  }

  /** `[[pod|Pods]]`, as in a vault of notes. */
  function takeWikiLink(): boolean {
    const link = /^\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,200}))?\]\]/.exec(text.slice(at, Math.min(end, at + 410)));
    if (link === null) return false;
    const [whole, target = '', shown = target] = link;
    const url = reader.related(target.trim(), { start: at, end: at + whole.length });
    flush(at);
    pieces.push(linked(shown, url));
    skip(whole.length);
    return true;
  }

  while (at < end) {
    const character = text.charAt(at);
    if (character === '\n') {
      at = behindCode(text, at + 1, end);
    } else if (character === '\\') {
      at += 2;
    } else if (character === '`' && at >= codeFrom) {
      const run = runLength(text, at);
      const close = codeEnd(text, at + run, end, run);
      // A run that nothing closes: neither does anything close the next ones of its length, as far as was looked.
      if (close < 0) codeFrom = Math.min(end, at + run + LONGEST_CODE);
      at = close < 0 ? at + run : close + run;
    } else if (character === '{') {
      const template = templateAt(text, at);
      if (template === undefined || at + template.length > end) at++;
      else takeTemplate(template);
    } else if (character === '[' && text.charAt(at + 1) === '[' && takeWikiLink()) {
      // Taken.
    } else if (character === '[') {
      const isImage = at > start && text.charAt(at - 1) === '!' && at > copied;
      flush(isImage ? at - 1 : at);
      pieces.push(isImage ? '![' : '[');
      open.push({ piece: pieces.length - 1, at: isImage ? at - 1 : at, isImage });
      skip(1);
    } else if (character === ']') {
      closeBracket();
    } else {
      at++;
    }
  }
  flush(Math.min(at, end));
  return tidied(pieces.join(''));
}

function linked(text: string, url: string | undefined): string {
  return url === undefined || text === '' ? text : `[${text}](${url})`;
}

/** Tell whether an address is one of the web, or of mail. */
export function isOnWeb(address: string): boolean {
  return /^(?:https?:\/\/[^\s/?#]|mailto:[^\s/])/i.test(address);
}

/** Code in a line is not longer, in UTF-16 units. */
const LONGEST_CODE = 1000;

/** At the start of a line: the end of the block of code that starts there, or the offset itself. */
function behindCode(text: string, lineStart: number, end: number): number {
  const fence = fenceOf(text.slice(lineStart, Math.min(lineEndOf(text, lineStart), lineStart + 200, end)));
  if (fence === '') return lineStart;
  for (let at = lineEndOf(text, lineStart) + 1; at < end; at = lineEndOf(text, at) + 1) {
    if (closesFence(fenceOf(text.slice(at, Math.min(lineEndOf(text, at), at + 200))), fence)) {
      return Math.min(lineEndOf(text, at), end);
    }
  }
  return end;
}

function codeEnd(text: string, from: number, limit: number, run: number): number {
  const end = Math.min(limit, from + LONGEST_CODE);
  for (let at = from; at < end; ) {
    if (text.charAt(at) !== '`') at++;
    else {
      const found = runLength(text, at);
      if (found === run) return at;
      at += found;
    }
  }
  return -1;
}

/** Without what was blanked, white space at line ends and more than one blank line. */
function tidied(text: string): string {
  const trimmed = text.split('\n').map((line) => line.replaceAll(MASK, '').trimEnd());
  // A break in HTML, where a line ends, is one of Markdown, and none where a paragraph ends.
  const lines = trimmed.map((line, index) =>
    /<br ?\/?>$/i.test(line.slice(-6))
      ? `${line.slice(0, line.lastIndexOf('<')).trimEnd()}${trimmed[index + 1] ? '\\' : ''}`
      : line,
  );
  return lines
    .filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''))
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

import type { ParsedDocument } from '../../languages/document';
import type { CommentStyle } from '../../languages/language';
import { lineBreakOf } from '../../text/lineBreak';
import type { Edit } from '../finding';
import { type DirectiveKind, directiveComment } from './directives';
import type { Lines } from './lines';

/** Edits that may do, the best first. Whether they do is for others to try. */
type Candidates = readonly (readonly Edit[])[];

/** List the comments that may switch a check off on a line. */
export function lineComments(
  { text, language }: ParsedDocument,
  lines: Lines,
  line: number,
  check: string,
): Candidates {
  const place: Place = { text, lines, line, check };
  // Front matter is YAML whatever the language.
  const hash = isInBlockText(place)
    ? aroundBlock(place)
    : [...atLineEnd(place, 'hash'), aboveLine(place, 'hash'), ...aroundBlock(place)];
  if (language.commentStyle === 'hash') return hash;
  const above = mayStandAbove(place) ? [aboveLine(place, 'angle')] : [];
  return [...above, ...atLineEnd(place, 'angle'), ...hash];
}

/** List the comments that may switch a check off in a document. */
export function fileComments({ text, language }: ParsedDocument, lines: Lines, check: string): Candidates {
  const comment = directiveComment('disable-file', check, language.commentStyle);
  const lineBreak = lineBreakOf(text);
  const isHash = language.commentStyle === 'hash';
  // A shebang is the first line or none.
  const places = isHash ? [text.startsWith('#!') ? 1 : 0] : [behindFrontMatter(text, lines), 0];
  return places.map((line) => {
    const start = Math.max(lines.startOf(line), startOf(text));
    const isNewLine = start === startOf(text) || endsLine(text, start);
    return [insertion(start, `${isNewLine ? '' : lineBreak}${comment}${lineBreak}`)];
  });
}

interface Place {
  readonly text: string;
  readonly lines: Lines;
  readonly line: number;
  readonly check: string;
}

/** A comment on a line of its own, in front of a line and indented as that is. */
function aboveLine({ text, lines, line, check }: Place, style: CommentStyle): readonly Edit[] {
  return [commentLine(text, lines, line, indentOf(text, lines, line), 'disable-next-line', check, style)];
}

/**
 * Tell whether a comment of Markdown may stand on a line of its own above a line: it would part a paragraph, a list, a table
 * or a quotation, so only what begins behind an empty line and is none of these has room for it.
 */
function mayStandAbove({ text, lines, line }: Place): boolean {
  const { start, end } = lines.spanOf(line);
  const written = text.slice(start, end).trimStart();
  if (/^(?:[-*+>|:]|\d+[.)])(?:\s|$)/u.test(written) || written.startsWith('|')) return false;
  return line === 0 || isEmpty(text, lines, line - 1);
}

/** A comment at the end of a line, in front of what must stay the last of it: ends of cells and headings, signs of a line break. */
function atLineEnd({ text, lines, line, check }: Place, style: CommentStyle): Candidates {
  const { start, end } = lines.spanOf(line);
  const comment = directiveComment('disable-line', check, style);
  const last = trimEnd(text, start, end);
  if (style === 'hash') return [[insertion(last, `  ${comment}`)]];
  return lastPlaces(text, start, last).map((at) => {
    const behind = at < last && !isBlank(text.charAt(at)) ? ' ' : '';
    return [insertion(at, ` ${comment}${behind}`)];
  });
}

/** Offsets on a line from `start` to `end` behind which nothing more is said. */
function lastPlaces(text: string, start: number, end: number): readonly number[] {
  const last = text.charAt(end - 1);
  if (last === '|' && text.charAt(end - 2) !== '\\') return [trimEnd(text, start, end - 1), end];
  if (last === '\\') return [trimEnd(text, start, end - 1)];
  if (last === '#') {
    let hash = end;
    while (hash > start && text.charAt(hash - 1) === '#') hash--;
    return [trimEnd(text, start, hash), end];
  }
  const brace = last === '}' ? text.lastIndexOf('{', end) : -1;
  return brace > start ? [trimEnd(text, start, brace), end] : [end];
}

/** How many blocks around a line are looked at: text lies in the innermost, in the one that it goes on from, or deep in a script. */
const MOST_BLOCKS = 10;

/** The first lines of the blocks of YAML that a line is in, the innermost block first. */
function blocksAround({ text, lines, line }: Place): readonly number[] {
  const blocks: number[] = [];
  let first = line;
  while (blocks.length < MOST_BLOCKS) {
    const indent = indentOf(text, lines, first).length;
    do first--;
    while (first >= 0 && (isEmpty(text, lines, first) || indentOf(text, lines, first).length >= indent));
    if (first < 0) break;
    blocks.push(first);
  }
  return blocks;
}

/** A comment in front of a block and one behind it: the innermost first, or that which is a text as a whole. */
function aroundBlock(place: Place): Candidates {
  const blocks = blocksAround(place);
  const texts = blocks.filter((first) => startsBlockText(lineText(place.text, place.lines, first)));
  return (texts.length === 0 ? blocks : texts).map((first) => aroundLines(place, first));
}

/** Tell whether a line is in a text behind `|` or `>`, where a comment would be a part of the text, were it a comment of a script. */
function isInBlockText(place: Place): boolean {
  return blocksAround(place).some((first) => startsBlockText(lineText(place.text, place.lines, first)));
}

function startsBlockText(line: string): boolean {
  const comment = line.indexOf(' #');
  const written = comment < 0 ? line : line.slice(0, comment).trimEnd();
  return /(?:^|[ \t])[|>][-+0-9]{0,2}$/.test(written);
}

/** Put the line `first` and the deeper ones below it between two comments. */
function aroundLines({ text, lines, line, check }: Place, first: number): readonly Edit[] {
  const indent = indentOf(text, lines, first);
  let behind = line + 1;
  while (behind < lines.count && (isEmpty(text, lines, behind) || indentOf(text, lines, behind).length > indent.length))
    behind++;
  return [
    commentLine(text, lines, first, indent, 'disable', check, 'hash'),
    commentLine(text, lines, behind, indent, 'enable', check, 'hash'),
  ];
}

function commentLine(
  text: string,
  lines: Lines,
  line: number,
  indent: string,
  kind: DirectiveKind,
  check: string,
  style: CommentStyle,
): Edit {
  const comment = `${indent}${directiveComment(kind, check, style)}`;
  const start = Math.max(lines.startOf(line), line === 0 ? startOf(text) : 0);
  const lineBreak = lineBreakOf(text);
  const isNewLine = start === startOf(text) || endsLine(text, start);
  return insertion(start, isNewLine ? `${comment}${lineBreak}` : `${lineBreak}${comment}`);
}

/** The line behind the front matter of a document; 0 where it has none. */
function behindFrontMatter(text: string, lines: Lines): number {
  const fence = lineText(text, lines, 0).replace(BYTE_ORDER_MARK, '');
  if (fence !== '---' && fence !== '+++') return 0;
  for (let line = 1; line < lines.count; line++) {
    if (lineText(text, lines, line) === fence) return line + 1;
  }
  return 0;
}

const BYTE_ORDER_MARK = '\ufeff';

/** Where text may begin: behind a byte order mark. */
function startOf(text: string): number {
  return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
}

function lineText(text: string, lines: Lines, line: number): string {
  const { start, end } = lines.spanOf(line);
  return text.slice(start, trimEnd(text, start, end));
}

function isEmpty(text: string, lines: Lines, line: number): boolean {
  const { start, end } = lines.spanOf(line);
  return trimEnd(text, start, end) === start;
}

function indentOf(text: string, lines: Lines, line: number): string {
  const { start, end } = lines.spanOf(line);
  let at = start;
  while (at < end && isBlank(text.charAt(at))) at++;
  return text.slice(start, at);
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charAt(at - 1))) at--;
  return at;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

function endsLine(text: string, offset: number): boolean {
  return /[\r\n]/.test(text.charAt(offset - 1));
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

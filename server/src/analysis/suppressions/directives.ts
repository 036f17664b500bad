import { type ParsedDocument, sectionAt, sectionRegions } from '../../languages/document';
import { type CommentStyle, DOCUMENT_START, type Section } from '../../languages/language';
import { unpackRegions } from '../../languages/regions';
import type { Source, SourceReader } from '../../text/source';
import type { Span } from '../../text/span';
import type { Lines } from './lines';

/** What a directive of a comment does. `disable` holds up to the `enable` of the same checks, or the end of the document. */
export const directiveKinds = ['disable-line', 'disable-next-line', 'disable', 'enable', 'disable-file'] as const;

export type DirectiveKind = (typeof directiveKinds)[number];

/** Every directive begins so. */
export const DIRECTIVE_PREFIX = 'glossary-lens-';

/** A comment that switches checks off or on again. Immutable; spans are offsets into the document. */
export interface Suppression {
  /** Undefined where there is no such directive. */
  readonly kind: DirectiveKind | undefined;
  /** `glossary-lens-disable-line`, as it is written. */
  readonly word: Span;
  /** The checks that it names; none where it is for all. */
  readonly names: readonly CheckName[];
  /** All of the comment, with what it begins and ends with. */
  readonly comment: Span;
  readonly style: CommentStyle;
}

/** A name in a directive, of a check or none. */
export interface CheckName {
  readonly name: string;
  readonly span: Span;
}

/**
 * Find the directives in the comments of a document, in order. Costs one search where there are none, else a scan of the
 * sections that have some. A directive is the first word of its comment; names follow, separated by commas or spaces, and behind `--` a reason.
 */
export function suppressionsIn(document: ParsedDocument, reader: SourceReader): readonly Suppression[] {
  const { text } = document;
  if (!text.includes(DIRECTIVE_PREFIX)) return [];
  const suppressions: Suppression[] = [];
  let end = 0;
  for (const start of commentStarts(document, reader)) {
    // What stands in the comment of a directive is a part of that: its reason, and lines that begin with `#`.
    if (start < end || !text.startsWith(DIRECTIVE_PREFIX, start)) continue;
    const found = commentAt(text, start);
    if (found === undefined) continue;
    suppressions.push(readDirective(text, start, found));
    end = found.span.end;
  }
  return suppressions;
}

/** Write a directive as a comment. */
export function directiveComment(kind: DirectiveKind, check: string, style: CommentStyle): string {
  const directive = `${DIRECTIVE_PREFIX}${kind} ${check}`;
  return style === 'angle' ? `${ANGLE_OPENER} ${directive} ${ANGLE_CLOSER}` : `# ${directive}`;
}

/** Tell the one line where a directive switches checks off; undefined where it is for more than a line. */
export function lineOf({ kind, comment }: Suppression, lines: Lines): number | undefined {
  if (kind === 'disable-line') return lines.lineAt(comment.start);
  return kind === 'disable-next-line' ? lines.lineAt(comment.end) + 1 : undefined;
}

/**
 * A sentence as long as the prefix. Comments for tools are no regions, so sections are scanned once more with this in the
 * place of each prefix: where a comment is read that begins with it, there is a directive, and no code, text or address.
 */
const SENTENCE = 'Glossary len. ';

/** Find where the text of comments starts: on each line of a run of `#`, once in `<!-- … -->`. Only sections with a directive are scanned. */
function commentStarts(document: ParsedDocument, reader: SourceReader): readonly number[] {
  const text = document.text.replaceAll(DIRECTIVE_PREFIX, SENTENCE);
  const source = reader.read(text);
  const found: number[] = [];
  let scanned = 0;
  for (let at = text.indexOf(SENTENCE); at >= 0; at = text.indexOf(SENTENCE, scanned)) {
    const [sections, end] = rescan(document, source, sectionAt(document, at));
    for (const { section, start } of sections) {
      const { regions } = sectionRegions(section, source, start, document.defined);
      for (const { kind, spans } of unpackRegions(regions, start)) {
        // What was scanned before may reach into this section.
        if (kind === 'comment') for (const span of spans) if (span.start >= scanned) found.push(span.start);
      }
    }
    scanned = Math.max(end, at + SENTENCE.length);
  }
  return found;
}

/** Scan a section of a document in another text of the same length; gives the sections found there and where they end. */
function rescan(
  { sections, starts, language }: ParsedDocument,
  source: Source,
  place: number,
): readonly [readonly { readonly section: Section; readonly start: number }[], number] {
  const old = sections[place];
  const end = (starts[place] ?? 0) + (old?.length ?? 0);
  const found: { readonly section: Section; readonly start: number }[] = [];
  let start = starts[place] ?? 0;
  language.scan(source, start, old?.state ?? DOCUMENT_START, (section) => {
    found.push({ section, start });
    start += section.length;
    return start < end;
  });
  return [found, start];
}

interface Comment {
  readonly span: Span;
  readonly style: CommentStyle;
  /** Where its text ends. */
  readonly textEnd: number;
}

/** Find the comment whose text starts at an offset. */
function commentAt(text: string, start: number): Comment | undefined {
  let before = start;
  while (before > 0 && isWhiteSpace(text.charCodeAt(before - 1))) before--;
  if (text.startsWith(ANGLE_OPENER, before - ANGLE_OPENER.length)) {
    const closer = text.indexOf(ANGLE_CLOSER, start);
    const textEnd = closer < 0 ? text.length : closer;
    const end = closer < 0 ? text.length : closer + ANGLE_CLOSER.length;
    return { span: { start: before - ANGLE_OPENER.length, end }, style: 'angle', textEnd };
  }
  let hash = before;
  while (hash > 0 && text.charAt(hash - 1) === '#') hash--;
  if (hash === before) return undefined;
  let end = start;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return { span: { start: hash, end }, style: 'hash', textEnd: end };
}

const ANGLE_OPENER = '<!--';
const ANGLE_CLOSER = '-->';

function readDirective(text: string, start: number, { span: comment, style, textEnd }: Comment): Suppression {
  const words = text.slice(start, textEnd).matchAll(/[^\s,]+/gu);
  let word: Span = { start, end: start };
  const names: CheckName[] = [];
  for (const { 0: written, index } of words) {
    const span = { start: start + index, end: start + index + written.length };
    if (index === 0) word = span;
    else if (written.startsWith(REASON)) break;
    else names.push({ name: written, span });
  }
  const action = text.slice(start + DIRECTIVE_PREFIX.length, word.end);
  return { kind: directiveKinds.find((kind) => kind === action), word, names, comment, style };
}

/** What follows says why, for people. */
const REASON = '--';

function isWhiteSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || isLineEnd(unit);
}

function isLineEnd(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

import type { Region, RegionKind } from '../regions';
import type { Blocks } from './blocks';
import {
  AMPERSAND,
  ASTERISK,
  AT,
  BACKSLASH,
  BACKTICK,
  CARET,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  DOLLAR,
  DOT,
  EQUALS,
  EXCLAMATION,
  GREATER,
  HASH,
  isAlphanumeric,
  isLetter,
  isPunctuation,
  isSpace,
  LESS,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PERCENT,
  PLUS,
  QUESTION,
  SEMICOLON,
  SLASH,
  skipBlanks,
  skipLineEnd,
  skipRun,
  TILDE,
  UNDERSCORE,
} from './characters';
import { DelimiterStack, flanksOf } from './emphasis';
import { readTag } from './html';
import { LeafCursor } from './leaf';
import { footnoteKey, footnoteLabelEnd, MAX_LABEL_LENGTH, normalizeLabel, readLabel, readResource } from './links';
import { type MarkKind, Marks } from './marks';
import { Records } from './records';
import { RegionBuilder } from './regions';
import { Search } from './search';
import { autolinkEnd, emailEnd, emailStart, schemeStart, urlEnd, wwwStart } from './urls';

/** Characters of an entity's name or number at most (CommonMark: the longest name has 31). */
const MAX_ENTITY_LENGTH = 32;

/** Runs of `~` longer than this are text (GFM, strikethrough). */
const MAX_STRIKETHROUGH_MARKS = 2;

/** Find the regions of `blocks`. */
export function scanInlines(text: string, blocks: Blocks): Region[] {
  const scanner = new InlineScanner(text, blocks);
  const { kinds } = blocks;
  for (let leaf = 0; leaf < kinds.length; leaf++) scanner.scan(leaf);
  return scanner.regions;
}

/** 1 for each UTF-16 code that may start or end a mark; for all codes, so that no bound is checked. */
const SYNTAX = new Uint8Array(65536);
for (const character of '\\`*_~[]<&{$:.@') SYNTAX[character.charCodeAt(0)] = 1;

const NO_BACKTICKS: ReadonlyMap<number, number> = new Map();

// What is known of a `[` that may start a link or an image: its mark, where what it brackets starts and in which line, whether
// it is an image's, the last run of emphasis marks in front of it, and whether another `[` stands between it and its `]`.
const MARK = 0;
const START = 1;
const LINE = 2;
const IMAGE = 3;
const RUN = 4;
const NESTED = 5;

/** Find what of a block is read. Its marks are found first, since a mark far behind can turn one in front. */
class InlineScanner {
  readonly #text: string;
  readonly #blocks: Blocks;
  readonly #cursor: LeafCursor;
  readonly #builder: RegionBuilder;
  readonly #marks = new Marks();
  readonly #runs: DelimiterStack;
  readonly #openers = new Records(6);
  readonly #searches = new Map<string, Search>();
  /** Openers of links below this index contain a link, and so are none. */
  #plainOpeners = 0;
  /** The last run of backticks of each length in the block, once a search for one has failed. */
  #backticks: ReadonlyMap<number, number> | undefined;
  #line = 0;
  #endLine = 0;
  #lineStart = 0;
  #lineEnd = 0;
  #leafEnd = 0;
  /** Where the last mark in the line ends. */
  #floor = 0;

  constructor(text: string, blocks: Blocks) {
    this.#text = text;
    this.#blocks = blocks;
    this.#cursor = new LeafCursor(text, blocks);
    this.#builder = new RegionBuilder(text);
    this.#runs = new DelimiterStack(this.#marks);
  }

  get regions(): Region[] {
    return this.#builder.regions;
  }

  /** Find the regions of block `leaf`. */
  scan(leaf: number): void {
    const { kinds, firstLines, endLines } = this.#blocks;
    const firstLine = firstLines[leaf] ?? 0;
    const endLine = endLines[leaf] ?? 0;
    this.#findMarks(firstLine, endLine);
    this.#read(firstLine, endLine, kinds[leaf] ?? 'prose');
  }

  #findMarks(firstLine: number, endLine: number): void {
    const text = this.#text;
    this.#marks.clear();
    this.#runs.clear();
    this.#openers.count = 0;
    this.#plainOpeners = 0;
    this.#backticks = undefined;
    this.#endLine = endLine;
    this.#leafEnd = this.#blocks.ends[endLine - 1] ?? 0;
    this.#enter(firstLine);
    let at = this.#lineStart;
    let end = this.#lineEnd;
    for (;;) {
      while (at < end && SYNTAX[text.charCodeAt(at)] !== 1) at++;
      if (at < end) {
        at = this.#mark(text.charCodeAt(at), at);
        if (at <= end) continue;
        while (at > this.#lineEnd) this.#enter(this.#line + 1);
        this.#floor = at;
      } else {
        if (this.#line + 1 === endLine) break;
        this.#enter(this.#line + 1);
        at = this.#lineStart;
      }
      end = this.#lineEnd;
    }
    this.#runs.resolve(-1);
  }

  #enter(line: number): void {
    this.#line = line;
    this.#lineStart = this.#blocks.starts[line] ?? this.#leafEnd;
    this.#lineEnd = this.#blocks.ends[line] ?? this.#leafEnd;
    this.#floor = this.#lineStart;
  }

  #push(kind: MarkKind, start: number, end: number): number {
    this.#marks.push(kind, start, end);
    this.#floor = end;
    return end;
  }

  /** Take in the character `code` at `at`, which may be a mark, and give where to go on. */
  #mark(code: number, at: number): number {
    switch (code) {
      case BACKSLASH:
        return this.#backslash(at);
      case BACKTICK:
        return this.#backtick(at);
      case ASTERISK:
      case UNDERSCORE:
      case TILDE:
        return this.#emphasis(code, at);
      case OPEN_BRACKET:
        return this.#openBracket(at);
      case CLOSE_BRACKET:
        return this.#closeBracket(at);
      case LESS:
        return this.#less(at);
      case AMPERSAND:
        return this.#ampersand(at);
      case OPEN_BRACE:
        return this.#brace(at);
      case DOLLAR:
        return this.#dollar(at);
      case COLON:
        return this.#url(schemeStart(this.#text, at, this.#floor, this.#lineEnd), at);
      case DOT:
        return this.#url(wwwStart(this.#text, at, this.#floor, this.#lineEnd), at);
      case AT:
        return this.#at(at);
      default:
        return at + 1;
    }
  }

  /** An escape, or a hard line break. */
  #backslash(at: number): number {
    if (at + 1 === this.#lineEnd) return this.#line + 1 < this.#endLine ? this.#push('join', at, at + 1) : at + 1;
    if (!isPunctuation(this.#text.charCodeAt(at + 1))) return at + 1;
    this.#push('join', at, at + 1);
    this.#floor = at + 2;
    return at + 2;
  }

  #backtick(at: number): number {
    const text = this.#text;
    const openEnd = skipRun(text, at, this.#lineEnd, BACKTICK);
    const length = openEnd - at;
    if (this.#backticks !== undefined && (this.#backticks.get(length) ?? 0) < openEnd) return openEnd;
    let passed: Map<number, number> | undefined;
    for (let close = text.indexOf('`', openEnd); close >= 0 && close < this.#leafEnd; ) {
      const closeEnd = skipRun(text, close, this.#leafEnd, BACKTICK);
      if (closeEnd - close === length) {
        this.#push('code', at, openEnd);
        return this.#push('split', close, closeEnd);
      }
      passed ??= new Map();
      passed.set(closeEnd - close, close);
      close = text.indexOf('`', closeEnd);
    }
    this.#backticks = passed ?? NO_BACKTICKS;
    return openEnd;
  }

  #emphasis(code: number, at: number): number {
    const text = this.#text;
    const end = skipRun(text, at, this.#lineEnd, code);
    if (code === UNDERSCORE && at > this.#lineStart && end < this.#lineEnd) {
      if (isAlphanumeric(text.charCodeAt(at - 1)) && isAlphanumeric(text.charCodeAt(end))) return end;
    }
    if (code === TILDE && end - at > MAX_STRIKETHROUGH_MARKS) return end;
    const flanks = flanksOf(text, code, at, end, this.#lineStart, this.#lineEnd);
    if (flanks === 0) return end;
    this.#runs.push(this.#marks.count, code, end - at, flanks);
    return this.#push('run', at, end);
  }

  #openBracket(at: number): number {
    const text = this.#text;
    if (text.charCodeAt(at + 1) === CARET) {
      const labelEnd = footnoteLabelEnd(text, at, this.#lineEnd);
      if (labelEnd > 0 && this.#blocks.definitions.has(footnoteKey(text.slice(at + 2, labelEnd - 1)))) {
        return this.#push('split', at, labelEnd);
      }
    }
    const image = at > this.#floor && text.charCodeAt(at - 1) === EXCLAMATION;
    const openers = this.#openers;
    if (openers.count > 0) openers.set(openers.count - 1, NESTED, 1);
    const index = openers.add();
    openers.set(index, MARK, this.#marks.count);
    openers.set(index, START, at + 1);
    openers.set(index, LINE, this.#line);
    openers.set(index, IMAGE, image ? 1 : 0);
    openers.set(index, RUN, this.#runs.top);
    openers.set(index, NESTED, 0);
    return this.#push('text', image ? at - 1 : at, at + 1);
  }

  #closeBracket(at: number): number {
    const openers = this.#openers;
    if (openers.count === 0) return at + 1;
    const index = --openers.count;
    const image = openers.get(index, IMAGE) === 1;
    const plain = !image && index < this.#plainOpeners;
    this.#plainOpeners = Math.min(this.#plainOpeners, index);
    if (plain || !this.#readLinkEnd(index, at)) return at + 1;
    const kind = image ? 'split' : 'join';
    this.#marks.turn(this.#openers.get(index, MARK), kind);
    this.#push(kind, at, this.#cursor.at);
    this.#runs.resolve(openers.get(index, RUN));
    if (!image) this.#plainOpeners = index;
    return this.#cursor.at;
  }

  /** Move the cursor behind what follows the text of a link: `](destination)`, `][label]`, `][]` or `]`; tell whether it is one. */
  #readLinkEnd(opener: number, at: number): boolean {
    const behind = at + 1;
    const cursor = this.#cursor.move(behind, this.#line, this.#endLine);
    if (cursor.code() === OPEN_PARENTHESIS && readResource(cursor)) return true;
    const { definitions } = this.#blocks;
    if (definitions.size === 0) return false;
    cursor.move(behind, this.#line, this.#endLine);
    const label = cursor.code() === OPEN_BRACKET ? readLabel(cursor) : undefined;
    if (label !== undefined && label !== '') return definitions.has(normalizeLabel(label));
    if (label === undefined) cursor.move(behind, this.#line, this.#endLine);
    const openers = this.#openers;
    if (openers.get(opener, NESTED) === 1 || at - openers.get(opener, START) > MAX_LABEL_LENGTH) return false;
    return definitions.has(normalizeLabel(this.#textFrom(openers.get(opener, START), openers.get(opener, LINE), at)));
  }

  /** Give the text from `start` in `startLine` to `end` in the line at hand, its lines joined by spaces. */
  #textFrom(start: number, startLine: number, end: number): string {
    if (startLine === this.#line) return this.#text.slice(start, end);
    const { starts, ends } = this.#blocks;
    let text = this.#text.slice(start, ends[startLine]);
    for (let line = startLine + 1; line < this.#line; line++) text += ` ${this.#text.slice(starts[line], ends[line])}`;
    return `${text} ${this.#text.slice(this.#lineStart, end)}`;
  }

  #less(at: number): number {
    const text = this.#text;
    const next = text.charCodeAt(at + 1);
    if (next === EXCLAMATION || next === QUESTION) return this.#declaration(at, next);
    const linkEnd = autolinkEnd(text, at, this.#lineEnd);
    if (linkEnd > 0) return this.#push('split', at, linkEnd);
    if (next !== SLASH && !isLetter(next)) return at + 1;
    const cursor = this.#cursor.move(at, this.#line, this.#endLine);
    return readTag(cursor) ? this.#push('split', at, cursor.at) : at + 1;
  }

  /** A comment, a processing instruction, a declaration or a CDATA section. */
  #declaration(at: number, next: number): number {
    const text = this.#text;
    if (next === QUESTION) return this.#pair(at, at + 2, '?>');
    if (text.startsWith('--', at + 2)) {
      if (text.charCodeAt(at + 4) === GREATER) return this.#push('split', at, at + 5);
      if (text.startsWith('->', at + 4)) return this.#push('split', at, at + 6);
      return this.#pair(at, at + 4, '-->');
    }
    if (text.startsWith('[CDATA[', at + 2)) return this.#pair(at, at + 9, ']]>');
    return isLetter(text.charCodeAt(at + 2)) ? this.#pair(at, at + 2, '>') : at + 1;
  }

  /** Split at what stands from `at` to the next `closer`, from `from` on; go on behind the first character where there is none. */
  #pair(at: number, from: number, closer: string): number {
    const close = this.#find(closer, from);
    return close < this.#leafEnd ? this.#push('split', at, close + closer.length) : at + 1;
  }

  #find(needle: string, from: number): number {
    let search = this.#searches.get(needle);
    if (search === undefined) {
      search = new Search(this.#text, needle);
      this.#searches.set(needle, search);
    }
    return search.next(from);
  }

  /** An entity: what it stands for is no part of a word. */
  #ampersand(at: number): number {
    const text = this.#text;
    const limit = Math.min(this.#lineEnd, at + 2 + MAX_ENTITY_LENGTH);
    const numeric = text.charCodeAt(at + 1) === HASH;
    const start = numeric ? at + 2 : at + 1;
    if (!numeric && !isLetter(text.charCodeAt(start))) return at + 1;
    for (let offset = start; offset < limit; offset++) {
      const code = text.charCodeAt(offset);
      if (code === SEMICOLON) return offset > start ? this.#push('split', at, offset + 1) : at + 1;
      if (!isAlphanumeric(code)) break;
    }
    return at + 1;
  }

  /** A template of Hugo, Liquid or Jinja, attributes (`{#id .class}`), or a comment of MDX. */
  #brace(at: number): number {
    const end = this.#templateEnd(at);
    if (end > 0) return this.#push('split', at, end);
    const text = this.#text;
    const next = text.charCodeAt(at + 1);
    if (next === SLASH && text.charCodeAt(at + 2) === ASTERISK) return this.#pair(at, at + 3, '*/}');
    const first = text.charCodeAt(skipBlanks(text, at + 1, this.#lineEnd));
    if (first !== HASH && first !== DOT && first !== COLON) return at + 1;
    for (let offset = at + 1; offset < this.#lineEnd; offset++) {
      const code = text.charCodeAt(offset);
      if (code === OPEN_BRACE) break;
      if (code === CLOSE_BRACE) return this.#push('split', at, offset + 1);
    }
    return at + 1;
  }

  /** Give the offset behind the template at the `{` at `at`, or -1. */
  #templateEnd(at: number): number {
    const next = this.#text.charCodeAt(at + 1);
    const third = this.#text.charCodeAt(at + 2);
    let closer = '}}';
    if (next === PERCENT) closer = '%}';
    else if (next !== OPEN_BRACE) return -1;
    else if (third === LESS) closer = '>}}';
    else if (third === PERCENT) closer = '%}}';
    const close = this.#find(closer, at + 2);
    return close < this.#leafEnd ? close + closer.length : -1;
  }

  /** A formula between two `$$`, or between two `$` in one line, where no amount of money or variable can be meant. */
  #dollar(at: number): number {
    const text = this.#text;
    const display = text.charCodeAt(at + 1) === DOLLAR;
    const start = display ? at + 2 : at + 1;
    const limit = display ? this.#leafEnd : this.#lineEnd;
    if (!display && at > this.#lineStart && isAlphanumeric(text.charCodeAt(at - 1))) return start;
    let spaces = false;
    let signs = false;
    let close = start;
    for (; close < limit; close++) {
      const code = text.charCodeAt(close);
      if (code === BACKTICK) return start;
      if (code === DOLLAR && (!display || text.charCodeAt(close + 1) === DOLLAR)) break;
      if (isSpace(code)) spaces = true;
      else if (isFormulaSign(code)) signs = true;
    }
    if (close >= limit || close === start || (spaces && !signs)) return start;
    const spaceBefore = isSpace(text.charCodeAt(start));
    const spaceAfter = isSpace(text.charCodeAt(close - 1));
    if (display ? spaceBefore !== spaceAfter : spaceBefore || spaceAfter) return start;
    const end = display ? close + 2 : close + 1;
    const after = end < limit ? text.charCodeAt(end) : 0;
    return isAlphanumeric(after) || after === DOLLAR ? start : this.#push('split', at, end);
  }

  /** Split at the URL that starts at `start` unless that is -1; `at` is inside. */
  #url(start: number, at: number): number {
    if (start < 0) return at + 1;
    const inBrackets = this.#openers.count > 0;
    let end = urlEnd(this.#text, at + 1, this.#lineEnd, inBrackets);
    while (this.#text.charCodeAt(end) === OPEN_BRACE) {
      const template = this.#templateEnd(end);
      if (template < 0 || template > this.#lineEnd) break;
      end = urlEnd(this.#text, template, this.#lineEnd, inBrackets);
    }
    return this.#push('split', start, end);
  }

  #at(at: number): number {
    const start = emailStart(this.#text, at, this.#floor);
    if (start < 0) return at + 1;
    const end = emailEnd(this.#text, at, this.#lineEnd);
    return end < 0 ? at + 1 : this.#push('split', start, end);
  }

  /** Read the block's lines but for its marks. */
  #read(firstLine: number, endLine: number, kind: RegionKind): void {
    const { starts, ends } = this.#blocks;
    const builder = this.#builder;
    const marks = this.#marks;
    const { count } = marks;
    let line = firstLine;
    let from = starts[line] ?? 0;
    let end = ends[line] ?? 0;
    let kindHere = kind;
    for (let mark = 0; ; ) {
      const start = mark < count ? marks.start(mark) : Number.POSITIVE_INFINITY;
      if (start < end) {
        const markEnd = marks.end(mark);
        switch (marks.kind(mark)) {
          case 'join':
            builder.read(from, start);
            from = markEnd;
            break;
          case 'run':
            builder.read(from, start);
            builder.read(start + marks.takenAtStart(mark), markEnd - marks.takenAtEnd(mark));
            from = markEnd;
            break;
          case 'split':
          case 'code':
            builder.read(from, start);
            builder.end(kindHere);
            kindHere = marks.kind(mark) === 'code' ? 'code' : kind;
            from = markEnd;
            break;
          default:
        }
        while (markEnd > end) end = ends[++line] ?? markEnd;
        mark++;
      } else {
        builder.read(from, end);
        if (line + 1 >= endLine) break;
        const lineEnd = skipBlanks(this.#text, end, this.#text.length);
        builder.read(lineEnd, skipLineEnd(this.#text, lineEnd));
        line++;
        from = starts[line] ?? 0;
        end = ends[line] ?? 0;
      }
    }
    builder.end(kindHere);
  }
}

/** Tell whether `code` is one of the signs that tell a formula with spaces from a sentence between two amounts. */
function isFormulaSign(code: number): boolean {
  return (
    code === BACKSLASH ||
    code === CARET ||
    code === UNDERSCORE ||
    code === EQUALS ||
    code === PLUS ||
    code === LESS ||
    code === GREATER ||
    code === OPEN_BRACE
  );
}

import { APOSTROPHE, BACKSLASH, DASH, HASH, QUOTE } from '../../text/ascii';
import { hasLetter, holdsAt, isBlank, isSeparator, lineAfter, lineEndFrom } from './characters';
import { beginsItem, Judge, type Role, roles } from './code';
import { type CommentReader, MAX_OVERHANG } from './comments';
import type { Lookahead } from './lookahead';
import type { Reader } from './reader';

/** What a line is to the block scalar around it. */
type Line = 'content' | 'blank' | 'transparent' | 'outside';

/** Reads block scalars, line by line: one that is longer than a section is left and taken up again between two lines. */
export class BlockReader {
  /** Whether there is more of the block that was read last. */
  isInside = false;

  readonly #look: Lookahead;
  readonly #reader: Reader;
  readonly #comments: CommentReader;

  #verdict: Role = 'unknown';
  /** Lines belong to the block that are indented deeper. */
  #indent = 0;
  /** How deep its first line is indented; -1 as long as nobody knows. */
  #column = -1;
  /** Whether the line is one of a key or a certificate in base64. */
  #isKeyBlock = false;

  // The line that was looked at last: its first character, and the start of the next line if it is transparent or blank.
  #first = 0;
  #next = 0;

  constructor(look: Lookahead, reader: Reader, comments: CommentReader) {
    this.#look = look;
    this.#reader = reader;
    this.#comments = comments;
  }

  /**
   * Begin a block whose lines start at `start` and are indented deeper than `indent`, the first of them to `column`, or to
   * wherever it is if that is -1. `role` is what its key says.
   */
  begin(start: number, indent: number, column: number, role: Role): void {
    this.#indent = indent;
    this.#column = column;
    this.#isKeyBlock = false;
    this.#verdict = this.#judge(start, role);
  }

  /** Give the numbers that stand for the rest of the block. */
  write(): readonly number[] {
    return [roles.indexOf(this.#verdict), this.#indent, this.#column, Number(this.#isKeyBlock)];
  }

  /** Become the rest of the block that the numbers stand for. */
  restore([verdict = 0, indent = 0, column = 0, isKeyBlock = 0]: readonly number[]): void {
    this.isInside = true;
    this.#verdict = roles[verdict] ?? 'unknown';
    this.#indent = indent;
    this.#column = column;
    this.#isKeyBlock = isKeyBlock === 1;
  }

  /** Read the block, or what is left of it, from the line at `start` on, until it ends or the section is long enough. */
  read(start: number): number {
    const isRest = this.isInside;
    this.isInside = false;
    if (this.#verdict === 'text') return this.#readParagraphs(start, isRest);
    return this.#verdict === 'script' ? this.#readScript(start) : this.#skipCode(start);
  }

  #judge(start: number, role: Role): Role {
    const look = this.#look;
    const judge = new Judge(role);
    let line = start;
    while (!judge.isSure) {
      const kind = this.#lineAt(line);
      if (kind === 'outside') break;
      if (kind === 'content') {
        const lineEnd = look.logicalLineEnd(this.#first);
        judge.hear(look.text, look.units, this.#first, lineEnd);
        line = look.lineAfter(lineEnd);
      } else {
        line = this.#next;
      }
    }
    return judge.verdict();
  }

  /** Tell what a line is; sets `#first` and `#next`. */
  #lineAt(line: number): Line {
    const look = this.#look;
    if (line >= look.end) return 'outside';
    const first = look.firstOn(line);
    this.#first = first;
    if (isSeparator(look.at(first))) {
      this.#next = look.lineAfter(first);
      return 'blank';
    }
    if (first === line && look.isDocumentMark(first)) return 'outside';
    this.#next = look.behindTransparent(line, first);
    if (this.#next >= 0) return 'transparent';
    const column = look.spacesOn(line);
    if (column <= this.#indent || (column < this.#column && look.at(first) === HASH)) return 'outside';
    if (this.#column < 0) this.#column = column;
    return 'content';
  }

  /** Read lines as prose: paragraphs and list items part regions, other line ends do not. */
  #readParagraphs(start: number, isRest: boolean): number {
    const look = this.#look;
    const reader = this.#reader;
    const { text, units } = look;
    reader.begin(isRest ? 'prose' : 'value');
    let line = start;
    let isInside = false;
    for (;;) {
      const kind = this.#lineAt(line);
      if (kind === 'outside') break;
      const first = this.#first;
      const lineEnd = kind === 'content' ? look.logicalLineEnd(first) : first;
      if (units[first] === DASH && holdsAt(text, '-----BEGIN ', first, look.end)) this.#isKeyBlock = true;
      const isText = kind === 'content' && !this.#isKeyBlock && hasLetter(units, first, lineEnd);
      const isContinued = isInside && isText && !beginsItem(units, first, lineEnd);
      if (this.#isCut(line, start, isContinued)) break;
      if (isContinued) reader.skip(line, first);
      else reader.split();
      if (isText) reader.readMeasured(first, lineEnd, look.seen, look.blanks, true);
      else if (this.#isKeyBlock && holdsAt(text, '-----END ', first, look.end)) this.#isKeyBlock = false;
      isInside = isText;
      line = kind === 'content' ? look.lineAfter(lineEnd) : this.#next;
    }
    reader.end();
    return line;
  }

  /** Read the comments of a script: from a `#` at the start of a word that no quote of its line holds. */
  #readScript(start: number): number {
    const look = this.#look;
    const { units } = look;
    let line = start;
    for (;;) {
      const kind = this.#lineAt(line);
      if (kind === 'outside' || this.#isCut(line, start, false)) return line;
      if (kind !== 'content') {
        line = this.#next;
        continue;
      }
      const end = look.logicalLineEnd(this.#first);
      while (line < end) {
        const lineEnd = lineEndFrom(units, line, end);
        const at = this.#scriptComment(line, lineEnd);
        if (at < lineEnd) line = this.#comments.read(at, line, look.end, Math.max(this.#column, this.#indent + 1));
        else line = lineEnd < end ? lineAfter(units, lineEnd, end) : look.lineAfter(end);
      }
    }
  }

  /** Find the comment on a line of a script; else give the end of the line. */
  #scriptComment(line: number, lineEnd: number): number {
    const { units } = this.#look;
    let quote = 0;
    let at = line;
    for (; at < lineEnd; at++) {
      const unit = units[at] ?? 0;
      if (quote === 0 && unit === HASH && (at === line || isBlank(units[at - 1] ?? 0))) break;
      if (unit === quote) quote = 0;
      else if (quote === 0 && (unit === QUOTE || unit === APOSTROPHE)) quote = unit;
      else if (unit === BACKSLASH) at++;
    }
    return at;
  }

  #skipCode(start: number): number {
    const look = this.#look;
    let line = start;
    for (;;) {
      const kind = this.#lineAt(line);
      if (kind === 'outside' || this.#isCut(line, start, false)) return line;
      line = kind === 'content' ? look.lineAfter(look.logicalLineEnd(this.#first)) : this.#next;
    }
  }

  /** Tell whether the section is long enough and ends in front of a line. */
  #isCut(line: number, start: number, isContinued: boolean): boolean {
    const { limit } = this.#look;
    this.isInside = line > start && line >= limit && (!isContinued || line >= limit + MAX_OVERHANG);
    return this.isInside;
  }
}

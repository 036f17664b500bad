import {
  AMPERSAND,
  APOSTROPHE,
  ASTERISK,
  COLON,
  DASH,
  EXCLAMATION,
  GREATER,
  HASH,
  OPEN_BRACE,
  OPEN_BRACKET,
  PERCENT,
  PIPE,
  QUESTION,
  QUOTE,
} from '../../text/ascii';
import type { RegionWriter } from '../regions';
import { BlockReader } from './blocks';
import { isSeparator } from './characters';
import { CommentReader } from './comments';
import { FlowReader } from './flow';
import { LastKey } from './key';
import { Lookahead } from './lookahead';
import { Reader } from './reader';
import { ScalarReader } from './scalars';

/** What a step left unfinished because the section was long enough. */
type Inside = (typeof insides)[number];

/** In a scan's state, what is unfinished is its place in this list. */
const insides = ['nothing', 'block', 'flow'] as const;

/**
 * Reads YAML, or what its author will make YAML of, from line to line. A node that covers several lines (a scalar, a
 * flow collection, a run of comments) is read in one step, unless it is long, so between two steps there is little to
 * know: what waits for a node, the last key, and what is unfinished. `write` gives it all.
 */
export class Scanner {
  readonly look: Lookahead;
  readonly reader: Reader;

  /** Whether a key or a mark at `#indent` waits for its node on a later line. */
  #isOpen = true;
  /** The indentation of the collection that the waiting node belongs to; -1 is the document. */
  #indent = -1;
  #inside: Inside = 'nothing';
  #flowIndent = 0;
  readonly #key: LastKey;
  readonly #comments: CommentReader;
  readonly #scalars: ScalarReader;
  readonly #blocks: BlockReader;
  readonly #flow: FlowReader;

  /** Begin at the start of a document, in a text that is read up to `end`. */
  constructor(text: string, units: Uint16Array, end: number, writer: RegionWriter) {
    this.look = new Lookahead(text, units, end);
    this.reader = new Reader(this.look, writer);
    this.#key = new LastKey(text);
    this.#comments = new CommentReader(this.look, this.reader);
    this.#scalars = new ScalarReader(this.look, this.reader, this.#comments, this.#key);
    this.#blocks = new BlockReader(this.look, this.reader, this.#comments);
    this.#flow = new FlowReader(this.look, this.reader, this.#comments, this.#scalars, this.#key);
  }

  /** Write what is known between two steps, so that `restore` can go on from there; never empty. */
  write(): string {
    if (this.#inside === 'nothing' && !this.#isOpen && !this.#key.isOpen) return '0';
    const numbers: number[] = [
      insides.indexOf(this.#inside),
      Number(this.#isOpen),
      this.#isOpen ? this.#indent : 0,
      ...(this.#key.isOpen || this.#inside === 'flow' ? this.#key.write() : [0, 0, 0, 0]),
      ...(this.#inside === 'block' ? this.#blocks.write() : []),
      ...(this.#inside === 'flow' ? [this.#flow.depth, this.#flowIndent] : []),
    ];
    return numbers.join(',');
  }

  /** Go on from what was written. */
  restore(state: string): void {
    const [inside = 0, isOpen = 0, indent = 0, ...others] = state.split(',').map(Number);
    const rest = others.slice(4);
    this.#inside = insides[inside] ?? 'nothing';
    this.#isOpen = isOpen === 1;
    this.#indent = indent;
    this.#key.restore(others);
    if (this.#inside === 'block') this.#blocks.restore(rest);
    if (this.#inside === 'flow') [this.#flow.depth = 0, this.#flowIndent = 0] = rest;
  }

  /** Read what begins on the line that starts at `lineStart`; give the start of the first line that is left. */
  readFrom(lineStart: number): number {
    const look = this.look;
    if (this.#inside !== 'nothing') return this.#readRestOf(this.#inside, lineStart);
    const start = look.firstOn(lineStart);
    const first = look.at(start);
    if (isSeparator(first)) {
      return look.lineAfter(start);
    }
    if (first === HASH) {
      return this.#comments.read(start, lineStart, look.end, 0);
    }
    const transparent = look.behindTransparent(lineStart, start);
    if (transparent >= 0) {
      return transparent;
    }
    if (start === lineStart) {
      if (first === PERCENT) {
        return look.lineAfter(look.lineEndFrom(start));
      }
      if (look.isDocumentMark(start)) {
        this.#isOpen = true;
        this.#indent = -1;
        this.#key.close();
        return this.#readNode(look.skipBlanks(start + 3), lineStart, -1);
      }
    }
    const column = start - lineStart;
    if (!this.#key.isOpen || column < this.#key.column) {
      this.#key.close();
    }
    return this.#readNode(start, lineStart, this.#isOpen && column > this.#indent ? this.#indent : column - 1);
  }

  /** Read a line from its first mark, key or scalar at `start` on, with what belongs to it on the lines below. */
  #readNode(start: number, lineStart: number, parentIndent: number): number {
    const look = this.look;
    let at = start;
    let nodeStart = start;
    let indent = parentIndent;
    let mayBeKey = true;
    let scalarKind: 'key' | 'value' = 'value';
    this.#isOpen = false;
    for (;;) {
      const unit = look.at(at);
      if (unit === HASH || isSeparator(unit)) {
        this.#isOpen = true;
        this.#indent = indent;
        this.#key.isOpen ||= !mayBeKey;
        return this.#comments.finishLine(at, lineStart);
      }
      if (mayBeKey && (unit === DASH || unit === QUESTION || unit === COLON) && isSeparator(look.at(at + 1))) {
        scalarKind = unit === QUESTION ? 'key' : 'value';
        indent = at - lineStart;
        at = look.skipBlanks(at + 1);
        nodeStart = at;
        continue;
      }
      if (unit === AMPERSAND || unit === EXCLAMATION || (unit === ASTERISK && !isSeparator(look.at(at + 1)))) {
        at = look.skipBlanks(look.wordEnd(at));
        if (unit === ASTERISK && mayBeKey && look.isKeyMark(at)) {
          indent = this.#key.open(at, at, nodeStart - lineStart);
          mayBeKey = false;
          at = look.skipBlanks(at + 1);
        }
        continue;
      }
      if (unit === PIPE || unit === GREATER) {
        const header = look.blockHeader(at);
        if (header !== undefined) {
          return this.#readBlock(header.end, lineStart, indent, header.indentation);
        }
      }
      if ((unit === OPEN_BRACKET || unit === OPEN_BRACE) && look.templates.endOf(at, true) < 0) {
        const end = this.#flow.read(at, lineStart, indent);
        if (end < 0) {
          return this.#leaveFlow(indent);
        }
        at = look.skipBlanks(end);
        if (mayBeKey && look.isKeyMark(at)) {
          indent = this.#key.open(at, at, nodeStart - lineStart);
          mayBeKey = false;
          at = look.skipBlanks(at + 1);
          continue;
        }
        return this.#readRest(at, this.#flow.line);
      }
      let close = -1;
      const isQuote = unit === QUOTE || unit === APOSTROPHE;
      if (isQuote) {
        close = look.closingQuote(at, unit, indent);
      }
      if (close >= 0) {
        const behind = look.skipBlanks(close + 1);
        const quoting = unit === QUOTE ? 'double' : 'single';
        if (mayBeKey && look.isKeyMark(behind)) {
          this.#scalars.readQuoted(at + 1, close, quoting, 'key');
          indent = this.#key.open(at + 1, close, nodeStart - lineStart);
          mayBeKey = false;
          scalarKind = 'value';
          at = look.skipBlanks(behind + 1);
          continue;
        }
        this.#scalars.readQuoted(at + 1, close, quoting, scalarKind);
        return this.#readRest(behind, lineStart);
      }
      const end = look.plainEnd(at, mayBeKey, false);
      if (mayBeKey && look.at(look.stop) === COLON) {
        const behind = look.skipBlanks(look.stop + 1);
        this.#scalars.readKey(at, end);
        indent = this.#key.open(at, end, nodeStart - lineStart);
        mayBeKey = false;
        scalarKind = 'value';
        at = behind;
        continue;
      }
      // A quote that nothing closes is text, and text of its own line only.
      return this.#scalars.readPlain(at, end, lineStart, indent, !isQuote, scalarKind);
    }
  }

  /** Read a block scalar whose header ends at `headerEnd`; lines belong to it that are indented deeper than `indent`. */
  #readBlock(headerEnd: number, lineStart: number, indent: number, indentation: number): number {
    const look = this.look;
    let start = look.lineAfter(headerEnd);
    if (look.at(headerEnd) === HASH) {
      const commentEnd = look.lineEndFrom(headerEnd);
      this.#comments.read(headerEnd, lineStart, commentEnd, 0);
      start = look.lineAfter(commentEnd);
    }
    const column = indentation > 0 ? Math.max(indent, 0) + indentation : -1;
    this.#blocks.begin(start, indent, column, this.#key.blockRole());
    return this.#readBlockFrom(start);
  }

  #readBlockFrom(start: number): number {
    const next = this.#blocks.read(start);
    this.#inside = this.#blocks.isInside ? 'block' : 'nothing';
    return next;
  }

  /** Go on with a block or a flow collection that an earlier section began. */
  #readRestOf(inside: 'block' | 'flow', lineStart: number): number {
    if (inside === 'block') return this.#readBlockFrom(lineStart);
    const end = this.#flow.read(lineStart, lineStart, this.#flowIndent);
    if (end < 0) return this.#leaveFlow(this.#flowIndent);
    this.#inside = 'nothing';
    return this.#readRest(this.look.skipBlanks(end), this.#flow.line);
  }

  /** Leave a flow collection between two lines: never closed, or not to its end. */
  #leaveFlow(indent: number): number {
    this.#inside = this.#flow.depth > 0 ? 'flow' : 'nothing';
    this.#flowIndent = indent;
    return this.#flow.line;
  }

  /** Finish the line behind a node: with a comment, or with text that YAML would not allow there. */
  #readRest(start: number, lineStart: number): number {
    const look = this.look;
    const unit = look.at(start);
    if (unit === HASH || isSeparator(unit)) {
      return this.#comments.finishLine(start, lineStart);
    }
    return this.#scalars.readPlain(start, look.plainEnd(start, false, false), lineStart, look.end, false, 'value');
  }
}

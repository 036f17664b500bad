import {
  AMPERSAND,
  APOSTROPHE,
  ASTERISK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  EXCLAMATION,
  HASH,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUESTION,
  QUOTE,
} from '../../text/ascii';
import { classOf, FLOW, isBlank, isLineEnd, isSeparator } from './characters';
import type { CommentReader } from './comments';
import type { LastKey } from './key';
import type { Lookahead } from './lookahead';
import type { Reader } from './reader';
import type { ScalarReader } from './scalars';

/** Flow collections nested deeper than this are data of a machine and not read. */
const MAX_FLOW_DEPTH = 100;

/** Reads flow collections: `[a, b]`, `{a: b}`, JSON. */
export class FlowReader {
  /** How deep the collection is at the start of the line where the section was long enough; 0 where it was read to its end. */
  depth = 0;
  /** The start of the line where the collection that was read last ends, or its part. */
  line = 0;

  readonly #look: Lookahead;
  readonly #reader: Reader;
  readonly #comments: CommentReader;
  readonly #scalars: ScalarReader;
  readonly #key: LastKey;

  constructor(look: Lookahead, reader: Reader, comments: CommentReader, scalars: ScalarReader, key: LastKey) {
    this.#look = look;
    this.#reader = reader;
    this.#comments = comments;
    this.#scalars = scalars;
    this.#key = key;
  }

  /**
   * Read a flow collection, from its bracket on or from a line in it on; give the offset behind its end, or -1 where it
   * ends before `line`: a line that looks like a key of the block around it shows that it was never closed, or the section
   * is long enough.
   */
  read(start: number, firstLine: number, indent: number): number {
    const look = this.#look;
    const { units } = look;
    let at = start;
    let depth = this.depth;
    this.depth = 0;
    this.line = firstLine;
    while (at < look.end) {
      const unit = units[at] ?? 0;
      if (isBlank(unit)) {
        at++;
      } else if (isLineEnd(unit) || (unit === HASH && (at === this.line || isSeparator(units[at - 1] ?? 0)))) {
        const next = unit === HASH ? this.#comments.read(at, this.line, look.end, 0) : look.lineAfter(at);
        this.line = look.nextWrittenLine(next);
        at = look.firstOn(this.line);
        if (look.isOutside(this.line, at, indent)) return -1;
        if (this.line >= look.limit && at < look.end) {
          this.depth = depth;
          return -1;
        }
      } else if ((unit === OPEN_BRACKET || unit === OPEN_BRACE) && look.templates.endOf(at, true) < 0) {
        depth++;
        at++;
      } else if (unit === CLOSE_BRACKET || unit === CLOSE_BRACE) {
        depth--;
        at++;
        if (depth === 0) return at;
      } else if (unit === COMMA || unit === COLON || (unit === QUESTION && isSeparator(look.at(at + 1)))) {
        at++;
      } else if (unit === AMPERSAND || unit === EXCLAMATION || unit === ASTERISK) {
        at = look.flowWordEnd(at);
      } else if (unit === QUOTE || unit === APOSTROPHE) {
        at = this.#readQuoted(at, unit, indent, depth);
      } else {
        at = this.#readPlain(at, depth);
      }
    }
    return look.end;
  }

  #readQuoted(start: number, quote: number, indent: number, depth: number): number {
    const close = this.#look.closingQuote(start, quote, indent);
    if (close < 0) {
      return start + 1;
    }
    if (depth <= MAX_FLOW_DEPTH) {
      const isKey = this.#look.at(this.#look.skipBlanks(close + 1)) === COLON;
      this.#scalars.readQuoted(start + 1, close, quote === QUOTE ? 'double' : 'single', isKey ? 'key' : 'value');
      if (isKey) {
        this.#key.open(start + 1, close, 0);
      }
    }
    return close + 1;
  }

  #readPlain(start: number, depth: number): number {
    const look = this.#look;
    const reader = this.#reader;
    let end = look.plainEnd(start, true, true);
    const kind = look.at(look.stop) === COLON ? 'key' : 'value';
    if (depth > MAX_FLOW_DEPTH || look.stop === start) {
      return Math.max(look.stop, start + 1);
    }
    reader.begin(kind);
    reader.readMeasured(start, end, look.seen, look.blanks, true);
    while (isLineEnd(look.at(look.stop))) {
      const next = look.lineAfter(look.stop);
      const first = look.skipBlanks(next);
      const unit = look.at(first);
      if (isSeparator(unit) || unit === HASH || unit === COLON || unit === QUOTE || (classOf(unit) & FLOW) !== 0) {
        break;
      }
      if (look.isDocumentMark(first)) {
        break;
      }
      const stop = look.stop;
      end = look.plainEnd(first, true, true);
      if (look.at(look.stop) === COLON) {
        look.stop = stop;
        break;
      }
      reader.skip(next, first);
      reader.readMeasured(first, end, look.seen, look.blanks, true);
    }
    this.#scalars.endScalar(start, end, kind);
    if (kind === 'key') {
      this.#key.open(start, end, 0);
    }
    return look.stop;
  }
}

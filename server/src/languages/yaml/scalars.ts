import { CLOSE_BRACE, CLOSE_BRACKET, COLON, DASH, HASH, OPEN_BRACE, OPEN_BRACKET, PERCENT } from '../../text/ascii';
import { classOf, ESCAPE, holdsAt, isBlank, isLineEnd, LETTER, lineAfter, lineEndFrom, skipBlanks } from './characters';
import type { CommentReader } from './comments';
import type { LastKey } from './key';
import type { Lookahead } from './lookahead';
import type { Quoting, Reader } from './reader';

/** Reads plain and quoted scalars, keys and values. */
export class ScalarReader {
  readonly #look: Lookahead;
  readonly #reader: Reader;
  readonly #comments: CommentReader;
  readonly #key: LastKey;

  constructor(look: Lookahead, reader: Reader, comments: CommentReader, key: LastKey) {
    this.#look = look;
    this.#reader = reader;
    this.#comments = comments;
    this.#key = key;
  }

  /** Read the key that was measured last. */
  readKey(start: number, end: number): void {
    const { seen, blanks } = this.#look;
    if (this.#reader.isSimple(start, end, seen)) {
      this.#reader.take('key', start, end, seen);
      return;
    }
    this.#reader.begin('key');
    this.#reader.readMeasured(start, end, seen, blanks, true);
    this.#reader.end();
  }

  /** Read a scalar of one line. */
  #readLine(start: number, end: number, seen: number, blanks: number, kind: 'key' | 'value'): void {
    const reader = this.#reader;
    if (kind === 'value' && reader.isSimple(start, end, seen)) {
      const words = blanks + 1;
      const role = this.#key.role(words);
      if (role === 'image' || (words > 1 && (role === 'script' || role === 'code'))) return;
      if (this.#isData(start, end, words)) return;
      if (words > 1) reader.take('prose', start, end, seen);
      else if (!reader.isDatum(start, end, seen)) reader.take('identifier', start, end, seen);
      return;
    }
    reader.begin(kind);
    reader.readMeasured(start, end, seen, blanks, true);
    this.endScalar(start, end, kind);
  }

  /**
   * Read the plain scalar that was measured last, up to `end` on its first line, and on through the lines that continue
   * it; give the start of the first line that is left.
   */
  readPlain(
    start: number,
    end: number,
    lineStart: number,
    indent: number,
    mayContinue: boolean,
    kind: 'key' | 'value',
  ): number {
    const look = this.#look;
    let { stop } = look;
    const { seen, blanks } = look;
    let isRead = false;
    if (look.at(stop) === HASH || !mayContinue) {
      this.#readLine(start, end, seen, blanks, kind);
      return this.#comments.finishLine(stop, lineStart);
    }
    for (;;) {
      const behind = look.lineAfter(stop);
      const next = look.nextWrittenLine(behind);
      const first = look.firstOn(next);
      const isContinued = first < look.end && this.#continues(next, first, indent);
      const lineEnd = isContinued ? look.plainEnd(first, true, false) : -1;
      if (!isContinued || look.at(look.stop) === COLON) {
        if (isRead) this.endScalar(start, end, kind);
        else this.#readLine(start, end, seen, blanks, kind);
        return next;
      }
      if (!isRead) {
        isRead = true;
        this.#reader.begin(kind);
        this.#reader.readMeasured(start, end, seen, blanks, true);
      }
      if (next === behind) {
        this.#reader.skip(behind, first);
      } else {
        this.#reader.split();
      }
      stop = look.stop;
      this.#reader.readMeasured(first, lineEnd, look.seen, look.blanks, true);
      if (look.at(stop) === HASH) {
        this.endScalar(start, end, kind);
        return this.#comments.finishLine(stop, next);
      }
    }
  }

  /** Tell whether the line may belong to a plain scalar that began above it. */
  #continues(lineStart: number, first: number, indent: number): boolean {
    const column = first - lineStart;
    return column > indent && this.#look.at(first) !== HASH && !(column === 0 && this.#look.isDocumentMark(first));
  }

  /** Read the text of the quoted scalar that was measured last, between its quotes, line by line. */
  readQuoted(start: number, end: number, quoting: Quoting, kind: 'key' | 'value'): void {
    const { units, seen, blanks } = this.#look;
    const reader = this.#reader;
    const isBare = (seen & ESCAPE) === 0 && !isBlank(units[start] ?? 0) && !isBlank(units[end - 1] ?? 0);
    if (isBare && kind === 'value' && reader.isSimple(start, end, seen)) {
      this.#readLine(start, end, seen, blanks, kind);
      return;
    }
    reader.begin(kind);
    let at = start;
    for (;;) {
      const lineEnd = lineEndFrom(units, at, end);
      reader.read(at, lineEnd, quoting, false);
      if (lineEnd >= end) {
        break;
      }
      let next = lineAfter(units, lineEnd, end);
      const isEscaped = quoting === 'double' && this.#look.isEscaped(at, lineEnd);
      let first = skipBlanks(units, next, end);
      if (first < end && isLineEnd(units[first] ?? 0)) {
        reader.split();
        while (first < end && isLineEnd(units[first] ?? 0)) {
          next = lineAfter(units, first, end);
          first = skipBlanks(units, next, end);
        }
      } else {
        reader.skip(isEscaped ? lineEnd - 1 : next, first);
      }
      at = first;
    }
    this.endScalar(start, end, kind);
  }

  /** Finish a scalar that was read from between the offsets, or drop it for what its key or its beginning says. */
  endScalar(start: number, end: number, kind: 'key' | 'value'): void {
    const reader = this.#reader;
    const role = kind === 'key' ? 'unknown' : this.#key.role(reader.words);
    if (role === 'image' || ((role === 'script' || role === 'code') && reader.words > 1)) {
      reader.discard();
    } else if (this.#isData(start, end, reader.words)) {
      reader.discard();
    } else {
      reader.end();
    }
  }

  /** Tell whether a scalar is JSON, a key block or several arguments of a command, by its ends. */
  #isData(start: number, end: number, words: number): boolean {
    const look = this.#look;
    const first = look.at(start);
    if (first !== OPEN_BRACE && first !== OPEN_BRACKET && first !== DASH) return false;
    const last = look.at(end - 1);
    const second = look.at(start + 1);
    return (
      (first === OPEN_BRACE &&
        last === CLOSE_BRACE &&
        second !== OPEN_BRACE &&
        second !== PERCENT &&
        second !== HASH) ||
      (first === OPEN_BRACKET && last === CLOSE_BRACKET) ||
      (first === DASH &&
        (holdsAt(look.text, '-----BEGIN ', start, end) ||
          (words > 1 && (second === DASH || (classOf(second) & LETTER) !== 0))))
    );
  }
}

import { APOSTROPHE, BACKSLASH, LOWER_X, QUOTE, SLASH } from '../../text/ascii';
import type { RegionKind, RegionWriter } from '../regions';
import {
  ANY_LETTER,
  BLANK,
  CLASSES,
  CODE,
  classOf,
  DIGIT,
  END,
  ESCAPE,
  FLOW,
  hasLetter,
  isBlank,
  LETTER,
  LINE_END,
  SPECIAL,
  SUSPECT,
  UNSPACED,
  WIDE_BLANK,
  WIDE_LETTER,
} from './characters';
import { isDatum } from './data';
import type { Lookahead } from './lookahead';
import { isReference, linkTarget } from './references';

/** How the text that is read was written: as it stands, or with YAML's escapes of either quote. */
export type Quoting = 'none' | 'single' | 'double';

/** A word of at least this length (UTF-16 units) is looked at for what is not a word even if it looks plain. */
const MIN_SUSPECT = 8;
const MAX_PLAIN = 64;
/** No word of a line of so many characters is too long to be one. */
const MAX_SIMPLE = 128;
/** Characters of a script without spaces from which a value reads as prose and not as one word. */
const MIN_UNSPACED_PROSE = 9;

/** What the loop over the plain characters of a word stops at. */
const WORD_STOPS = BLANK | LINE_END | WIDE_LETTER | WIDE_BLANK | UNSPACED;
/** What none of the words of a stretch may hold that is taken as it is. */
const NOT_SIMPLE = LINE_END | SPECIAL | SUSPECT | WIDE_LETTER | WIDE_BLANK | UNSPACED;

/** Stands for a template expression in a word. */
const TEMPLATE_LETTER = LOWER_X;

const NO_UNITS = new Uint16Array(0);

/** What a place inside a word does to the text: it is left out, left out as a break between regions, or ends the word. */
type Cut = 'gap' | 'break' | 'end';

/**
 * Makes regions of the text that the scanner hands over, piece by piece: finds its words, leaves out references and
 * template expressions (each ends the region before it), and undoes quoting.
 *
 * Use: `begin`, then `read` once per piece of a line with `skip` or `split` between lines, then `end` or `discard`.
 */
export class Reader {
  /** Words of the value so far, as far as white space parts them; what is left out counts too. */
  words = 0;
  /** What offsets count from. */
  origin = 0;

  readonly #look: Lookahead;
  readonly #units: Uint16Array;
  readonly #writer: RegionWriter;

  #kind: RegionKind | 'value' = 'value';
  /** Where the writer stood at the beginning. */
  #mark = 0;
  #unspaced = 0;
  #wordStart = 0;
  #wordEnd = 0;
  /** The classes of all characters of the value so far that were not cut out. */
  #seen = 0;

  // The region being made: where the writer stood before it if it has spans, its open span, a part to leave out before the next word.
  #regionMark = -1;
  #start = -1;
  #end = -1;
  #skipFrom = -1;
  #skipTo = -1;
  #hasLetter = false;

  // The cuts in the word being read, in order: so many of the arrays' elements.
  #cuts = 0;
  readonly #cutStarts: number[] = [];
  readonly #cutEnds: number[] = [];
  readonly #cutKinds: Cut[] = [];
  #word = NO_UNITS;

  constructor(look: Lookahead, writer: RegionWriter) {
    this.#look = look;
    this.#units = look.units;
    this.#writer = writer;
  }

  /** Begin a text: a `value` becomes prose or an identifier by its number of words. */
  begin(kind: 'key' | 'comment' | 'prose' | 'value'): void {
    this.#kind = kind;
    this.#mark = this.#writer.mark();
    this.#unspaced = 0;
    this.#seen = 0;
    this.words = 0;
  }

  /** Finish what was begun. */
  end(): void {
    if (this.#kind !== 'value') {
      this.split();
      return;
    }
    if (this.#start < 0 && this.#writer.mark() === this.#mark) return;
    const isProse = this.words > 1 || this.#unspaced >= MIN_UNSPACED_PROSE;
    if (!isProse && this.isDatum(this.#wordStart, this.#wordEnd, this.#seen)) {
      this.discard();
      return;
    }
    this.split();
    if (isProse) this.#writer.setKind(this.#mark, 'prose');
  }

  /** Drop what was begun. */
  discard(): void {
    this.#writer.rollback(this.#mark);
    this.#reset();
  }

  /** End the region: nothing reads on over this place. */
  split(): void {
    if (this.#start < 0) return;
    this.#writeSpan(this.#end);
    if (this.#hasLetter) this.#writer.end();
    else this.#writer.rollback(this.#regionMark);
    this.#reset();
  }

  /** Read on behind the part between the offsets, which does not belong to the text. */
  skip(from: number, to: number): void {
    if (this.#start >= 0) {
      this.#skipFrom = this.#skipFrom < 0 ? from : this.#skipFrom;
      this.#skipTo = to;
    }
  }

  /** Tell whether a line of so many characters of the classes `seen` is words and nothing else: nothing is cut out of it. */
  isSimple(start: number, end: number, seen: number): boolean {
    const length = end - start;
    return (
      (seen & NOT_SIMPLE) === 0 &&
      length > 0 &&
      (length < MIN_SUSPECT || ((seen & DIGIT) === 0 && length <= MAX_SIMPLE))
    );
  }

  /** Read a simple line that is a whole text. */
  take(kind: RegionKind, start: number, end: number, seen: number): void {
    if ((seen & ANY_LETTER) === 0) return;
    this.#writer.region(kind, start - this.origin, end - this.origin);
  }

  /** Tell whether a value of one word is not worth reading. */
  isDatum(start: number, end: number, seen: number): boolean {
    return (seen & CODE) !== 0 || isDatum(this.#look.text, this.#units, start, end);
  }

  /** Read a line without quotes, of so many blanks and characters of the classes `seen`. */
  readMeasured(start: number, lineEnd: number, seen: number, blanks: number, multiline: boolean): void {
    if (!this.isSimple(start, lineEnd, seen)) {
      this.read(start, lineEnd, 'none', multiline);
      return;
    }
    let end = lineEnd;
    while (end > start && isBlank(this.#units[end - 1] ?? END)) end--;
    this.words += blanks - (lineEnd - end) + 1;
    this.#wordStart = start;
    this.#wordEnd = end;
    this.#seen |= seen;
    this.#append(start, end, seen);
  }

  /** Read the words of one line between the offsets; only with `multiline` may a template expression hold line ends. */
  read(start: number, end: number, quoting: Quoting, multiline: boolean): void {
    const table = CLASSES;
    const units = this.#units;
    const specials = quoting === 'none' ? SPECIAL : SPECIAL | ESCAPE;
    const stops = WORD_STOPS | specials;
    let at = start;
    let isGlued = false;
    while (at < end) {
      let bits = table[units[at] ?? END] ?? 0;
      if ((bits & (BLANK | LINE_END | WIDE_BLANK)) !== 0) {
        at++;
        isGlued = false;
        continue;
      }
      const from = at;
      const isWide = (bits & UNSPACED) !== 0;
      let seen = 0;
      this.#cuts = 0;
      for (;;) {
        while ((bits & stops) === 0) {
          seen |= bits;
          at++;
          if (at >= end) break;
          bits = table[units[at] ?? END] ?? 0;
        }
        if (at >= end || (bits & (BLANK | LINE_END | WIDE_BLANK)) !== 0 || ((bits & UNSPACED) !== 0) !== isWide) break;
        if ((bits & specials) !== 0) {
          const cut = this.#cutAt(at, end, quoting, multiline);
          if (cut !== undefined) {
            at = this.#cutEnd;
            this.#cutStarts[this.#cuts] = this.#cutStart;
            this.#cutEnds[this.#cuts] = at;
            this.#cutKinds[this.#cuts] = cut;
            this.#cuts++;
            if (cut === 'end' || at >= end) break;
            bits = table[units[at] ?? END] ?? 0;
            continue;
          }
        } else if ((bits & WIDE_LETTER) !== 0) {
          this.#unspaced += isWide ? 1 : 0;
          bits |= LETTER;
        }
        seen |= bits;
        at++;
        if (at >= end) break;
        bits = table[units[at] ?? END] ?? 0;
        // Within scripts without spaces, whatever is not of them ends the word.
        if (isWide && (bits & UNSPACED) === 0) break;
      }
      const isEnded = this.#cuts > 0 && this.#cutKinds[this.#cuts - 1] === 'end';
      this.#endWord(from, at, seen, isWide, isGlued || (isEnded && this.#cutStarts[0] === from));
      isGlued = !isEnded;
    }
  }

  #cutStart = 0;
  #cutEnd = 0;

  /** Tell what the special character at `at` cuts out of the text, from `#cutStart` to `#cutEnd`. */
  #cutAt(at: number, end: number, quoting: Quoting, multiline: boolean): Cut | undefined {
    const unit = this.#units[at];
    this.#cutStart = at;
    if (unit === APOSTROPHE) {
      this.#cutStart = at + 1;
      this.#cutEnd = at + 2;
      return quoting === 'single' && at + 1 < end && this.#units[at + 1] === APOSTROPHE ? 'gap' : undefined;
    }
    if (unit === BACKSLASH) {
      return quoting === 'double' ? this.#escapeAt(at, end) : undefined;
    }
    const close = this.#look.templates.endOf(at, multiline);
    this.#cutEnd = close;
    return close >= 0 && close <= end ? 'break' : undefined;
  }

  /** An escape of a double-quoted scalar: only those whose second character stands for itself read on. */
  #escapeAt(at: number, end: number): Cut {
    const escaped = at + 1 < end ? (this.#units[at + 1] ?? END) : END;
    this.#cutEnd = at + 1;
    if (escaped === END || escaped === QUOTE || escaped === SLASH || (classOf(escaped) & BLANK) !== 0) {
      return 'gap';
    }
    const digits = escaped === 120 ? 2 : escaped === 117 ? 4 : escaped === 85 ? 8 : 0;
    this.#cutEnd = Math.min(at + 2 + digits, end);
    return escaped === BACKSLASH || digits > 0 ? 'break' : 'end';
  }

  #endWord(from: number, to: number, seen: number, isWide: boolean, isGlued: boolean): void {
    const cuts = this.#cuts;
    const isTemplate =
      cuts === 1 && this.#cutKinds[0] === 'break' && this.#cutStarts[0] === from && this.#cutEnds[0] === to;
    if (isTemplate && this.#look.templates.isComment(from)) {
      this.split();
      return;
    }
    if (!isGlued) {
      this.words++;
      this.#wordStart = from;
    }
    this.#wordEnd = to;
    this.#seen |= seen;
    if (cuts === 0) {
      const length = to - from;
      const isSuspect = (seen & SUSPECT) !== 0 || length > MAX_PLAIN || (length >= MIN_SUSPECT && (seen & DIGIT) !== 0);
      if (isSuspect && !isWide && isReference(this.#units, from, to)) this.#appendLink(from, to, seen);
      else this.#append(from, to, seen);
      return;
    }
    if (isTemplate) {
      this.split();
      return;
    }
    const length = this.#joinParts(from, to);
    if (isReference(this.#word, 0, length)) {
      this.split();
      return;
    }
    let start = from;
    for (let index = 0; index < cuts; index++) {
      const cutStart = this.#cutStarts[index] ?? to;
      const cutEnd = this.#cutEnds[index] ?? to;
      this.#appendPart(start, cutStart);
      if (this.#cutKinds[index] === 'gap') {
        this.skip(cutStart, cutEnd);
      } else {
        this.split();
      }
      start = cutEnd;
    }
    this.#appendPart(start, to);
  }

  #appendPart(start: number, end: number): void {
    if (start === end) return;
    if (isReference(this.#units, start, end)) {
      this.split();
    } else {
      this.#append(start, end, hasLetter(this.#units, start, end) ? LETTER : 0);
    }
  }

  /** The text of a Markdown link whose target made its word a reference. */
  #appendLink(from: number, to: number, seen: number): void {
    const target = (seen & FLOW) === 0 ? -1 : linkTarget(this.#units, from, to);
    if (target > from && !isReference(this.#units, from, target)) {
      this.#append(from, target, seen);
    }
    this.split();
  }

  #append(from: number, to: number, seen: number): void {
    if (from >= to) {
      return;
    }
    if (this.#start < 0) {
      this.#start = from;
    } else if (this.#skipFrom >= 0) {
      if (this.#skipFrom < this.#skipTo) {
        this.#writeSpan(this.#skipFrom);
        this.#start = this.#skipTo;
      }
      this.#skipFrom = -1;
    }
    this.#end = to;
    this.#hasLetter ||= (seen & ANY_LETTER) !== 0;
  }

  #writeSpan(end: number): void {
    if (this.#regionMark < 0) {
      this.#regionMark = this.#writer.mark();
      this.#writer.begin(this.#kind === 'value' ? 'identifier' : this.#kind);
    }
    this.#writer.span(this.#start - this.origin, end - this.origin);
  }

  /** Write the word with its cuts left out, a template expression standing as one letter: what a reference is told by. */
  #joinParts(from: number, to: number): number {
    if (to - from > this.#word.length) this.#word = new Uint16Array(2 * (to - from));
    let length = 0;
    let start = from;
    for (let index = 0; index <= this.#cuts; index++) {
      const isLast = index === this.#cuts;
      const partEnd = isLast ? to : (this.#cutStarts[index] ?? to);
      for (let at = start; at < partEnd; at++) this.#word[length++] = this.#units[at] ?? END;
      if (!isLast && this.#cutKinds[index] === 'break') {
        this.#word[length++] = this.#units[partEnd] === BACKSLASH ? BACKSLASH : TEMPLATE_LETTER;
      }
      start = isLast ? to : (this.#cutEnds[index] ?? to);
    }
    return length;
  }

  #reset(): void {
    this.#regionMark = -1;
    this.#start = -1;
    this.#end = -1;
    this.#skipFrom = -1;
    this.#hasLetter = false;
  }
}

import type { Span } from '../../text/span';
import type { Region, RegionKind } from '../regions';
import {
  BLANK,
  CODE,
  classOf,
  DIGIT,
  hasLetter,
  isLetterBeyondAscii,
  isUnspaced,
  isWideBlank,
  LETTER,
  LINE_END,
  SPECIAL,
  SUSPECT,
} from './characters';
import { isDatum } from './data';
import { isReference, linkTarget } from './references';
import type { Templates } from './templates';

/** How the text that is read was written: as it stands, or with YAML's escapes of either quote. */
export type Quoting = 'none' | 'single' | 'double';

/** A word of at least this length (UTF-16 units) is looked at for what is not a word even if it looks plain. */
const MIN_SUSPECT = 8;
const MAX_PLAIN = 64;
/** Characters of a script without spaces from which a value reads as prose and not as one word. */
const MIN_UNSPACED_PROSE = 9;

const APOSTROPHE = 39;
const BACKSLASH = 92;

/** What a place inside a word does to the text: it is left out, left out as a break between regions, or ends the word. */
type Cut = 'gap' | 'break' | 'end';

/**
 * Makes regions of the text that the scanner hands over, piece by piece: finds its words, leaves out references and
 * template expressions (each ends the region before it), and undoes quoting.
 *
 * Use: `begin`, then `read` once per piece of a line with `skip` or `split` between lines, then `end` or `discard`.
 */
export class Reader {
  readonly regions: Region[] = [];
  /** Words of the value so far, as far as white space parts them; what is left out counts too. */
  words = 0;

  readonly #text: string;
  readonly #templates: Templates;

  #kind: RegionKind | 'value' = 'value';
  #firstRegion = 0;
  #unspaced = 0;
  #wordStart = 0;
  #wordEnd = 0;
  /** The classes of all characters of the value so far that were not cut out. */
  #seen = 0;

  // The region being made: its finished spans, its open span, a part to leave out before the next word.
  #spans: [Span, ...Span[]] | undefined;
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

  constructor(text: string, templates: Templates) {
    this.#text = text;
    this.#templates = templates;
  }

  /** Begin a key, a comment, or a value: a `value` becomes prose or an identifier by its number of words. */
  begin(kind: 'key' | 'comment' | 'value'): void {
    this.#kind = kind;
    this.#firstRegion = this.regions.length;
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
    const isProse = this.words > 1 || this.#unspaced >= MIN_UNSPACED_PROSE;
    if (!isProse && ((this.#seen & CODE) !== 0 || isDatum(this.#text, this.#wordStart, this.#wordEnd))) {
      this.discard();
      return;
    }
    this.split();
    for (let index = this.#firstRegion; isProse && index < this.regions.length; index++) {
      const region = this.regions[index];
      if (region?.kind === 'identifier') {
        this.regions[index] = { kind: 'prose', spans: region.spans };
      }
    }
  }

  /** Drop what was begun. */
  discard(): void {
    this.regions.length = this.#firstRegion;
    this.#reset();
  }

  /** End the region: nothing reads on over this place. */
  split(): void {
    if (this.#start >= 0) {
      const spans = this.#pushSpan(this.#end);
      if (this.#hasLetter) {
        const kind = this.#kind === 'value' ? (this.words > 1 ? 'prose' : 'identifier') : this.#kind;
        this.regions.push({ kind, spans });
      }
    }
    this.#reset();
  }

  /** Read on behind the part between the offsets, which does not belong to the text. */
  skip(from: number, to: number): void {
    if (this.#start >= 0) {
      this.#skipFrom = this.#skipFrom < 0 ? from : this.#skipFrom;
      this.#skipTo = to;
    }
  }

  /** Read the words of one line between the offsets; only with `multiline` may a template expression hold line ends. */
  read(start: number, end: number, quoting: Quoting, multiline: boolean): void {
    const text = this.#text;
    let at = start;
    let isGlued = false;
    while (at < end) {
      let unit = text.charCodeAt(at);
      if (unit < 128 ? (classOf(unit) & (BLANK | LINE_END)) !== 0 : isWideBlank(unit)) {
        at++;
        isGlued = false;
        continue;
      }
      const from = at;
      const isWide = isUnspaced(unit);
      let seen = 0;
      this.#cuts = 0;
      while (at < end) {
        unit = text.charCodeAt(at);
        if (unit >= 128) {
          if (isWideBlank(unit) || isUnspaced(unit) !== isWide) {
            break;
          }
          if (isLetterBeyondAscii(unit)) {
            seen |= LETTER;
            this.#unspaced += isWide ? 1 : 0;
          }
          at++;
          continue;
        }
        const bits = classOf(unit);
        if ((bits & (BLANK | LINE_END)) !== 0 || isWide) {
          break;
        }
        const cut = (bits & SPECIAL) === 0 ? undefined : this.#cutAt(at, end, quoting, multiline);
        if (cut === undefined) {
          seen |= bits;
          at++;
          continue;
        }
        at = this.#cutEnd;
        this.#cutStarts[this.#cuts] = this.#cutStart;
        this.#cutEnds[this.#cuts] = at;
        this.#cutKinds[this.#cuts] = cut;
        this.#cuts++;
        if (cut === 'end') {
          break;
        }
      }
      const isEnded = this.#cuts > 0 && this.#cutKinds[this.#cuts - 1] === 'end';
      this.#endWord(from, at, seen, isGlued || (isEnded && this.#cutStarts[0] === from));
      isGlued = !isEnded;
    }
  }

  #cutStart = 0;
  #cutEnd = 0;

  /** Tell what the special character at `at` cuts out of the text, from `#cutStart` to `#cutEnd`. */
  #cutAt(at: number, end: number, quoting: Quoting, multiline: boolean): Cut | undefined {
    const text = this.#text;
    const unit = text.charCodeAt(at);
    this.#cutStart = at;
    if (unit === APOSTROPHE) {
      this.#cutStart = at + 1;
      this.#cutEnd = at + 2;
      return quoting === 'single' && at + 1 < end && text.charCodeAt(at + 1) === APOSTROPHE ? 'gap' : undefined;
    }
    if (unit === BACKSLASH) {
      return quoting === 'double' ? this.#escapeAt(at, end) : undefined;
    }
    const close = this.#templates.endOf(at, multiline);
    this.#cutEnd = close;
    return close >= 0 && close <= end ? 'break' : undefined;
  }

  /** An escape of a double-quoted scalar: only those whose second character stands for itself read on. */
  #escapeAt(at: number, end: number): Cut {
    const escaped = at + 1 < end ? this.#text.charAt(at + 1) : '';
    this.#cutEnd = at + 1;
    if (escaped === '' || escaped === '"' || escaped === '/' || escaped === ' ' || escaped === '\t') {
      return 'gap';
    }
    const digits = escaped === 'x' ? 2 : escaped === 'u' ? 4 : escaped === 'U' ? 8 : 0;
    this.#cutEnd = Math.min(at + 2 + digits, end);
    return escaped === '\\' || digits > 0 ? 'break' : 'end';
  }

  #endWord(from: number, to: number, seen: number, isGlued: boolean): void {
    const cuts = this.#cuts;
    if (!isGlued) {
      this.words++;
      this.#wordStart = from;
    }
    this.#wordEnd = to;
    this.#seen |= seen;
    if (cuts === 0) {
      this.#endPlainWord(from, to, seen);
      return;
    }
    const word = this.#withoutCuts(from, to);
    if (isReference(word, 0, word.length)) {
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
    if (isReference(this.#text, start, end)) {
      this.split();
    } else {
      this.#append(start, end, hasLetter(this.#text, start, end) ? LETTER : 0);
    }
  }

  #endPlainWord(from: number, to: number, seen: number): void {
    const length = to - from;
    const isSuspect = (seen & SUSPECT) !== 0 || (length >= MIN_SUSPECT && (seen & DIGIT) !== 0) || length > MAX_PLAIN;
    if (!isSuspect || isUnspaced(this.#text.charCodeAt(from)) || !isReference(this.#text, from, to)) {
      this.#append(from, to, seen);
      return;
    }
    const target = linkTarget(this.#text, from, to);
    if (target > from && !isReference(this.#text, from, target)) {
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
        this.#spans = this.#pushSpan(this.#skipFrom);
        this.#start = this.#skipTo;
      }
      this.#skipFrom = -1;
    }
    this.#end = to;
    this.#hasLetter ||= (seen & LETTER) !== 0;
  }

  #pushSpan(end: number): [Span, ...Span[]] {
    const span = { start: this.#start, end };
    if (this.#spans === undefined) {
      return [span];
    }
    this.#spans.push(span);
    return this.#spans;
  }

  /** The word with its cuts left out, a template expression standing as one letter: what a reference is told by. */
  #withoutCuts(from: number, to: number): string {
    let word = '';
    let start = from;
    for (let index = 0; index < this.#cuts; index++) {
      word += this.#text.slice(start, this.#cutStarts[index]);
      word += this.#cutKinds[index] === 'break' ? this.#standIn(this.#cutStarts[index] ?? to) : '';
      start = this.#cutEnds[index] ?? to;
    }
    return word + this.#text.slice(start, to);
  }

  #standIn(at: number): string {
    return this.#text.charCodeAt(at) === BACKSLASH ? '\\' : 'x';
  }

  #reset(): void {
    this.#spans = undefined;
    this.#start = -1;
    this.#end = -1;
    this.#skipFrom = -1;
    this.#hasLetter = false;
  }
}

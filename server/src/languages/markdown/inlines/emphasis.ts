import { ASTERISK, TILDE, UNDERSCORE } from '../../../text/ascii';
import { isAlphanumeric, isSpace } from '../characters';
import type { Edits } from './edits';
import { Records } from './records';

/** A run of `*`, `_` or `~` may open emphasis. */
const CAN_OPEN = 1;

/** A run of `*`, `_` or `~` may close emphasis. */
const CAN_CLOSE = 2;

/** Where no run is. */
const NONE = -1;

// What is known of a run: its mark, its character, how many of them, how many no emphasis took yet, whether it can open and
// close, and the runs before and behind it that are still to be paired.
const MARK = 0;
const CODE = 1;
const LENGTH = 2;
const REST = 3;
const FLANKS = 4;
const PREVIOUS = 5;
const NEXT = 6;

/** Keys of `#openersBottom`: for `*` and `_` by whether the closer can open and its length modulo 3, for `~` by its length. */
const BOTTOM_KEYS = 14;

/**
 * The runs of emphasis marks in one block, after CommonMark's delimiter stack. A run that takes part in emphasis loses
 * marks: a closer from its start on, an opener from its end back.
 */
export class DelimiterStack {
  readonly #edits: Edits;
  readonly #openersBottom: Int32Array = new Int32Array(BOTTOM_KEYS);
  readonly #runs = new Records(7);
  #top = NONE;

  constructor(edits: Edits) {
    this.#edits = edits;
  }

  /** The last run, where `resolve` is to stop later. */
  get top(): number {
    return this.#top;
  }

  /** Forget the runs of the last block. */
  clear(): void {
    this.#top = NONE;
    this.#truncate(NONE);
  }

  /** Add the run of `length` times `code`, of which a mark is kept; `flanks` says whether it can open and close. */
  push(mark: number, code: number, length: number, flanks: number): void {
    const runs = this.#runs;
    const index = runs.add();
    runs.set(index, MARK, mark);
    runs.set(index, CODE, code);
    runs.set(index, LENGTH, length);
    runs.set(index, REST, length);
    runs.set(index, FLANKS, flanks);
    runs.set(index, PREVIOUS, this.#top);
    runs.set(index, NEXT, NONE);
    if (this.#top !== NONE) runs.set(this.#top, NEXT, index);
    this.#top = index;
  }

  /** Pair the runs above `bottom` and take them off. */
  resolve(bottom: number): void {
    if (this.#top === bottom) return;
    this.#openersBottom.fill(bottom);
    let closer = this.#first(bottom);
    while (closer !== NONE) {
      const next = this.#runs.get(closer, NEXT);
      const flanks = this.#runs.get(closer, FLANKS);
      if ((flanks & CAN_CLOSE) === 0) {
        closer = next;
        continue;
      }
      const opener = this.#opener(closer, bottom);
      if (opener === NONE) {
        if ((flanks & CAN_OPEN) === 0) this.#unlink(closer);
        closer = next;
      } else {
        closer = this.#pair(opener, closer);
      }
    }
    this.#truncate(bottom);
  }

  #first(bottom: number): number {
    let index = this.#top;
    if (bottom !== NONE) return this.#runs.get(bottom, NEXT);
    for (let previous = index; previous !== NONE; previous = this.#runs.get(index, PREVIOUS)) index = previous;
    return index;
  }

  /** Find the run that `closer` closes, or remember that there is none for its like. */
  #opener(closer: number, bottom: number): number {
    const code = this.#runs.get(closer, CODE);
    const length = this.#runs.get(closer, LENGTH);
    const flanks = this.#runs.get(closer, FLANKS);
    const key = bottomKey(code, length, flanks);
    const floor = Math.max(bottom, this.#openersBottom[key] ?? NONE);
    for (let opener = this.#runs.get(closer, PREVIOUS); opener > floor; opener = this.#runs.get(opener, PREVIOUS)) {
      const openerFlanks = this.#runs.get(opener, FLANKS);
      if (this.#runs.get(opener, CODE) !== code || (openerFlanks & CAN_OPEN) === 0) continue;
      const openerLength = this.#runs.get(opener, LENGTH);
      if (code === TILDE) {
        if (openerLength === length) return opener;
        continue;
      }
      // CommonMark, rules 9 and 10: `*foo**bar*` is no emphasis up to the `**`.
      const bothWays = (flanks & CAN_OPEN) !== 0 || (openerFlanks & CAN_CLOSE) !== 0;
      if (!bothWays || (openerLength + length) % 3 !== 0 || (openerLength % 3 === 0 && length % 3 === 0)) return opener;
    }
    this.#openersBottom[key] = closer - 1;
    return NONE;
  }

  /** Take the marks of one emphasis from its two runs, and give the closer to go on with. */
  #pair(opener: number, closer: number): number {
    const openerRest = this.#runs.get(opener, REST);
    const closerRest = this.#runs.get(closer, REST);
    const marks = this.#runs.get(closer, CODE) === TILDE ? closerRest : openerRest >= 2 && closerRest >= 2 ? 2 : 1;
    this.#runs.set(opener, REST, openerRest - marks);
    this.#runs.set(closer, REST, closerRest - marks);
    this.#edits.take(this.#runs.get(opener, MARK), 0, marks);
    this.#edits.take(this.#runs.get(closer, MARK), marks, 0);
    this.#runs.set(opener, NEXT, closer);
    this.#runs.set(closer, PREVIOUS, opener);
    if (openerRest === marks) this.#unlink(opener);
    if (closerRest > marks) return closer;
    const next = this.#runs.get(closer, NEXT);
    this.#unlink(closer);
    return next;
  }

  #unlink(index: number): void {
    const previous = this.#runs.get(index, PREVIOUS);
    const next = this.#runs.get(index, NEXT);
    if (previous !== NONE) this.#runs.set(previous, NEXT, next);
    if (next !== NONE) this.#runs.set(next, PREVIOUS, previous);
    else this.#top = previous;
  }

  #truncate(bottom: number): void {
    this.#top = bottom;
    this.#runs.count = bottom + 1;
    if (bottom !== NONE) this.#runs.set(bottom, NEXT, NONE);
  }
}

/**
 * Tell whether a run of `code` from `start` to `end` can open and close emphasis, from the characters around it in its
 * leaf, which starts and ends where the other two offsets say (CommonMark 0.31, left- and right-flanking).
 */
export function flanksOf(
  units: Uint16Array,
  code: number,
  start: number,
  end: number,
  leafStart: number,
  leafEnd: number,
): number {
  const before = start > leafStart ? classBefore(units, start) : 'space';
  const after = end < leafEnd ? classAt(units, end) : 'space';
  const left = after === 'letter' || (after === 'punctuation' && before !== 'letter');
  const right = before === 'letter' || (before === 'punctuation' && after !== 'letter');
  if (code !== UNDERSCORE) return (left ? CAN_OPEN : 0) | (right ? CAN_CLOSE : 0);
  const opens = left && (!right || before === 'punctuation');
  const closes = right && (!left || after === 'punctuation');
  return (opens ? CAN_OPEN : 0) | (closes ? CAN_CLOSE : 0);
}

type CharacterClass = 'space' | 'punctuation' | 'letter';

const UNICODE_SPACE = /^\s$/u;
const UNICODE_PUNCTUATION = /^[\p{P}\p{S}]$/u;

function classBefore(units: Uint16Array, offset: number): CharacterClass {
  const unit = units[offset - 1] as number;
  return offset >= 2 && isLowSurrogate(unit) ? classAt(units, offset - 2) : classAt(units, offset - 1);
}

function classAt(units: Uint16Array, offset: number): CharacterClass {
  const unit = units[offset] as number;
  if (unit < 128) {
    if (isAlphanumeric(unit)) return 'letter';
    if (isSpace(unit)) return 'space';
    return unit > 32 && unit < 127 ? 'punctuation' : 'letter';
  }
  const next = units[offset + 1] as number;
  const character =
    (unit & 0xfc00) === 0xd800 && isLowSurrogate(next) ? String.fromCharCode(unit, next) : String.fromCharCode(unit);
  if (UNICODE_SPACE.test(character)) return 'space';
  return UNICODE_PUNCTUATION.test(character) ? 'punctuation' : 'letter';
}

function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}

function bottomKey(code: number, length: number, flanks: number): number {
  if (code === TILDE) return 12 + ((length - 1) & 1);
  return (code === ASTERISK ? 0 : 6) + (flanks & CAN_OPEN ? 3 : 0) + (length % 3);
}

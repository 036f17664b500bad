import { LOWER_I } from '../../text/ascii';
import { type Role, roleOf, roles } from './code';

/** The last key that was read, as far as it says something about the values to come. */
export class LastKey {
  /** Where it stands on its line: values on later lines are its own as long as they stand there or behind. */
  column = 0;
  /** Whether its values stand on later lines. */
  isOpen = false;

  readonly #text: string;
  #start = 0;
  #end = 0;
  /** What it says about a scalar and about a block, once somebody asked. */
  #role: Role | undefined = 'unknown';
  #blockRole: Role | undefined = 'unknown';

  constructor(text: string) {
    this.#text = text;
  }

  /** Remember the key between the offsets; give its column, which is the indentation of its value. */
  open(start: number, end: number, column: number): number {
    this.#start = start;
    this.#end = end;
    this.#role = undefined;
    this.#blockRole = undefined;
    this.column = column;
    this.isOpen = false;
    return column;
  }

  /** Forget the key. */
  close(): void {
    this.#start = 0;
    this.#end = 0;
    this.#role = 'unknown';
    this.#blockRole = 'unknown';
    this.column = 0;
    this.isOpen = false;
  }

  /** Tell what the key says about a scalar of so many words. */
  role(words: number): Role {
    if (this.#role !== undefined) return this.#role === 'image' || words > 1 ? this.#role : 'unknown';
    // All that a key says about single words is that they are images.
    if (words < 2 && !this.#mayBeImage()) return 'unknown';
    this.#role = roleOf(this.#text, this.#start, this.#end, false);
    return this.#role;
  }

  #mayBeImage(): boolean {
    return this.#end - this.#start === 'image'.length && (this.#text.charCodeAt(this.#start) | 32) === LOWER_I;
  }

  /** Tell what the key says about a block scalar. */
  blockRole(): Role {
    this.#blockRole ??= roleOf(this.#text, this.#start, this.#end, true);
    return this.#blockRole;
  }

  /** Give the numbers that stand for the key. */
  write(): readonly number[] {
    return [Number(this.isOpen), this.column, roles.indexOf(this.role(2)), roles.indexOf(this.blockRole())];
  }

  /** Become the key that the numbers stand for. */
  restore([isOpen = 0, column = 0, role = 0, blockRole = 0]: readonly number[]): void {
    this.isOpen = isOpen === 1;
    this.column = column;
    this.#role = roles[role] ?? 'unknown';
    this.#blockRole = roles[blockRole] ?? 'unknown';
  }
}

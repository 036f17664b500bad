import { ASTERISK, COLON, DASH, EQUALS, HASH, PLUS } from '../../text/ascii';
import { BLANK, classOf, DIGIT, END, holdsAt, isBlank, isSeparator, LETTER } from './characters';

/**
 * What the key of a value says about it:
 * - `unknown`: the value itself has to tell;
 * - `text`: somebody wrote it to be read;
 * - `script`: a language whose comments begin with `#`;
 * - `code`: any other code or configuration;
 * - `image`: a reference to a container image.
 */
export type Role = (typeof roles)[number];

/** In a scan's state, a role is its place in this list. */
export const roles = ['unknown', 'text', 'script', 'code', 'image'] as const;

const ROLES: ReadonlyMap<string, Role> = new Map([
  ...keysOf('text', 'description summary message title help comment notes note doc docs about readme text'),
  ...keysOf('script', 'run command script args entrypoint cmd shell bash sh exec before_script after_script expr'),
  ...keysOf('script', 'commands install inlinescript test'),
  ...keysOf('code', 'if expression regex pattern jsonpath rego query sql'),
  ...keysOf('image', 'image'),
]);

/** What a key that is a file name (`nginx.conf: |`) says about its block, by extension. */
const FILE_ROLES: ReadonlyMap<string, Role> = new Map([
  ...keysOf('text', 'md txt rst adoc'),
  ...keysOf('script', 'sh bash zsh ksh py rb pl'),
  ...keysOf(
    'code',
    'json yaml yml toml ini cfg cnf conf config properties xml html css js ts lua sql tpl tmpl env rules',
  ),
  ...keysOf('code', 'crt key pem go java php ps1 bat hcl tf rego cue csv dockercfg gitconfig'),
]);

/** A key longer than this (UTF-16 units) is in none of the lists. */
const MAX_KEY = 64;
/** Lines of a block that are judged; what comes behind them is of the same sort. */
const MAX_JUDGED_LINES = 64;
/** Lines of a block that are heard at most, those that begin with `#` among them. */
const MAX_HEARD_LINES = 256;
/** One of so many characters being code's punctuation makes a line code. */
const CODE_SHARE = 7;

/** What a character says about the line of code that it opens, closes or stands in, as bits. */
const OPENS = 1;
const CLOSES = 2;
const PUNCTUATES = 4;
const NAMES = 8;
const SIGNS = signs();

/** Tell what the key between the offsets says about its value; `isBlock` for a block scalar, which may be a file. */
export function roleOf(text: string, start: number, end: number, isBlock: boolean): Role {
  if (end <= start || end - start > MAX_KEY) {
    return 'unknown';
  }
  const key = text.slice(start, end).toLowerCase();
  const role = ROLES.get(key);
  if (role !== undefined || !isBlock) {
    return role ?? 'unknown';
  }
  const dot = key.lastIndexOf('.');
  return dot < 0 ? 'unknown' : (FILE_ROLES.get(key.slice(dot + 1)) ?? 'unknown');
}

/**
 * Judges a block scalar under a key of a role by its lines: a script if it begins with `#!`; else what the key says; else
 * code if half of its lines or more look like code. Lines that begin with `#` are no witnesses: they stand in both
 * Markdown and scripts.
 */
export class Judge {
  readonly #role: Role;
  #heard = 0;
  #lines = 0;
  #codeLines = 0;
  #hasShebang = false;

  constructor(role: Role) {
    this.#role = role;
  }

  /** Whether more lines would not change the verdict. */
  get isSure(): boolean {
    return (
      (this.#heard > 0 && (this.#role !== 'unknown' || this.#hasShebang)) ||
      this.#lines === MAX_JUDGED_LINES ||
      this.#heard === MAX_HEARD_LINES
    );
  }

  /** Hear one line that is not blank, between the offsets, without its indentation. */
  hear(text: string, units: Uint16Array, start: number, end: number): void {
    if (this.#heard === 0) {
      this.#hasShebang = holdsAt(text, '#!', start, end);
    }
    this.#heard++;
    if (units[start] !== HASH) {
      this.#lines++;
      this.#codeLines += isCodeLine(units, start, end) ? 1 : 0;
    }
  }

  /** Give the verdict on the lines heard. */
  verdict(): Role {
    if (this.#hasShebang) {
      return 'script';
    }
    if (this.#role !== 'unknown') {
      return this.#role;
    }
    return this.#lines > 0 && this.#codeLines * 2 >= this.#lines ? 'code' : 'text';
  }
}

/**
 * Tell whether a line looks like code: it opens or closes as only code does, it assigns (`name =`, `name: value`), or one
 * character in seven is code's punctuation.
 */
function isCodeLine(units: Uint16Array, start: number, lineEnd: number): boolean {
  let end = lineEnd;
  while (end > start && isBlank(units[end - 1] ?? END)) {
    end--;
  }
  if (end === start) {
    return false;
  }
  if (
    (signsOf(units[start]) & OPENS) !== 0 ||
    (signsOf(units[end - 1]) & CLOSES) !== 0 ||
    isAssignment(units, start, end)
  ) {
    return true;
  }
  let punctuation = 0;
  for (let at = start; at < end; at++) {
    punctuation += (signsOf(units[at]) & PUNCTUATES) !== 0 ? 1 : 0;
  }
  return punctuation * CODE_SHARE >= end - start;
}

function isAssignment(units: Uint16Array, start: number, end: number): boolean {
  let at = skipName(units, start, end);
  if (at === start || at === end) {
    return false;
  }
  if (units[at] === COLON) {
    return at + 1 === end || isSeparator(units[at + 1] ?? END);
  }
  while (at < end && isBlank(units[at] ?? END)) {
    at++;
  }
  return at < end && units[at] === EQUALS;
}

/** The offset behind a name of letters, digits, `_`, `-`, `.`, `/`. */
function skipName(units: Uint16Array, start: number, end: number): number {
  let at = start;
  while (at < end && (signsOf(units[at]) & NAMES) !== 0) {
    at++;
  }
  return at;
}

/**
 * Tell whether a line begins something of its own, so that the line before does not read on into it: a list item, or a
 * `name:` as in YAML that is commented out.
 */
export function beginsItem(units: Uint16Array, start: number, end: number): boolean {
  const first = start < end ? units[start] : END;
  if (first === DASH || first === ASTERISK || first === PLUS) {
    if (start + 1 < end && isBlank(units[start + 1] ?? END)) return true;
  }
  let at = start;
  while (at < end && (classOf(units[at] ?? END) & DIGIT) !== 0) {
    at++;
  }
  if (at > start && at - start < 4 && at + 1 < end && (units[at] === 46 || units[at] === 41)) {
    return (classOf(units[at + 1] ?? END) & BLANK) !== 0;
  }
  const nameEnd = skipName(units, at, end);
  return (
    nameEnd > start &&
    nameEnd < end &&
    units[nameEnd] === COLON &&
    (nameEnd + 1 === end || isSeparator(units[nameEnd + 1] ?? END))
  );
}

function signsOf(unit: number | undefined): number {
  return unit !== undefined && unit < 128 ? (SIGNS[unit] ?? 0) : 0;
}

function signs(): Uint8Array {
  const table = new Uint8Array(128);
  const mark = (characters: string, bit: number) => {
    for (const character of characters) {
      const unit = character.charCodeAt(0);
      table[unit] = (table[unit] ?? 0) | bit;
    }
  };
  mark('{}[]<$|;', OPENS);
  mark('{}[(;\\=|&>', CLOSES);
  mark('{}[]()<>=;$|\\&*_%"', PUNCTUATES);
  mark('_-./', NAMES);
  for (let unit = 0; unit < 128; unit++) {
    if ((classOf(unit) & (LETTER | DIGIT)) !== 0) table[unit] = (table[unit] ?? 0) | NAMES;
  }
  return table;
}

function keysOf(role: Role, keys: string): [string, Role][] {
  return keys.split(' ').map((key) => [key, role]);
}

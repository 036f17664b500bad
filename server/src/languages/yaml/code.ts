import { classOf, DIGIT, holdsAt, isBlank, isLineEnd, isSeparator, LETTER } from './characters';

/**
 * What the key of a value says about it:
 * - `text`: somebody wrote it to be read;
 * - `script`: a language whose comments begin with `#`;
 * - `code`: any other code or configuration;
 * - `image`: a reference to a container image;
 * - `unknown`: the value itself has to tell.
 */
export type Role = 'text' | 'script' | 'code' | 'image' | 'unknown';

const ROLES: ReadonlyMap<string, Role> = new Map([
  ...roles('text', 'description summary message title help comment notes note doc docs about readme text'),
  ...roles('script', 'run command script args entrypoint cmd shell bash sh exec before_script after_script expr'),
  ...roles('script', 'commands install inlinescript test'),
  ...roles('code', 'if expression regex pattern jsonpath rego query sql'),
  ...roles('image', 'image'),
]);

/** What a key that is a file name (`nginx.conf: |`) says about its block, by extension. */
const FILE_ROLES: ReadonlyMap<string, Role> = new Map([
  ...roles('text', 'md txt rst adoc'),
  ...roles('script', 'sh bash zsh ksh py rb pl'),
  ...roles(
    'code',
    'json yaml yml toml ini cfg cnf conf config properties xml html css js ts lua sql tpl tmpl env rules',
  ),
  ...roles('code', 'crt key pem go java php ps1 bat hcl tf rego cue csv dockercfg gitconfig'),
]);

/** A key longer than this (UTF-16 units) is in none of the lists. */
const MAX_KEY = 64;
/** Lines of a block that are judged; what comes behind them is of the same sort. */
const MAX_JUDGED_LINES = 64;
/** One of so many characters being code's punctuation makes a line code. */
const CODE_SHARE = 7;

const OPENERS = '{}[]<$|;';
const CLOSERS = '{}[(;\\=|&>';
const CODE_PUNCTUATION = oneForEach('{}[]()<>=;$|\\&*_%"');

const HASH = 35;
const COLON = 58;
const EQUALS = 61;

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
  #lines = 0;
  #codeLines = 0;
  #hasShebang = false;
  #isFirst = true;

  constructor(role: Role) {
    this.#role = role;
  }

  /** Hear one line that is not blank, between the offsets, without its indentation. */
  hear(text: string, start: number, end: number): void {
    if (this.#isFirst) {
      this.#hasShebang = holdsAt(text, '#!', start, end);
      this.#isFirst = false;
    }
    if (this.#role === 'unknown' && this.#lines < MAX_JUDGED_LINES && text.charCodeAt(start) !== HASH) {
      this.#lines++;
      this.#codeLines += isCodeLine(text, start, end) ? 1 : 0;
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
function isCodeLine(text: string, start: number, lineEnd: number): boolean {
  let end = lineEnd;
  while (end > start && isBlank(text.charCodeAt(end - 1))) {
    end--;
  }
  if (end === start) {
    return false;
  }
  if (
    OPENERS.includes(text.charAt(start)) ||
    CLOSERS.includes(text.charAt(end - 1)) ||
    isAssignment(text, start, end)
  ) {
    return true;
  }
  let punctuation = 0;
  for (let at = start; at < end; at++) {
    punctuation += CODE_PUNCTUATION[Math.min(text.charCodeAt(at), 127)] ?? 0;
  }
  return punctuation * CODE_SHARE >= end - start;
}

function isAssignment(text: string, start: number, end: number): boolean {
  let at = skipName(text, start, end);
  if (at === start) {
    return false;
  }
  if (text.charCodeAt(at) === COLON && at < end) {
    return at + 1 === end || isSeparator(text.charCodeAt(at + 1));
  }
  while (at < end && isBlank(text.charCodeAt(at))) {
    at++;
  }
  return at < end && text.charCodeAt(at) === EQUALS;
}

/** The offset behind a name of letters, digits, `_`, `-`, `.`, `/`. */
function skipName(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && ((classOf(text.charCodeAt(at)) & (LETTER | DIGIT)) !== 0 || '_-./'.includes(text.charAt(at)))) {
    at++;
  }
  return at;
}

/**
 * Tell whether a line begins something of its own, so that the line before does not read on into it: a list item, or a
 * `name:` as in YAML that is commented out.
 */
export function beginsItem(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if ((first === 45 || first === 42 || first === 43) && isBlank(text.charCodeAt(start + 1))) {
    return true;
  }
  let at = start;
  while (at < end && (classOf(text.charCodeAt(at)) & DIGIT) !== 0) {
    at++;
  }
  if (at > start && at - start < 4 && (text.charCodeAt(at) === 46 || text.charCodeAt(at) === 41)) {
    return at + 1 < end && isBlank(text.charCodeAt(at + 1));
  }
  const nameEnd = skipName(text, start, end);
  return nameEnd > start && nameEnd < end && text.charCodeAt(nameEnd) === COLON && isEndOfWord(text, nameEnd + 1, end);
}

function isEndOfWord(text: string, at: number, end: number): boolean {
  return at >= end || isBlank(text.charCodeAt(at)) || isLineEnd(text.charCodeAt(at));
}

function roles(role: Role, keys: string): [string, Role][] {
  return keys.split(' ').map((key) => [key, role]);
}

function oneForEach(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) {
    table[character.charCodeAt(0)] = 1;
  }
  return table;
}

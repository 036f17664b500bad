import { MASK } from './mask';

/** A text without its markup, as a term is. */
export interface PlainText {
  readonly text: string;
  /** A bracket, slash, dot or colon of it is escaped, and so belongs to the name: `Property \(CSS\)`. */
  readonly isWhole: boolean;
}

/** Take the markup off a short text on one line or several: emphasis, code, links, tags, escapes. Linear. */
export function plainText(markdown: string): PlainText {
  let text = '';
  let isWhole = false;
  for (let at = 0; at < markdown.length; ) {
    const character = markdown.charAt(at);
    const next = markdown.charAt(at + 1);
    if (character === '\\' && PUNCTUATION.test(next)) {
      if ('()[]/.:（）'.includes(next)) isWhole = true;
      text += next;
      at += 2;
    } else if (character === '`') {
      const run = runLength(markdown, at);
      const close = codeEnd(markdown, at + run, run);
      text += close < 0 ? '`'.repeat(run) : markdown.slice(at + run, close).trim();
      at = close < 0 ? at + run : close + run;
    } else if (character === '*' || character === '_' || character === '~') {
      const run = runLength(markdown, at);
      if (!isDelimiter(markdown, at, run)) text += character.repeat(run);
      at += run;
    } else if (character === '<' && /[a-z/]/i.test(next)) {
      const tag = tagAt(markdown, at);
      if (tag === 0) text += character;
      at += Math.max(tag, 1);
    } else if (character === '&') {
      const [reference, meaning] = referenceAt(markdown, at);
      text += meaning;
      at += reference;
    } else if (character === '[' || (character === '!' && next === '[')) {
      at += character === '!' ? 2 : 1;
      const end = linkTextEnd(markdown, at);
      const isLink = end >= 0 && (markdown.charAt(end + 1) === '(' || markdown.charAt(end + 1) === '[');
      if (!isLink) text += character === '!' ? '![' : '[';
    } else if (character === ']' && (next === '(' || next === '[')) {
      const close = markdown.indexOf(next === '(' ? ')' : ']', at + 2);
      const hasOpening = close >= 0;
      if (!hasOpening) text += character;
      at = hasOpening ? close + 1 : at + 1;
    } else {
      if (character !== MASK) text += character;
      at++;
    }
  }
  return { text: text.replace(/\s+/gu, ' ').trim(), isWhole };
}

/** Tell how often the character at an offset stands there in a row. */
export function runLength(text: string, at: number): number {
  const character = text.charAt(at);
  let end = at + 1;
  while (text.charAt(end) === character && character !== '') end++;
  return end - at;
}

/** Write a plain text so that Markdown reads it as itself, on one line. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_~<>[\]&{}]|(?<=\{)#|^[#+=:|-]/gu, (mark) => `\\${mark}`);
}

/** Find the run of backticks of this length that closes code; -1 where none does on the next characters. */
function codeEnd(text: string, from: number, run: number): number {
  const end = Math.min(text.length, from + LONGEST_CODE);
  for (let at = from; at < end; ) {
    if (text.charAt(at) !== '`') at++;
    else {
      const found = runLength(text, at);
      if (found === run) return at;
      at += found;
    }
  }
  return -1;
}

const LONGEST_CODE = 400;
/** What a backslash may stand before; beyond Markdown, what parts and brackets names in other scripts. */
const PUNCTUATION = /^[!-/:-@[-`{-~（），；、]$/;

/** Emphasis touches a word; an underscore within a word is none. */
function isDelimiter(text: string, at: number, run: number): boolean {
  const before = text.charAt(at - 1);
  const behind = text.charAt(at + run);
  if (/^\s?$/.test(before) && /^\s?$/.test(behind)) return false;
  const character = text.charAt(at);
  if (character === '~') return run === 2;
  return character === '*' || !(/^[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]$/u.test(behind));
}

/** How long the tag at an offset is, 0 where none is. */
function tagAt(text: string, at: number): number {
  const end = text.slice(at, at + LONGEST_CODE).indexOf('>');
  const tag = end < 0 ? '' : text.slice(at, at + end + 1);
  return /^<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>$/i.test(tag) ? tag.length : 0;
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['shy', ''],
  ['mdash', '—'],
  ['ndash', '–'],
]);

/** How long the reference at an ampersand is, and what it means. */
function referenceAt(text: string, at: number): readonly [number, string] {
  const [reference, decimal, hexadecimal, name = ''] =
    /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,6}));/.exec(text.slice(at, at + 12)) ?? [];
  if (reference === undefined) return [1, '&'];
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isCode = code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  const meaning = isCode ? String.fromCodePoint(code) : NAMED.get(name);
  return meaning === undefined ? [1, '&'] : [reference.length, meaning];
}

function linkTextEnd(text: string, from: number): number {
  const end = text.slice(from, from + LONGEST_CODE).indexOf(']');
  return end < 0 ? -1 : from + end;
}

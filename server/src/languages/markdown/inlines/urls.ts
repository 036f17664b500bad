import {
  AMPERSAND,
  AT,
  BACKTICK,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COLON,
  DASH,
  DOT,
  GREATER,
  LESS,
  LOWER_W,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PERCENT,
  PLUS,
  SEMICOLON,
  SLASH,
  SPACE,
  UNDERSCORE,
} from '../../../text/ascii';
import { isAlphanumeric, isLetter, isSpace } from '../characters';

/** Letters of a scheme in `<scheme:…>` (CommonMark, autolinks). */
const MIN_SCHEME_LENGTH = 2;
const MAX_SCHEME_LENGTH = 32;

/** Where the scripts begin that are written without spaces: there a URL ends at the first of their letters. */
const FIRST_EAST_ASIAN = 0x2e80;

/** Give the offset behind the autolink (`<https://example.com>`, `<me@example.com>`) at the `<` at `at`, or -1. */
export function autolinkEnd(units: Uint16Array, at: number, end: number): number {
  let offset = at + 1;
  while (offset < end && isSchemeCharacter(units[offset] as number)) offset++;
  const length = offset - at - 1;
  const scheme = isLetter(units[at + 1] as number) && length >= MIN_SCHEME_LENGTH && length <= MAX_SCHEME_LENGTH;
  if (scheme && offset < end && units[offset] === COLON) {
    for (offset++; offset < end; offset++) {
      const code = units[offset] as number;
      if (code === GREATER) return offset + 1;
      if (code <= SPACE || code === LESS) return -1;
    }
    return -1;
  }
  while (offset < end && isLocalPart(units[offset] as number)) offset++;
  if (offset === at + 1 || offset >= end || units[offset] !== AT) return -1;
  const domain = offset + 1;
  for (offset = domain; offset < end; offset++) {
    const code = units[offset] as number;
    if (code === GREATER) return offset > domain ? offset + 1 : -1;
    if (!isAlphanumeric(code) && code !== DASH && code !== DOT) return -1;
  }
  return -1;
}

/** Give where the URL starts whose `://` is at `colon`, `floor` at least; -1 where no scheme is in front of it. */
export function schemeStart(units: Uint16Array, colon: number, floor: number, end: number): number {
  if (colon + 3 >= end || units[colon + 1] !== SLASH || units[colon + 2] !== SLASH) return -1;
  if (isSpace(units[colon + 3] as number)) return -1;
  let start = colon;
  while (start > floor && isSchemeCharacter(units[start - 1] as number)) start--;
  while (start < colon && !isLetter(units[start] as number)) start++;
  return colon - start >= MIN_SCHEME_LENGTH ? start : -1;
}

/** Give where the URL without a scheme starts whose `www.` has its dot at `dot`, or -1. */
export function wwwStart(units: Uint16Array, dot: number, floor: number, end: number): number {
  const start = dot - 3;
  if (start < floor || dot + 1 >= end || !isAlphanumeric(units[dot + 1] as number)) return -1;
  for (let offset = start; offset < dot; offset++) if (((units[offset] as number) | 32) !== LOWER_W) return -1;
  return start > floor && isAlphanumeric(units[start - 1] as number) ? -1 : start;
}

/**
 * Give the end of the URL that `at` is in, after GFM's extended autolinks: it runs up to a space, `<` or a template, less
 * punctuation at its end. `inBrackets`: a `]` ends it.
 */
export function urlEnd(units: Uint16Array, at: number, end: number, inBrackets: boolean): number {
  let offset = at;
  let unclosed = 0;
  for (; offset < end; offset++) {
    const code = units[offset] as number;
    if (code <= SPACE || code === LESS || code === BACKTICK || code >= FIRST_EAST_ASIAN) break;
    if (code === OPEN_PARENTHESIS) unclosed++;
    else if (code === CLOSE_PARENTHESIS && --unclosed < 0) break;
    else if (code === CLOSE_BRACKET && (inBrackets || endsLinkText(units, offset + 1, end))) break;
    else if (code === OPEN_BRACE && isTemplateStart(units[offset + 1] as number)) return offset;
  }
  return trimUrl(units, at, offset);
}

/** Give where the e-mail address starts whose `@` is at `at`, or -1. */
export function emailStart(units: Uint16Array, at: number, floor: number): number {
  let start = at;
  while (start > floor && isEmailCharacter(units[start - 1] as number)) start--;
  return start < at ? start : -1;
}

/** Give the end of the e-mail address whose `@` is at `at`, or -1: its domain has a dot and ends in a letter. */
export function emailEnd(units: Uint16Array, at: number, end: number): number {
  let dot = -1;
  let last = at;
  for (let offset = at + 1; offset < end; offset++) {
    const code = units[offset] as number;
    if (code === DOT) {
      if (!isAlphanumeric(units[offset + 1] as number) || offset === at + 1) break;
      dot = offset;
    } else if (!isAlphanumeric(code) && code !== DASH && code !== UNDERSCORE) {
      break;
    }
    last = offset;
  }
  return dot > 0 && isLetter(units[last] as number) ? last + 1 : -1;
}

function isSchemeCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === PLUS || code === DASH || code === DOT;
}

function isEmailCharacter(code: number): boolean {
  return isSchemeCharacter(code) || code === UNDERSCORE;
}

/** Tell whether `code` may stand before the `@` of `<me@example.com>`: ASCII punctuation but for a few, letters, digits. */
function isLocalPart(code: number): boolean {
  return isAlphanumeric(code) || (code < 128 && ".!#$%&'*+/=?^_`{|}~-".includes(String.fromCharCode(code)));
}

function isTemplateStart(code: number): boolean {
  return code === OPEN_BRACE || code === PERCENT;
}

function endsLinkText(units: Uint16Array, at: number, end: number): boolean {
  const code = at < end ? (units[at] as number) : SPACE;
  return code === OPEN_PARENTHESIS || code === OPEN_BRACKET || isSpace(code);
}

function trimUrl(units: Uint16Array, start: number, end: number): number {
  let offset = end;
  while (offset > start) {
    const code = units[offset - 1] as number;
    if (code === SEMICOLON) {
      // An entity at the end (`&copy;`) is none of the URL's.
      let entity = offset - 2;
      while (entity > start && isAlphanumeric(units[entity] as number)) entity--;
      offset = units[entity] === AMPERSAND && entity < offset - 2 ? entity : offset - 1;
    } else if (code < 128 && '?!.,:*_~\'"'.includes(String.fromCharCode(code))) {
      offset--;
    } else {
      break;
    }
  }
  return offset;
}

import { ASTERISK, AT, BACKSLASH, COLON, DASH, DOT, EQUALS, PLUS, SLASH, TILDE, UNDERSCORE } from '../../text/ascii';
import { ADDRESS, CLASSES, classOf, DIGIT, DOTTED, END, isAlphanumeric, LETTER, PATH } from './characters';

/** A word longer than this (UTF-16 units) is data: no term is as long. */
const MAX_WORD = 128;
/** From this length on, hexadecimal digits with at least one decimal digit among them are a hash. */
const MIN_HASH = 8;
/** From this length on, letters and digits in turns are base64, and what ends in `=` always is. */
const MIN_BASE64 = 20;
/** So many runs of digits tell base64 from a long name such as `horizontalPodAutoscaler2`. */
const MIN_BASE64_DIGIT_RUNS = 3;

/** The last labels that make `name.label` a domain name; names of three labels need none. */
const TOP_LEVEL_DOMAINS: ReadonlySet<string> = new Set([
  'com',
  'org',
  'net',
  'io',
  'dev',
  'edu',
  'gov',
  'info',
  'local',
  'internal',
  'localhost',
  'test',
  'example',
  'svc',
]);

/** The longest of them. */
const MAX_TOP_LEVEL_DOMAIN = 9;

/** What comes before `:` in a reference, beside `sha1:`, `sha256:` and the like. */
const SCHEMES: ReadonlySet<string> = new Set(['mailto', 'arn', 'urn', 'data', 'oci']);
const MAX_SCHEME = 6;

/** Punctuation around a word, as bits. */
const OPENING = 1;
const CLOSING = 2;
const EDGES = edges();

const LATEST = 'latest';

/**
 * Tell whether the word between the offsets refers to something instead of saying it: a path, glob, URL, e-mail address,
 * image or package reference, `group/version`, domain or dotted name, hash, base64 or UUID. Punctuation around is ignored.
 *
 * Names that only look alike are words: `CI/CD`, `and/or`, `Node.js`, `.NET`, `C++`, `HTTP/1.1`, `values.yaml`.
 */
export function isReference(units: Uint16Array, from: number, to: number): boolean {
  let start = from;
  let end = to;
  while (start < end && (edgesOf(units[start]) & OPENING) !== 0) start++;
  while (start < end && (edgesOf(units[end - 1]) & CLOSING) !== 0) end--;
  while (end - start > 2 && units[start] === ASTERISK && units[end - 1] === ASTERISK) {
    start++;
    end--;
  }
  if (end - start < 2) return false;
  if (end - start > MAX_WORD || units[start] === SLASH) return true;
  let seen = 0;
  const table = CLASSES;
  for (let at = start; at < end; at++) seen |= table[units[at] ?? END] ?? 0;
  return (
    ((seen & ADDRESS) !== 0 && isAddress(units, start, end)) ||
    ((seen & PATH) !== 0 && isPath(units, start, end)) ||
    ((seen & DOTTED) !== 0 && isDotted(units, start, end, false)) ||
    ((seen & (DIGIT | PATH)) !== 0 && isBlob(units, start, end))
  );
}

/** Give the offset of `](` in the Markdown link `[text](target)` between the offsets, or -1. */
export function linkTarget(units: Uint16Array, start: number, end: number): number {
  for (let at = start; at + 1 < end; at++) {
    if (units[at] === 93 && units[at + 1] === 40) {
      return at;
    }
  }
  return -1;
}

/** URLs, volumes (`data:/var`), e-mail addresses, references with `@`, image references, hosts with a port, `arn:` and the like. */
function isAddress(units: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = units[at] ?? END;
    if (unit === AT) {
      return at > start ? at + 1 < end : has(units, SLASH, start, end);
    }
    if (unit === COLON) {
      return (at + 1 < end && units[at + 1] === SLASH) || isScheme(units, start, at) || isTagged(units, start, at, end);
    }
  }
  return false;
}

/** Tell whether a reference begins with the scheme between the offsets. */
function isScheme(units: Uint16Array, start: number, end: number): boolean {
  if (end - start > MAX_SCHEME) return false;
  const scheme = wordOf(units, start, end).toLowerCase();
  return SCHEMES.has(scheme) || /^sha\d{1,3}$/.test(scheme);
}

/** `nginx:1.25`, `org/app:tag`, `localhost:8080`: a name in small letters, a colon, and a version, or any tag behind a slash. */
function isTagged(units: Uint16Array, start: number, colon: number, end: number): boolean {
  let letters = 0;
  for (let at = start; at < colon; at++) {
    const unit = units[at] ?? END;
    if (unit >= 97 && unit <= 122) {
      letters++;
    } else if (!isAlphanumeric(unit) && unit !== DOT && unit !== DASH && unit !== UNDERSCORE && unit !== SLASH) {
      return false;
    } else if (unit >= 65 && unit <= 90) {
      return false;
    }
  }
  const tag = colon + 1;
  if (letters === 0 || tag >= end) {
    return false;
  }
  const isVersion = isDigit(units[tag]) || (units[tag] === 118 && isDigit(units[tag + 1]) && tag + 1 < end);
  return (
    isVersion || has(units, SLASH, start, colon) || (end - tag === LATEST.length && wordOf(units, tag, end) === LATEST)
  );
}

/** Paths and globs; one slash alone makes a path only at an end, behind a domain or before a version or a file name. */
function isPath(units: Uint16Array, start: number, end: number): boolean {
  let slashes = 0;
  let slash = -1;
  let backslashes = 0;
  for (let at = start; at < end; at++) {
    const unit = units[at] ?? END;
    if (unit === SLASH) {
      slashes++;
      slash = at;
    } else if (unit === BACKSLASH) {
      backslashes++;
    } else if (unit === ASTERISK && isGlobStar(units, start, at, end)) {
      return true;
    }
  }
  const first = units[start];
  if (backslashes > 0 && (first === BACKSLASH ? backslashes > 2 : units[start + 1] === COLON)) {
    return true;
  }
  if (slashes === 0) {
    return false;
  }
  return (
    slashes > 1 ||
    first === SLASH ||
    first === DOT ||
    first === TILDE ||
    slash === end - 1 ||
    isDotted(units, start, slash, true) ||
    isApiVersion(units, slash + 1, end) ||
    isFileName(units, start, slash, end)
  );
}

/** A star beside `/`, `-`, `_` or `:`, or one that takes part in `*.x` or `x.*`; Markdown's stars stand beside letters. */
function isGlobStar(units: Uint16Array, start: number, at: number, end: number): boolean {
  const before = at > start ? (units[at - 1] ?? END) : 0;
  const after = at + 1 < end ? (units[at + 1] ?? END) : 0;
  return isGlobNeighbour(before) || isGlobNeighbour(after) || before === DOT || (after === DOT && at + 2 < end);
}

function isGlobNeighbour(unit: number): boolean {
  return unit === SLASH || unit === DASH || unit === UNDERSCORE || unit === COLON;
}

/** `v1`, `v2beta1` behind the slash of `apps/v1`. */
function isApiVersion(units: Uint16Array, start: number, end: number): boolean {
  return units[start] === 118 && start + 1 < end && isDigit(units[start + 1]) && end - start < 12;
}

/** `docs/readme.md`: small letters alone, and a dot with letters behind the slash. */
function isFileName(units: Uint16Array, start: number, slash: number, end: number): boolean {
  let dot = -1;
  for (let at = start; at < end; at++) {
    const unit = units[at] ?? END;
    if (unit >= 65 && unit <= 90) {
      return false;
    }
    if (unit === DOT && at > slash) {
      dot = at;
    }
  }
  return dot > slash + 1 && (classOf(units[dot + 1] ?? END) & LETTER) !== 0 && dot + 1 < end;
}

/**
 * A domain name, or three and more labels of any case joined by dots; versions (`v1.2.3`) are neither. `isPrefix` says
 * that a slash follows (`helm.sh/hook`): then any name in small letters is a domain.
 */
function isDotted(units: Uint16Array, from: number, end: number, isPrefix: boolean): boolean {
  const start = units[from] === DOT ? from + 1 : from;
  let labels = 1;
  let labelStart = start;
  let capitals = 0;
  for (let at = start; at < end; at++) {
    const unit = units[at] ?? END;
    if (unit === DOT) {
      if (at === labelStart) {
        return false;
      }
      labels++;
      labelStart = at + 1;
    } else if (unit >= 65 && unit <= 90) {
      capitals++;
    } else if (!isAlphanumeric(unit) && unit !== DASH && unit !== UNDERSCORE) {
      return false;
    }
  }
  if (labels === 1 || end - labelStart < 2 || (classOf(units[labelStart] ?? END) & LETTER) === 0) {
    return false;
  }
  return labels > 2 || (capitals === 0 && (isPrefix || isTopLevelDomain(units, labelStart, end)));
}

/** Hashes, UUIDs and base64. */
function isBlob(units: Uint16Array, start: number, end: number): boolean {
  const length = end - start;
  if (length < MIN_HASH) {
    return false;
  }
  let hex = 0;
  let digits = 0;
  let digitRuns = 0;
  let capitals = 0;
  let dashes = 0;
  let others = 0;
  let padding = 0;
  let isInDigits = false;
  for (let at = start; at < end; at++) {
    const unit = units[at] ?? END;
    const bits = classOf(unit);
    if ((bits & DIGIT) !== 0) {
      digits++;
      hex++;
      digitRuns += isInDigits ? 0 : 1;
      isInDigits = true;
      continue;
    }
    isInDigits = false;
    if ((bits & LETTER) !== 0) {
      hex += (unit | 32) <= 102 ? 1 : 0;
      capitals += unit <= 90 ? 1 : 0;
    } else if (unit === DASH) {
      dashes++;
    } else if (unit === EQUALS && at >= end - 2 && units[end - 1] === EQUALS) {
      padding++;
    } else if (unit !== PLUS && unit !== SLASH) {
      others++;
    }
  }
  if (others > 0) {
    return false;
  }
  if (hex === length && digits > 0) {
    return true;
  }
  if (dashes > 0) {
    return length === 36 && dashes === 4 && hex === 32;
  }
  if (padding > 0) {
    return length >= MIN_BASE64 || (length % 4 === 0 && capitals > 0 && capitals + digits + padding < length);
  }
  return length >= MIN_BASE64 && capitals > 0 && digitRuns >= MIN_BASE64_DIGIT_RUNS;
}

function has(units: Uint16Array, wanted: number, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (units[at] === wanted) {
      return true;
    }
  }
  return false;
}

function isDigit(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 48 && unit <= 57;
}

function isTopLevelDomain(units: Uint16Array, start: number, end: number): boolean {
  return end - start <= MAX_TOP_LEVEL_DOMAIN && TOP_LEVEL_DOMAINS.has(wordOf(units, start, end));
}

function wordOf(units: Uint16Array, start: number, end: number): string {
  let word = '';
  for (let at = start; at < end; at++) word += String.fromCharCode(units[at] ?? END);
  return word;
}

function edgesOf(unit: number | undefined): number {
  return unit !== undefined && unit < 128 ? (EDGES[unit] ?? 0) : 0;
}

function edges(): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of '([{<"\'`_') table[character.charCodeAt(0)] = OPENING;
  for (const character of '.,;:!?)]}>"\'`_') {
    const unit = character.charCodeAt(0);
    table[unit] = (table[unit] ?? 0) | CLOSING;
  }
  return table;
}

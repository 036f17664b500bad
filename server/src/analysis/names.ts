import type { RegionKind } from '../languages/regions';

/**
 * Tell whether an occurrence is but a part of a name that a machine reads: `kubernetes` in `/etc/kubernetes/manifests`, `node` in
 * the key `node-version`. `start` and `end` are those of the occurrence, `from` and `to` those of the region, in `units`.
 *
 * In code, keys and values of one word, names are whole or they are none. Prose is made of words, which hyphens and a slash
 * join (`node-level`, `TCP/UDP`): there only what is no wording is a name: paths, addresses, assignments, files.
 */
export function isPartOfName(
  kind: RegionKind,
  units: Uint16Array,
  start: number,
  end: number,
  from: number,
  to: number,
): boolean {
  const floor = Math.max(from, start - LONGEST_NAME);
  let nameStart = start;
  while (nameStart > floor && isOfName(units[nameStart - 1] as number)) nameStart--;
  const ceiling = Math.min(to, end + LONGEST_NAME);
  let nameEnd = end;
  while (nameEnd < ceiling && isOfName(units[nameEnd] as number)) nameEnd++;
  while (nameEnd > end && endsSentence(units[nameEnd - 1] as number)) nameEnd--;
  if (nameStart === start && nameEnd === end) return false;
  if (kind === 'code' || kind === 'key' || kind === 'identifier') return true;
  // Behind `node(s)` and `C#` a slash separates two words.
  const isPath = nameStart === from || !')]"\'#'.includes(String.fromCharCode(units[nameStart - 1] as number));
  return isMachineName(units, isPath ? nameStart : nameStart + 1, nameEnd);
}

/** Where a run of these signs is longer, in UTF-16 units, it is no word: no more of it is looked at. */
const LONGEST_NAME = 256;

const DOLLAR = 0x24;
const DOT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const AT = 0x40;
const TILDE = 0x7e;

/** ASCII letters, digits and the signs that join them to names. */
const OF_NAME = new Uint8Array(128);
for (const sign of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./@:=$~+')
  OF_NAME[sign.charCodeAt(0)] = 1;

function isOfName(unit: number): boolean {
  return unit < 128 && OF_NAME[unit] === 1;
}

function endsSentence(unit: number): boolean {
  return unit === DOT || unit === COLON;
}

function isMachineName(units: Uint16Array, start: number, end: number): boolean {
  if (end - start > LONGEST_NAME) return true;
  const first = units[start] as number;
  if (first === SLASH || first === DOLLAR || first === TILDE || (first === DOT && units[start + 1] === SLASH))
    return true;
  let slashes = 0;
  for (let at = start + 1; at < end; at++) {
    const unit = units[at] as number;
    if (unit === EQUALS || unit === AT) return true;
    if (unit === SLASH && ++slashes > 1) return true;
    const isInside = at + 1 < end && isAlphanumeric(units[at + 1] as number) && isAlphanumeric(units[at - 1] as number);
    if (isInside && (unit === COLON || (unit === DOT && !isVersion(units, at)))) return true;
  }
  return false;
}

/** `HTTP/1.1` is written in prose, `pod.yaml` is not. */
function isVersion(units: Uint16Array, dot: number): boolean {
  return isDigit(units[dot - 1] as number) && isDigit(units[dot + 1] as number);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isAlphanumeric(unit: number): boolean {
  return (
    isOfName(unit) && (unit >= 0x61 || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a)) && unit < TILDE
  );
}

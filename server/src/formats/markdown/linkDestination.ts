import { labelKey } from './mask';
import { templateAt } from './templates';

/** Longer ones, in UTF-16 units, are no addresses. */
const LONGEST_ADDRESS = 2000;

/** Where a link leads, and where it ends in the text. */
export interface Destination {
  readonly address: string;
  readonly end: number;
}

/** Read `(address "title")`. Brackets in an address nest twice at most, so that looking for its end stays short. */
export function destinationAt(text: string, at: number, end: number): Destination | undefined {
  if (text.charAt(at) !== '(') return undefined;
  let from = at + 1;
  while (text.charAt(from) === ' ') from++;
  const isBracketed = text.charAt(from) === '<';
  let depth = 0;
  let to = from;
  for (; to < end && to - from < LONGEST_ADDRESS; to++) {
    const character = text.charAt(to);
    if (isBracketed ? character === '>' : character === ' ' || character === '\n') break;
    if (isBracketed && (character === '\n' || (character === '<' && to > from))) return undefined;
    if (isBracketed) continue;
    if (character === '{') to += Math.max((templateAt(text, to)?.length ?? 1) - 1, 0);
    if (character === '(') depth++;
    if (depth > 2) return undefined;
    if (character === ')' && depth-- === 0) return { address: text.slice(from, to), end: to + 1 };
  }
  if (to >= end || to - from >= LONGEST_ADDRESS) return undefined;
  const address = isBracketed ? text.slice(from + 1, to) : text.slice(from, to);
  let next = isBracketed ? to + 1 : to;
  while (/^[ \n\r]$/.test(text.charAt(next))) next++;
  const quote = text.charAt(next);
  if (quote === '"' || quote === "'") {
    const close = text.slice(next + 1, next + 300).indexOf(quote);
    if (close < 0) return undefined;
    next += close + 2;
  }
  while (text.charAt(next) === ' ') next++;
  return text.charAt(next) === ')' && next < end ? { address, end: next + 1 } : undefined;
}

/** Read what stands behind the text of a link by label: `[label]`, `[]` or nothing. */
export function labelAt(
  text: string,
  open: number,
  close: number,
  end: number,
  references: ReadonlyMap<string, string>,
): Destination | undefined {
  if (references.size === 0) return undefined;
  let behind = close + 1;
  let label = '';
  if (text.charAt(behind) === '[') {
    const length = text.slice(behind + 1, Math.min(end, behind + 402)).indexOf(']');
    if (length < 0) return undefined;
    label = text.slice(behind + 1, behind + 1 + length);
    behind += length + 2;
  }
  if (label === '' && close - open > 400) return undefined;
  const written = label === '' ? text.slice(open + (text.charAt(open) === '!' ? 2 : 1), close) : label;
  const address = references.get(labelKey(written));
  return address === undefined ? undefined : { address, end: behind };
}

import { ASTERISK, CLOSE_BRACE, COLON, CR, DOT, HASH, LESS, LF, OPEN_BRACE, PERCENT, SLASH } from '../../../text/ascii';
import { skipBlanks, startsWith } from '../characters';
import { expressionEnd } from '../tags';
import type { Closer } from './closers';
import { JOIN, SPACE_BETWEEN, SPLIT } from './edits';
import type { InlineLeaf } from './leaf';

/** A template of Hugo, Liquid or Jinja, or attributes (`{#id .class}`). */
export function brace(leaf: InlineLeaf, at: number): void {
  const units = leaf.units;
  const end = templateEnd(leaf, at);
  if (end > 0) {
    template(leaf, at, end);
    return;
  }
  if (units[at + 1] === SLASH && units[at + 2] === ASTERISK) {
    leaf.pair(SPLIT, at, at + 3, '*/}');
    return;
  }
  const first = units[skipBlanks(units, at + 1, leaf.end)] as number;
  if (first !== HASH && first !== DOT && first !== COLON) return;
  for (let offset = at + 1; offset < leaf.end; offset++) {
    const unit = units[offset];
    if (unit === OPEN_BRACE || unit === LF || unit === CR) break;
    if (unit !== CLOSE_BRACE) continue;
    leaf.push(SPLIT, at, offset + 1);
    return;
  }
}

/** An expression of MDX; one that is a string of white space is there to be read. */
export function expression(leaf: InlineLeaf, at: number): void {
  const units = leaf.units;
  const end = expressionEnd(units, at, leaf.end);
  if (end < 0) {
    brace(leaf, at);
    return;
  }
  const isSpace = end === at + 5 && units[at + 1] === units[at + 3] && units[at + 2] === 32;
  leaf.push(isSpace ? SPACE_BETWEEN : SPLIT, at, end);
}

/** A template is not read but for a parameter `text="…"`, which is what `glossary_tooltip` of Hugo sites shows. */
function template(leaf: InlineLeaf, at: number, end: number): void {
  const units = leaf.units;
  if (units[at + 1] === OPEN_BRACE) {
    const start = textParameter(units, at, end);
    if (start > 0) {
      let close = start;
      while (units[close] !== units[start - 1]) close++;
      leaf.push(JOIN, at, start);
      leaf.push(JOIN, close, end);
      return;
    }
  }
  leaf.push(SPLIT, at, end);
}

/** Give the offset behind the template at the `{` at `at`, or -1. */
export function templateEnd(leaf: InlineLeaf, at: number): number {
  const next = leaf.units[at + 1];
  const third = leaf.units[at + 2];
  let closer: Closer = '}}';
  if (next === PERCENT) closer = '%}';
  else if (next !== OPEN_BRACE) return -1;
  else if (third === LESS) closer = '>}}';
  else if (third === PERCENT) closer = '%}}';
  return leaf.closerEnd(closer, at + 2);
}

/** Give where the value of the parameter `text` starts in the template from `at` to `end`, behind its quote, or -1. */
function textParameter(units: Uint16Array, at: number, end: number): number {
  for (let offset = at + 3; offset + 7 < end; offset++) {
    if (units[offset] !== 116 || !startsWith(units, offset, end, 'text=')) continue;
    const quote = units[offset + 5];
    if (quote !== 34 && quote !== 39) continue;
    for (let close = offset + 6; close < end; close++) if (units[close] === quote) return offset + 6;
  }
  return -1;
}

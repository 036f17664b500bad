import { AMPERSAND, AT, COLON, DOT, OPEN_BRACE, SLASH } from '../../../text/ascii';

import { SPLIT } from './edits';
import { entityEdit, entityEnd } from './entities';
import type { InlineLeaf } from './leaf';
import { templateEnd } from './templates';
import { emailEnd, emailStart, schemeStart, urlEnd, wwwStart } from './urls';

/** Take in what is no Markdown: entities, URLs and addresses. */
export function word(leaf: InlineLeaf, unit: number, at: number): void {
  const units = leaf.units;
  if (unit === COLON) {
    if (units[at + 1] === SLASH) url(leaf, schemeStart(units, at, leaf.floor, leaf.end), at);
  } else if (unit === DOT) {
    if (at >= leaf.floor + 3) url(leaf, wwwStart(units, at, leaf.floor, leaf.end), at);
  } else if (unit === AMPERSAND) {
    const end = entityEnd(units, at, leaf.end);
    if (end > 0) leaf.push(entityEdit(units, at, end), at, end);
  } else if (unit === AT) {
    address(leaf, at);
  }
}

/** Leave out the URL that starts at `start` unless that is -1; `at` is inside. */
function url(leaf: InlineLeaf, start: number, at: number): void {
  if (start < 0) return;
  const units = leaf.units;
  const inBrackets = leaf.openers.count > leaf.firstOpener;
  let end = urlEnd(units, at + 1, leaf.end, inBrackets);
  while (end < leaf.end && units[end] === OPEN_BRACE) {
    const template = templateEnd(leaf, end);
    if (template < 0) break;
    end = urlEnd(units, template, leaf.end, inBrackets);
  }
  leaf.push(SPLIT, start, end);
}

function address(leaf: InlineLeaf, at: number): void {
  const start = emailStart(leaf.units, at, leaf.floor);
  if (start < 0) return;
  const end = emailEnd(leaf.units, at, leaf.end);
  if (end > 0) leaf.push(SPLIT, start, end);
}

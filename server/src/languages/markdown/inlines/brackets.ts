import { CARET, CLOSE_BRACKET, EXCLAMATION, OPEN_BRACKET, OPEN_PARENTHESIS, PIPE } from '../../../text/ascii';

import { JOIN, SPLIT, TEXT } from './edits';
import type { InlineLeaf } from './leaf';
import { footnoteLabelEnd, footnoteName, labelEnd, labelName, MAX_LABEL_LENGTH, resourceEnd, wikiBarOf } from './links';

// What is known of a `[` that may start a link or an image: its edit, where what it brackets starts, whether it is an image's,
// the last run of emphasis marks in front of it, and whether another `[` stands between it and its `]`.
const EDIT = 0;
const START = 1;
const IMAGE = 2;
const TOP_RUN = 3;
const NESTED = 4;

/** Take in a `[`: of a footnote, a wiki link, a link or an image. */
export function openBracket(leaf: InlineLeaf, at: number): void {
  const units = leaf.units;
  const next = units[at + 1];
  if (next === CARET) {
    const end = footnoteLabelEnd(units, at, leaf.end);
    if (end > 0 && leaf.defined.has(footnoteName(units, at + 1, end - 1))) {
      leaf.push(JOIN, at, end);
      return;
    }
  } else if (next === OPEN_BRACKET && leaf.wikiEnd < at) {
    const bar = wikiBarOf(units, at, leaf.end, PIPE);
    if (bar > 0) {
      leaf.push(JOIN, at, bar + 1);
      leaf.wikiEnd = bar;
      while (units[leaf.wikiEnd] !== CLOSE_BRACKET) leaf.wikiEnd++;
      return;
    }
  }
  const image = at > leaf.floor && units[at - 1] === EXCLAMATION;
  const openers = leaf.openers;
  if (openers.count > 0) openers.set(openers.count - 1, NESTED, 1);
  const index = openers.add();
  openers.set(index, EDIT, leaf.edits.count);
  openers.set(index, START, at + 1);
  openers.set(index, IMAGE, image ? 1 : 0);
  openers.set(index, TOP_RUN, leaf.runs.top);
  openers.set(index, NESTED, 0);
  leaf.push(TEXT, image ? at - 1 : at, at + 1);
}

/** Take in a `]`, which may end the text of a link or an image. */
export function closeBracket(leaf: InlineLeaf, at: number): void {
  const openers = leaf.openers;
  const index = --openers.count;
  const image = openers.get(index, IMAGE) === 1;
  const plain = !image && index < leaf.plainOpeners;
  leaf.plainOpeners = Math.min(leaf.plainOpeners, index);
  if (plain) return;
  const end = linkEnd(leaf, index, at);
  if (end < 0) return;
  const kind = image ? SPLIT : JOIN;
  leaf.edits.turn(openers.get(index, EDIT), kind);
  leaf.push(kind, at, end);
  leaf.runs.resolve(openers.get(index, TOP_RUN));
  if (!image) leaf.plainOpeners = index;
}

/** Give the offset behind what follows the text of a link: `](destination)`, `][label]`, `][]` or `]`; -1 where it is none. */
function linkEnd(leaf: InlineLeaf, opener: number, at: number): number {
  const units = leaf.units;
  const end = leaf.end;
  const behind = at + 1;
  const next = behind < end ? units[behind] : 0;
  if (next === OPEN_PARENTHESIS) {
    const resource = resourceEnd(units, behind, end);
    if (resource > 0) return resource;
  }
  const label = next === OPEN_BRACKET ? labelEnd(units, behind, end) : -1;
  if (label > behind + 2) return leaf.defined.has(labelName(units, behind + 1, label - 1)) ? label : -1;
  const start = leaf.openers.get(opener, START);
  if (leaf.openers.get(opener, NESTED) === 1 || at - start > MAX_LABEL_LENGTH) return -1;
  if (!leaf.defined.has(labelName(units, start, at))) return -1;
  return label > 0 ? label : behind;
}

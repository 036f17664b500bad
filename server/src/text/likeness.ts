import { classOf, fold, isRead, readable } from './characters';
import { splitEdges } from './words';

/** Give a text as terms are compared: folded, without what separates its words. Two that read alike are the same to a search. */
export function foldedLetters(text: string): string {
  return mapLetters(text, fold);
}

/** Give a text without what separates its words, in its own capitals. */
export function letters(text: string): string {
  return mapLetters(text, (unit) => unit);
}

function mapLetters(text: string, map: (unit: number) => number): string {
  const { lead, core, tail } = splitEdges(readable(text));
  let mapped = lead;
  for (let index = 0; index < core.length; index++) {
    const unit = core.charCodeAt(index);
    if (isRead(classOf(unit))) mapped += String.fromCharCode(map(unit));
  }
  return mapped + tail;
}

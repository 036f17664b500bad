import { COLON, DASH, DOT, EXCLAMATION, GREATER, QUESTION } from '../../text/ascii';
import { find, isLetter, isSpace, skipSpace } from './characters';

/** Units of a comment that are looked at to tell whom it is for: those for tools are short. */
export const MAX_TOOL_COMMENT = 256;

/** Words of a comment for a tool at most, but for one that names it by a compound (`markdownlint-disable MD013 …`). */
const MAX_TOOL_WORDS = 4;

const FIRST_LOWER = 97;
const FIRST_BEYOND_ASCII = 128;

/**
 * Tell whether the comment whose content starts at `start` is for a tool: it is looked at up to its `-->`, `limit` at most.
 * One for people is a capitalized word at least, mostly a sentence. A word `more`, a key (`cspell:disable`, `title: …`), up
 * to four words in small letters without a full stop (`vale off`) and the same behind a compound are for tools.
 */
export function isForTool(units: Uint16Array, start: number, limit: number): boolean {
  const first = skipSpace(units, start, limit);
  let words = 0;
  let firstEnd = -1;
  let hasSentence = false;
  let inWord = false;
  let at = first;
  for (; at < limit; at++) {
    const unit = units[at] as number;
    if (unit === DASH && isEnd(units, at, limit)) break;
    if (unit >= FIRST_BEYOND_ASCII) return false;
    if (isSpace(unit)) {
      if (firstEnd < 0) firstEnd = at;
      inWord = false;
    } else {
      if (!inWord) words++;
      inWord = true;
      if (endsSentence(unit) && isBehindSentence(units, at + 1, limit)) hasSentence = true;
    }
  }
  const isWhole = at < limit;
  if (firstEnd < 0) firstEnd = at;
  if (words === 0) return true;
  const initial = units[first] as number;
  const isSmall = initial >= FIRST_LOWER;
  if (words === 1 && isWhole) return isSmall || !isOfLetters(units, first, firstEnd);
  if (!isLetter(initial)) return false;
  const colon = find(units, first, firstEnd, COLON);
  if (colon < firstEnd && (isSmall || colon < firstEnd - 1)) return true;
  if (hasSentence || !isWhole) return false;
  return (isSmall && words <= MAX_TOOL_WORDS) || find(units, first, firstEnd, DASH) < firstEnd;
}

function isEnd(units: Uint16Array, at: number, limit: number): boolean {
  return at + 2 < limit && units[at + 1] === DASH && units[at + 2] === GREATER;
}

function endsSentence(unit: number): boolean {
  return unit === DOT || unit === EXCLAMATION || unit === QUESTION;
}

function isBehindSentence(units: Uint16Array, at: number, limit: number): boolean {
  return at === limit || isSpace(units[at] as number) || isEnd(units, at, limit);
}

function isOfLetters(units: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isLetter(units[at] as number)) return false;
  return true;
}

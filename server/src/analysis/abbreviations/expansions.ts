import { abbreviates, sharesInitials } from '../../terminology/abbreviation';
import type { Span } from '../../text/span';
import { areInitials, isCompact } from './initials';
import type { Expansion } from './mention';

/** Find what an abbreviation stands for where the text around it says so: `Long Form (LF)`, `LF (long form)`. */
export function expansionOf(text: string, span: Span, abbreviation: string): Expansion | undefined {
  return longFormBefore(text, span, abbreviation) ?? longFormBehind(text, span, abbreviation);
}

/** A long form is looked for in so many units, and words: what is longer is a sentence. */
const LONGEST_FORM = 120;
const MOST_WORDS = 12;

/** Units between the brackets at most: `(LF, and whatever is said of it)`. */
const LONGEST_BRACKET = 240;

function longFormBefore(text: string, { start, end }: Span, abbreviation: string): Expansion | undefined {
  const bracket = openBracketBefore(text, start);
  if (bracket < 0) return undefined;
  const close = closeBracketBehind(text, end);
  if (close < 0) return undefined;
  const formEnd = trimmedEnd(text, bracket);
  const starts = wordStartsBefore(text, formEnd);
  for (const isLongForm of [areInitials, isLikelyForm]) {
    for (const formStart of starts) {
      const form = text.slice(formStart, formEnd);
      if (!isLongForm(abbreviation, form)) continue;
      return {
        text: form,
        span: { start: formStart, end: formEnd },
        whole: { start: formStart, end: close },
      };
    }
  }
  return undefined;
}

/** Letters inside of words are met by chance where there are many words in front of a bracket. */
function isLikelyForm(abbreviation: string, form: string): boolean {
  return isCompact(abbreviation, form) && abbreviates(abbreviation, form);
}

function longFormBehind(text: string, { start, end }: Span, abbreviation: string): Expansion | undefined {
  let bracket = end;
  while (isSpace(text.charAt(bracket))) bracket++;
  if (bracket === end || !isOpen(text.charAt(bracket))) return undefined;
  const close = text.slice(bracket, bracket + LONGEST_BRACKET).search(/[)）]/u);
  if (close < 0) return undefined;
  const inside = text.slice(bracket + 1, bracket + close);
  const [lead = ''] = /^[\s"'“‘*_]*/u.exec(inside) ?? [];
  const [part = ''] = inside.slice(lead.length).split(PART_END, 1);
  const form = part.replace(/["'”’*_.]+$/u, '').trimEnd();
  if (form.length > LONGEST_FORM || !/\S\s|[-‑]|\p{Ll}\p{Lu}|\p{Ll}{4}/u.test(form)) return undefined;
  if (!areInitials(abbreviation, form) && !abbreviates(abbreviation, form) && !sharesInitials(abbreviation, form)) {
    return undefined;
  }
  const formStart = bracket + 1 + lead.length;
  return {
    text: form,
    span: { start: formStart, end: formStart + form.length },
    whole: { start, end: bracket + close + 1 },
  };
}

/** What ends the long form in brackets: it goes on with something else. */
const PART_END = /[,;:–—]| - |\. /u;

/** Give the bracket that opens right before an offset, quotation marks and an `or` aside; -1 where none does. */
function openBracketBefore(text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - LONGEST_LEAD), offset);
  const [lead] =
    /[(（]\s?(?:or |aka |a\.k\.a\. |the |hereafter |abbreviated |short: )?["'“‘*_]{0,3}$/iu.exec(before) ?? [];
  return lead === undefined ? -1 : offset - lead.length;
}

/** Units of what may stand between a bracket and the abbreviation. */
const LONGEST_LEAD = 18;

/** Give the offset behind the closing bracket that an abbreviation stands in front of; -1 where it is amid a remark. */
function closeBracketBehind(text: string, offset: number): number {
  const behind = text.slice(offset, offset + LONGEST_BRACKET);
  if (!/^["'”’*_]{0,3}\s?[)）,;]/u.test(behind)) return -1;
  const close = behind.search(/[)）]/u);
  return close < 0 ? -1 : offset + close + 1;
}

function trimmedEnd(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && (isSpace(text.charAt(end - 1)) || QUOTES.has(text.charAt(end - 1)))) end--;
  return end;
}

/** List where the words in front of an offset begin, the nearest first, as far as their sentence reaches. */
function wordStartsBefore(text: string, end: number): readonly number[] {
  const starts: number[] = [];
  const floor = Math.max(0, end - LONGEST_FORM);
  for (let at = end - 1; at >= floor && starts.length < MOST_WORDS; at--) {
    const character = text.charAt(at);
    if (BRACKETS.has(character)) break;
    if (ENDS_PHRASE.has(character) && (at + 1 === end || isSpace(text.charAt(at + 1)))) break;
    if (isLetterAt(text, at) && (at === 0 || !isLetterAt(text, at - 1))) starts.push(at);
  }
  return starts;
}

const QUOTES = new Set([...'"\'”’*_']);
const BRACKETS = new Set([...'()（）[]{}']);
const ENDS_PHRASE = new Set([...'.!?;:,']);

function isOpen(character: string): boolean {
  return character === '(' || character === '（';
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t' || character === '\u00a0';
}

function isLetterAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

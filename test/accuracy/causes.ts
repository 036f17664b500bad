import type { Concept } from '../../server/src/terminology/concept';
import type { Outcome } from './outcomes';

/** Why a mark was not found, as far as the letters tell. */
export type Cause =
  | 'nothing is read there'
  | 'the very name, joined to other letters'
  | 'marked beyond the words'
  | 'both halves of “Name (ABBR)” found, each by itself'
  | 'part of a longer term that is found'
  | 'a term that begins before it is found'
  | 'the mark says more than the name'
  | 'the name says more than the mark'
  | 'another concept has this name'
  | 'initials of the name'
  | 'the name is its initials'
  | 'another form of the word'
  | 'no name is like it';

/** Name the cause of a miss. */
export function causeOf({ mark, document, found, isRead }: Outcome, concept: Concept | undefined): Cause {
  const { start, end } = mark.span;
  const text = document.text.slice(start, end);
  const own = found.filter(({ senses }) => senses.some((sense) => sense.concept.id === mark.conceptId));
  if (!isRead) return 'nothing is read there';
  if (found.some(({ span }) => span.start === start && span.end === end)) return 'another concept has this name';
  if (own.length > 0 && /[()（）]/u.test(text)) return 'both halves of “Name (ABBR)” found, each by itself';
  if (found.some(({ span }) => span.start <= start && span.end >= end)) return 'part of a longer term that is found';
  if (own.length > 0 && text.replace(/[\p{L}\p{N}\p{M}]+/gu, ' ').trim() !== '' && isBeyondWords(text, own.length)) {
    return 'marked beyond the words';
  }
  if (own.length > 0) return 'the mark says more than the name';
  if (found.some(({ span }) => span.start < start)) return 'a term that begins before it is found';
  const names = concept?.terms.map((term) => term.text) ?? [];
  if (names.some((name) => isSame(name, text))) return 'the very name, joined to other letters';
  if (names.some((name) => initialsOf(name) === text.replace(/s$/u, ''))) return 'initials of the name';
  if (names.some((name) => isLonger(name, text))) return 'the name says more than the mark';
  if (names.some((name) => sharedStart(name, text) >= SHORTEST_STEM)) return 'another form of the word';
  if (names.some((name) => initialsOf(text) === name)) return 'the name is its initials';
  return 'no name is like it';
}

/** A shared beginning of this many characters is more than chance in a word of a phrase. */
const SHORTEST_STEM = 3;

/** White space, a full stop or a quotation mark within the mark; or the same word twice. */
function isBeyondWords(text: string, occurrences: number): boolean {
  return occurrences > 1 || /^[^\p{L}\p{N}]|[^\p{L}\p{N}\p{M}]$/u.test(text) || /['’]/u.test(text);
}

function isSame(one: string, other: string): boolean {
  return foldedWords(one).join('') === foldedWords(other).join('');
}

function initialsOf(name: string): string {
  const words = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(/[\s-]+/u);
  return words.length < 2 ? '' : words.map((word) => word.charAt(0).toUpperCase()).join('');
}

function isLonger(name: string, text: string): boolean {
  const words = foldedWords(name);
  const part = foldedWords(text);
  return (
    part.length > 0 && part.length < words.length && part.every((word) => words.some((other) => isAlike(word, other)))
  );
}

function foldedWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
}

function isAlike(one: string, other: string): boolean {
  return one === other || sharedStart(one, other) >= Math.max(SHORTEST_STEM, Math.min(one.length, other.length) - 3);
}

function sharedStart(one: string, other: string): number {
  const [first, second] = [one.toLowerCase(), other.toLowerCase()];
  let length = 0;
  while (length < Math.min(first.length, second.length) && first[length] === second[length]) length++;
  return length;
}

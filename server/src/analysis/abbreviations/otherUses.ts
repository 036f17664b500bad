import type { Source } from '../../text/source';

/**
 * Prepare to find which abbreviations the rest of a source text tells about, without saying what they stand for: it has the word in
 * capitals and small letters, and so it is a name (`zSCAN`, `zScan`); it has it in lower case amid other words, and so it is
 * only shouted; or it has the address of a page or a section of that name.
 */
export function toldByOtherUses(abbreviations: Iterable<string>): (source: Source) => ReadonlySet<string> {
  const byWord = new Map<string, string[]>();
  for (const abbreviation of abbreviations) {
    const word = abbreviation.toLowerCase();
    byWord.set(word, [...(byWord.get(word) ?? []), abbreviation]);
  }
  return ({ text: source }) => {
    const told = new Set<string>();
    const lower = source.toLowerCase();
    // A few letters are of another length when they are small: then offsets would be those of another text.
    const isAligned = lower.length === source.length;
    if (isAligned && byWord.size <= MOST_SEARCHED) {
      for (const [word, alike] of byWord) searchWord(source, lower, word, alike, told);
    } else {
      readWords(source, byWord, told);
    }
    return told;
  };
}

/** Searching a text for some words is far faster than reading all of its words; for many it is not, and that must stay linear. */
const MOST_SEARCHED = 32;

function searchWord(source: string, lower: string, word: string, alike: readonly string[], told: Set<string>): void {
  for (let start = lower.indexOf(word); start >= 0; start = lower.indexOf(word, start + word.length)) {
    const end = start + word.length;
    if (!isOfWord(source.charCodeAt(start - 1)) && !isOfWord(source.charCodeAt(end)))
      look(source, start, end, alike, told);
  }
}

function readWords(source: string, byWord: ReadonlyMap<string, readonly string[]>, told: Set<string>): void {
  for (let at = 0; at < source.length; at++) {
    if (!isOfWord(source.charCodeAt(at))) continue;
    const start = at;
    while (isOfWord(source.charCodeAt(at))) at++;
    const alike = at - start > LONGEST ? undefined : byWord.get(source.slice(start, at).toLowerCase());
    if (alike !== undefined) look(source, start, at, alike, told);
  }
}

function look(source: string, start: number, end: number, alike: readonly string[], told: Set<string>): void {
  const written = source.slice(start, end);
  for (const abbreviation of alike) {
    if (written !== abbreviation && isTelling(source, start, written, abbreviation)) told.add(abbreviation);
  }
}

/** Longer words, in UTF-16 units, are no abbreviations. */
const LONGEST = 16;

/** Two letters in other capitals are a word of their own: `Pd`, `No`. */
const SHORTEST_NAME = 3;

/** Shorter words are listed among those that people shout: too many abbreviations are commands of three letters. */
const SHORTEST_SPOKEN = 4;

function isTelling(source: string, start: number, written: string, abbreviation: string): boolean {
  const end = start + written.length;
  if (written !== written.toLowerCase()) return written.length >= SHORTEST_NAME && /[a-z]/u.test(written);
  if (isInAddress(source, start, end)) return true;
  // What begins with a small letter itself is the name of a product where code has it so: `vLLM` and `vllm`.
  if (/^[a-z]/u.test(abbreviation)) return true;
  return written.length >= SHORTEST_SPOKEN && isSpoken(written) && isAmidWords(source, start, end);
}

/** A word has vowels, and no three consonants in a row. */
function isSpoken(word: string): boolean {
  return /[aeiouy]/u.test(word) && !/[^aeiouy]{3}/u.test(word);
}

function isAmidWords(source: string, start: number, end: number): boolean {
  const before = source.slice(Math.max(0, start - 2), start);
  return /^[a-z,]\s$/u.test(before) && /^(?:\s[^|]|[.,;:!?]\s)/u.test(source.slice(end, end + 2));
}

/** `[the long form](/docs/lf/)`, `https://lf.dev`. */
function isInAddress(source: string, start: number, end: number): boolean {
  if (!/[/#(]/u.test(source.charAt(start - 1)) || !/^(?:[/#)"'>.\s]|$)/u.test(source.charAt(end))) return false;
  const before = source.slice(Math.max(0, start - LONGEST_ADDRESS), start);
  return /(?:\]\(|href=["']|https?:\/\/)[^\s()"']*$/u.test(before);
}

/** Units of an address that are looked at. */
const LONGEST_ADDRESS = 200;

function isOfWord(unit: number): boolean {
  const lower = unit | 0x20;
  return (unit >= 0x30 && unit <= 0x39) || (lower >= 0x61 && lower <= 0x7a) || unit === 0x5f || unit >= 0xc0;
}

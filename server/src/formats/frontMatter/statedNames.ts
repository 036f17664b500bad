import { abbreviates, looksAbbreviated } from '../../terminology/abbreviation';
import { foldedLetters } from '../../text/likeness';
import { plainText } from '../markdown/inline';

/** A name that a text gives its concept besides those of its title. */
export interface StatedName {
  readonly text: string;
  readonly kind: 'abbreviation' | 'variant' | 'full';
}

/**
 * Find the names that the first sentences of an English text state: "Kubernetes, often abbreviated as K8s, is …". They rather
 * miss one than take a word that is none: what is stated must be about the concept, and its name must be set off by markup or
 * quotes, unless it looks like an abbreviation. `names` are those that are known.
 */
export function statedNames(prose: string, names: readonly string[]): readonly StatedName[] {
  const stated = new Map<string, StatedName>();
  const known = new Set(names.map(foldedLetters));
  for (const sentence of firstSentences(prose)) {
    for (const phrase of sentence.matchAll(PHRASE)) {
      const before = sentence.slice(0, phrase.index);
      if (!isAbout(before, names)) continue;
      const behind = sentence.slice(phrase.index + phrase[0].length);
      const found =
        /short/i.test(phrase[0]) && /for|of/i.test(phrase[0])
          ? longForm(behind, names)
          : namesIn(behind, /abbreviat|shorten/i.test(phrase[0]), names);
      for (const name of found) {
        const key = foldedLetters(name.text);
        if (!known.has(key) && !stated.has(key)) stated.set(key, name);
      }
    }
  }
  return [...stated.values()];
}

/** So many characters and sentences say what a thing is called. */
const LONGEST = 600;
const SENTENCES = 2;

const PHRASE =
  /\b(?:also|often|sometimes|commonly|frequently|usually|generally|typically|alternatively|better)(?: (?:also|commonly|often|sometimes|simply|just))?,? (?:known|called|referred to|abbreviated|shortened|written)(?: simply| just)?(?: as| to)?\b|\b(?:abbreviated|shortened) (?:as|to)\b|\bshort (?:for|form of)\b|\baka\b/gi;

function firstSentences(prose: string): readonly string[] {
  const [paragraph = ''] = prose.slice(0, LONGEST).split('\n\n', 1);
  const text = paragraph
    .replace(/\s+/g, ' ')
    .replace(/\ba\.k\.a\./gi, 'aka')
    .trim();
  const sentences: string[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/[.!?] (?=[\p{Lu}"“*_])/gu)) {
    sentences.push(text.slice(start, index + 1));
    start = index + 2;
    if (sentences.length === SENTENCES) return sentences;
  }
  sentences.push(text.slice(start));
  return sentences;
}

/**
 * Whether what precedes a phrase is the concept alone: its name, `it`, nothing. "A node runs pods, also known as" is about pods.
 */
function isAbout(before: string, names: readonly string[]): boolean {
  const subject = plainText(before)
    .text.replace(/[\s,;:(（—–-]+$/u, '')
    .replace(/(?:^| )(?:is|are|was|were|which is|that is|or)$/i, '')
    .replace(/[\s,]+$/u, '')
    .replace(/^(?:a|an|the|in [\p{L}]{1,30},) /iu, '');
  if (subject === '' || /^(?:it|they|this|these)$/i.test(subject)) return true;
  const written = foldedLetters(subject.replace(/\(([^()]*)\)/g, '$1'));
  const bare = foldedLetters(subject.replace(/\([^()]*\)/g, ''));
  return names.some((name) =>
    [written, bare].some((text) => text === foldedLetters(name) || text === `${foldedLetters(name)}s`),
  );
}

/** Names one after the other: `"one" or **two**`, and at once an abbreviation that nothing sets off. */
function namesIn(behind: string, isAbbreviated: boolean, names: readonly string[]): readonly StatedName[] {
  const found: StatedName[] = [];
  let rest = behind.replace(/^[\s:]+/, '').replace(/^(?:an?|the) /i, '');
  while (found.length < MOST_NAMES) {
    const [set, text] = setOff(rest) ?? bare(rest, isAbbreviated, names) ?? [];
    if (set === undefined || text === undefined) break;
    if (text.length > 1 && text.length <= LONGEST_NAME)
      found.push({ text, kind: looksAbbreviated(text) || isAbbreviated ? 'abbreviation' : 'variant' });
    const next = /^(?:,? (?:or|and)|,) (?:an? |the |simply |just )?/.exec(rest.slice(set.length));
    if (next === null) break;
    rest = rest.slice(set.length + next[0].length);
  }
  return found;
}

const MOST_NAMES = 4;
const LONGEST_NAME = 60;

/** A name in bold, italics, quotes or code. */
function setOff(text: string): readonly [string, string] | undefined {
  const set =
    /^(?:\*\*([^*\n]{1,80})\*\*|__([^_\n]{1,80})__|\*([^*\n]{1,80})\*|_([^_\n]{1,80})_|"([^"\n]{1,80})"|“([^”\n]{1,80})”|`([^`\n]{1,80})`)/.exec(
      text,
    );
  const name = set?.slice(1).find((group) => group !== undefined);
  return set === null || name === undefined ? undefined : [set[0], plainText(name).text.replace(/[,.]$/, '')];
}

/** `K8s` behind "abbreviated as", or what abbreviates a name of the concept behind any phrase. */
function bare(text: string, isAbbreviated: boolean, names: readonly string[]): readonly [string, string] | undefined {
  const [word] = /^[\p{L}\p{N}][\p{L}\p{N}/&-]{1,11}(?=[\s,.;:)—–]|$)/u.exec(text) ?? [];
  if (word === undefined) return undefined;
  const isShort = names.some((name) => abbreviates(word, name) || (isAbbreviated && isWithin(word, name)));
  if (isAbbreviated ? looksAbbreviated(word) || isShort : looksAbbreviated(word) && isShort) return [word, word];
  return undefined;
}

/** `Wasm` of "WebAssembly": its letters in their order, the first one first. */
function isWithin(word: string, name: string): boolean {
  const written = foldedLetters(word);
  let next = 0;
  for (const letter of foldedLetters(name)) if (letter === written[next]) next++;
  return next === written.length && foldedLetters(name)[0] === written[0] && /^\p{Lu}/u.test(word);
}

/** "cgroup, short for control group,": what a name of the concept abbreviates, up to the end of the clause. */
function longForm(behind: string, names: readonly string[]): readonly StatedName[] {
  const set = setOff(behind.trimStart());
  const clause = set?.[1] ?? /^[^,.;:()—–]{1,80}/.exec(behind.trim())?.[0].trim() ?? '';
  const text = clause.replace(/^(?:an?|the) /i, '').split(/ (?:and|is|are|was) /, 1)[0] ?? '';
  return names.some((name) => abbreviates(name, text)) ? [{ text, kind: 'full' }] : [];
}

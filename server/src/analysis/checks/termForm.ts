import { type Concept, isExact, type Term } from '../../terminology/concept';
import type { Glossary } from '../../terminology/glossary';
import { formOf, inForm } from '../../terminology/inflection/wordForms';
import type { TermUse } from '../checkedDocument';
import { conceptPlace } from '../relatedPlaces';
import { inCapitalsOf, isPlainText, replaceFix } from '../replacement';
import { onOneLine } from '../usePlace';
import type { UseCheck } from './check';

/**
 * A spelling or capitalisation of a term that is not the glossary's. Sentences and titles may begin words with capitals, a
 * hyphen may join words before a noun, and a name such as `PersistentVolume` is written as machines read it.
 */
export const termForm: UseCheck = {
  name: 'term-form',
  scope: 'use',
  defaultSeverity: 'information',
  summary: 'A term that is spelt or capitalised in another way than in the glossary',
  judge(use, { text, language, terminology }) {
    const [sense] = use.senses;
    const wanted: string[] = [];
    for (const { term, concept } of use.senses) {
      if (term.status === 'deprecated' || term.derived !== undefined || isListed(concept, use.text)) return undefined;
      const form = formOf(term, use.text);
      const forms = form === undefined ? [] : inForm(term, form);
      if (forms.length === 0 || forms.includes(use.text)) return undefined;
      const glossary = terminology.glossaryOf(concept);
      const capitalsBind =
        term.pos === 'proper' || isExact(term) || (glossary !== undefined && hasCommonWords(glossary));
      if (forms.some((expected) => isWrittenAs(use, expected, term, capitalsBind, text))) return undefined;
      wanted.push(...forms);
    }
    const wording = nearest(use, wanted);
    if (wording === undefined) return undefined;
    const isSafe = use.isReplaceable && isPlainText(wording, language.id);
    return {
      span: use.span,
      message: `Write "${wording}" as the glossary does, not "${onOneLine(use)}"`,
      fixes: [replaceFix(use, wording, text, isSafe)],
      related: [conceptPlace(sense)],
    };
  },
};

function isListed({ terms }: Concept, text: string): boolean {
  return terms.some((term) => term.text === text);
}

/** Tell whether a use is written as expected, or in a way that is as good where it stands. */
function isWrittenAs(use: TermUse, expected: string, term: Term, capitalsBind: boolean, document: string): boolean {
  const { text, span, region } = use;
  if (text === expected || isNamedLiterally(document, span.start, span.end)) return true;
  const isUpper = !/\p{Ll}/u.test(text);
  // A word without capitals of its own is stressed, or the name of a variable.
  const isShouted = isUpper && (!/\p{Lu}/u.test(expected) || !/\p{Ll}/u.test(lineAround(document, span.start)));
  const hasInnerCapitals = /[^\s_-]\p{Lu}/u.test(expected);
  const isUnusual = /^\p{Ll}/u.test(expected) && (hasInnerCapitals || term.pos === 'proper');
  let at = 0;
  for (let index = 0; index < expected.length; ) {
    const expectedEnd = joinEnd(expected, index);
    const end = joinEnd(text, at);
    const isJoint = index > 0 && (expectedEnd > index || end > at);
    if (
      isJoint &&
      !isJoinedWell(
        expected.slice(index, expectedEnd),
        text.slice(at, end),
        text.slice(end),
        document.slice(span.end, span.end + 2),
      )
    )
      return false;
    const wanted = expected.charAt(expectedEnd);
    const written = text.charAt(end);
    const isFirst = index === 0 || isJoint;
    if (wanted !== written && !isShouted) {
      const isRaised = wanted.toUpperCase() === written;
      const isLowered = wanted.toLowerCase() === written;
      if (isRaised && !(isFirst && (!isUnusual || index > 0 || region === 'heading' || use.startsSentence)))
        return false;
      if (isLowered && !(isFirst && !capitalsBind && !hasInnerCapitals)) return false;
      if (!isRaised && !isLowered && !isSameLetter(wanted, written)) return false;
    }
    index = expectedEnd + 1;
    at = end + 1;
  }
  return true;
}

/** `“` and `‘` count: what else two letters may be is a matter of width and of apostrophes, which is none of ours. */
function isSameLetter(one: string, other: string): boolean {
  return one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase() || /['’ʼ]/u.test(one);
}

/** In quotation marks, behind `#` and `@`, and in a longer name, a word names itself: a label, an account, `redis-master`. */
function isNamedLiterally(document: string, start: number, end: number): boolean {
  const before = document.charAt(start - 1);
  if (/[-/_]/.test(before) || /^[-/_][\p{L}\p{N}]/u.test(document.slice(end, end + 2))) return true;
  return /[#@\\]/.test(before) || (/["'“‘«`]/u.test(before) && /["'”’»`]/u.test(document.charAt(end)));
}

function lineAround(document: string, offset: number): string {
  const before = document.slice(Math.max(0, offset - LONGEST_LINE), offset);
  const [behind = ''] = document.slice(offset, offset + LONGEST_LINE).split('\n', 1);
  return before.slice(before.lastIndexOf('\n') + 1) + behind;
}

/** So many units on each side tell whether a line is all in capitals. */
const LONGEST_LINE = 200;

function joinEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && /[\s_\u2010\u2011-]/u.test(text.charAt(end))) end++;
  return end;
}

/** Tell whether two words of a term may be joined by `written` where the glossary has `expected`; `rest` is what follows in the term. */
function isJoinedWell(expected: string, written: string, rest: string, behind: string): boolean {
  if (expected === written || written.includes('_') || /[\r\n]/.test(written)) return true;
  const isCamelCase = written === '' && /^\p{Lu}/u.test(rest);
  if (isCamelCase) return true;
  // `an open-source project`: words before a noun are joined.
  if (isSpace(expected) && isHyphen(written)) return /^ \p{L}/u.test(behind);
  // `add-on` and `rollback` are nouns, and `add on` and `roll back` may be verbs.
  if (!isSpace(expected) && isSpace(written)) return PARTICLES.test(rest);
  return isSpace(expected) && isSpace(written);
}

function isSpace(joint: string): boolean {
  return joint !== '' && /^\s+$/u.test(joint);
}

function isHyphen(joint: string): boolean {
  return /^[-\u2010\u2011]$/u.test(joint);
}

/** What makes verbs of two words: log in, set up, roll back. */
const PARTICLES =
  /^(?:about|ahead|along|around|as|at|away|back|by|down|for|in|into|of|off|on|out|over|through|to|together|under|up|with)\b/i;

/** Take the first expected form, in the capitals that the place has a right to. */
function nearest(use: TermUse, wanted: readonly string[]): string | undefined {
  const [first] = wanted;
  const wording = first === undefined ? undefined : inCapitalsOf(use, first, first);
  // `Etcd` has no right to its capital.
  return wording === use.text ? first : wording;
}

/**
 * Tell whether a glossary writes common words in small letters, so that its capitals mean something. One that begins every
 * term with a capital, as titles are written, says nothing of `Container` in a sentence.
 */
function hasCommonWords(glossary: Glossary): boolean {
  const known = commonWords.get(glossary);
  if (known !== undefined) return known;
  const count = Math.min(glossary.size, CONCEPTS_SAMPLED);
  let small = 0;
  for (let number = 0; number < count; number++) {
    if (/^\p{Ll}/u.test(glossary.conceptAt(number)?.terms[0].text ?? '')) small++;
  }
  const answer = count < FEW_CONCEPTS || small * LEAST_SHARE >= count;
  commonWords.set(glossary, answer);
  return answer;
}

const commonWords = new WeakMap<Glossary, boolean>();

/** Concepts that tell how a glossary writes. */
const CONCEPTS_SAMPLED = 200;
/** With fewer concepts than these, nothing tells that capitals are a habit. */
const FEW_CONCEPTS = 5;
/** One term in so many in small letters shows that capitals are meant. */
const LEAST_SHARE = 10;

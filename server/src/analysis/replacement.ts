import type { Term } from '../terminology/concept';
import { formOf, inForm } from '../terminology/inflection/wordForms';
import type { CheckedDocument, TermUse } from './checkedDocument';
import type { Edit, Fix } from './finding';

/**
 * Make the fixes that put a term in the place of a use of another: in the same number or tense and in its capitals, with the
 * indefinite article that it wants. None where no rule knows the form; not safe where one knows several.
 */
export function replacementFixes(
  use: TermUse,
  avoided: Term,
  replacement: Term,
  { text, language }: Pick<CheckedDocument, 'text' | 'language'>,
): readonly Fix[] {
  const form = formOf(avoided, use.text);
  const written = form === undefined ? [] : [...new Set(inForm(replacement, form))];
  const isSure = written.length === 1 || form === 'plural';
  return written.slice(0, isSure ? 1 : MOST_CHOICES).map((words) => {
    const wording = inCapitalsOf(use, avoided.text, words);
    const isSafe = isSure && use.isReplaceable && isPlainText(wording, language.id);
    return replaceFix(use, wording, text, isSafe);
  });
}

/** Make the fix that puts a wording in the place of a use. */
export function replaceFix(use: Pick<TermUse, 'span' | 'text'>, wording: string, text: string, isSafe: boolean): Fix {
  const article = articleEdit(text, use, wording);
  const edits = [{ span: use.span, text: wording }];
  return { title: `Replace with "${wording}"`, edits: article === undefined ? edits : [article, ...edits], isSafe };
}

/** Nobody chooses among more spellings than British and American. */
const MOST_CHOICES = 2;

/**
 * Write words in the capitals of the use that they replace: capitals throughout, of each word, or of the first one. Words with
 * capitals of their own keep those.
 */
export function inCapitalsOf(
  { text, startsSentence }: Pick<TermUse, 'text' | 'startsSentence'>,
  avoided: string,
  words: string,
): string {
  if (/\p{Lu}/u.test(words)) return words;
  const isShouted = /\p{Lu}.*\p{Lu}/su.test(text) && !/\p{Ll}/u.test(text);
  if (isShouted) return /\p{Ll}/u.test(avoided) ? words.toUpperCase() : words;
  if (!/^\p{Lu}/u.test(text)) return words;
  // A term that begins with a capital itself says nothing of the sentence.
  if (/^\p{Lu}/u.test(avoided)) return words;
  const hasTitleCase = /[\s-]\p{Lu}/u.test(text) && !/[\s-]\p{Ll}{4}/u.test(text);
  // Amid a sentence a capital is that of a name or a title, of which each word has one.
  const isTitle = hasTitleCase || !startsSentence;
  return isTitle
    ? words.replace(/(^|[\s-])(\p{Ll})/gu, (_, before, letter) => before + letter.toUpperCase())
    : capitalized(words);
}

/** Give words a capital at their start. */
export function capitalized(words: string): string {
  const [first = ''] = words;
  return first.toUpperCase() + words.slice(first.length);
}

/** Change `a` to `an` before a use, or the other way, where the article was right before and would not be afterwards. */
function articleEdit(
  text: string,
  { span, text: written }: Pick<TermUse, 'span' | 'text'>,
  wording: string,
): Edit | undefined {
  const before = text.slice(Math.max(0, span.start - ARTICLE_LENGTH), span.start);
  const [phrase = '', article = ''] = ARTICLE.exec(before) ?? [];
  const from = articleOf(written);
  const to = articleOf(wording);
  if (to === undefined || from === to || article.toLowerCase() !== from) return undefined;
  const start = span.start - phrase.length;
  return { span: { start, end: start + article.length }, text: article.charAt(0) + to.slice(1) };
}

/** An article of the same paragraph: white space with one line end at most is behind it, and marks that open something. */
const ARTICLE = /(?<![\p{L}\p{N}'’-])([Aa]n?)(?:[ \t\u00a0]{1,2}|[ \t]?\r?\n[ \t]{0,4})[*_~"'“‘«([]{0,3}$/u;

/** In UTF-16 units: an article and what is behind it, with a letter before. */
const ARTICLE_LENGTH = 13;

/** Tell which indefinite article goes before words, by the sound that they begin with; undefined where readers differ. */
function articleOf(words: string): 'a' | 'an' | undefined {
  const [word = ''] = /^[\p{L}\p{N}]+/u.exec(words) ?? [];
  if (/^\p{Lu}{2,}s?$/u.test(word)) {
    // Spelt letter by letter: an FQDN, a URL. One with a vowel within may be read as a word: a SIG, an SRE.
    if (/^[AEFHILMNORSX]/.test(word)) return /^[AEIO]/.test(word) || !/^.[AEIOU]/.test(word) ? 'an' : undefined;
    return 'a';
  }
  const lower = word.toLowerCase();
  if (/^(?:eu|ew|one|once|uni|us[ae]|usu|uti|ubi)/.test(lower)) return /^uni[mn]/.test(lower) ? 'an' : 'a';
  if (/^(?:hour|honest|honou?r|heir)/.test(lower)) return 'an';
  if (/^[aeiou]/.test(lower)) return 'an';
  return /^[a-z]/.test(lower) ? 'a' : undefined;
}

/** Tell whether words are letters, digits and signs that are no syntax in any place of running text: what else a term holds a person has to write. */
export function isPlainText(words: string, language: string): boolean {
  const isPlain = /^[\p{L}\p{N}\p{M} ().,'’/&+-]*$/u.test(words) && /^[\p{L}\p{N}(.]/u.test(words);
  // In flow collections, between quotes and at the start of a value these mean something.
  return isPlain && (language !== 'yaml' || /^[\p{L}\p{N}\p{M} ().’/+-]*$/u.test(words));
}

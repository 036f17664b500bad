import { canonicalTag } from '../records/languageTag';
import { termsOf } from './conceptEntry';
import type { XmlElement } from './elements';
import { LANGUAGES } from './structure';

/** The language of a file that a glossary is made of. */
export interface LanguageChoice {
  /** BCP 47, canonical. */
  readonly language: string;
  /** No term of the file is in it. */
  readonly isAbsent: boolean;
  /** The languages of the file, as written. */
  readonly others: readonly string[];
  /** Tell whether what is in a language, as written, belongs to it; so does what names none. */
  isWanted(written: string | undefined): boolean;
}

/**
 * Choose the language: the one that is asked for, or else that of the whole file where some term is in it, or else the one
 * with the most terms. With `en` goes what is in `en-GB`, and with `en-US` what is in `en` where nothing is nearer.
 */
export function languageChoice(
  entries: readonly XmlElement[],
  ofFile: string | undefined,
  asked: string | undefined,
): LanguageChoice {
  const counts = countTerms(entries);
  const tags = new Map([...counts.keys()].map((written) => [written, tagOf(written)]));
  const fileTag = ofFile === undefined ? undefined : tagOf(ofFile);
  const wantedBy = (language: string) => nearest(language, tags);
  const language =
    asked ??
    (fileTag !== undefined && (tags.size === 0 || wantedBy(fileTag).size > 0) ? fileTag : mostUsed(counts, tags)) ??
    fileTag ??
    DEFAULT_LANGUAGE;
  const wanted = wantedBy(language);
  return {
    language,
    isAbsent: tags.size > 0 && wanted.size === 0,
    others: [...counts.keys()],
    isWanted: (written) => {
      if (written === undefined || wanted.has(written)) return true;
      return !tags.has(written) && nearest(language, new Map([[written, tagOf(written)]])).size > 0;
    },
  };
}

const DEFAULT_LANGUAGE = 'en';

/** Count the terms of each language, as it is written. */
function countTerms(entries: readonly XmlElement[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { children } of entries) {
    for (const section of children) {
      if (!LANGUAGES.has(section.name) || section.language === undefined) continue;
      counts.set(section.language, (counts.get(section.language) ?? 0) + termsOf(section).length);
    }
  }
  return counts;
}

/** Programs write `en_US`, too. */
function tagOf(written: string): string | undefined {
  return canonicalTag(written.trim().replaceAll('_', '-'));
}

/** Find those of some languages that are a language, or kinds of it; else those that share its first part. */
function nearest(language: string, tags: ReadonlyMap<string, string | undefined>): ReadonlySet<string> {
  const isWithin = (tag: string | undefined, whole: string) => tag === whole || tag?.startsWith(`${whole}-`) === true;
  const within = [...tags].filter(([, tag]) => isWithin(tag, language));
  const [main = language] = language.split('-');
  const near = within.length > 0 ? within : [...tags].filter(([, tag]) => isWithin(tag, main));
  return new Set(near.map(([written]) => written));
}

function mostUsed(
  counts: ReadonlyMap<string, number>,
  tags: ReadonlyMap<string, string | undefined>,
): string | undefined {
  let most = 0;
  let language: string | undefined;
  for (const [written, count] of counts) {
    const tag = tags.get(written);
    if (tag === undefined || count <= most) continue;
    most = count;
    language = tag;
  }
  return language;
}

import { primaryOf } from './bendingLanguage';
import type { Stemmer } from './stemmer';

/** The stemmers of a session: at hand once they are loaded. */
export interface Stemmers {
  /** Undefined for a language without one, and before they are loaded. */
  of(language: string): Stemmer | undefined;
  /** Load them if one of the languages needs one; tells whether they are at hand only since. */
  load(languages: Iterable<string>): Promise<boolean>;
}

/** Make the registry of stemmers, empty until a language needs one: they are a file of their own where there are files. */
export function createStemmers(): Stemmers {
  let stemmerOf: Stemmers['of'] | undefined;

  async function load(languages: Iterable<string>): Promise<boolean> {
    if (stemmerOf !== undefined || !Array.from(languages).some(isStemmed)) return false;
    const loaded = await import('./stemmers');
    const isFirst = stemmerOf === undefined;
    stemmerOf = loaded.stemmerOf;
    return isFirst;
  }

  return { of: (language) => stemmerOf?.(language), load };
}

/** Tell whether the words of a language are found by their stems. */
export function isStemmed(language: string): boolean {
  return STEMMED.has(primaryOf(language));
}

const STEMMED = new Set(['de', 'es', 'fr', 'hi', 'it', 'nl', 'pt', 'ru', 'sv', 'uk']);

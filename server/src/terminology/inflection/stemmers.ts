import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { primaryOf } from './bendingLanguage';
import { numberStemmer } from './numberEndings';
import { guarded, type Stemmer } from './stemmer';

/** Find the stemmer of a language, undefined where it has none. */
export function stemmerOf(language: string): Stemmer | undefined {
  return STEMMERS.get(primaryOf(language));
}

/** Maße are not Masse: the letter stands for itself, where the stemmer would write ss. */
const SHARP_S = 'ß';
const NO_LETTER = '\uE000';

/** An -ung, -heit or -ion is no form of the verb or the adjective that it is made of, and so it keeps its ending. */
function germanStem(word: string): string {
  const noun = /(?:ung|heit|keit|schaft|ion|tät)(?=(?:en|s)?$)/.exec(word);
  if (noun !== null) return word.slice(0, noun.index + noun[0].length);
  if (!word.includes(SHARP_S)) return german(word);
  return german(word.replaceAll(SHARP_S, NO_LETTER)).replaceAll(NO_LETTER, SHARP_S);
}

/** The same of an -ость. */
function russianStem(word: string): string {
  const noun = /ост(?=(?:ь|и|ью|ей|ям|ями|ях)$)/.exec(word);
  return noun === null ? russian(word) : word.slice(0, noun.index + noun[0].length);
}

/** Borrowed words bring the -s of their plural: नोड and नोड्स. */
function hindiStem(word: string): string {
  return hindi(word.endsWith('्स') ? word.slice(0, -2) : word);
}

const STEMMERS: ReadonlyMap<string, Stemmer> = new Map(
  (
    [
      ['de', germanStem],
      ['es', numberStemmer('es')],
      ['fr', numberStemmer('fr')],
      ['hi', hindiStem],
      ['it', numberStemmer('it')],
      ['nl', dutch],
      ['pt', numberStemmer('pt')],
      ['ru', russianStem],
      ['sv', swedish],
      ['uk', ukrainian],
    ] as const
  ).map(([language, stem]) => [language, guarded(stem)]),
);

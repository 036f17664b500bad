import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { primaryOf, type Stemmer } from './stemming';

/** Find the stemmer of a language, undefined where it has none. */
export function stemmerOf(language: string): Stemmer | undefined {
  return STEMMERS.get(primaryOf(language));
}

const STEMMERS: ReadonlyMap<string, Stemmer> = new Map(
  (
    [
      ['de', german],
      ['es', spanish],
      ['fr', french],
      ['hi', hindi],
      ['it', italian],
      ['nl', dutch],
      ['pt', portuguese],
      ['ru', russian],
      ['sv', swedish],
      ['uk', ukrainian],
    ] as const
  ).map(([language, stem]) => [language, guarded(stem)]),
);

/** Shorter words, and words that would be cut shorter, stand for too much. */
const SHORTEST_WORD = 4;
const SHORTEST_STEM = 3;
/** A word in capitals of no more letters is an abbreviation. */
const LONGEST_ABBREVIATION = 5;

function guarded(stem: Stemmer): Stemmer {
  return (word) => {
    const lower = word.normalize('NFC').toLowerCase();
    if (lower.length < SHORTEST_WORD || /\p{N}/u.test(lower)) return lower;
    if (word.length <= LONGEST_ABBREVIATION && word !== lower && word === word.toUpperCase()) return lower;
    const stemmed = stem(lower);
    return stemmed.length < SHORTEST_STEM ? lower : stemmed;
  };
}

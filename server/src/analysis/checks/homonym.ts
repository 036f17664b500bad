import { conceptPlace } from '../relatedPlaces';
import { onOneLine } from '../usePlace';
import type { UseCheck } from './check';

/** Terms that several concepts of the glossaries are called by: a reader has to guess which is meant. */
export const homonym: UseCheck = {
  name: 'homonym',
  scope: 'use',
  // The sentence mostly tells which is meant.
  defaultSeverity: 'off',
  summary: 'A term that means several things here',
  judge(use) {
    const senses = use.senses.filter(({ term }) => term.status !== 'deprecated');
    if (senses.length < 2) return undefined;
    return {
      span: use.span,
      message: `"${onOneLine(use)}" means ${senses.length} things here: ${meanings(senses.map(({ concept }) => concept.terms[0].text))}`,
      related: senses.map(conceptPlace),
    };
  },
};

/** The preferred terms of the concepts, where these tell them apart. */
function meanings(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, MOST_MEANINGS).map((name) => `"${name}"`);
  return shown.join(', ') + (distinct.length > MOST_MEANINGS ? ', …' : '');
}

/** More names are no help on one line. */
const MOST_MEANINGS = 5;

import type { Concept } from '../../terminology/concept';
import { conceptPlace } from '../relatedPlaces';
import { replaceFix } from '../replacement';
import { onOneLine } from '../usePlace';
import type { UseCheck } from './check';

/** Terms of concepts that are meant for others than the readers of this document: `audience` of the concept and of the path. */
export const jargon: UseCheck = {
  name: 'jargon',
  scope: 'use',
  defaultSeverity: 'information',
  summary: 'A term that the readers of this document need not know',
  judge(use, { policy: { audience }, text }) {
    if (audience === undefined || use.senses.some(({ concept }) => isFor(concept, audience))) return undefined;
    const [sense] = use.senses;
    const { audience: meant = [], plain } = sense.concept;
    const advice = plain === undefined ? 'say it in plain words' : `write "${plain}"`;
    return {
      span: use.span,
      message: `"${onOneLine(use)}" is a word of ${meant.join(' and ')}, and this is for ${audience}: ${advice}`,
      // Plain words seldom fit as they are: a person reads the sentence again.
      fixes: plain === undefined ? [] : [replaceFix(use, plain, text, false)],
      related: [conceptPlace(sense)],
    };
  },
};

/** A concept that names no audience is for all. */
function isFor({ audience }: Concept, reader: string): boolean {
  return audience === undefined || audience.length === 0 || audience.includes(reader);
}

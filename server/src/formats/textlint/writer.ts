import { isExact, type Term } from '../../terminology/concept';
import type { GlossaryContent } from '../../terminology/glossary';
import { createLeftovers, type Leftovers } from '../concepts/leftOut';
import { replacementsOf } from '../concepts/replacements';
import { addUnkeptFields } from '../concepts/unkeptFields';
import type { GlossaryWriter } from '../format';

/** Writes the terms of the rule `terminology`: names in their capitals, and pairs of a pattern and what to write instead. */
export const textlintWriter: GlossaryWriter = {
  write(glossary) {
    const leftOut = createLeftovers();
    addUnkeptFields(glossary, leftOut);
    const terms = [...namesOf(glossary, leftOut), ...pairsOf(glossary, leftOut)];
    const lines = terms.map((term) => `  ${JSON.stringify(term)}`).join(',\n');
    const text = terms.length === 0 ? '[]\n' : `[\n${lines}\n]\n`;
    return { files: [{ path: 'terms.json', text }], leftOut: leftOut.list() };
  },
};

/** Names that are written in these capitals alone; the rule finds them in any. */
function namesOf({ concepts }: GlossaryContent, leftOut: Leftovers): readonly string[] {
  const names = new Map<string, string>();
  for (const term of concepts.flatMap(({ terms }) => terms)) {
    if (term.status === 'deprecated' || !/\p{Lu}/u.test(term.text) || term.caseRule === 'fold') continue;
    if (isExact(term)) leftOut.add(TOLD_BY_CAPITALS);
    else if (!isName(term)) leftOut.add('names with signs in them');
    else if (!names.has(term.text.toLowerCase())) names.set(term.text.toLowerCase(), term.text);
  }
  return [...names.values()];
}

/** `it` is no misspelling of `IT`, nor `go` of `Go`, but the rule cannot know. */
const TOLD_BY_CAPITALS = 'terms that only their capitals tell apart from other words';

/** The rule puts names into its pattern as they are, and looks for ends of words that are words in English. */
function isName({ text }: Term): boolean {
  return /^\w(?:[\w -]*\w)?$/.test(text);
}

function pairsOf(glossary: GlossaryContent, leftOut: Leftovers): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (const { avoided, preferred, isExact } of replacementsOf(glossary, leftOut)) {
    const isOtherCase = avoided.toLowerCase() === preferred.toLowerCase();
    if (isExact && !isOtherCase) leftOut.add(TOLD_BY_CAPITALS);
    else if (!/^\w/.test(avoided) || !/\w$/.test(avoided)) leftOut.add('terms to avoid that begin or end with a sign');
    else pairs.push([escaped(avoided), preferred.replaceAll('$', '$$$$')]);
  }
  return pairs;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

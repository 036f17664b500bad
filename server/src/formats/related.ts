import type { GlossaryProblem, RelatedName } from './format';
import { glossaryLimits } from './limits';
import { createProblems } from './problems';
import { quoted } from './quotation';

/**
 * Find the related names that no glossary knows. A name may belong to another file (a folder further up, the shipped
 * glossary), so `isKnown` answers for all glossaries that apply together: whether a name is an id or a term of theirs.
 */
export function unknownRelated(
  relatedNames: readonly RelatedName[],
  isKnown: (name: string) => boolean,
): readonly GlossaryProblem[] {
  const problems = createProblems(glossaryLimits.problems);
  for (const { name, span } of relatedNames) {
    if (isKnown(name)) continue;
    problems.report(
      'unknown-related',
      span,
      `No concept has the id or term ${quoted(name)}, here or in another glossary that applies`,
    );
  }
  return problems.list();
}

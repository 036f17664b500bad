import { isInCapitals } from '../../terminology/abbreviation';
import type { Concept, Sense } from '../../terminology/concept';
import { formOf, inForm } from '../../terminology/inflection/wordForms';
import { explanationsIn } from '../abbreviations/explanations';
import type { CheckedDocument, TermUse } from '../checkedDocument';
import { isFamiliar, runningTextOf } from '../documentAbbreviations';
import type { Fix } from '../finding';
import { conceptPlace } from '../relatedPlaces';
import { capitalized, isPlainText, replaceFix } from '../replacement';
import { onOneLine } from '../usePlace';
import type { DocumentCheck } from './check';

/**
 * An abbreviation of the glossary that is used before its long form is. A heading may use it, being short: it is asked for
 * where the text begins to use it.
 */
export const unexpandedAbbreviation: DocumentCheck = {
  name: 'unexpanded-abbreviation',
  scope: 'document',
  readsMentions: true,
  defaultSeverity: 'information',
  summary: 'An abbreviation of the glossary whose first use does not say what it stands for',
  *find(document) {
    const isInRunningText = runningTextOf(document);
    const introduced = new Set<Concept>();
    const expanded = expandedOffsets(document);
    const isExplainedAt = explanationsIn(document.text);
    for (const use of document.uses) {
      if (use.senses.some(({ concept }) => introduced.has(concept))) continue;
      const isAbbreviated = use.senses.every(({ term }) => term.kind === 'abbreviation');
      if (!isAbbreviated || expanded.has(use.span.start) || isExplainedAt(use.span)) {
        for (const { concept } of use.senses) introduced.add(concept);
        continue;
      }
      const [sense, homonym] = use.senses;
      // Of two concepts nobody but the author knows which is meant.
      if (homonym !== undefined || !isInRunningText(use) || !isToBeExpanded(sense, document)) continue;
      if (isPartOfName(use, document.text)) continue;
      introduced.add(sense.concept);
      const [preferred] = sense.concept.terms;
      yield {
        span: use.span,
        message: `"${onOneLine(use)}" is used before its long form, "${preferred.text}"`,
        fixes: expansionFixes(use, sense, document),
        related: [conceptPlace(sense)],
      };
    }
  },
};

function expandedOffsets({ mentions }: CheckedDocument): ReadonlySet<number> {
  return new Set(mentions.flatMap(({ expansion, span }) => (expansion === undefined ? [] : [span.start])));
}

/** What only a machine derived, what is to be avoided anyway, and what has no longer form, is not asked for in full. */
function isToBeExpanded({ term, concept }: Sense, document: CheckedDocument): boolean {
  const [preferred] = concept.terms;
  const isListed = term.derived === undefined && term.status !== 'deprecated';
  const isLong = preferred.kind === 'full' && !isInCapitals(preferred.text) && preferred.text.length > term.text.length;
  return isListed && isLong && !isFamiliar(term.text, document);
}

/** `CRI-O` and `HTTP-2` are names of their own. */
function isPartOfName({ span }: TermUse, text: string): boolean {
  return (
    /^-[A-Z0-9]/u.test(text.slice(span.end, span.end + 2)) ||
    /[A-Z0-9]-$/u.test(text.slice(Math.max(0, span.start - 2), span.start))
  );
}

function expansionFixes(use: TermUse, { term, concept }: Sense, { text, language }: CheckedDocument): readonly Fix[] {
  const form = formOf(term, use.text);
  const [longForm] = form === undefined ? [] : inForm(concept.terms[0], form);
  if (longForm === undefined) return [];
  const wording = `${use.startsSentence ? capitalized(longForm) : longForm} (${use.text})`;
  // A bracket amid a compound reads badly: `Long Form (LF)-based`.
  const isCompound = JOINERS.has(text.charAt(use.span.start - 1)) || JOINERS.has(text.charAt(use.span.end));
  const isSafe = use.isReplaceable && !isCompound && isPlainText(wording, language.id);
  return [replaceFix(use, wording, text, isSafe)];
}

const JOINERS = new Set([...'-/']);

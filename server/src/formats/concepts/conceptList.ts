import { type Concept, isExact, type Term } from '../../terminology/concept';
import { foldedLetters, letters } from '../../text/likeness';
import { quoted } from '../../text/quotation';
import type { GlossarySource } from '../format';
import type { Problems } from '../problems';
import { linesOf } from '../records/lines';
import type { ConceptRecord, LocatedTerm, LocatedText } from './conceptRecord';
import { createSlugs } from './slug';

/**
 * Make concepts of the records of a file: each with an id of its own, each term once; report where they get in each other's way.
 * `caseAdvice` tells how a term would be told apart by its capitals, where the format has a way.
 */
export function settleConcepts(
  records: readonly ConceptRecord[],
  { uri, text }: GlossarySource,
  problems: Problems,
  caseAdvice?: string,
): readonly Concept[] {
  const ids = new Map<string, LocatedText>();
  const distinct = records.filter(({ id }) => id === undefined || claimId(id, ids, problems));
  const slug = createSlugs(new Set(ids.keys()));
  const contexts = new Map<number | undefined, Map<string, Claim>>();
  const starts = distinct.map(({ span }) => span.start);
  const lines = linesOf(text, starts);
  return distinct.map(({ id, context, terms: [preferred, ...others], related, content, span }) => {
    const { definition, examples, faq, links, ...rest } = content;
    return {
      id: id?.text ?? slug(preferred.term.text),
      terms: settleTerms(preferred, others, claimsOf(context, contexts), problems, caseAdvice),
      definition,
      examples,
      faq,
      links,
      related: related.map((name) => name.text),
      origin: { uri, span, line: lines.get(span.start) ?? 0 },
      ...rest,
    };
  });
}

function claimsOf(
  context: number | undefined,
  contexts: Map<number | undefined, Map<string, Claim>>,
): Map<string, Claim> {
  const claims = contexts.get(context) ?? new Map<string, Claim>();
  contexts.set(context, claims);
  return claims;
}

/** The first term of a file, or of a context in it, that is read in some way, and the preferred term of its concept. */
interface Claim extends LocatedTerm {
  readonly preferred: string;
}

function claimId(id: LocatedText, ids: Map<string, LocatedText>, problems: Problems): boolean {
  const first = ids.get(id.text);
  if (first === undefined) {
    ids.set(id.text, id);
    return true;
  }
  const message = () => `The id ${quoted(id.text)} belongs to another concept, so this one is left out`;
  problems.report('duplicate-id', id.span, message, {
    related: [{ message: 'The concept with this id', span: first.span }],
  });
  return false;
}

function settleTerms(
  preferred: LocatedTerm,
  others: readonly LocatedTerm[],
  claims: Map<string, Claim>,
  problems: Problems,
  caseAdvice: string | undefined,
): readonly [Term, ...Term[]] {
  const own = new Map<string, LocatedTerm>();
  const kept: Term[] = [];
  for (const located of [preferred, ...others]) {
    const reading = foldedLetters(located.term.text);
    const first = own.get(reading);
    if (first !== undefined && !isToldApart(first.term, located.term)) {
      reportRepeated(first, located, problems, caseAdvice);
      continue;
    }
    if (first === undefined) own.set(reading, located);
    if (located !== preferred) kept.push(located.term);
    const claim = claims.get(reading);
    if (claim === undefined) claims.set(reading, { ...located, preferred: preferred.term.text });
    else if (first === undefined && meet(claim.term, located.term)) reportClaimed(claim, located, problems);
  }
  const terms = [preferred.term].concat(kept);
  return startsWithTerm(terms) ? terms : [preferred.term];
}

/** `concat` makes a list as long as it is, where spreading allots 16 places more: a third of what a concept takes. */
function startsWithTerm(terms: readonly Term[]): terms is readonly [Term, ...Term[]] {
  return terms.length > 0;
}

function reportRepeated(
  first: LocatedTerm,
  { term, span }: LocatedTerm,
  problems: Problems,
  caseAdvice: string | undefined,
): void {
  const message = () => {
    if (first.term.text === term.text)
      return `${quoted(term.text)} is a term of this concept already, so it is left out`;
    const repeated = `${quoted(term.text)} reads like ${quoted(first.term.text)} of this concept, so it is left out`;
    const isOtherCase = letters(first.term.text) !== letters(term.text);
    return isOtherCase && caseAdvice !== undefined ? `${repeated}; ${caseAdvice}` : repeated;
  };
  problems.report('repeated-term', span, message, {
    related: [{ message: 'The term it repeats', span: first.span }],
  });
}

function reportClaimed(claim: Claim, { term, span }: LocatedTerm, problems: Problems): void {
  const message = () => `${quoted(term.text)} is a term of ${quoted(claim.preferred)} too: both will show`;
  problems.report('duplicate-term', span, message, {
    related: [{ message: 'The other concept has it here', span: claim.span }],
  });
}

/** Of two terms with one reading, the one whose capitals bind is told apart by them. */
function isToldApart(one: Term, other: Term): boolean {
  return letters(one.text) !== letters(other.text) && (isExact(one) || isExact(other));
}

/** Whether some text is read as both of two terms with one reading: not where the capitals of both bind. */
function meet(one: Term, other: Term): boolean {
  return letters(one.text) === letters(other.text) || !isExact(one) || !isExact(other);
}

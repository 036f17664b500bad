import type { Concept, Term } from '../../terminology/concept';
import type { Leftovers } from '../concepts/leftOut';
import { isUsableTerm } from '../concepts/terms';
import { isWebAddress } from '../concepts/webAddress';
import { type GlossaryLimits, glossaryLimits } from '../limits';

/**
 * Bring a concept of any format into what ours keeps: names on one line, texts without white space around them, nothing over
 * the limits. What goes is counted; undefined where too little stays.
 */
export function keptConcept(
  concept: Concept,
  leftOut: Leftovers,
  limits: GlossaryLimits = glossaryLimits,
): Concept | undefined {
  const line = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

  function prose(text: string): string {
    const trimmed = text.trim();
    if (trimmed.length <= limits.textLength) return trimmed;
    leftOut.add(`the end of texts longer than ${limits.textLength} characters`);
    return trimmed
      .slice(0, limits.textLength)
      .replace(/[\ud800-\udbff]$/, '')
      .trim();
  }

  function name(text: string): string | undefined {
    const written = line(text);
    if (written.length <= limits.termLength) return written === '' ? undefined : written;
    leftOut.add(`names longer than ${limits.termLength} characters`);
    return undefined;
  }

  function names(texts: readonly string[]): readonly string[] {
    return [...new Set(texts.map(name).filter((text) => text !== undefined))];
  }

  function term(given: Term): Term | undefined {
    const text = name(given.text);
    if (text === undefined) return undefined;
    if (!isUsableTerm(text)) {
      leftOut.add('terms without a letter, digit or sign');
      return undefined;
    }
    const { reason, forms, kind, ...rest } = given;
    if (kind !== keptKind(given)) leftOut.add('whether a term is a full form, an abbreviation or a variant');
    const why = line(reason ?? '');
    if (why !== '' && given.status !== 'deprecated') leftOut.add('the reason of a term that is fine to use');
    return {
      ...rest,
      text,
      kind: keptKind(given),
      ...(forms === undefined ? {} : { forms: names(forms).filter(isUsableTerm) }),
      ...(why === '' || given.status !== 'deprecated' ? {} : { reason: prose(why) }),
    };
  }

  const [first, ...others] = concept.terms;
  const preferred = term(first);
  if (preferred === undefined) {
    leftOut.add('concepts without a term that can be kept');
    return undefined;
  }
  const { description, pronunciation, category, audience, plain, written, ...rest } = concept;
  const shown = { pronunciation, category, plain };
  const lines = Object.entries(shown).map(([field, text]) => [field, prose(line(text ?? ''))] as const);
  const terms: Concept['terms'] = [preferred, ...inOrder(others.map(term).filter((other) => other !== undefined))];
  const [what, about] = asDefined({ ...concept, terms }, prose(concept.definition), prose(description ?? ''));
  const whom = names(audience ?? []);
  return {
    ...rest,
    terms,
    definition: what,
    ...(about === '' ? {} : { description: about }),
    ...Object.fromEntries(lines.filter(([, text]) => text !== '')),
    ...(whom.length === 0 ? {} : { audience: whom }),
    examples: concept.examples
      .map(({ title, text }) => {
        const head = prose(line(title ?? ''));
        return { ...(head === '' ? {} : { title: head }), text: prose(text) };
      })
      .filter(({ text }) => text !== ''),
    faq: concept.faq
      .map(({ question, answer }) => ({ question: prose(question), answer: prose(answer) }))
      .filter(({ question, answer }) => {
        const isKept = question !== '' && answer !== '';
        if (!isKept) leftOut.add('questions without an answer');
        return isKept;
      }),
    related: names(concept.related),
    links: concept.links
      .map(({ title, url }) => ({ title: prose(line(title)), url: line(url) }))
      .filter(({ url }) => {
        const isKept = isWebAddress(url) && url.length <= limits.textLength;
        if (!isKept) leftOut.add('links that are no web addresses');
        return isKept;
      }),
  };
}

/** What describes a concept defines it where nothing else says what it means. */
function asDefined(
  concept: Concept,
  definition: string,
  description: string,
): readonly [definition: string, description: string] {
  return isTermAlone({ ...concept, definition }) ? [description, ''] : [definition, description];
}

/**
 * Tell whether a concept is a term and nothing that says what it means, not even another term: what reads ours leaves such a
 * concept out.
 */
export function isTermAlone({ definition, terms, extends: isExtension }: Concept): boolean {
  return definition === '' && terms.length === 1 && isExtension !== true;
}

/** What our reader takes a term for by the field in which it stands. */
function keptKind({ status, kind }: Term): Term['kind'] {
  if (status === 'preferred') return 'full';
  return status === 'admitted' && kind === 'abbreviation' ? 'abbreviation' : 'variant';
}

/** The order of the fields: abbreviations, others that are fine, those to avoid. */
function inOrder(terms: readonly Term[]): readonly Term[] {
  const rank = ({ status, kind }: Term) => (status === 'deprecated' ? 2 : kind === 'abbreviation' ? 0 : 1);
  return [...terms].sort((one, other) => rank(one) - rank(other));
}

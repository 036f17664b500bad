import { looksAbbreviated } from '../abbreviation';
import type { Concept, Link, Term } from '../concept';
import type { Owner } from '../glossary';
import { derivationOf } from '../initialism';
import { oneLine, safeUrl, visible } from './escape';
import { cut, ELLIPSIS, type FieldOptions, readField } from './fieldReader';
import type { Markup } from './markup';
import { plainText } from './plainText';

/** Addresses that a card may link to, of the reader's own making; `undefined` leaves plain text. */
export interface CardLinks {
  /** Where a related concept is shown. */
  concept(concept: Concept): string | undefined;
  /** Where everything about the concept is shown. */
  page(concept: Concept): string | undefined;
  /** Where the concept was written. */
  source(concept: Concept): string | undefined;
  /** What switches off the glossary of the concept. */
  switchOff?(concept: Concept): string | undefined;
}

/** Tell who keeps the glossary of a concept; `undefined` where nobody is said to. */
export type OwnerOf = (concept: Concept) => Owner | undefined;

/** Find the concept that `from` names as related; `undefined` for a name that no glossary knows. */
export type RelatedConcept = (name: string, from: Concept) => Concept | undefined;

/** Longest plain text of a glossary in a card, and longest line of several, in characters as written out. */
const TEXT_LIMIT = 120;
const QUESTION_LIMIT = 300;
const NAMES_LIMIT = 500;
const LINKS_LIMIT = 2500;
/** Longest name of an owner, way to reach them and address of theirs: the foot of a card is one quiet line. */
const OWNER_LIMIT = 40;
const OWNER_URL_LIMIT = 300;

/** Write a plain text of a glossary, cut where it is longer than any name. */
export function nameText(text: string, markup: Markup, limit = TEXT_LIMIT): string {
  // What is made visible never gets shorter, so that twice the limit is enough to see how it is cut.
  const shown = visible(oneLine(text).slice(0, 2 * limit));
  return markup.text(shown.length > limit ? cut(shown, limit) + ELLIPSIS : shown);
}

/** Name a glossary and who keeps it: its name, the owner with a link, and how to reach them. One that is called as its owner is named once. */
export function sourceParts(glossary: string, owner: Owner | undefined, markup: Markup): readonly string[] {
  const name = nameText(glossary, markup);
  if (owner === undefined) return [name];
  const { url = '', contact = '' } = owner;
  const ownerName = nameText(owner.name, markup, OWNER_LIMIT);
  const linked = markup.link(ownerName, url.length > OWNER_URL_LIMIT ? undefined : safeUrl(url));
  const names = ownerName === '' ? [name] : ownerName === name ? [linked] : [name, linked];
  return [...names, nameText(contact, markup, OWNER_LIMIT)];
}

/** Write the blocks of a Markdown field, none where it is absent. */
export function fieldTexts(source: string | undefined, markup: Markup, options?: FieldOptions): string[] {
  return source === undefined ? [] : readField(source, markup, options).map((block) => block.text);
}

/** List what a concept is headed by: its preferred term and abbreviations, or full forms where an abbreviation is preferred. */
export function headingTerms(concept: Concept): readonly [Term, ...Term[]] {
  const [preferred, ...others] = concept.terms;
  const wanted = preferred.kind === 'abbreviation' ? 'full' : 'abbreviation';
  return [preferred, ...others.filter((term) => term.kind === wanted && term.status !== 'deprecated')];
}

/**
 * Write what a card is headed by. Where there is no definition to follow, it says what an abbreviation stands for, as texts do:
 * `Application Programming Interface (API)`.
 */
export function headingNames(concept: Concept, markup: Markup): string {
  const names = joinNames(headingTerms(concept), markup);
  if (concept.definition !== '') return names;
  const terms = concept.terms.filter(({ status }) => status !== 'deprecated');
  const isShort = ({ kind, text, status }: Term) =>
    kind === 'abbreviation' || (status === 'preferred' && looksAbbreviated(text));
  const long = terms.find((term) => !isShort(term));
  const short = terms.filter(isShort);
  if (long === undefined || short.length === 0) return names;
  return `${nameText(long.text, markup)} ${markup.text('(')}${joinNames(short, markup, ', ')}${markup.text(')')}`;
}

/** List terms on one line, with `…` for those that do not fit. */
export function joinNames(terms: readonly Term[], markup: Markup, separator = SEPARATOR): string {
  return joinWithin(
    terms.map((term) => nameText(term.text, markup)),
    NAMES_LIMIT,
    separator,
  );
}

/** Write the quiet line under the heading: how the term sounds, and where it belongs. */
export function factsLine(concept: Concept, markup: Markup, parts: { readonly category: boolean }): string {
  const pronunciation = nameText(concept.pronunciation ?? '', markup);
  const category = parts.category ? nameText(concept.category ?? '', markup) : '';
  return [pronunciation === '' ? '' : markup.emphasis(pronunciation), category]
    .filter((part) => part !== '')
    .join(' — ');
}

/** Say what to use instead of a deprecated term, and why. */
export function deprecationNotice(concept: Concept, term: Term, markup: Markup): string {
  const use = markup.strong(`Use ${markup.emphasis(nameText(concept.terms[0].text, markup))}`);
  const reason = nameText(term.reason ?? '', markup);
  const end = reason === '' ? '.' : /[.!?…]$/.test(reason) ? `: ${reason}` : `: ${reason}.`;
  return `${use} instead of ${markup.emphasis(nameText(term.text, markup))}${end}`;
}

/** Write what to say instead of a concept's term in plain language, or nothing where its glossary does not know. */
export function plainWordsLine({ plain }: Concept, markup: Markup): string {
  const words = nameText(plain ?? '', markup);
  return labelledLine('In plain words', words === '' ? [] : [words], markup);
}

/** Say in a quiet line that a term is not the glossary's own but made of one; nothing of any other term. */
export function derivationLine(concept: Concept, term: Term, markup: Markup): string {
  if (term.derived === undefined) return '';
  const text = nameText(term.text, markup);
  if (term.derived === 'link')
    return markup.emphasis(`${text}: what links in the glossary call it, not listed as a term`);
  const source = nameText(derivationOf(concept, term).text, markup);
  return markup.emphasis(`${text}: initials of ${source}, not listed in the glossary`);
}

/** Write a question on one line. */
export function questionTitle(question: string, markup: Markup): string {
  return nameText(plainText(question), markup, QUESTION_LIMIT);
}

/** Write links to pages elsewhere; an address that is not safe leaves the title. */
export function pageLinks(links: readonly Link[], markup: Markup): string[] {
  return links
    .map((link) => {
      const title = nameText(link.title, markup);
      return markup.link(title === '' ? nameText(link.url, markup) : title, safeUrl(link.url));
    })
    .filter((link) => link !== '');
}

/** A related concept, or the bare name that no glossary knows. */
export interface Related {
  readonly concept: Concept | undefined;
  readonly text: string;
}

/** Resolve what a concept names as related, each once, itself left out. */
export function relatedOf(concept: Concept, related: RelatedConcept, markup: Markup, links: CardLinks): Related[] {
  const seen = new Set<Concept | string>([concept]);
  const found: Related[] = [];
  for (const name of concept.related) {
    const other = related(name, concept);
    const text = nameText(other?.terms[0].text ?? name, markup);
    if (!seen.has(other ?? text) && text !== '') {
      seen.add(other ?? text);
      found.push({ concept: other, text: other === undefined ? text : markup.link(text, links.concept(other)) });
    }
  }
  return found;
}

/** Write a labelled line of items, `most` at the most, or nothing without items. */
export function labelledLine(label: string, items: readonly string[], markup: Markup, most = items.length): string {
  if (items.length === 0) {
    return '';
  }
  const shown = joinWithin(items.slice(0, most), LINKS_LIMIT);
  const isCut = items.length > most && !shown.endsWith(SEPARATOR + ELLIPSIS);
  return `${markup.strong(label)}${markup.labelEnd} ${shown}${isCut ? SEPARATOR + ELLIPSIS : ''}`;
}

/** What stands between items on one line. */
export const SEPARATOR = ' · ';

/** Join items while they stay within `limit` characters, the first always, and say with `…` that more follow. */
export function joinWithin(items: readonly string[], limit: number, separator = SEPARATOR): string {
  let joined = items[0] ?? '';
  for (const item of items.slice(1)) {
    if (joined.length + separator.length + item.length > limit) {
      return joined + separator + ELLIPSIS;
    }
    joined += separator + item;
  }
  return joined;
}

import type { Example, Link, PartOfSpeech, Term, TermKind, TermStatus } from '../../terminology/concept';
import { quoted } from '../../text/quotation';
import type { Span } from '../../text/span';
import type { ConceptRecord, LocatedTerm, LocatedText } from '../concepts/conceptRecord';
import type { Leftovers } from '../concepts/leftOut';
import { isUsableTerm } from '../concepts/terms';
import { isWebAddress, shortAddress } from '../concepts/webAddress';
import { type GlossaryLimits, limitMessage } from '../limits';
import type { Problems } from '../problems';
import { type ConceptField, conceptFields, kindOf, partOfSpeechOf, statusOf } from './dataCategories';
import type { XmlElement } from './elements';
import { lineOf, proseOf } from './prose';
import { isReason } from './reason';
import { GROUPS, LANGUAGES, TERMS, TYPED } from './structure';
import { xmlIdValue } from './xmlId';

/** What reading a concept needs to know. */
export interface EntryReading {
  /** The text of the file. */
  readonly source: string;
  readonly limits: GlossaryLimits;
  readonly problems: Problems;
  readonly leftovers: Leftovers;
  /** Tell whether what is in a language, as written, belongs to the glossary; so does what names none. */
  isWanted(language: string | undefined): boolean;
  /** Find the id of the concept that a reference names by its own id or that of one of its terms. */
  conceptAt(id: string): string | undefined;
}

/** Read a concept; undefined where it has no term to use in the language. */
export function readEntry(reading: EntryReading, entry: XmlElement): ConceptRecord | undefined {
  const { leftovers } = reading;
  const sections = entry.children.filter(({ name }) => LANGUAGES.has(name));
  const own = sections.filter(({ language }) => reading.isWanted(language));
  const written = own.flatMap((section) => termsOf(section)).flatMap((element) => readTerm(reading, element) ?? []);
  const main = mainTerm(written);
  if (main === undefined) {
    const what =
      written.length === 0 ? 'concepts without a term in this language' : 'concepts that have terms to avoid alone';
    leftovers.add(what, entry.span);
    return undefined;
  }
  for (const section of sections) if (!own.includes(section)) countTerms(section, leftovers);
  const draft = createDraft();
  take(reading, draft, entry.children);
  for (const section of own) take(reading, draft, section.children);
  for (const { element, reason } of written) {
    take(
      reading,
      draft,
      flat(element.children).filter((part) => part !== reason && !OF_TERMS.has(categoryOf(part))),
    );
  }
  const others = written.filter((term) => term !== main);
  return {
    id: idOf(reading, entry),
    terms: [locatedTerm(main, 'preferred', 'full'), ...others.map((term) => locatedTerm(term, 'admitted', 'variant'))],
    related: [...draft.related.values()],
    content: {
      definition: draft.definition?.text ?? '',
      ...(draft.description.length === 0 ? {} : { description: draft.description.join(PARAGRAPH_BREAK) }),
      ...(draft.category === undefined ? {} : { category: draft.category }),
      examples: draft.examples,
      faq: [],
      links: draft.links,
    },
    definitionSpan: draft.definition?.span ?? { start: main.span.end, end: main.span.end },
    span: entry.span,
  };
}

/** List the terms of a section in one language. */
export function termsOf(section: XmlElement): readonly XmlElement[] {
  return section.children.filter(({ name }) => TERMS.has(name));
}

/** A term as the file says it. */
interface WrittenTerm {
  readonly element: XmlElement;
  readonly text: string;
  readonly span: Span;
  readonly status: TermStatus | undefined;
  readonly kind: TermKind | undefined;
  readonly pos: PartOfSpeech | undefined;
  /** The note that says why it is not to be used. */
  readonly reason: XmlElement | undefined;
}

function readTerm({ limits, problems, leftovers }: EntryReading, element: XmlElement): WrittenTerm | undefined {
  const parts = flat(element.children);
  const written = parts.find(({ name }) => name === 'term');
  if (written === undefined) {
    const { start } = element.span;
    problems.report('missing-term', { start, end: start + element.name.length + 1 }, 'This term has no `term` in it');
    return undefined;
  }
  const text = lineOf(written);
  const span = written.content;
  if (text.length > limits.termLength) {
    const message = limitMessage('This term has too many characters', text.length, limits.termLength, 'it is left out');
    problems.report(
      'too-long',
      { start: span.start, end: Math.min(span.end, span.start + limits.termLength) },
      message,
    );
    return undefined;
  }
  if (!isUsableTerm(text)) {
    problems.report('unusable-term', span, 'This term has no letter, digit or sign to look for');
    return undefined;
  }
  const first = <T>(category: string, meaning: (value: string) => T | undefined): T | undefined => {
    const found = parts.find((part) => categoryOf(part) === category);
    if (found === undefined) return undefined;
    const value = meaning(found.text.trim());
    if (value === undefined) leftovers.add(`\`${category}\` ${quoted(lineOf(found))}`, found.span);
    return value;
  };
  const status = first('administrativeStatus', statusOf) ?? first('normativeAuthorization', statusOf);
  return {
    element,
    text,
    span,
    status,
    kind: first('termType', kindOf),
    pos: first('partOfSpeech', partOfSpeechOf),
    reason: status === 'deprecated' ? reasonIn(parts) : undefined,
  };
}

/** The first note tells the reason where it is a phrase: it stands behind a colon in messages. Other notes are told with the concept. */
function reasonIn(parts: readonly XmlElement[]): XmlElement | undefined {
  const note = parts.find((part) => categoryOf(part) === 'note');
  return note !== undefined && isReason(lineOf(note)) ? note : undefined;
}

/** What `readTerm` reads. */
const OF_TERMS: ReadonlySet<string> = new Set([
  'term',
  'administrativeStatus',
  'normativeAuthorization',
  'termType',
  'partOfSpeech',
]);

/** The preferred term; where none is said to be, the first of which nothing is said, or the first that may be used. */
function mainTerm(terms: readonly WrittenTerm[]): WrittenTerm | undefined {
  for (const wanted of ['preferred', undefined, 'admitted'] as const) {
    const found = terms.find(({ status }) => status === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function locatedTerm(
  { text, span, status: own, kind: ownKind, pos, reason }: WrittenTerm,
  given: TermStatus,
  kind: TermKind,
): LocatedTerm {
  const status = given !== 'preferred' && own === 'deprecated' ? 'deprecated' : given;
  const term: Term = {
    text,
    status,
    kind: ownKind ?? kind,
    caseRule: 'auto',
    ...(pos === undefined ? {} : { pos }),
    ...(reason === undefined ? {} : { reason: lineOf(reason) }),
  };
  return { term, span };
}

function countTerms(section: XmlElement, leftovers: Leftovers): void {
  for (const { span } of termsOf(section)) leftovers.add(`terms in ${quoted(section.language ?? '')}`, span);
}

function idOf({ limits }: EntryReading, { id }: XmlElement): LocatedText | undefined {
  const text = id === undefined ? '' : xmlIdValue(id.value).trim();
  return id === undefined || text === '' || text.length > limits.termLength ? undefined : { text, span: id.span };
}

/** What is known of a concept so far. */
interface Draft {
  definition: LocatedText | undefined;
  readonly description: string[];
  /** Of the whole description, in UTF-16 units. */
  descriptionLength: number;
  category: string | undefined;
  readonly examples: Example[];
  readonly links: Link[];
  readonly related: Map<string, LocatedText>;
}

function createDraft(): Draft {
  return {
    definition: undefined,
    description: [],
    descriptionLength: 0,
    category: undefined,
    examples: [],
    links: [],
    related: new Map(),
  };
}

function take(reading: EntryReading, draft: Draft, children: readonly XmlElement[]): void {
  for (const element of flat(children)) {
    if (LANGUAGES.has(element.name) || TERMS.has(element.name)) continue;
    const category = categoryOf(element);
    const field = conceptFields.get(category);
    const isTaken =
      field !== undefined && reading.isWanted(element.language) && takeField(reading, draft, element, field);
    if (!isTaken) reading.leftovers.add(`\`${category.slice(0, LONGEST_CATEGORY)}\``, element.span);
  }
}

/** Names in lists of what is left out. */
const LONGEST_CATEGORY = 60;

/** Put what an element says into a field of the concept; tells whether it could. */
function takeField(reading: EntryReading, draft: Draft, element: XmlElement, field: ConceptField): boolean {
  switch (field) {
    case 'definition':
    case 'description':
    case 'example':
      return takeProse(reading, draft, element, field);
    case 'category': {
      const category = lineOf(element);
      if (category === '' || !isShort(reading, element, category)) return true;
      draft.category ??= category;
      return draft.category === category;
    }
    case 'related':
      return takeRelated(reading, draft, element);
    case 'link':
      return takeLink(draft, element);
    case 'source':
      return takeSource(draft, element);
  }
}

function takeProse(
  reading: EntryReading,
  draft: Draft,
  element: XmlElement,
  field: 'definition' | 'description' | 'example',
): boolean {
  const text = proseOf(element, reading.source);
  if (text === '') return true;
  const isFirstDefinition = field === 'definition' && draft.definition === undefined;
  const before = field === 'example' || isFirstDefinition ? 0 : draft.descriptionLength;
  // The problem tells of it.
  if (!isShort(reading, element, text, before)) return true;
  if (field === 'example') draft.examples.push({ text });
  else if (isFirstDefinition) draft.definition = { text, span: element.content };
  else {
    draft.description.push(text);
    draft.descriptionLength += text.length + PARAGRAPH_BREAK.length;
  }
  return true;
}

const PARAGRAPH_BREAK = '\n\n';

/** Tell whether a text fits into its field, which has `before` characters already; reports one that does not. */
function isShort({ limits, problems }: EntryReading, { content }: XmlElement, text: string, before = 0): boolean {
  const length = before + text.length;
  if (length <= limits.textLength) return true;
  const what = before === 0 ? 'This text has' : 'The texts of this concept have';
  const message = () => limitMessage(`${what} too many characters`, length, limits.textLength, 'it is left out');
  problems.report(
    'too-long',
    { start: content.start, end: Math.min(content.end, content.start + limits.textLength) },
    message,
  );
  return false;
}

/** A reference names the id of a concept or of a term; what names neither may be a term by its text. */
function takeRelated({ conceptAt, limits }: EntryReading, draft: Draft, element: XmlElement): boolean {
  const { target } = element;
  const id = target === undefined ? undefined : conceptAt(target.value.trim().replace(/^#/, ''));
  const text = id ?? lineOf(element);
  if (text === '' || text.length > limits.termLength) return false;
  const span = id !== undefined && target !== undefined ? target.span : element.content;
  if (!draft.related.has(text)) draft.related.set(text, { text, span });
  return true;
}

function takeLink({ links }: Draft, element: XmlElement): boolean {
  const title = lineOf(element);
  const url = element.target?.value.trim() ?? title;
  if (!isWebAddress(url)) return false;
  links.push({ title: title === '' ? shortAddress(url) : title, url });
  return true;
}

/** Texts of one concept mostly come from one page. */
function takeSource({ links }: Draft, element: XmlElement): boolean {
  const url = lineOf(element);
  if (!isWebAddress(url)) return false;
  if (!links.some((link) => link.url === url)) links.push({ title: shortAddress(url), url });
  return true;
}

/** Take elements out of their groups, and those out of theirs. */
function flat(elements: readonly XmlElement[]): readonly XmlElement[] {
  let parts = elements;
  for (let level = 0; level < GROUP_LEVELS; level++) {
    if (!parts.some(({ name }) => GROUPS.has(name))) break;
    parts = parts.flatMap((element) => (GROUPS.has(element.name) ? element.children : [element]));
  }
  return parts;
}

/** A term and what is said of it may stand in a group in a group; no more is known. */
const GROUP_LEVELS = 2;

function categoryOf({ name, type }: XmlElement): string {
  return TYPED.has(name) ? (type ?? name) : name;
}

import { foldedLetters } from '../../text/likeness';
import type { Span } from '../../text/span';
import type { ConceptRecord, LocatedTerm, LocatedText } from '../concepts/conceptRecord';
import { createLeftovers } from '../concepts/leftOut';
import { glossaryOf } from '../concepts/readGlossary';
import { isUsableTerm, locatedTerm, titleTerms } from '../concepts/terms';
import type { GlossarySource, ReadGlossary } from '../format';
import { type GlossaryLimits, limitMessage } from '../limits';
import { openFrontMatter } from '../markdown/frontMatter';
import { plainText } from '../markdown/inline';
import { maskPage } from '../markdown/mask';
import { isOnWeb, type ProseReader, proseOf } from '../markdown/prose';
import { languageOfPath } from '../pathLanguage';
import { createProblems } from '../problems';
import type { Reading } from '../records/fields';
import { openText } from '../records/fileText';
import { canonicalTag } from '../records/languageTag';
import type { Value } from '../records/values';
import { bodyOf } from './body';
import { linesIn, type PageFields, pageFields } from './fields';
import { statedNames } from './statedNames';

/** Read a page about one concept, or about none, within `limits`. */
export function readConceptPage(source: GlossarySource, limits: GlossaryLimits): ReadGlossary {
  const { text, uri, options } = source;
  const problems = createProblems(limits.problems);
  const { start, yamlEnd, end } = openFrontMatter(text);
  // The YAML stays where it stands in the file, behind line ends, so that all places are those of the file.
  const yaml = text.length > limits.fileLength ? text : '\n'.repeat(start) + text.slice(start, yamlEnd);
  const opened = openText(yaml, limits, problems, 'Split it into several files');
  if (opened === undefined) return { glossary: undefined, problems: problems.list(), relatedNames: [] };
  const [root, reading] = opened;
  const fields = root.kind === 'record' ? pageFields(reading, root) : { values: new Map(), unknown: [] };
  const leftovers = createLeftovers();
  const said = linesIn(reading, fields.values.get('language'), '`language`')[0]?.text;
  const language = (said && canonicalTag(said)) ?? options?.language ?? languageOfPath(uri) ?? 'en';
  const record = recordOf({ source, reading, fields, bodyStart: end, language, limits, leftovers });
  const leftOut = record === undefined ? [] : leftovers.list();
  const read = glossaryOf({ name: undefined, language }, record === undefined ? [] : [record], source, problems);
  return leftOut.length === 0 ? read : { ...read, leftOut };
}

interface PageReading {
  readonly source: GlossarySource;
  readonly reading: Reading;
  readonly fields: PageFields;
  readonly bodyStart: number;
  readonly language: string;
  readonly limits: GlossaryLimits;
  readonly leftovers: ReturnType<typeof createLeftovers>;
}

function recordOf(page: PageReading): ConceptRecord | undefined {
  const { source, reading, fields, bodyStart, limits } = page;
  const { text, uri } = source;
  const { problems } = reading;
  const title = fields.values.get('title');
  const [name] = linesIn(reading, title, '`title`');
  if (name === undefined || isIndex(uri)) return undefined;
  if (isTrue(fields.values.get('draft'))) {
    problems.report(
      'empty-glossary',
      fields.values.get('draft')?.span ?? name.span,
      'This page is a draft, so its concept is left out',
    );
    return undefined;
  }
  const id = idOf(reading, fields, uri);
  const title_ = plainText(name.text).text;
  if (!isUsableTerm(title_)) {
    problems.report(
      'unusable-term',
      name.span,
      'This title has no letter or sign that could be found, so the page is left out',
    );
    return undefined;
  }
  const related = new Map<string, LocatedText>();
  const relate = (target: string, span: Span) => {
    const key = target.trim();
    if (key !== '' && key !== id.text && key.length <= limits.termLength && !related.has(key))
      related.set(key, { text: key, span });
  };
  for (const { text: target, span } of linesIn(reading, fields.values.get('related'), '`related`'))
    relate(target, span);
  const masked = maskPage(text, bodyStart);
  const prose = proseReader(page, masked.references, relate);
  const summary = summaryOf(page, prose);
  const body = bodyOf(masked.text, bodyStart, summary, prose);
  const definition = summary ?? body.definition;
  if (definition === undefined) {
    if (!fields.values.has('layout')) {
      const message = 'This page has no `short_description` and no paragraph, so its concept is left out';
      problems.report('missing-definition', name.span, message);
    }
    return undefined;
  }
  const links = linksOf(page);
  const category = categoryOf(page);
  const terms = termsOf(page, { text: title_, span: name.span }, id.text, [definition.text, body.firstParagraph ?? '']);
  for (const { text: field, span } of fields.unknown) page.leftovers.add(`the field \`${field}\``, span);
  const description = bounded(body.description, { start: bodyStart, end: text.length }, page);
  return {
    id,
    terms,
    related: [...related.values()],
    content: {
      definition: bounded(definition.text, definition.span, page),
      ...(description === '' ? {} : { description }),
      ...(category === undefined ? {} : { category }),
      examples: [],
      faq: [],
      links,
    },
    definitionSpan: definition.span,
    span: { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.trimEnd().length },
  };
}

/** Pages that list the others, or are a pattern for them. */
function isIndex(uri: string): boolean {
  return nameOf(uri).startsWith('_');
}

/** The name of a file without its extension and language, or of its folder where it is an `index.md`. */
function nameOf(uri: string): string {
  const [path = ''] = uri.split(/[?#]/, 1);
  const [name = '', folder = ''] = path.split('/').slice(-2).reverse();
  const stem = name.replace(/\.[a-z]+$/i, '').replace(/\.[a-z]{2}(?:-[a-z]{2,4})?$/i, '');
  return decoded(/^index$/i.test(stem) ? folder : stem);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === 'text' && /^(?:true|yes)$/i.test(value.text.trim());
}

function idOf(reading: Reading, { values }: PageFields, uri: string): LocatedText {
  const [id] = linesIn(reading, values.get('id'), '`id`');
  return id ?? { text: nameOf(uri), span: values.get('title')?.span ?? { start: 0, end: 0 } };
}

function proseReader(
  { leftovers }: PageReading,
  references: ReadonlyMap<string, string>,
  relate: (target: string, span: Span) => void,
): ProseReader {
  return {
    references,
    // The text alone stays of what leads to another page: there is no telling whether that page is read.
    related(target, span) {
      relate(target, span);
      return undefined;
    },
    lose: leftovers.add,
    link(address, span) {
      if (isOnWeb(address)) return address;
      const sibling = siblingIn(address);
      if (sibling === undefined) leftovers.add('links within the site', span);
      else relate(sibling, span);
      return undefined;
    },
  };
}

/** The page beside this one that a link leads to: `/pod/`, `/ja/pod/`, `pod.md`. */
function siblingIn(address: string): string | undefined {
  const [path = ''] = address.split(/[?#]/, 1);
  return (
    /^(?:\.?\/)?([\p{L}\p{N}][\p{L}\p{N}_.-]{0,150})\.mdx?$/u.exec(path)?.[1] ??
    /^\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?([\p{L}\p{N}][\p{L}\p{N}_-]{2,150})\/?$/u.exec(path)?.[1]
  );
}

function summaryOf({ fields, reading, limits }: PageReading, prose: ProseReader): LocatedText | undefined {
  const value = fields.values.get('definition');
  if (value?.kind !== 'text') return undefined;
  const { span } = value;
  const masked = maskPage(value.text.slice(0, limits.textLength), 0).text;
  const text = proseOf(masked, { start: 0, end: masked.length }, placed(prose, span)).trim();
  return text === '' || reading.limits.textLength < text.length ? undefined : { text, span };
}

/** What is in a text of YAML stands somewhere in its value. */
function placed(prose: ProseReader, span: Span): ProseReader {
  return {
    references: prose.references,
    related: (id) => prose.related(id, span),
    lose: (what) => prose.lose(what, span),
    link: (address) => prose.link(address, span),
  };
}

function linksOf({ fields, reading, leftovers }: PageReading): ConceptRecord['content']['links'] {
  return linesIn(reading, fields.values.get('link'), '`full_link`').flatMap(({ text, span }) => {
    if (/^https?:\/\/[^\s/?#\\][^\s\p{Cc}]*$/iu.test(text))
      return [{ title: text.replace(/^https?:\/\//i, '').replace(/\/$/, ''), url: text }];
    leftovers.add('links within the site', span);
    return [];
  });
}

/** A page has one category, and any number of tags, of which the first is one where it has none. */
function categoryOf({ fields, reading, leftovers }: PageReading): string | undefined {
  const categories = linesIn(reading, fields.values.get('category'), '`category`');
  const tags = linesIn(reading, fields.values.get('tags'), '`tags`');
  const [first, ...others] = [...categories, ...tags];
  for (const { span } of others) leftovers.add('further tags', span);
  return first?.text;
}

function termsOf(
  { reading, fields, language, limits }: PageReading,
  title: LocatedText,
  id: string,
  prose: readonly string[],
): readonly [LocatedTerm, ...LocatedTerm[]] {
  const [preferred, ...others] = titleTerms(title.text.slice(0, limits.termLength), title.span, id).terms;
  const terms: [LocatedTerm, ...LocatedTerm[]] = [preferred, ...others];
  const known = new Set(terms.map(({ term }) => foldedLetters(term.text)));
  const add = (located: LocatedTerm) => {
    const key = foldedLetters(located.term.text);
    if (known.has(key) || !isUsableTerm(located.term.text)) return;
    known.add(key);
    terms.push(located);
  };
  for (const { text, span } of linesIn(reading, fields.values.get('abbreviations'), '`abbreviations`'))
    add(locatedTerm(text, span, 'admitted', 'abbreviation'));
  for (const { text, span } of linesIn(reading, fields.values.get('also'), '`aka`')) {
    // Sites list the old addresses of a page as its aliases.
    if (text.startsWith('/') || /^https?:/i.test(text)) continue;
    for (const { term } of titleTerms(plainText(text).text, span, id).terms)
      add(locatedTerm(term.text, span, 'admitted', kindOf(term.text)));
  }
  if (!/^en\b/.test(language)) {
    // Translations share the id, which is the name in the language that they were made from: writers use it too.
    if (isName(id)) add(locatedTerm(id, title.span, 'admitted', 'variant'));
    return terms;
  }
  for (const text of prose) {
    const names = terms.map(({ term }) => term.text);
    for (const stated of statedNames(text, names)) add(locatedTerm(stated.text, title.span, 'admitted', stated.kind));
  }
  return terms;
}

function isName(id: string): boolean {
  return /^\p{L}[\p{L}\p{N}_-]+$/u.test(id) && id.length <= LONGEST_NAME;
}

/** Longer ids are made of a sentence, in UTF-16 units. */
const LONGEST_NAME = 60;

function kindOf(name: string): 'abbreviation' | 'variant' {
  return /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(name) ? 'abbreviation' : 'variant';
}

/** Cut a text that is too long where a paragraph ends. */
function bounded(text: string, span: Span, { reading, limits }: PageReading): string {
  if (text.length <= limits.textLength) return text;
  const message = () =>
    limitMessage('This text has too many characters', text.length, limits.textLength, 'the rest is left out');
  reading.problems.report(
    'too-long',
    { start: span.start, end: Math.min(span.end, span.start + limits.textLength) },
    message,
  );
  const kept = text.slice(0, limits.textLength);
  const end = kept.lastIndexOf('\n\n');
  return (end > 0 ? kept.slice(0, end) : kept.replace(/[\uD800-\uDBFF]$/, '')).trimEnd();
}

import type { Span } from '../../text/span';
import type { ConceptRecord, LocatedText } from '../concepts/conceptRecord';
import { createLeftovers } from '../concepts/leftOut';
import { glossaryOf } from '../concepts/readGlossary';
import { isUsableTerm } from '../concepts/terms';
import { isWebAddress, shortAddress } from '../concepts/webAddress';
import type { GlossarySource, ReadGlossary } from '../format';
import type { GlossaryLimits } from '../limits';
import { cutText } from '../markdown/cutText';
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
import { isIndex, nameOf, siblingIn } from './pageNames';
import { termsOf } from './pageTerms';

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
  const titleText = plainText(name.text).text;
  if (!isUsableTerm(titleText)) {
    problems.report(
      'unusable-term',
      name.span,
      'This title has no letter or sign that could be found, so the page is left out',
    );
    return undefined;
  }
  const related = new Map<string, LocatedText>();
  /** Gives the address that a link to it has in prose; undefined where there is none. */
  const relate = (target: string, span: Span): string | undefined => {
    const key = target.trim();
    if (key === '' || key === id.text || key.length > limits.termLength) return undefined;
    if (!related.has(key)) related.set(key, { text: key, span });
    return IN_ADDRESS.test(key) ? `#${key}` : undefined;
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
  const { terms, disambiguator } = termsOf(page, { text: titleText, span: name.span }, id.text, [
    definition.text,
    body.firstParagraph ?? '',
  ]);
  const category = categoryOf(page) ?? disambiguator;
  if (disambiguator !== undefined && category !== disambiguator)
    page.leftovers.add('a remark in brackets behind a term', name.span);
  for (const { text: field, span } of fields.unknown) page.leftovers.add(`the field \`${field}\``, span);
  const description = cutText(body.description, { start: bodyStart, end: text.length }, limits, problems);
  return {
    id,
    terms,
    related: [...related.values()],
    content: {
      definition: cutText(definition.text, definition.span, limits, problems),
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

function isTrue(value: Value | undefined): boolean {
  return value?.kind === 'text' && /^(?:true|yes)$/i.test(value.text.trim());
}

function idOf(reading: Reading, { values }: PageFields, uri: string): LocatedText {
  const [id] = linesIn(reading, values.get('id'), '`id`');
  return id ?? { text: nameOf(uri), span: values.get('title')?.span ?? { start: 0, end: 0 } };
}

/** What needs no escaping between the brackets of a link. */
const IN_ADDRESS = /^[\p{L}\p{M}\p{N}._-]+$/u;

function proseReader(
  { leftovers }: PageReading,
  references: ReadonlyMap<string, string>,
  relate: (target: string, span: Span) => string | undefined,
): ProseReader {
  return {
    references,
    // What a page calls another concept may be a name of it that is not listed: see `linkedNames`.
    related: (target, span) => relate(target, span),
    lose: leftovers.add,
    link(address, span) {
      if (isOnWeb(address)) return address;
      const sibling = siblingIn(address);
      if (sibling === undefined) {
        leftovers.add('links within the site', span);
        return undefined;
      }
      return relate(sibling, span);
    },
  };
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
    if (isWebAddress(text)) return [{ title: shortAddress(text), url: text }];
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

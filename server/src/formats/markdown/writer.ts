import type { Concept, Term } from '../../terminology/concept';
import { nameConcepts, nameKey } from '../../terminology/conceptNames';
import type { GlossaryContent } from '../../terminology/glossary';
import { createLeftovers, type Leftovers } from '../concepts/leftOut';
import { createSlugs } from '../concepts/slug';
import type { WrittenGlossary } from '../format';
import { glossaryLimits } from '../limits';
import { blocksOf } from './blocks';
import { writtenTerms } from './draft';
import { anchorOf } from './headings';
import { escaped } from './inline';
import { maskPage } from './mask';
import { listedNames } from './names';
import { safeProse } from './safeProse';

/** Write a glossary as one page: a heading for each concept, its definition, and a line for each kind of thing it says besides. */
export function writePage(glossary: GlossaryContent): WrittenGlossary {
  const { name, language, owner, concepts } = glossary;
  const leftovers = createLeftovers();
  if (owner !== undefined) leftovers.add('the owner of the glossary');
  if (language !== 'en') leftovers.add('the language of the glossary');
  const names = nameConcepts(concepts);
  const sections = concepts.map((concept) => section(concept, { concepts, names, leftovers }));
  const text = `${[`# ${escaped(name)}`, MARK, ...sections].join('\n\n')}\n`;
  return { files: [{ path: 'glossary.md', text }], leftOut: leftovers.list() };
}

/** Says to our reader which headings are terms, whatever stands below them. */
const MARK = '<!-- terms: h2 -->';

interface Writing {
  readonly concepts: readonly Concept[];
  /** The numbers of concepts by the keys of their names. */
  readonly names: ReadonlyMap<string, number>;
  readonly leftovers: Leftovers;
}

function section(concept: Concept, writing: Writing): string {
  const { definition, description, category } = concept;
  const { leftovers } = writing;
  const [preferred, ...others] = concept.terms;
  const admitted = others.filter(({ status }) => status !== 'deprecated');
  const abbreviations = admitted.filter(({ kind }) => kind === 'abbreviation');
  const { title, inTitle } = titleOf(preferred, abbreviations[0], leftovers);
  countLeftOut(concept, leftovers);
  const shown = definition.trim();
  if (shown === '' && description !== undefined) leftovers.add('descriptions of concepts without a definition');
  if (blockCount(shown) > 1) leftovers.add('paragraphs of definitions behind the first, which begin the description');
  return [
    `${anchorLine(concept, title, leftovers)}## ${title}`,
    safeProse(shown),
    nameLine(
      'Abbreviations',
      abbreviations.filter((term) => term !== inTitle),
      leftovers,
    ),
    nameLine(
      'Also',
      admitted.filter(({ kind }) => kind !== 'abbreviation'),
      leftovers,
    ),
    nameLine(
      '_Avoid_',
      others.filter(({ status }) => status === 'deprecated'),
      leftovers,
    ),
    category === undefined ? '' : `Category: ${escaped(category)}`,
    relatedLine(concept, writing),
    linkLine(concept),
    shown === '' ? '' : safeProse(description?.trim() ?? ''),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Write the title that our reader takes for these terms: with an abbreviation where that is understood, the name alone otherwise. */
function titleOf(
  { text }: Term,
  abbreviation: Term | undefined,
  leftovers: Leftovers,
): { readonly title: string; readonly inTitle: Term | undefined } {
  const name = escaped(text);
  if (abbreviation !== undefined) {
    const title = `${name} (${escaped(abbreviation.text)})`;
    if (reads(title, text, abbreviation.text)) return { title, inTitle: abbreviation };
  }
  const title = [name, name.replace(/(?<!\\)[()/.:（）]/gu, '\\$&')].find((candidate) => reads(candidate, text));
  if (title === undefined) leftovers.add('spellings of terms that a heading cannot hold');
  return { title: title ?? name, inTitle: undefined };
}

function reads(title: string, ...expected: readonly string[]): boolean {
  const written = writtenTerms(title, { start: 0, end: title.length }, undefined, glossaryLimits.termLength);
  const terms = written?.terms ?? [];
  return (
    terms.length === expected.length &&
    terms.every(({ term }, index) => term.text === expected[index] && (index === 0 || term.kind === 'abbreviation'))
  );
}

/** An id that is not that of the heading stands before it. */
function anchorLine({ id, terms }: Concept, title: string, leftovers: Leftovers): string {
  const isMade = createSlugs(new Set())(terms[0].text) === id;
  if (isMade && anchorOf(title) === id) return '';
  if (/^[^"'<>\s]{1,200}$/.test(id)) return `<a id="${id}"></a>\n\n`;
  if (!isMade) leftovers.add('ids with characters that an anchor cannot have');
  return '';
}

function nameLine(label: string, terms: readonly Term[], leftovers: Leftovers): string {
  const names = terms.flatMap(({ text, reason }) => {
    const name = escaped(text).replace(/[,;，；、]|\.$|[()（）]/gu, '\\$&');
    const written = reason === undefined ? name : `${name} (${escaped(reason).replace(/[()（）]/gu, '\\$&')})`;
    const [read, another] = listedNames(written, { start: 0, end: written.length }, reason !== undefined);
    if (read?.text === text && another === undefined) return [written];
    leftovers.add('terms that a list cannot hold');
    return [];
  });
  return names.length === 0 ? '' : `${label}: ${names.join(', ')}`;
}

function relatedLine({ related }: Concept, { concepts, names }: Writing): string {
  const links = related.map((name) => {
    const concept = concepts[names.get(nameKey(name)) ?? -1];
    if (concept === undefined) return escaped(name).replace(/[,;，；、()（）]/gu, '\\$&');
    return `[${escaped(concept.terms[0].text).replace(/[,;，；、()（）]/gu, '\\$&')}](#${concept.id})`;
  });
  return links.length === 0 ? '' : `See also: ${links.join(', ')}`;
}

function linkLine({ links }: Concept): string {
  const written = links.map(
    ({ title, url }) =>
      `[${escaped(title)}](${url.replace(/[\s()<>]/gu, encodeURIComponent).replace(/[()]/g, percentEncoded)})`,
  );
  return written.length === 0 ? '' : `Links: ${written.join(', ')}`;
}

/** Brackets are what `encodeURIComponent` leaves. */
function percentEncoded(bracket: string): string {
  return bracket === '(' ? '%28' : '%29';
}

function blockCount(text: string): number {
  return blocksOf(maskPage(text, 0).text, 0).length;
}

/** Count what a page has no place for. */
function countLeftOut(concept: Concept, leftovers: Leftovers): void {
  const { terms, examples, faq, pronunciation, audience, plain } = concept;
  if (pronunciation !== undefined) leftovers.add('pronunciations');
  if (audience !== undefined) leftovers.add('audiences');
  if (plain !== undefined) leftovers.add('words for plain language');
  if (concept.extends === true) leftovers.add('that a concept adds to another');
  for (const _ of examples) leftovers.add('examples');
  for (const _ of faq) leftovers.add('questions');
  for (const { caseRule, pos, forms, status, kind } of terms) {
    if (caseRule !== 'auto') leftovers.add('rules for capitals');
    if (pos !== undefined) leftovers.add('parts of speech');
    if (forms !== undefined) leftovers.add('forms of terms');
    if (status === 'deprecated' && kind === 'abbreviation') leftovers.add('that a term to avoid is an abbreviation');
  }
}

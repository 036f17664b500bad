import {
  densestDocuments,
  densityBins,
  densityOf,
  documentsInNeed,
  FEWEST_WORDS,
  medianDensity,
  perHundredWords,
} from '../density';
import { draftRecords } from '../drafts';
import { count, counted, decimal, moreThan } from '../numbers';
import { avoidedTerms, sum } from '../summary';
import {
  type CategoryUsage,
  type ConceptUsage,
  type DocumentUsage,
  placeText,
  type TermUsage,
  type UsageReport,
} from '../usageReport';
import { barChart } from './barChart';
import { binName, histogram } from './histogram';
import { type Html, html } from './html';
import { type Cell, meter, path, table } from './table';
import { treemap } from './treemap';

/** More bars do not fit on a screen. */
const MOST_BARS = 12;
/** Smaller fields of a treemap are lines: they share one. */
const MOST_FIELDS = 18;
/** More names in one cell are hard to read. */
const MOST_NAMES = 6;

/** Which terms are used most. */
export function mostUsed({ concepts }: UsageReport): Html {
  const bars = concepts.filter(({ uses }) => uses > 0).slice(0, MOST_BARS);
  if (bars.length === 0) {
    return html`<section><h2>Most used terms</h2><p>No document uses a term of any glossary that applies to it.</p></section>`;
  }
  return html`<section>
<h2>Most used terms</h2>
<p>How often a concept is named, by whichever of its terms.</p>
${barChart('Uses of the most used terms', bars.map(barOf))}
<p class="link"><a href="#concepts">All ${counted(concepts.length, 'concept')} in use</a></p>
</section>`;
}

/** Which concepts are used, how often and where first. */
export function concepts({ concepts: list }: UsageReport, rows: number): Html {
  if (list.length === 0) return html``;
  const most = list[0]?.uses ?? 0;
  return html`<section id="concepts">
<h2>Concepts in use</h2>
<p>How often they are named in running text and in code, as what, and where first.</p>
${table(
  'Concepts in use',
  [
    { title: 'Term', kind: 'name' },
    { title: 'Category', kind: 'text' },
    { title: 'Glossary', kind: 'text' },
    { title: 'Written as', kind: 'text' },
    { title: 'Uses', kind: 'number' },
    { title: 'In code', kind: 'number' },
    { title: 'Documents', kind: 'number' },
    { title: 'First', kind: 'path' },
  ],
  list
    .slice(0, rows)
    .map((concept) => [
      concept.term,
      concept.category,
      concept.glossary,
      { content: writtenAs(concept.terms) },
      meter(concept.uses / most, count(concept.uses), concept.uses),
      number(concept.usesInCode),
      number(concept.documents),
      placeText(concept.first),
    ]),
  list.length,
)}
</section>`;
}

function barOf({ term, uses, documents, category }: ConceptUsage) {
  const field = category === '' ? '' : ` (${category})`;
  return {
    name: term,
    value: uses,
    detail: `${term}${field}: ${counted(uses, 'use')} in ${counted(documents, 'document')}`,
  };
}

/** The terms of a concept with their numbers, where there is more to tell than the name and the sum. */
function writtenAs(terms: readonly TermUsage[]): Html {
  const shown = terms.length > 1 || terms.some(({ status }) => status !== 'preferred') ? terms : [];
  return html`${shown
    .slice(0, MOST_NAMES)
    .map(
      ({ text, uses, status }, index) =>
        html`${index === 0 ? '' : ', '}<span class="${status === 'deprecated' ? 'avoid' : 'term'}">${text}</span> ${count(uses)}`,
    )}${moreNames(shown.length)}`;
}

function moreNames(length: number): string {
  const more = moreThan(length, MOST_NAMES);
  return more === undefined ? '' : ` ${more}`;
}

/** How many documents have which density. */
export function density(report: UsageReport): Html {
  const bins = densityBins(report);
  const median = medianDensity(report);
  if (median === undefined) {
    return html`<section><h2>Density</h2><p>No document has ${FEWEST_WORDS} words of running text or more.</p></section>`;
  }
  return html`<section>
<h2>Density</h2>
<p>How many documents use how many terms in 100 words.</p>
${histogram('Documents by their density', bins, median)}
<details><summary>As a table</summary>
${table(
  'Documents by their density',
  [
    { title: 'Uses in 100 words', kind: 'name' },
    { title: 'Documents', kind: 'number' },
  ],
  bins.map((bin) => [{ content: binName(bin), value: bin.from }, number(bin.documents)]),
)}
</details>
</section>`;
}

/** In which documents terms stand thickest. */
export function densest(report: UsageReport, rows: number): Html {
  const documents = densestDocuments(report);
  if (documents.length === 0) return html``;
  const most = Math.max(...documents.slice(0, 1).map(densityOf));
  return html`<section>
<h2>Densest documents</h2>
<p>Where newcomers meet the most terms: any use counts, and each concept once.</p>
${table(
  'Densest documents',
  [
    { title: 'Document', kind: 'path' },
    { title: 'Words', kind: 'number' },
    { title: 'Uses', kind: 'number' },
    { title: 'Concepts', kind: 'number' },
    { title: 'Uses in 100 words', kind: 'number' },
    { title: 'Concepts in 100 words', kind: 'number' },
  ],
  documents
    .slice(0, rows)
    .map((document) => [
      document.path,
      number(document.words),
      number(document.uses),
      number(document.concepts),
      densityMeter(document, most),
      ratio(perHundredWords(document.concepts, document.words)),
    ]),
  documents.length,
)}
</section>`;
}

function densityMeter(document: DocumentUsage, most: number): Cell {
  const value = densityOf(document);
  return meter(value / most, decimal(value), value);
}

/** What the terms in use are about. */
export function categories(report: UsageReport, rows: number): Html {
  if (report.categories.length === 0) return html``;
  const shown = report.categories.slice(0, MOST_FIELDS - 1);
  const rest = report.categories.slice(shown.length);
  const others = rest.length === 0 ? [] : [joined(rest)];
  return html`<section>
<h2>Categories</h2>
<p>What the terms in use are about. The larger a field, the more uses.</p>
${treemap(
  'Uses by category',
  [...shown.map((category) => ({ ...category, name: nameOf(category) })), ...others].map(
    ({ name, uses, concepts }) => ({
      name,
      value: uses,
      note: count(uses),
      detail: `${name}: ${counted(uses, 'use')} of ${counted(concepts, 'concept')}`,
    }),
  ),
)}
<details><summary>As a table</summary>
${table(
  'Uses by category',
  [
    { title: 'Category', kind: 'name' },
    { title: 'Uses', kind: 'number' },
    { title: 'Concepts', kind: 'number' },
  ],
  report.categories
    .slice(0, rows)
    .map((category) => [nameOf(category), number(category.uses), number(category.concepts)]),
  report.categories.length,
)}
</details>
</section>`;
}

function nameOf({ name }: { readonly name: string }): string {
  return name === '' ? 'Without a category' : name;
}

function joined(rest: UsageReport['categories']): CategoryUsage {
  const name = counted(rest.length, 'other', 'others');
  return { name, uses: sum(rest.map(({ uses }) => uses)), concepts: sum(rest.map(({ concepts }) => concepts)) };
}

/** The documents whose readers are left alone most. */
export function inNeed(report: UsageReport, rows: number): Html {
  const documents = documentsInNeed(report);
  if (documents.length === 0) return html``;
  return html`<section>
<h2>Documents most in need</h2>
<p>Those with the most abbreviations that nobody explains and terms that are to be avoided.</p>
${table(
  'Documents most in need',
  [
    { title: 'Document', kind: 'path' },
    { title: 'Abbreviations nobody explains', kind: 'text' },
    { title: 'Terms to avoid', kind: 'text' },
    { title: 'Words', kind: 'number' },
    { title: 'Uses in 100 words', kind: 'number' },
  ],
  documents
    .slice(0, rows)
    .map((document) => [
      document.path,
      names(document.unexplained),
      names(document.avoided),
      number(document.words),
      ratio(densityOf(document)),
    ]),
  documents.length,
)}
</section>`;
}

function names(list: readonly string[]): Cell {
  return { content: list.slice(0, MOST_NAMES).join(', ') + moreNames(list.length), value: list.length };
}

/** Abbreviations that no glossary has, with records for one. */
export function abbreviations({ abbreviations: list }: UsageReport, rows: number): Html {
  if (list.length === 0) return html``;
  const shown = list.slice(0, rows);
  return html`<section>
<h2>Abbreviations without an explanation</h2>
<p>No glossary has them, and the documents that use them do not say what they stand for.</p>
${table(
  'Abbreviations without an explanation',
  [
    { title: 'Abbreviation', kind: 'name' },
    { title: 'Uses', kind: 'number' },
    { title: 'Documents', kind: 'number' },
    { title: 'First met in', kind: 'text' },
    { title: 'Stands for', kind: 'text' },
  ],
  shown.map(({ abbreviation, uses, documents, first, sentence, expansion }) => [
    abbreviation,
    number(uses),
    number(documents),
    { content: html`${sentence} ${path(placeText(first))}` },
    expansion === undefined ? '' : { content: html`${expansion.text} ${path(placeText(expansion.place))}` },
  ]),
  list.length,
)}
<details><summary>Records to paste into a glossary</summary>
<pre tabindex="0">${draftRecords(shown)}</pre>
</details>
</section>`;
}

/** Terms in use that a glossary says not to use. */
export function avoided(report: UsageReport, rows: number): Html {
  const terms = avoidedTerms(report);
  if (terms.length === 0) return html``;
  return html`<section>
<h2>Terms to avoid</h2>
<p>They are in use all the same.</p>
${table(
  'Terms to avoid',
  [
    { title: 'Term', kind: 'name' },
    { title: 'Use instead', kind: 'text' },
    { title: 'Uses', kind: 'number' },
    { title: 'First', kind: 'path' },
  ],
  terms.slice(0, rows).map(({ text, instead, uses, first }) => [text, instead, number(uses), placeText(first)]),
  terms.length,
)}
</section>`;
}

/** Which glossaries apply, and how much of each is used. */
export function glossaries(report: UsageReport, rows: number): Html {
  if (report.glossaries.length === 0) return html``;
  return html`<section>
<h2>Glossaries</h2>
<p>What they explain, and how much of that somebody uses.</p>
${table(
  'Glossaries',
  [
    { title: 'Glossary', kind: 'name' },
    { title: 'File', kind: 'path' },
    { title: 'Concepts', kind: 'number' },
    { title: 'Used', kind: 'number' },
    { title: 'Uses', kind: 'number' },
  ],
  report.glossaries
    .slice(0, rows)
    .map(({ name, path: file, concepts, usedConcepts, uses }) => [
      name,
      file ?? { content: 'comes with Glossary Lens' },
      number(concepts),
      meter(usedConcepts / Math.max(1, concepts), count(usedConcepts), usedConcepts),
      number(uses),
    ]),
  report.glossaries.length,
)}
</section>`;
}

/** Concepts that nobody uses. */
export function unused({ unused: list, glossaries: all }: UsageReport, rows: number): Html {
  if (list.length === 0) return html``;
  const shown = list.slice(0, rows);
  const more = moreThan(list.length, shown.length);
  const several = all.filter(({ path }) => path !== undefined).length > 1;
  const named = [...new Set(shown.map(({ glossary }) => glossary))];
  return html`<section>
<h2>Never used</h2>
<p>Your glossaries explain them, but no document names them.</p>
${named.map(
  (name) => html`${several ? html`<h3>${name}</h3>` : undefined}
<ul class="names">${shown
    .filter(({ glossary }) => glossary === name)
    .map(
      ({ term, place }) => html`
<li title="${placeText(place)}">${term}</li>`,
    )}
</ul>`,
)}${
  more === undefined
    ? undefined
    : html`
<p class="more">… ${more}.</p>`
}
</section>`;
}

/** Documents that could not be read. */
export function unreadable({ unreadable: list }: UsageReport, rows: number): Html {
  if (list.length === 0) return html``;
  return html`<section>
<h2>Not read</h2>
<p>These documents are not counted.</p>
${table(
  'Documents that are not read',
  [
    { title: 'Document', kind: 'path' },
    { title: 'Why', kind: 'text' },
  ],
  list.slice(0, rows).map(({ path, reason }) => [path, reason]),
  list.length,
)}
</section>`;
}

function number(value: number): Cell {
  return { content: count(value), value };
}

function ratio(value: number): Cell {
  return { content: decimal(value), value };
}

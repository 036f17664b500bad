import { densityOf, documentsInNeed } from '../../density';
import { draftRecords } from '../../drafts';
import { avoidedTerms } from '../../summary';
import { placeText, type UsageReport } from '../../usageReport';
import { type Html, html, lines } from '../html';
import { path, table } from '../table';
import { names, number, ratio } from './cells';

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
<pre tabindex="0">${lines(draftRecords(shown))}</pre>
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

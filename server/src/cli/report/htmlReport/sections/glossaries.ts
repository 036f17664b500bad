import { inEnglish } from '../../../formats/tally';
import { placeText, type UnusedConcept, type UsageReport } from '../../usageReport';
import { type Html, html } from '../html';
import { meter, moreRows, table } from '../table';
import { number } from './cells';

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
      meter(usedConcepts / Math.max(1, concepts), inEnglish(usedConcepts), usedConcepts),
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
  const isOne = all.filter(({ path }) => path !== undefined).length === 1;
  const groups = [...new Set(shown.map(({ glossary }) => glossary))].map(
    (name) => html`
${isOne ? undefined : html`<h3>${name}</h3>`}
<ul class="names">${shown.filter(({ glossary }) => glossary === name).map(nameOf)}
</ul>`,
  );
  return html`<section>
<h2>Never used</h2>
<p>Your glossaries explain them, but no document names them.</p>${groups}${moreRows(list.length, shown.length)}
</section>`;
}

function nameOf({ term, place }: UnusedConcept): Html {
  return html`
<li title="${placeText(place)}">${term}</li>`;
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

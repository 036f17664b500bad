import { densestDocuments, densityBins, densityOf, FEWEST_WORDS, medianDensity, perHundredWords } from '../../density';
import { decimal } from '../../numbers';
import type { UsageReport } from '../../usageReport';
import { binName, histogram } from '../histogram';
import { type Html, html } from '../html';
import { meter, table } from '../table';
import { number, ratio } from './cells';

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
      densityMeter(densityOf(document), most),
      ratio(perHundredWords(document.concepts, document.words)),
    ]),
  documents.length,
)}
</section>`;
}

function densityMeter(density: number, most: number) {
  return meter(density / most, decimal(density), density);
}

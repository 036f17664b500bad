import { counted, inEnglish } from '../../../formats/tally';
import { type ConceptUsage, placeText, type TermUsage, type UsageReport } from '../../usageReport';
import { barChart } from '../barChart';
import { type Html, html } from '../html';
import { meter, table } from '../table';
import { MOST_NAMES, moreNames, number } from './cells';

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
      meter(concept.uses / most, inEnglish(concept.uses), concept.uses),
      number(concept.usesInCode),
      number(concept.documents),
      placeText(concept.first),
    ]),
  list.length,
)}
</section>`;
}

/** More bars do not fit on a screen. */
const MOST_BARS = 12;

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
  return html`${shown.slice(0, MOST_NAMES).map(writtenOnce)}${moreNames(shown.length)}`;
}

/** A term to avoid is struck through, as editors show it. */
function writtenOnce({ text, uses, status }: TermUsage, index: number): Html {
  return html`${index === 0 ? '' : ', '}${status === 'deprecated' ? html`<s>${text}</s>` : text} ${inEnglish(uses)}`;
}

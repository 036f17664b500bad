import { counted, inEnglish } from '../../../formats/tally';
import { sum } from '../../summary';
import type { CategoryUsage, UsageReport } from '../../usageReport';
import { type Html, html } from '../html';
import { table } from '../table';
import { treemap } from '../treemap';
import { number } from './cells';

/** What the terms in use are about. */
export function categories(report: UsageReport, rows: number): Html {
  if (report.categories.length === 0) return html``;
  const shown = report.categories.slice(0, MOST_FIELDS - 1);
  const rest = report.categories.slice(shown.length);
  const others = rest.length === 0 ? [] : [joined(rest)];
  const fields = [...shown.map((category) => ({ ...category, name: nameOf(category) })), ...others]
    .sort((one, other) => other.uses - one.uses)
    .map(({ name, uses, concepts }) => ({
      name,
      value: uses,
      note: inEnglish(uses),
      detail: `${name}: ${counted(uses, 'use')} of ${counted(concepts, 'concept')}`,
    }));
  return html`<section>
<h2>Categories</h2>
<p>What the terms in use are about. The larger a field, the more uses.</p>
${treemap('Uses by category', fields)}
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

/** Smaller fields of a treemap are lines: they share one. */
const MOST_FIELDS = 18;

function nameOf({ name }: { readonly name: string }): string {
  return name === '' ? 'Without a category' : name;
}

function joined(rest: UsageReport['categories']): CategoryUsage {
  const name = counted(rest.length, 'other');
  return { name, uses: sum(rest.map(({ uses }) => uses)), concepts: sum(rest.map(({ concepts }) => concepts)) };
}
